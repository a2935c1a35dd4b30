<?php
/**
 * The translations of the plugin's own words, in `languages/`. A locale without a file gets that of its language: es_MX gets
 * es_ES. Translations that WordPress itself has installed come first.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\load_translations', 1 );
add_filter( 'load_textdomain_mofile', __NAMESPACE__ . '\translation_for_php', 10, 2 );
add_filter( 'load_script_translation_file', __NAMESPACE__ . '\translation_for_scripts', 10, 3 );

/** WordPress 6.8 and newer know the folder by the header `Domain Path`. */
function load_translations() {
	load_plugin_textdomain( 'which-cause', false, dirname( plugin_basename( FILE ) ) . '/languages' );
}

/** The plugin's file for the language of a locale; an empty string if it has none. */
function translation_file( $locale, $ending ) {
	foreach ( glob( dirname( FILE ) . "/languages/which-cause-*$ending" ) as $file ) {
		$has = basename( $file, $ending );
		if ( strtok( substr( $has, strlen( 'which-cause-' ) ), '_' ) === strtok( $locale, '_' ) ) {
			return $file;
		}
	}
	return '';
}

function translation_for_php( $file, $domain ) {
	if ( 'which-cause' !== $domain || is_readable( $file ) || is_readable( substr( $file, 0, -3 ) . '.l10n.php' ) ) {
		return $file;
	}
	$locale = substr( basename( $file, '.mo' ), strlen( 'which-cause-' ) );
	$ours   = translation_file( $locale, '.mo' );
	return '' === $ours ? $file : $ours;
}

/** WordPress asks without a file when it has found none. All scripts of the plugin share one. */
function translation_for_scripts( $file, $handle, $domain ) {
	return 'which-cause' === $domain && false === $file ? translation_file( determine_locale(), '.json' ) : $file;
}
