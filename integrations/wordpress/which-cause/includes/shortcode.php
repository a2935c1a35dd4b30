<?php
/**
 * The shortcode, for the classic editor, page builders and widgets:
 *
 *     [which-cause course="https://example.org/course/" region="US" remember]A few lines of your own.[/which-cause]
 *
 * Word processors, chat programs and some page builders turn straight quotes into curly ones, which WordPress's own parser does
 * not know. So the attributes are parsed again here, from the text of the post.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** A shortcode's attributes are in lower case. These two have another name in the block. */
const SHORT = array(
	'start-label' => 'startLabel',
	'course-name' => 'courseName',
);

add_shortcode( 'which-cause', __NAMESPACE__ . '\shortcode' );
add_filter( 'pre_do_shortcode_tag', __NAMESPACE__ . '\keep_shortcode_text', 10, 4 );

// WordPress renders shortcodes with priority 11 in a post and with 9 in a widget.
add_filter( 'the_content', __NAMESPACE__ . '\plain_space_after_tag', 10 );
add_filter( 'widget_text', __NAMESPACE__ . '\plain_space_after_tag', 8 );

/** WordPress takes a non-breaking or an invisible space after a shortcode's name as a part of the name. */
function plain_space_after_tag( $text ) {
	return preg_replace( '/\[which-cause(?:\xC2\xA0|\xE2\x80[\x80-\x8F\xAF]|\xEF\xBB\xBF)+/', '[which-cause ', (string) $text );
}

/** Only this filter gets the text of a shortcode. The shortcode's function gets parsed attributes. */
function keep_shortcode_text( $output, $tag, $attributes, $found ) {
	if ( 'which-cause' === $tag ) {
		shortcode_text( $found[3] );
	}
	return $output;
}

/** The attribute text of the shortcode that is rendered next. With an argument it is set, without one it is taken. */
function shortcode_text( $set = null ) {
	static $text = null;
	$kept        = $text;
	$text        = $set;
	return $kept;
}

function shortcode( $attributes, $content = '' ) {
	$text = shortcode_text();
	// Code that calls this function directly has no text. Its values need no parsing.
	$same = null !== $text && (array) shortcode_parse_atts( $text ) === (array) $attributes;
	return element(
		shortcode_values( $same ? shortcode_attributes( $text ) : (array) $attributes, (string) $content ),
		'class="wp-block-which-cause-quiz"'
	);
}

/** The values of a shortcode, by the names of the block's attributes. Words without an attribute are under `unknown`. */
function shortcode_values( $attributes, $content ) {
	$given = array( 'unknown' => array() );
	foreach ( $attributes as $name => $value ) {
		$alone = is_int( $name );
		$name  = strtolower( $alone ? unquote( $value ) : $name );
		$key   = SHORT[ $name ] ?? $name;
		if ( ! isset( DEFAULTS[ $key ] ) || 'intro' === $key ) {
			if ( '' !== $name ) {
				$given['unknown'][] = $name;
			}
		} elseif ( ! $alone ) {
			$given[ $key ] = $value;
		} elseif ( is_bool( DEFAULTS[ $key ] ) ) {
			// `remember` needs no value.
			$given[ $key ] = true;
		} else {
			$given['unknown'][] = $name;
		}
	}
	$given['intro'] = shortcode_intro( $content );
	return $given;
}

/**
 * Parses the attributes of a shortcode. It accepts all that shortcode_parse_atts does, and also: every kind of quote, as a
 * character or an entity, even if the two quotes differ or one is missing; quotes around a name; `_` or another dash for `-`
 * in a name; and links that an editor made from addresses.
 *
 * @return array<string|int, string> Values by name; words without a name have a number.
 */
function shortcode_attributes( $text ) {
	$text   = preg_replace( '#</?(a|span|strong|em|b|i|u|code|p|br|font)\b[^>]*>#i', ' ', ' ' . $text );
	$text   = quotes_as_characters( visible( $text ) );
	$double = '[' . preg_quote( DOUBLE_QUOTES, '/' ) . ']';
	$single = '[' . preg_quote( SINGLE_QUOTES, '/' ) . ']';
	$any    = '[' . preg_quote( DOUBLE_QUOTES . SINGLE_QUOTES, '/' ) . ']';
	$name   = '[\w‐‑‒–—-]+';
	$equals = '\s*[=＝]\s*';
	// A value ends at a quote before another attribute, or at the last quote. It contains no beginning of an attribute.
	$inside     = "(?:(?!\s$any?$name$any?$equals$any).)*?";
	$end        = "(?=\s*$|\s*$any?$name$any?$equals|\s+$any?remember\b)";
	$found      = preg_match_all(
		"/$any?($name)$any?$equals(?:\"([^\"]*)\"(?=\s|$)|'([^']*)'(?=\s|$)|$double+($inside)$double+$end|$single+($inside)$single+$end|(\S+))|(\S+)/us",
		$text,
		$parts,
		PREG_SET_ORDER | PREG_UNMATCHED_AS_NULL
	);
	$attributes = array();
	foreach ( $found ? $parts : array() as $part ) {
		if ( null === $part[1] ) {
			$attributes[] = $part[7];
			continue;
		}
		$name                = strtolower( preg_replace( '/[_‐‑‒–—]/u', '-', $part[1] ) );
		$exact               = $part[2] ?? $part[3];
		$value               = $exact ?? $part[4] ?? $part[5] ?? unquote( $part[6] );
		$straight            = array(
			'＂' => '"',
			'＇' => "'",
		);
		$attributes[ $name ] = trim( strtr( $value, $straight ) );
	}
	return $attributes;
}

/**
 * The content of the shortcode. WordPress made paragraphs of the whole text before, so half of a paragraph can be left at each
 * end. It is removed.
 */
function shortcode_intro( $content ) {
	$content = preg_replace( '#^(\s|</p>|<br\s*/?>)+#i', '', $content );
	return preg_replace( '#(\s|<p>|<br\s*/?>)+$#i', '', $content );
}
