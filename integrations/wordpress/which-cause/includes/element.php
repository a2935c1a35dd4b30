<?php
/**
 * The element as a reader's browser gets it: <which-cause> with the facade in it, out of what a block or a shortcode
 * says. Everything that comes from an author becomes one of few values here, or is escaped.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** What a quiz can be told, by the names of a block's attributes; a shortcode's are in shortcode.php. */
const BLANK = array(
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
 * What the shipped quiz says before it starts, by language, its own first. The packaging takes it from the quiz files.
 *
 * @return array<string, array{language: string, direction: string, title: string, lead: string[], points: string[],
 *                             after: string[], start: string, course: string}>
 */
function facades() {
	static $facades = null;
	if ( null === $facades ) {
		$facades = require dirname( FILE ) . '/facade.php';
	}
	return $facades;
}

/**
 * What the shipped quiz says in the language that suits best: the end of the tag is left out, part by part, until there is
 * one (RFC 4647, 3.4). The widget looks its translations up in the same way.
 */
function facade( $tag ) {
	$parts = explode( '-', strtolower( language( $tag ) ) );
	for ( ; $parts; array_pop( $parts ) ) {
		foreach ( facades() as $language => $facade ) {
			if ( strtolower( $language ) === implode( '-', $parts ) ) {
				return $facade;
			}
		}
	}
	return current( facades() );
}

/** Whether this page has had a quiz so far. */
function rendered( $now = false ) {
	static $rendered = false;
	$rendered = $rendered || $now;
	return $rendered;
}

/**
 * The element and what must come with it.
 *
 * It is one line: what runs over a page's text after us finds no paragraphs to make. And it stands in an element that
 * every browser knows, so that a paragraph made all the same does not close it too early.
 *
 * @param array  $given   What the author said, by the keys of BLANK.
 * @param string $wrapper The attributes of the element around it, escaped.
 */
function element( $given, $wrapper ) {
	enqueue();
	rendered( true );
	$say = said( $given );
	$site    = defaults();
	$course  = '' === address( $say['course'] ) ? $site['course'] : address( $say['course'] );
	$quiz    = address( $say['quiz'] );
	$lang    = language( $say['lang'] );
	$region  = region( $say['region'] );

	// The shipped quiz brings words of its own; any other quiz's author writes them.
	$facade = '' === $say['quiz'] ? facade( '' === $lang ? get_bloginfo( 'language' ) : $lang ) : null;
	$start  = $say['startLabel'];
	if ( '' === $start && $facade ) {
		$start = $facade['start'];
	}
	$words = heading( $say['heading'], $facade ) . intro( $say['intro'], $facade );
	$link  = fallback( $course, $say['courseName'], $facade );
	$note  = note( $given );
	if ( '' !== $say['quiz'] && '' === $quiz ) {
		// No address, no quiz: another one than was meant may be about something else altogether.
		return '<div ' . $wrapper . '>' . $words . $link . $note . '</div>';
	}

	$html  = '<div ' . $wrapper . '><which-cause';
	$html .= attribute( 'course', esc_url( $course, array( 'http', 'https' ) ) );
	$html .= attribute( 'quiz', esc_url( $quiz, array( 'http', 'https' ) ) );
	$html .= attribute( 'region', '' === $region ? $site['region'] : $region );
	$html .= attribute( 'lang', $lang );
	$html .= attribute( 'theme', one_of( $say['theme'], array( 'light', 'dark' ) ) );
	$html .= attribute( 'report', one_of( $say['report'], array( 'result' ) ) );
	$html .= filter_var( $say['remember'], FILTER_VALIDATE_BOOLEAN ) ? ' remember' : '';
	$html .= attribute( 'start-label', $start );
	$html .= '>' . $words . $link . '</which-cause>' . $note . '</div>';
	return $html;
}

/** What an author said, each text without the spaces round it and each missing value as its default. */
function said( $given ) {
	$say = array_merge( BLANK, array_intersect_key( $given, BLANK ) );
	foreach ( BLANK as $key => $blank ) {
		if ( is_string( $blank ) ) {
			$say[ $key ] = visible( $say[ $key ] );
		}
	}
	return $say;
}

/** What is wrong with the values of a quiz, for those who can mend it. */
function note( $given ) {
	$problems = can_mend() ? problems( $given ) : array();
	if ( ! $problems ) {
		return '';
	}
	return '<div class="which-cause-note" role="note"><p>' .
		esc_html__( 'Only people who can edit this page see this note. The quiz has values that cannot be used:', 'which-cause' ) .
		'</p><ul><li>' . implode( '</li><li>', array_map( 'esc_html', $problems ) ) . '</li></ul></div>';
}

/** Whether the visitor can edit the post that is shown. Feeds and stored copies of the page have no notes. */
function can_mend() {
	if ( ! is_user_logged_in() || is_admin() || is_feed() || wp_is_json_request() ) {
		return false;
	}
	$post = get_the_ID();
	return $post ? current_user_can( 'edit_post', $post ) : current_user_can( 'edit_posts' );
}

/** One attribute; an empty one is left out, and the widget's own default holds. */
function attribute( $name, $value ) {
	return '' === $value ? '' : ' ' . $name . '="' . esc_attr( $value ) . '"';
}

function one_of( $text, $known ) {
	$text = strtolower( unquote( $text ) );
	return in_array( $text, $known, true ) ? $text : '';
}

/** Says that words are in another language than the page around them (WCAG 2.2, 3.1.2). */
function in_language( $facade ) {
	$page = strtolower( strtok( get_bloginfo( 'language' ), '-' ) );
	if ( strtok( $facade['language'], '-' ) === $page ) {
		return '';
	}
	return attribute( 'lang', $facade['language'] ) . attribute( 'dir', $facade['direction'] );
}

function heading( $own, $facade ) {
	if ( '' !== $own ) {
		return '<h2>' . esc_html( $own ) . '</h2>';
	}
	return $facade ? '<h2' . in_language( $facade ) . '>' . esc_html( $facade['title'] ) . '</h2>' : '';
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

/** The way to the course for readers to whom the quiz does not come. */
function fallback( $course, $name, $facade ) {
	$link = esc_url( $course, array( 'http', 'https' ) );
	if ( '' === $link ) {
		return '';
	}
	if ( '' === $name ) {
		$name = $facade ? $facade['course'] : __( 'Go to the course', 'which-cause' );
	}
	return '<p data-fallback><a href="' . $link . '">' . esc_html( $name ) . '</a></p>';
}

/** Text without its line breaks; in HTML they are spaces. What is preformatted stays as it is. */
function one_line( $html ) {
	return stripos( $html, '<pre' ) === false ? trim( preg_replace( '/\s*\n\s*/', ' ', $html ) ) : $html;
}
