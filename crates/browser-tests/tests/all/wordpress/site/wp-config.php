<?php
// The configuration of a site that lives as long as one test: its own wp-content, everything else shared.

$site = getenv( 'WORDPRESS_SITE' );
$host = $_SERVER['HTTP_HOST'] ?? getenv( 'WORDPRESS_HOST' );
// WordPress in a terminal looks here too.
$_SERVER['HTTP_HOST'] = $host;

// A network of sites, where a test has made one, has their addresses in its database.
if ( file_exists( "$site/network" ) ) {
	define( 'MULTISITE', true );
	define( 'SUBDOMAIN_INSTALL', false );
	define( 'DOMAIN_CURRENT_SITE', $host );
	define( 'PATH_CURRENT_SITE', '/' );
	define( 'SITE_ID_CURRENT_SITE', 1 );
	define( 'BLOG_ID_CURRENT_SITE', 1 );
} else {
	define( 'WP_HOME', "http://$host" . ( is_link( "$site/blog" ) ? '/blog' : '' ) );
	define( 'WP_SITEURL', WP_HOME );
}
define( 'WP_CONTENT_DIR', "$site/wp-content" );
define( 'DB_DIR', "$site/wp-content/database" );
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

// Nobody but the test is ever logged in.
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( $name . '_KEY', "the key $name of a test" );
	define( $name . '_SALT', "the salt $name of a test" );
}

// Every notice is written down.
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', "$site/wp-content/debug.log" );
define( 'WP_DEBUG_DISPLAY', false );

define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'FS_METHOD', 'direct' );

require_once ABSPATH . 'wp-settings.php';
