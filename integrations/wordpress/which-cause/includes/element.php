<?php
/**
 * Makes the HTML of <which-cause> with the words before the start, from the attributes of a block or a shortcode. Every value
 * of an author is validated or escaped here.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** The attributes of a quiz with their defaults, by the names of the block. shortcode.php has the names of the shortcode. */
const DEFAULTS = array(
	'course'     => '',
	'courseName' => '',
	'quiz'       => '',
	'region'     => '',
	'lang'       => '',
	'theme'      => '',
	'report'     => '',
	'remember'   => false,
	'heading'    => '',
	'intro'      => '',
	'startLabel' => '',
);

/**
 * The words of the five-cause quiz before its start, by language, English first. The packaging takes them from the quiz files.
 *
 * @return array<string, array{language: string, direction: string, title: string, lead: string[], points: string[],
 *                             privacy: int, counted: string, after: string[], start: string, busy: string,
 *                             failed: string, course: string}>
 */
function facades() {
	static $facades = null;
	if ( null === $facades ) {
		$facades = require dirname( FILE ) . '/facade.php';
		foreach ( counting() ? $facades : array() as $language => $facade ) {
			// The words of the quiz say that nothing is saved or sent.
			$facades[ $language ]['points'][ $facade['privacy'] ] = $facade['counted'];
		}
	}
	return $facades;
}

/** The words of the five-cause quiz in the best language. The widget looks up its translations in the same way. */
function facade( $tag ) {
	return in_best_language( facades(), $tag );
}

/**
 * The value in the best language: the tag loses its last part until a language matches (RFC 4647, 3.4). If none matches, it is
 * the first value.
 *
 * @param array  $values Values by language tag.
 * @param string $tag    A language tag, or a locale of WordPress.
 */
function in_best_language( $values, $tag ) {
	$parts = explode( '-', strtolower( language( $tag ) ) );
	for ( ; $parts; array_pop( $parts ) ) {
		foreach ( $values as $language => $value ) {
			if ( strtolower( $language ) === implode( '-', $parts ) ) {
				return $value;
			}
		}
	}
	return current( $values );
}

/**
 * The words of another quiz before its start, which the editor took from the quiz file. The block's `words` may have any form:
 * users can write it by hand.
 */
function own_facade( $words ) {
	if ( ! is_array( $words ) ) {
		return null;
	}
	$facade = array( 'direction' => 'rtl' === ( $words['direction'] ?? '' ) ? 'rtl' : 'ltr' );
	foreach ( array( 'language', 'title', 'start', 'busy', 'failed', 'course' ) as $key ) {
		$facade[ $key ] = visible( $words[ $key ] ?? '' );
	}
	$facade['courseUrl'] = address( $words['courseUrl'] ?? '' );
	foreach ( array( 'lead', 'points', 'after' ) as $key ) {
		$texts          = array_map( __NAMESPACE__ . '\visible', is_array( $words[ $key ] ?? null ) ? $words[ $key ] : array() );
		$facade[ $key ] = array_filter( $texts, 'strlen' );
	}
	return $facade;
}

/** Whether a quiz was rendered on this page before. */
function rendered( $now = false ) {
	static $rendered = false;
	$rendered        = $rendered || $now;
	return $rendered;
}

/**
 * The element, in a wrapper.
 *
 * It has no line breaks, so filters that run later make no paragraphs in it. The wrapper is a common element, so a paragraph that
 * a filter makes anyway does not close the quiz too early.
 *
 * @param array  $given   The author's values, by the keys of DEFAULTS.
 * @param string $wrapper The attributes of the element around it, escaped.
 */
