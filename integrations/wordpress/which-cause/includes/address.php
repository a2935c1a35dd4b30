<?php
/**
 * Reads what an author or an administrator typed: addresses, regions, languages, and quotes of every kind around them.
 * Each reader gives a clean value, or an empty string where the text is none of that kind. It knows nothing of blocks,
 * shortcodes or settings.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** Double quotes as keyboards, word processors and languages have them; ″ is the sign for inches. */
const DOUBLE_QUOTES = '"“”„‟″‶«»＂〝〞';

/** Single quotes; ′ is the sign for feet, ` and ´ are accents. */
const SINGLE_QUOTES = "'‘’‚‛′‵‹›＇`´";

/**
 * A text with its spaces as plain ones and without the characters that nobody sees. A non-breaking space, a zero-width
 * one or a byte order mark comes along when text is copied from a page or a word processor.
 */
function visible( $text ) {
	$text = is_scalar( $text ) ? wp_check_invalid_utf8( (string) $text, true ) : '';
	$text = preg_replace( '/[\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{FEFF}]/u', '', $text );
	return trim( preg_replace( '/[\x{00A0}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]/u', ' ', $text ) );
}

/** A text without the quotes at its ends. */
function unquote( $text ) {
	$quotes = preg_quote( DOUBLE_QUOTES . SINGLE_QUOTES, '/' );
	return trim( preg_replace( "/^[$quotes\s]+|[$quotes\s]+$/u", '', visible( quotes_as_characters( $text ) ) ) );
}

/**
 * Quotes and spaces that are written as entities (`&#8221;`, `&rdquo;`, `&quot;`, also escaped twice) as the characters they
 * stand for. Straight ones become the wide ones, so that they are not taken for the quotes around them.
 */
function quotes_as_characters( $text ) {
	return preg_replace_callback(
		'/&(?:amp;)*(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/i',
		function ( $found ) {
			$character = html_entity_decode( "&$found[1];", ENT_QUOTES | ENT_HTML5, 'UTF-8' );
			if ( "\u{A0}" === $character ) {
				return ' ';
			}
			$wide = array(
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
 * An address of the web, with http or https, or a path on this site, which begins with one slash. Anything else is
 * refused: WordPress's own sanitize_url would make `http://my-course` of `my-course`, which leads nowhere.
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

/** A region as ISO 3166 has it, two letters. The United Kingdom is GB there, and UK to nearly everyone who lives in it. */
function region( $text ) {
	$text = strtoupper( unquote( $text ) );
	$text = 'UK' === $text ? 'GB' : $text;
	return preg_match( '/^[A-Z]{2}$/D', $text ) ? $text : '';
}

/** A language tag by its form (BCP 47). WordPress itself writes `es_MX` for `es-MX`. */
function language( $text ) {
	$text = str_replace( '_', '-', unquote( $text ) );
	return preg_match( '/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/D', $text ) ? $text : '';
}
