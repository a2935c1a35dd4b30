<?php
/**
 * The settings page, and the site's defaults for every quiz. They are one option, which uninstall.php removes.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

const OPTION = 'which_cause';
const PAGE   = 'which-cause';

/** The input of a form with an error, until the form is shown again. */
const TYPED = 'which_cause_typed';

add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_settings_link' );

/**
 * The site's course page and region; each is empty if it is not set.
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

/**
 * Saves the valid values. An invalid value is not saved: the earlier one stays, and the form shows the input with an error
 * message.
 */
function sanitize( $given ) {
	$given = is_array( $given ) ? $given : array();
	$given = array(
		'course' => visible( $given['course'] ?? '' ),
		'region' => visible( $given['region'] ?? '' ),
	);
	$clean = array(
		'course' => address( $given['course'] ),
		'region' => region( $given['region'] ),
	);
	$wrong = problems( $given );
	foreach ( $wrong as $key => $message ) {
		add_settings_error( OPTION, $key, $message );
		$clean[ $key ] = defaults()[ $key ];
	}
	if ( $wrong ) {
		$typed = array( get_current_user_id() => $given );
		set_transient( TYPED, $typed, MINUTE_IN_SECONDS );
	} elseif ( '' !== $clean['course'] ) {
		$missing = missing_addresses( $clean );
		if ( $missing ) {
			add_settings_error( OPTION, 'course', $missing['course'], 'warning' );
		}
	}
	return $clean;
}

/** The value of a field: the input if it had an error, and otherwise the saved value. */
function field_value( $key ) {
	static $typed = null;
	if ( null === $typed ) {
		$typed = get_transient( TYPED );
		$typed = is_array( $typed ) ? $typed[ get_current_user_id() ] ?? array() : array();
		if ( $typed ) {
			delete_transient( TYPED );
		}
	}
	return is_string( $typed[ $key ] ?? null ) ? $typed[ $key ] : defaults()[ $key ];
}

/** The error or warning of a field; empty if there is none. */
function field_message( $key ) {
	foreach ( get_settings_errors( OPTION ) as $error ) {
		if ( $error['code'] === $key ) {
			return $error;
		}
	}
	return null;
}

/** A text field with its help text, and the error message before that if there is one. */
function field( $key, $attributes, $help ) {
	$message      = field_message( $key );
	$id           = "which-cause-$key";
	$described_by = $message ? "$id-message $id-help" : "$id-help";
	printf(
		'<input type="text" id="%s" name="%s[%s]" value="%s" aria-describedby="%s"%s',
		esc_attr( $id ),
		esc_attr( OPTION ),
		esc_attr( $key ),
		esc_attr( field_value( $key ) ),
		esc_attr( $described_by ),
		$message && 'error' === $message['type'] ? ' aria-invalid="true"' : ''
	);
	foreach ( $attributes as $name => $value ) {
		echo attribute( $name, $value ); // phpcs:ignore -- attribute() escapes it.
	}
	echo '>';
	if ( $message ) {
		printf( '<p class="description" id="%s-message"><strong>%s</strong></p>', esc_attr( $id ), esc_html( $message['message'] ) );
	}
	printf( '<p class="description" id="%s-help">%s</p>', esc_attr( $id ), esc_html( $help ) );
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
	field(
		'course',
		array(
			'class'       => 'regular-text code',
			'inputmode'   => 'url',
			'placeholder' => 'https://',
			'spellcheck'  => 'false',
		),
		__( 'Where the link at the end of a quiz leads, unless the quiz names another page: a web address, or a path on this site such as /my-course/.', 'which-cause' )
	);
}

function region_field() {
	field(
		'region',
		array(
			'class'          => 'small-text code',
			'autocapitalize' => 'characters',
			'autocomplete'   => 'off',
			'spellcheck'     => 'false',
		),
		region_help()
	);
}

/** The text that explains the region. */
function region_help() {
	return __( 'Where most of your readers are, as two letters such as US or GB. A quiz takes the emergency number from where the reader is, by the time zone of their device. Where that says nothing, it takes this region; where this is empty, the region in the language of your site, and then 112. If the reader’s region and yours have different numbers, readers see both.', 'which-cause' );
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
