<?php
/**
 * Cleans values that an author or an administrator typed: addresses, regions and languages, with any kind of quotes. Each
 * function returns a clean value, or an empty string if the text is not valid. This file knows no blocks, shortcodes or
 * settings.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** Double quotes of keyboards, word processors and languages, and ″, the sign for inches. */
const DOUBLE_QUOTES = '"“”„‟″‶«»＂〝〞';

/** Single quotes, and ′, the sign for feet, and the accents ` and ´. */
const SINGLE_QUOTES = "'‘’‚‛′‵‹›＇`´";

/**
 * Replaces special spaces by plain ones, and removes invisible characters. Text that is copied from a page or a word
 * processor can have non-breaking spaces, zero-width spaces or a byte order mark.
 */
function visible( $text ) {
	$text = is_scalar( $text ) ? wp_check_invalid_utf8( (string) $text, true ) : '';
	$text = preg_replace( '/[\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{FEFF}]/u', '', $text );
	return trim( preg_replace( '/[\x{00A0}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]/u', ' ', $text ) );
}

/** Removes the quotes at the ends of a text. */
function unquote( $text ) {
	$quotes = preg_quote( DOUBLE_QUOTES . SINGLE_QUOTES, '/' );
	return trim( preg_replace( "/^[$quotes\s]+|[$quotes\s]+$/u", '', visible( quotes_as_characters( $text ) ) ) );
}

/**
 * Decodes quotes and spaces that are written as entities (`&#8221;`, `&rdquo;`, `&quot;`, also escaped twice). A straight
 * quote becomes a wide one, so it is not mistaken for the end of a value.
 */
function quotes_as_characters( $text ) {
	return preg_replace_callback(
		'/&(?:amp;)*(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/i',
		function ( $found ) {
			$character = html_entity_decode( "&$found[1];", ENT_QUOTES | ENT_HTML5, 'UTF-8' );
			if ( "\u{A0}" === $character ) {
				return ' ';
			}
			$wide      = array(
				'"' => '＂',
				"'" => '＇',
			);
			$character = $wide[ $character ] ?? $character;
			$quotes    = preg_quote( DOUBLE_QUOTES . SINGLE_QUOTES, '/' );
			return preg_match( "/^[$quotes]$/Du", $character ) ? $character : $found[0];
		},
		is_scalar( $text ) ? (string) $text : ''
	);
}

/**
 * A web address, with http or https, or a path on this site, which begins with one slash. Anything else is refused:
 * WordPress's own sanitize_url would turn `my-course` into `http://my-course`, which does not exist.
 */
function address( $text ) {
	$text   = unquote( $text );
	$quotes = preg_quote( DOUBLE_QUOTES . '“”‘’`´<>\\', '/' );
	if ( preg_match( "/[\s$quotes]/u", $text ) || ! preg_match( '#^(https?://[^/?\#]|/(?!/))#i', $text ) ) {
		return '';
	}
	if ( '/' !== $text[0] ) {
		$host = (string) wp_parse_url( $text, PHP_URL_HOST );
		if ( '' === $host || strpos( $host, '%' ) !== false ) {
			return '';
		}
	}
	return sanitize_url( $text, array( 'http', 'https' ) );
}

/** A region of ISO 3166, two letters. The United Kingdom is GB there, but most people write UK. */
function region( $text ) {
	$text = strtoupper( unquote( $text ) );
	$text = 'UK' === $text ? 'GB' : $text;
	return preg_match( '/^[A-Z]{2}$/D', $text ) ? $text : '';
}

/** A language tag in the form of BCP 47. WordPress writes `es_MX` for `es-MX`. */
function language( $text ) {
	$text = str_replace( '_', '-', unquote( $text ) );
	return preg_match( '/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/D', $text ) ? $text : '';
}
