<?php
/**
 * Runs when an administrator deletes the plugin. Removes its option, and the stored input of a form, on every site of a
 * network.
 *
 * @package which-cause
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	$which_cause_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $which_cause_sites as $which_cause_site ) {
		switch_to_blog( $which_cause_site );
		delete_option( 'which_cause' );
		delete_transient( 'which_cause_typed' );
		restore_current_blog();
	}
} else {
	delete_option( 'which_cause' );
	delete_transient( 'which_cause_typed' );
}
