<?php
/**
 * The counts on the settings page: the field that turns them on, a table, and the button that deletes them. Also the text about
 * them for the site's privacy policy.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** The action of the button that deletes the counts. */
const DELETE_COUNTS = 'which_cause_delete_counts';

add_action( 'admin_post_' . DELETE_COUNTS, __NAMESPACE__ . '\handle_delete_counts' );
add_action( 'admin_init', __NAMESPACE__ . '\add_privacy_text' );

function counts_field() {
	printf(
		'<label for="which-cause-counts"><input type="checkbox" value="1"%s%s> %s</label>',
		field_attributes( 'counts', array( 'help' ) ), // phpcs:ignore WordPress.Security.EscapeOutput -- attribute() escapes it.
		checked( counting(), true, false ),
		esc_html__( 'Count on this site how often readers start a quiz, reach a result and follow the link to the course', 'which-cause' )
	);
	print_description(
		'counts-help',
		__( 'By day and page, without answers and causes and without anything about the reader. The words before the start then say so. If you wrote those words yourself, change them: a quiz that counts may not say that nothing is saved or sent.', 'which-cause' )
	);
}

/** The table, if something was or is counted. */
function print_counts() {
	if ( ! has_counts_table() ) {
		return;
	}
	// phpcs:ignore WordPress.Security.NonceVerification -- It chooses what is shown and changes nothing.
	$all    = isset( $_GET['counts'] ) && 'all' === $_GET['counts'];
	$counts = counts_since( $all ? '0000-01-01' : wp_date( 'Y-m-d', time() - 29 * DAY_IN_SECONDS ) );
	?>
	<h2 id="which-cause-counts-title"><?php esc_html_e( 'Counts', 'which-cause' ); ?></h2>
	<p>
		<?php print_period( __( 'Last 30 days', 'which-cause' ), '', ! $all ); ?> |
		<?php print_period( __( 'All, up to two years', 'which-cause' ), 'all', $all ); ?>
	</p>
	<?php
	if ( $counts ) {
		print_counts_table( $counts );
	} else {
		printf( '<p>%s</p>', esc_html__( 'Nothing has been counted in this time.', 'which-cause' ) );
	}
	?>
	<p class="description">
		<?php esc_html_e( 'The numbers are lower than reality where a browser or a security plugin blocks the request, and higher where a program presses the buttons or a reader loads the page again. A quiz that stops because of a warning sign has a start and no result. Users who can edit the page are not counted.', 'which-cause' ); ?>
	</p>
	<form action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>" method="post">
		<input type="hidden" name="action" value="<?php echo esc_attr( DELETE_COUNTS ); ?>">
		<?php
		wp_nonce_field( DELETE_COUNTS );
		submit_button( __( 'Delete the counts', 'which-cause' ), 'delete', 'delete', false );
		?>
	</form>
	<?php
}

/** A link to the counts of a period, or its name if it is shown. */
function print_period( $name, $value, $shown ) {
	if ( $shown ) {
		printf( '<strong aria-current="true">%s</strong>', esc_html( $name ) );
	} else {
		printf( '<a href="%s">%s</a>', esc_url( settings_address() . ( '' === $value ? '' : "&counts=$value" ) . '#which-cause-counts-title' ), esc_html( $name ) );
	}
}

function print_counts_table( $counts ) {
	$columns = array(
		'starts'        => __( 'Starts', 'which-cause' ),
		'finishes'      => __( 'Results', 'which-cause' ),
		'course_visits' => __( 'Visits to the course', 'which-cause' ),
	);
	echo '<table class="widefat striped" style="max-inline-size:50rem" aria-labelledby="which-cause-counts-title"><thead><tr>';
	foreach ( array_merge( array( __( 'Page', 'which-cause' ) ), $columns ) as $name ) {
		printf( '<th scope="col">%s</th>', esc_html( $name ) );
	}
	echo '</tr></thead><tbody>';
	foreach ( $counts as $count ) {
		printf( '<tr><th scope="row"><a href="%s">%s</a></th>', esc_url( get_permalink( $count->post_id ) ), esc_html( get_the_title( $count->post_id ) ) );
		foreach ( array_keys( $columns ) as $column ) {
			printf( '<td>%s</td>', esc_html( number_format_i18n( $count->$column ) ) );
		}
		echo '</tr>';
	}
	echo '</tbody></table>';
}

function handle_delete_counts() {
	check_admin_referer( DELETE_COUNTS );
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( '', '', array( 'response' => 403 ) );
	}
	delete_counts();
	wp_safe_redirect( settings_address() );
	exit;
}

/** The text that WordPress suggests for the site's privacy policy. */
function add_privacy_text() {
	$text = __( 'A quiz on this site runs in your browser. Your answers and your result stay on your device: they are neither sent to us nor saved by us.', 'which-cause' );
	if ( counting() ) {
		$text .= ' ' . __( 'We count how often a quiz is started, how often a result is reached and how often the link to our course is followed, by day and page. A count has no answers and no result, no cookie and no address, and says nothing about who you are. As with every request, the log of our web server may have the address of your device for a while.', 'which-cause' );
	}
	wp_add_privacy_policy_content( __( 'Which Cause', 'which-cause' ), wpautop( $text, false ) );
}
