<?php
// Installs WordPress, with an administrator and an author. Run in a terminal.

define( 'WP_INSTALLING', true );
require getenv( 'WORDPRESS_CORE' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'A site', 'admin', 'admin@example.org', true, '', 'admin' );

$author = wp_create_user( 'author', 'author', 'author@example.org' );
( new WP_User( $author ) )->set_role( 'author' );
$wp_rewrite->set_permalink_structure( '/%postname%/' );
$wp_rewrite->flush_rules( false );
// Pictures of users come from elsewhere.
update_option( 'show_avatars', 0 );
// The guide that greets a newcomer to the editor is not what the tests are about.
foreach ( array( 1, $author ) as $user ) {
	$modified = array( '_modified' => '2020-01-01T00:00:00.000Z' );
	$quiet    = array( 'welcomeGuide' => false, 'fullscreenMode' => false );
	update_user_meta( $user, 'wp_persisted_preferences', array( 'core' => $quiet, 'core/edit-post' => $quiet ) + $modified );
}
