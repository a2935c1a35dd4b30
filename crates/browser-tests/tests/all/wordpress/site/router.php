<?php
// What a web server's own configuration does: files as they are, everything else to WordPress.

$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
$blog = is_link( $_SERVER['DOCUMENT_ROOT'] . '/blog' ) ? '/blog' : '';

if ( strpos( $path, "$blog/" ) !== 0 ) {
	// This belongs to the host, and not to a site in a subdirectory.
	http_response_code( '/favicon.ico' === $path ? 204 : 404 );
	return true;
}

if ( substr( $path, -5 ) === '.wasm' && is_file( $file ) ) {
	// PHP's server does not know the type.
	header( 'Content-Type: application/wasm' );
	readfile( $file );
	return true;
}
if ( is_file( $file ) || is_file( rtrim( $file, '/' ) . '/index.php' ) && "$blog/" !== $path ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = "$blog/index.php";
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
