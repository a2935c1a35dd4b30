<?php
/**
 * What holds for every quiz of the site that does not say otherwise, and the page where an administrator sets it.
 * All of it is one option, which uninstall.php removes.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

const OPTION = 'which_cause';
const PAGE   = 'which-cause';

add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_settings_link' );

/**
 * The site's own course page and region; each is empty where none is set.
 *
 * @return array{course: string, region: string}
 */
function defaults() {
	$saved = get_option( OPTION );
	$saved = is_array( $saved ) ? $saved : array();
	return array(
		'course' => address( $saved['course'] ?? '' ),
		'region' => region( $saved['region'] ?? '' ),
	);
}

/** An address of the web, or nothing: no other scheme than http and https passes. */
function address( $text ) {
	$url = is_string( $text ) ? sanitize_url( trim( $text ), array( 'http', 'https' ) ) : '';
	// A host with an escape in it was never one: "my course" would else become http://my%20course.
	return strpos( (string) wp_parse_url( $url, PHP_URL_HOST ), '%' ) === false ? $url : '';
}

/** A region as ISO 3166 has it, two letters, or nothing. */
function region( $text ) {
	$text = is_string( $text ) ? strtoupper( trim( $text ) ) : '';
	return preg_match( '/^[A-Z]{2}$/D', $text ) ? $text : '';
}

function register_settings() {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\sanitize',
			'show_in_rest'      => false,
		)
	);
	add_settings_section( 'defaults', '', '__return_empty_string', PAGE );
	add_settings_field(
		'course',
		__( 'Course page', 'which-cause' ),
		__NAMESPACE__ . '\course_field',
		PAGE,
		'defaults',
		array( 'label_for' => 'which-cause-course' )
	);
	add_settings_field(
		'region',
		__( 'Region', 'which-cause' ),
		__NAMESPACE__ . '\region_field',
		PAGE,
		'defaults',
		array( 'label_for' => 'which-cause-region' )
	);
}

/** What is wrong is told, and what stood there before stays. */
function sanitize( $given ) {
	$given = is_array( $given ) ? $given : array();
	$clean = array(
		'course' => address( $given['course'] ?? '' ),
		'region' => region( $given['region'] ?? '' ),
	);
	$wrong = array(
		'course' => __( 'The course page must be a web address that starts with https:// or http://.', 'which-cause' ),
		'region' => __( 'The region must be two letters, such as US or GB.', 'which-cause' ),
	);
	foreach ( $wrong as $key => $message ) {
		$text = isset( $given[ $key ] ) && is_string( $given[ $key ] ) ? trim( $given[ $key ] ) : '';
		if ( '' !== $text && '' === $clean[ $key ] ) {
			add_settings_error( OPTION, $key, $message );
			$clean[ $key ] = defaults()[ $key ];
		}
	}
	return $clean;
}

function add_settings_page() {
	add_options_page(
		__( 'Which Cause', 'which-cause' ),
		__( 'Which Cause', 'which-cause' ),
		'manage_options',
		PAGE,
		__NAMESPACE__ . '\settings_page'
	);
}

function add_settings_link( $links ) {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( settings_address() ), esc_html__( 'Settings', 'which-cause' ) );
	return array_merge( array( $link ), $links );
}

function settings_address() {
	return admin_url( 'options-general.php?page=' . PAGE );
}

function course_field() {
	printf(
		'<input type="url" class="regular-text code" id="which-cause-course" name="%s[course]" value="%s" placeholder="https://" aria-describedby="which-cause-course-help">',
		esc_attr( OPTION ),
		esc_attr( defaults()['course'] )
	);
	printf(
		'<p class="description" id="which-cause-course-help">%s</p>',
		esc_html__( 'Where the link at the end of a quiz leads, unless the quiz names another page.', 'which-cause' )
	);
}

function region_field() {
	printf(
		'<input type="text" class="small-text code" id="which-cause-region" name="%s[region]" value="%s" maxlength="2" size="2" autocapitalize="characters" autocomplete="off" spellcheck="false" aria-describedby="which-cause-region-help">',
		esc_attr( OPTION ),
		esc_attr( defaults()['region'] )
	);
	printf( '<p class="description" id="which-cause-region-help">%s</p>', esc_html( region_help() ) );
}

/** Why a region matters, with the numbers that the shipped quiz has. */
function region_help() {
	$numbers = array();
	foreach ( facade()['numbers'] as $region => $number ) {
		if ( facade()['number'] !== $number ) {
			$numbers[] = $region . ' ' . $number;
		}
	}
	return sprintf(
		/* translators: 1: a list such as "GB 999, US 911". 2: the number for everywhere else. */
		__( 'Where most of your readers are, as two letters. In an emergency they are told to call %1$s; everywhere else %2$s. Left empty, it is the region of your site’s language.', 'which-cause' ),
		implode( ', ', $numbers ),
		facade()['number']
	);
}

function settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<p>
			<?php esc_html_e( 'These hold for every quiz on this site that does not say otherwise. Add a quiz to a page with the block “Which Cause quiz”, or with the shortcode:', 'which-cause' ); ?>
			<code>[which-cause]</code>
		</p>
		<form action="options.php" method="post">
			<?php
			settings_fields( PAGE );
			do_settings_sections( PAGE );
			submit_button();
			?>
		</form>
	</div>
	<?php
}
