<?php
/**
 * The shortcode, for the classic editor, page builders and widgets:
 *
 *     [which-cause course="https://example.org/course/" region="US" remember]A few lines of your own.[/which-cause]
 *
 * Word processors, chat programs and some page builders make its quotes curly, and WordPress's own parser knows straight
 * ones alone. So the attributes are read again here, from the text as it stands in the post.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** A shortcode's attributes are all in lower case; these two have another name in a block. */
const SHORT = array(
	'start-label' => 'startLabel',
	'course-name' => 'courseName',
);

add_shortcode( 'which-cause', __NAMESPACE__ . '\shortcode' );
add_filter( 'pre_do_shortcode_tag', __NAMESPACE__ . '\keep_shortcode_text', 10, 4 );

// WordPress looks for shortcodes at 11 in a post and at 9 in a widget.
add_filter( 'the_content', __NAMESPACE__ . '\plain_space_after_tag', 10 );
add_filter( 'widget_text', __NAMESPACE__ . '\plain_space_after_tag', 8 );

/** WordPress takes a non-breaking or an invisible space behind a shortcode's name for a part of the name. */
function plain_space_after_tag( $text ) {
	return preg_replace( '/\[which-cause(?:\xC2\xA0|\xE2\x80[\x80-\x8F\xAF]|\xEF\xBB\xBF)+/', '[which-cause ', (string) $text );
}

/** WordPress hands its parsed attributes to a shortcode, and only this filter sees the text that they came from. */
function keep_shortcode_text( $output, $tag, $attributes, $found ) {
	if ( 'which-cause' === $tag ) {
		shortcode_text( $found[3] );
	}
	return $output;
}

/** The text of the attributes of the shortcode that is rendered next: set with an argument, taken without one. */
function shortcode_text( $set = null ) {
	static $text = null;
	$kept = $text;
	$text = $set;
	return $kept;
}

function shortcode( $attributes, $content = '' ) {
	$text = shortcode_text();
	// A program that calls this function itself has no text, and its values are as it means them.
	$same = null !== $text && (array) shortcode_parse_atts( $text ) === (array) $attributes;
	return element(
		given_by_shortcode( $same ? shortcode_attributes( $text ) : (array) $attributes, (string) $content ),
		'class="wp-block-which-cause-quiz"'
	);
}

/** What a shortcode says, by the names of a block's attributes. Words that belong to no attribute are under `unknown`. */
function given_by_shortcode( $attributes, $content ) {
	$given = array( 'unknown' => array() );
	foreach ( $attributes as $name => $value ) {
		$alone = is_int( $name );
		$name  = strtolower( $alone ? unquote( $value ) : $name );
		$key   = SHORT[ $name ] ?? $name;
		if ( ! isset( BLANK[ $key ] ) || 'intro' === $key ) {
			if ( '' !== $name ) {
				$given['unknown'][] = $name;
			}
		} elseif ( ! $alone ) {
			$given[ $key ] = $value;
		} elseif ( is_bool( BLANK[ $key ] ) ) {
			// `remember` may stand alone.
			$given[ $key ] = true;
		} else {
			$given['unknown'][] = $name;
		}
	}
	$given['intro'] = shortcode_intro( $content );
	return $given;
}

/**
 * The attributes in a shortcode's text. It reads what shortcode_parse_atts reads, and beside that every kind of quote, as
 * a character or an entity, also where the two of a pair differ or one is missing; quotes around a name; `_` or another
 * dash for `-` in a name; and links that an editor has made of addresses.
 *
 * @return array<string|int, string> Values by name; words that stand alone have a number.
 */
function shortcode_attributes( $text ) {
	$text   = preg_replace( '#</?(a|span|strong|em|b|i|u|code|p|br|font)\b[^>]*>#i', ' ', ' ' . $text );
	$text   = quotes_as_characters( visible( $text ) );
	$double = '[' . preg_quote( DOUBLE_QUOTES, '/' ) . ']';
	$single = '[' . preg_quote( SINGLE_QUOTES, '/' ) . ']';
	$any    = '[' . preg_quote( DOUBLE_QUOTES . SINGLE_QUOTES, '/' ) . ']';
	$name   = '[\w‐‑‒–—-]+';
	$equals = "\s*[=＝]\s*";
	// A value ends at a quote behind which another attribute begins, or nothing. It has no beginning of another in it.
	$inside = "(?:(?!\s$any?$name$any?$equals$any).)*?";
	$end    = "(?=\s*$|\s*$any?$name$any?$equals|\s+$any?remember\b)";
	$found  = preg_match_all(
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
		$name   = strtolower( preg_replace( '/[_‐‑‒–—]/u', '-', $part[1] ) );
		$exact  = $part[2] ?? $part[3];
		$value  = $exact ?? $part[4] ?? $part[5] ?? unquote( $part[6] );
		$straight = array(
			'＂' => '"',
			'＇' => "'",
		);
		$attributes[ $name ] = trim( strtr( $value, $straight ) );
	}
	return $attributes;
}

/**
 * What stands in the shortcode. WordPress has made paragraphs of the whole text before; of the one that the opening
 * tag stood in, and of the one of the closing tag, a half is left at either end.
 */
function shortcode_intro( $content ) {
	$content = preg_replace( '#^(\s|</p>|<br\s*/?>)+#i', '', $content );
	return preg_replace( '#(\s|<p>|<br\s*/?>)+$#i', '', $content );
}