function element( $given, $wrapper ) {
	enqueue();
	rendered( true );
	$values = with_defaults( $given );
	$site   = defaults();
	$course = '' === address( $values['course'] ) ? $site['course'] : address( $values['course'] );
	$quiz   = address( $values['quiz'] );
	$lang   = language( $values['lang'] );
	$region = region( $values['region'] );

	// The five-cause quiz has words before its start. The block has those of another quiz.
	$language = '' === $lang ? page_language() : $lang;
	$facade   = '' === $values['quiz'] ? facade( $language ) : own_facade( $given['words'] ?? null );
	$start    = $values['startLabel'];
	if ( '' === $start && $facade ) {
		$start = $facade['start'];
	}
	$intro = $given['content'] ?? '';
	$words = heading( $values['heading'], $facade ) . ( '' === $intro ? intro( $values['intro'], $facade ) : $intro );
	$link  = fallback( '' === $course ? $facade['courseUrl'] ?? '' : $course, $values['courseName'], $facade );
	$note  = note( $given );
	if ( '' !== $values['quiz'] && '' === $quiz ) {
		// Without a valid address there is no quiz: another quiz could be about another subject.
		return '<div ' . $wrapper . '>' . $words . $link . $note . '</div>';
	}

	$html  = '<div ' . $wrapper . count_attributes() . '><which-cause';
	$html .= attribute( 'course', esc_url( $course, array( 'http', 'https' ) ) );
	$html .= attribute( 'quiz', esc_url( $quiz, array( 'http', 'https' ) ) );
	$html .= attribute( 'region', '' === $region ? $site['region'] : $region );
	$html .= attribute( 'lang', $lang );
	$html .= attribute( 'theme', one_of( $values['theme'], array( 'light', 'dark' ) ) );
	$html .= attribute( 'report', one_of( $values['report'], array( 'result' ) ) );
	$html .= filter_var( $values['remember'], FILTER_VALIDATE_BOOLEAN ) ? ' remember' : '';
	$html .= attribute( 'start-label', $start );
	$html .= attribute( 'busy-label', message( 'busy', $facade, $language ) );
	$html .= attribute( 'failed-label', message( 'failed', $facade, $language ) );
	$html .= attribute( 'style', style( $given ) );
	$html .= '>' . $words . $link . '</which-cause>' . $note . script_note() . '</div>';
	return $html;
}

/**
 * A message of the element: `busy` while the quiz is loading, `failed` if it cannot start. The messages of the five-cause quiz suit
 * any quiz without its own.
 *
 * @param string     $key      Which one.
 * @param array|null $facade   The words of the quiz before its start, if they are known.
 * @param string     $language The language of a quiz whose words do not name theirs.
 */
function message( $key, $facade, $language ) {
	if ( $facade && '' !== $facade[ $key ] ) {
		return $facade[ $key ];
	}
	$named = $facade['language'] ?? '';
	return facade( '' === $named ? $language : $named )[ $key ];
}

/** The author's values, trimmed, with defaults for missing ones. */
function with_defaults( $given ) {
	$values = array_merge( DEFAULTS, array_intersect_key( $given, DEFAULTS ) );
	foreach ( DEFAULTS as $key => $default ) {
		if ( is_string( $default ) ) {
			$values[ $key ] = visible( $values[ $key ] );
		}
	}
	return $values;
}

/** A note about invalid values, for users who can edit the post. */
function note( $given ) {
	$problems = can_edit() ? problems( $given ) : array();
	if ( ! $problems ) {
		return '';
	}
	return '<div class="which-cause-note" role="note"><p>' .
		esc_html__( 'Only people who can edit this page see this note. The quiz has values that cannot be used:', 'which-cause' ) .
		'</p><ul><li>' . implode( '</li><li>', array_map( 'esc_html', $problems ) ) . '</li></ul></div>';
}

/** Whether the visitor can edit the post. Feeds and cached copies of the page have no notes. */
function can_edit() {
	if ( ! is_user_logged_in() || is_admin() || is_feed() || wp_is_json_request() ) {
		return false;
	}
	$post = get_the_ID();
	return $post ? current_user_can( 'edit_post', $post ) : current_user_can( 'edit_posts' );
}

/** The custom properties for the block's colors and radius, by the block's attribute. */
const PROPERTIES = array(
	'accent'     => '--which-cause-accent',
	'accentText' => '--which-cause-accent-text',
	'surface'    => '--which-cause-surface',
	'text'       => '--which-cause-text',
);

