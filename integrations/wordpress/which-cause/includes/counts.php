<?php
/**
 * Counts starts, results and visits to the course, by day and page, in a table of this site. Off by default. A count has no
 * answer, no cause and nothing about the reader.
 *
 * The route is public and has no nonce, because pages from a cache must work. It does one thing: it adds one to a count of a
 * published post in which this site has shown a quiz. counts-page.php shows the counts.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** The script that tells the server about the events. */
const COUNTER = 'which-cause-counts';

/** The columns of the table, by the names of the element's events. */
const COUNTED = array(
	'start'  => 'starts',
	'finish' => 'finishes',
	'course' => 'course_visits',
);

add_action( 'add_option_' . OPTION, __NAMESPACE__ . '\make_counts_table' );
add_action( 'update_option_' . OPTION, __NAMESPACE__ . '\make_counts_table' );
add_action( 'rest_api_init', __NAMESPACE__ . '\register_count' );
add_action( 'deleted_post', __NAMESPACE__ . '\delete_counts_of_post' );
add_filter( 'wpmu_drop_tables', __NAMESPACE__ . '\drop_counts_table' );

/** Whether this site counts. */
function counting() {
	return defaults()['counts'];
}

function counts_table() {
	global $wpdb;
	return $wpdb->prefix . 'which_cause_counts';
}

/** Makes the table if counts are on. */
function make_counts_table() {
	global $wpdb;
	if ( ! counting() ) {
		return;
	}
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	// The lines have the form that dbDelta() needs.
	dbDelta(
		'CREATE TABLE ' . counts_table() . ' (
day date NOT NULL,
post_id bigint(20) unsigned NOT NULL,
starts int(10) unsigned NOT NULL DEFAULT 0,
finishes int(10) unsigned NOT NULL DEFAULT 0,
course_visits int(10) unsigned NOT NULL DEFAULT 0,
PRIMARY KEY  (day,post_id)
) ' . $wpdb->get_charset_collate() . ';'
	);
}

/** Whether there is a table: counts are on, or were. */
function has_counts_table() {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WordPress has no function for it.
	return (bool) $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( counts_table() ) ) );
}

/**
 * The attributes that let the script count a quiz; an empty string if it is not counted. That is so for users who can edit the
 * post, and for a quiz beside a list of posts, which belongs to no page.
 */
function count_attributes() {
	$post = is_singular() || doing_filter( 'the_content' ) ? get_the_ID() : 0;
	if ( ! counting() || ! $post || is_feed() || is_preview() || can_edit() ) {
		return '';
	}
	wp_enqueue_script( COUNTER, plugins_url( 'counts.js', FILE ), array(), VERSION, true );
	return attribute( 'data-count', rest_url( 'which-cause/v1/count' ) ) . attribute( 'data-post', (string) $post ) .
		attribute( 'data-token', count_token( $post ) );
}

/** Shows that this site has written a quiz into a post. It does not expire, because a page may stay in a cache. */
function count_token( $post ) {
	return substr( wp_hash( 'which-cause count ' . get_current_blog_id() . " $post", 'nonce' ), 0, 16 );
}

/** The route `which-cause/v1/count`. It exists only while counts are on. */
function register_count() {
	if ( ! counting() ) {
		return;
	}
	register_rest_route(
		'which-cause/v1',
		'/count',
		array(
			'methods'             => 'POST',
			'callback'            => __NAMESPACE__ . '\handle_count',
			'permission_callback' => __NAMESPACE__ . '\may_count',
			'args'                => array(
				'event' => array(
					'type'     => 'string',
					'enum'     => array_keys( COUNTED ),
					'required' => true,
				),
				'post'  => array(
					'type'     => 'integer',
					'minimum'  => 1,
					'required' => true,
				),
				'token' => array(
					'type'     => 'string',
					'required' => true,
				),
			),
		)
	);
}

function may_count( $request ) {
	$post = (int) $request['post'];
	return hash_equals( count_token( $post ), (string) $request['token'] ) && 'publish' === get_post_status( $post );
}

/** Adds one to a count. The first count of a page on a day also deletes the counts that are older than two years. */
function handle_count( $request ) {
	global $wpdb;
	$column = COUNTED[ $request['event'] ];
	// phpcs:disable WordPress.DB.DirectDatabaseQuery -- The table is the plugin's own.
	$rows = $wpdb->query(
		$wpdb->prepare(
			'INSERT INTO %i (day, post_id, %i) VALUES (%s, %d, 1) ON DUPLICATE KEY UPDATE %i = %i + 1',
			counts_table(),
			$column,
			wp_date( 'Y-m-d' ),
			$request['post'],
			$column,
			$column
		)
	);
	if ( 1 === $rows ) {
		$wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE day < %s', counts_table(), wp_date( 'Y-m-d', time() - 2 * YEAR_IN_SECONDS ) ) );
	}
	// phpcs:enable
	return new \WP_REST_Response( null, 204 );
}

/**
 * The counts of each page from a day on, the most starts first.
 *
 * @param string $day A day such as 2026-11-27.
 * @return object[] With the post's id and the columns of the table.
 */
function counts_since( $day ) {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The table is the plugin's own.
	return $wpdb->get_results(
		$wpdb->prepare(
			'SELECT post_id, SUM(starts) AS starts, SUM(finishes) AS finishes, SUM(course_visits) AS course_visits
			FROM %i WHERE day >= %s GROUP BY post_id ORDER BY SUM(starts) DESC',
			counts_table(),
			$day
		)
	);
}

function delete_counts_of_post( $post ) {
	global $wpdb;
	if ( has_counts_table() ) {
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The table is the plugin's own.
		$wpdb->delete( counts_table(), array( 'post_id' => $post ), '%d' );
	}
}

/** Adds the table to those that WordPress deletes with a site of a network. */
function drop_counts_table( $tables ) {
	return array_merge( $tables, array( counts_table() ) );
}

/** Deletes all counts. If counts are off, it deletes the table too. */
function delete_counts() {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The table is the plugin's own.
	$wpdb->query( $wpdb->prepare( 'DROP TABLE IF EXISTS %i', counts_table() ) );
	make_counts_table();
}
