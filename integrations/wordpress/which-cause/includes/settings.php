<?php
/**
 * The settings page, and the site's defaults for every quiz. They are one option, which uninstall.php removes. notices.php
 * reminds of the region, and counts.php has the counts.
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
 * The site's settings. The course page and the region are empty if they are not set.
 *
 * @return array{course: string, region: string, counts: bool}
 */
function defaults() {
	$saved = get_option( OPTION );
	$saved = is_array( $saved ) ? $saved : array();
	return array(
		'course' => address( $saved['course'] ?? '' ),
		'region' => region( $saved['region'] ?? '' ),
		'counts' => ! empty( $saved['counts'] ),
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
	add_settings_field(
		'counts',
		__( 'Counts', 'which-cause' ),
		__NAMESPACE__ . '\counts_field',
		PAGE,
		'defaults'
	);
}

/**
 * Saves the valid values. WordPress calls this twice when the settings are saved for the first time. An invalid value is not saved: the earlier one stays, and the form shows the input with an error
 * message.
 */
function sanitize( $given ) {
	static $checked = '';
	$given = is_array( $given ) ? $given : array();
	$typed = array(
		'course' => visible( $given['course'] ?? '' ),
		'region' => visible( $given['region'] ?? '' ),
	);
	$clean = array(
		'course' => address( $typed['course'] ),
		'region' => region( $typed['region'] ),
		'counts' => ! empty( $given['counts'] ),
	);
	$wrong = problems( $typed );
	foreach ( $wrong as $key => $message ) {
		add_settings_error( OPTION, $key, esc_html( $message ) );
		$clean[ $key ] = defaults()[ $key ];
	}
	if ( $wrong ) {
		set_transient( TYPED, array( get_current_user_id() => $typed ), MINUTE_IN_SECONDS );
	} elseif ( $clean['course'] !== $checked ) {
		$checked = $clean['course'];
		$missing = missing_addresses( $clean );
		if ( $missing ) {
			add_settings_error( OPTION, 'course', esc_html( $missing['course'] ), 'warning' );
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

/** The error or warning of a field; empty if there is none. Its message is HTML, because WordPress prints it as that. */
function field_message( $key ) {
	foreach ( get_settings_errors( OPTION ) as $error ) {
		if ( $error['code'] === $key ) {
			return $error;
		}
	}
	return null;
}

/** The attributes that all fields have: their name, and the ids of their error message and their help texts. */
function field_attributes( $key, $descriptions ) {
	$message = field_message( $key );
	$id      = "which-cause-$key";
	$ids     = array();
	foreach ( $message ? array_merge( array( 'message' ), $descriptions ) : $descriptions as $it ) {
		$ids[] = "$id-$it";
	}
	return attribute( 'id', $id ) . attribute( 'name', OPTION . "[$key]" ) . attribute( 'aria-describedby', implode( ' ', $ids ) ) .
		( $message && 'error' === $message['type'] ? ' aria-invalid="true"' : '' );
}

/** The error or warning of a field, below it. */
function print_field_message( $key ) {
	$message = field_message( $key );
	if ( $message ) {
		printf( '<p class="description" id="%s"><strong>%s</strong></p>', esc_attr( "which-cause-$key-message" ), wp_kses( $message['message'], array() ) );
	}
}

/** A text that explains a field. */
function print_description( $id, $text ) {
	printf( '<p class="description" id="%s">%s</p>', esc_attr( "which-cause-$id" ), esc_html( $text ) );
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

/** The course page: a text field that suggests the site's pages. */
function course_field() {
	printf(
		'<input type="text" class="regular-text code" inputmode="url" placeholder="https://" spellcheck="false" list="which-cause-pages" value="%s"%s>',
		esc_attr( field_value( 'course' ) ),
		field_attributes( 'course', array( 'help' ) ) // phpcs:ignore WordPress.Security.EscapeOutput -- attribute() escapes it.
	);
	echo '<datalist id="which-cause-pages">';
	foreach ( get_pages( array( 'number' => 100 ) ) as $page ) {
		printf( '<option value="%s">%s</option>', esc_url( get_permalink( $page ) ), esc_html( get_the_title( $page ) ) );
	}
	echo '</datalist>';
	print_field_message( 'course' );
	print_description(
		'course-help',
		__( 'Where the link at the end of a quiz leads, unless the quiz names another page: a web address, or a path on this site such as /my-course/.', 'which-cause' )
	);
}

/** The region: a list of countries with their emergency numbers. */
function region_field() {
	$saved   = field_value( 'region' );
	$regions = array_column( regions(), 'label', 'code' );
	if ( '' !== $saved && ! isset( $regions[ $saved ] ) ) {
		// A region without a number in the quiz stays valid.
		$regions[ $saved ] = region_label( $saved, emergency_number( $saved ) );
	}
	$attributes = field_attributes( 'region', array( 'number', 'help' ) );
	echo '<select' . $attributes . '>'; // phpcs:ignore WordPress.Security.EscapeOutput -- attribute() escapes it.
	foreach ( array( '' => __( 'Not set', 'which-cause' ) ) + $regions as $code => $label ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $code ), selected( $code, $saved, false ), esc_html( $label ) );
	}
	echo '</select>';
	print_field_message( 'region' );
	print_description( 'region-number', number_help() );
	print_description( 'region-help', region_help() );
}

/** The text that explains the region. */
function region_help() {
	return __( 'Where most of your readers are. A quiz shows the emergency number of the country where the reader is, by the time zone of their device. Where that says nothing, it shows the number of this region. If the reader’s number and that of this region differ, readers see both.', 'which-cause' );
}

/** The text that says which number readers get now. */
function number_help() {
	$region = defaults()['region'];
	$number = emergency_number( $region );
	if ( '' === $region ) {
		/* translators: 1: an emergency number. 2: the language of the site, such as en_US. */
		return sprintf( __( 'No region is set. Readers whose device does not say where they are now get %1$s, from the language of this site (%2$s).', 'which-cause' ), $number, get_locale() );
	}
	/* translators: %s: an emergency number. */
	return sprintf( __( 'Readers whose device does not say where they are get %s.', 'which-cause' ), $number );
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
		<?php print_counts(); ?>
	</div>
	<?php
}