/** The style of the element: the custom properties that the block sets. */
function style( $given ) {
	$style = '';
	foreach ( PROPERTIES as $key => $property ) {
		$color  = color( $given[ $key ] ?? '' );
		$style .= '' === $color ? '' : "$property:$color;";
	}
	$radius = $given['radius'] ?? null;
	return is_numeric( $radius ) ? $style . '--which-cause-radius:' . max( 0, min( 64, (int) $radius ) ) . 'px;' : $style;
}

/** A color as CSS: one of the theme's palette, or one in hexadecimal, rgb() or hsl(). Anything else is refused. */
function color( $text ) {
	$text = visible( $text );
	if ( preg_match( '/^var:preset\|color\|[\w-]+$/D', $text ) ) {
		$css = wp_style_engine_get_styles( array( 'color' => array( 'text' => $text ) ) );
		return $css['declarations']['color'] ?? '';
	}
	return preg_match( '/^(#[0-9a-f]{3,8}|(rgb|hsl)a?\([0-9.,%\/ ]+\))$/Di', $text ) ? $text : '';
}

/** One attribute. An empty one is left out, and the widget uses its default. */
function attribute( $name, $value ) {
	return '' === $value ? '' : ' ' . $name . '="' . esc_attr( $value ) . '"';
}

function one_of( $text, $known ) {
	$text = strtolower( unquote( $text ) );
	return in_array( $text, $known, true ) ? $text : '';
}

/** The language that the page names in its HTML, where the widget looks too. Multilingual plugins may change it there alone. */
function page_language() {
	$named = preg_match( '/\blang=["\']([^"\']+)/', get_language_attributes(), $found ) ? language( $found[1] ) : '';
	return '' === $named ? get_bloginfo( 'language' ) : $named;
}

/** The `lang` of words in another language than the page (WCAG 2.2, 3.1.2). */
function in_language( $facade ) {
	$page = strtolower( strtok( page_language(), '-' ) );
	if ( strtok( $facade['language'], '-' ) === $page ) {
		return '';
	}
	return attribute( 'lang', $facade['language'] ) . attribute( 'dir', $facade['direction'] );
}

function heading( $own, $facade ) {
	if ( '' !== $own ) {
		return '<h2>' . esc_html( $own ) . '</h2>';
	}
	return $facade && '' !== $facade['title'] ? '<h2' . in_language( $facade ) . '>' . esc_html( $facade['title'] ) . '</h2>' : '';
}

function intro( $own, $facade ) {
	if ( '' !== $own ) {
		return one_line( wp_kses_post( force_balance_tags( wpautop( $own ) ) ) );
	}
	if ( ! $facade ) {
		return '';
	}
	$in   = in_language( $facade );
	$html = '';
	foreach ( $facade['lead'] as $text ) {
		$html .= "<p$in>" . esc_html( $text ) . '</p>';
	}
	if ( $facade['points'] ) {
		$html .= "<ul$in><li>" . implode( '</li><li>', array_map( 'esc_html', $facade['points'] ) ) . '</li></ul>';
	}
	foreach ( $facade['after'] as $text ) {
		$html .= "<p$in>" . esc_html( $text ) . '</p>';
	}
	return $html;
}

/** The link to the course for readers without the quiz. */
function fallback( $course, $name, $facade ) {
	$link = esc_url( $course, array( 'http', 'https' ) );
	if ( '' === $link ) {
		return '';
	}
	if ( '' === $name ) {
		$name = $facade && '' !== $facade['course'] ? $facade['course'] : __( 'Go to the course', 'which-cause' );
	}
	return '<p data-fallback><a href="' . $link . '">' . esc_html( $name ) . '</a></p>';
}

/** Replaces line breaks by spaces, which mean the same in HTML. Preformatted text is not changed. */
function one_line( $html ) {
	return stripos( $html, '<pre' ) === false ? trim( preg_replace( '/\s*\n\s*/', ' ', $html ) ) : $html;
}
