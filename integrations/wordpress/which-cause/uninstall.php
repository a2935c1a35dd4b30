<?php
/**
 * Runs when an administrator deletes the plugin. Removes its options, the table of counts, the stored input of a form, the
 * number of requests and the uploaded quiz files, on every site of a network.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	$sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $sites as $site ) {
		switch_to_blog( $site );
		remove_everything();
		restore_current_blog();
	}
} else {
	remove_everything();
}

/** Removes what the plugin has stored for the current site. */
function remove_everything() {
	global $wpdb;
	delete_option( 'which_cause' );
	delete_option( 'which_cause_quiz_owners' );
	delete_transient( 'which_cause_typed' );
	delete_transient( 'which_cause_requests' );
	delete_metadata( 'user', 0, $wpdb->get_blog_prefix() . 'which_cause_region_dismissed', '', true );
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The table is the plugin's own.
	$wpdb->query( $wpdb->prepare( 'DROP TABLE IF EXISTS %i', $wpdb->prefix . 'which_cause_counts' ) );
	remove_quiz_files( wp_get_upload_dir()['basedir'] . '/which-cause' );
}

function remove_quiz_files( $folder ) {
	$files = glob( "$folder/*.json" );
	array_map( 'wp_delete_file', $files ? $files : array() );
	if ( is_dir( $folder ) ) {
		// phpcs:ignore WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- Another program's files keep the folder.
		@rmdir( $folder );
	}
}
