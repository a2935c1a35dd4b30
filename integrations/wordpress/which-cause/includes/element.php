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
 * What the shipped quiz says of itself before it starts, and whom to call where. The packaging takes it from the quiz.
 *
 * @return array{language: string, title: string, lead: string[], points: string[], audience: string, start: string,
 *               course: string, numbers: array<string, string>, number: string}
 */
function facade() {
	static $facade = null;
	if ( null === $facade ) {
		$facade = require dirname( FILE ) . '/facade.php';
	}
	return $facade;
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
	$say = array_merge( BLANK, array_intersect_key( $given, BLANK ) );
	foreach ( BLANK as $key => $blank ) {
		if ( is_string( $blank ) ) {
			$say[ $key ] = is_scalar( $say[ $key ] ) ? trim( (string) $say[ $key ] ) : '';
		}
	}
	$site   = defaults();
	$quiz   = address( $say['quiz'] );
	$course = address( $say['course'] );
	$course = '' === $course ? $site['course'] : $course;
	$region = region( $say['region'] );

	// The shipped quiz brings words of its own; any other quiz's author writes them.
	$facade = '' === $quiz ? facade() : null;
	$start  = $say['startLabel'];
	if ( '' === $start && $facade ) {
		$start = $facade['start'];
	}

	$html  = '<div ' . $wrapper . '><which-cause';
	$html .= attribute( 'course', esc_url( $course, array( 'http', 'https' ) ) );
	$html .= attribute( 'quiz', esc_url( $quiz, array( 'http', 'https' ) ) );
	$html .= attribute( 'region', '' === $region ? $site['region'] : $region );
	$html .= attribute( 'lang', language( $say['lang'] ) );
	$html .= attribute( 'theme', one_of( $say['theme'], array( 'light', 'dark' ) ) );
	$html .= attribute( 'report', one_of( $say['report'], array( 'result' ) ) );
	$html .= filter_var( $say['remember'], FILTER_VALIDATE_BOOLEAN ) ? ' remember' : '';
	$html .= attribute( 'start-label', $start );
	$html .= '>' . heading( $say['heading'], $facade ) . intro( $say['intro'], $facade );
	$html .= fallback( $course, $say['courseName'], $facade ) . '</which-cause></div>';
	return $html;
}

/** One attribute; an empty one is left out, and the widget's own default holds. */
function attribute( $name, $value ) {
	return '' === $value ? '' : ' ' . $name . '="' . esc_attr( $value ) . '"';
}

function one_of( $text, $known ) {
	return in_array( $text, $known, true ) ? $text : '';
}

/** A language tag by the look of it (BCP 47), or nothing. */
function language( $text ) {
	return preg_match( '/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/D', $text ) ? $text : '';
}

/** Says that words are in another language than the page around them (WCAG 2.2, 3.1.2). */
function in_language( $facade ) {
	$page = strtolower( strtok( get_bloginfo( 'language' ), '-' ) );
	return $page === $facade['language'] ? '' : attribute( 'lang', $facade['language'] );
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
	if ( '' !== $facade['audience'] ) {
		$html .= "<p$in>" . esc_html( $facade['audience'] ) . '</p>';
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
		$name = $facade ? $facade['course'] : $course;
	}
	return '<p data-fallback><a href="' . $link . '">' . esc_html( $name ) . '</a></p>';
}

/** Text without its line breaks; in HTML they are spaces. What is preformatted stays as it is. */
function one_line( $html ) {
	return stripos( $html, '<pre' ) === false ? trim( preg_replace( '/\s*\n\s*/', ' ', $html ) ) : $html;
}
