<?php
/**
 * Looks for what is wrong with the values of a quiz, so that the author finds it and no reader does: values of a wrong form,
 * and addresses that lead nowhere. The editor asks by the REST interface.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** Seconds that another site's server may take to answer. */
const PATIENCE = 5;

/** A quiz file may have this many bytes; the widget refuses a larger one. */
const LARGEST_QUIZ = 1048576;

add_action( 'rest_api_init', __NAMESPACE__ . '\register_check' );
add_action( 'admin_notices', __NAMESPACE__ . '\notice_in_classic_editor' );

/**
 * The route `which-cause/v1/check`, for those who can write posts alone. A logged-in browser has to send WordPress's nonce
 * with it, as with every request to that interface. What comes back says whether an address answers, and nothing that is
 * there.
 */
function register_check() {
	register_rest_route(
		'which-cause/v1',
		'/check',
		array(
			'methods'             => 'POST',
			'callback'            => __NAMESPACE__ . '\answer_check',
			'permission_callback' => function () {
				return current_user_can( 'edit_posts' );
			},
			'args'                => array(
				'attributes' => array(
					'type'    => 'object',
					'default' => array(),
				),
				'shortcodes' => array(
					'type'    => 'string',
					'default' => '',
				),
			),
		)
	);
}

/** What is wrong with a block's attributes, by their names, or with the shortcodes in a text. */
function answer_check( $request ) {
	$given = (array) $request['attributes'];
	return array(
		'attributes' => (object) ( problems( $given ) + dead_ends( $given ) ),
		'shortcodes' => wrong_shortcodes( $request['shortcodes'] ),
	);
}

/** What is wrong with the shortcodes in a text. */
function wrong_shortcodes( $text ) {
	$wrong = array();
	foreach ( shortcodes_in( $text ) as $given ) {
		$wrong = array_merge( $wrong, array_values( problems( $given ) + dead_ends( $given ) ) );
	}
	return $wrong;
}

/** The classic editor asks nothing while someone writes: it has a notice after a post has been saved. */
function notice_in_classic_editor() {
	$screen = get_current_screen();
	$post   = get_post();
	// phpcs:ignore WordPress.Security.NonceVerification -- WordPress's own word that it has just saved; nothing is changed by it.
	if ( 'post' !== $screen->base || $screen->is_block_editor() || ! $post || ! isset( $_GET['message'] ) ) {
		return;
	}
	if ( ! current_user_can( 'edit_post', $post->ID ) ) {
		return;
	}
	foreach ( wrong_shortcodes( $post->post_content ) as $text ) {
		printf( '<div class="notice notice-warning which-cause-notice"><p>%s</p></div>', esc_html( $text ) );
	}
}

/** What each of our shortcodes in a text says. */
function shortcodes_in( $text ) {
	preg_match_all( '/' . get_shortcode_regex( array( 'which-cause' ) ) . '/', plain_space_after_tag( $text ), $found, PREG_SET_ORDER );
	$given = array();
	// More than a post has are not looked at: each may ask two servers.
	foreach ( array_slice( $found, 0, 5 ) as $one ) {
		$given[] = given_by_shortcode( shortcode_attributes( $one[3] ), $one[5] );
	}
	return $given;
}

/**
 * The values that have a wrong form, by the names of a block's attributes, each with what is used in its place.
 *
 * @return array<string, string>
 */
function problems( $given ) {
	$say   = said( $given );
	$wrong = array();
	if ( '' !== $say['course'] && '' === address( $say['course'] ) ) {
		$wrong['course'] = sprintf(
			/* translators: %s: what was given. */
			__( '“%s” is no address of a course page. It must start with https:// or http://, or with / on this site. The site’s own is used.', 'which-cause' ),
			$say['course']
		);
	}
	if ( '' !== $say['quiz'] && '' === address( $say['quiz'] ) ) {
		$wrong['quiz'] = sprintf(
			/* translators: %s: what was given. */
			__( '“%s” is no address of a quiz file. It must start with https:// or http://, or with / on this site. There is no quiz until it is right.', 'which-cause' ),
			$say['quiz']
		);
	}
	if ( '' !== $say['region'] && '' === region( $say['region'] ) ) {
		$wrong['region'] = sprintf(
			/* translators: %s: what was given. */
			__( '“%s” is no region. It must be two letters, such as US or GB. The site’s own is used.', 'which-cause' ),
			$say['region']
		);
	}
	if ( '' !== $say['lang'] && '' === language( $say['lang'] ) ) {
		$wrong['lang'] = sprintf(
			/* translators: %s: what was given. */
			__( '“%s” is no language tag. One looks like es or es-MX. The page’s language is used.', 'which-cause' ),
			$say['lang']
		);
	}
	if ( '' !== $say['theme'] && '' === one_of( $say['theme'], array( 'auto', 'light', 'dark' ) ) ) {
		/* translators: %s: what was given. */
		$wrong['theme'] = sprintf( __( 'The theme “%s” is not known. It is light or dark.', 'which-cause' ), $say['theme'] );
	}
	if ( '' !== $say['report'] && '' === one_of( $say['report'], array( 'steps', 'result' ) ) ) {
		/* translators: %s: what was given. */
		$wrong['report'] = sprintf( __( 'The report “%s” is not known. It is steps or result.', 'which-cause' ), $say['report'] );
	}
	if ( ! empty( $given['unknown'] ) ) {
		$wrong['unknown'] = sprintf(
			/* translators: %s: words of a shortcode. */
			__( 'The shortcode has words that belong to no attribute: %s. A quote may be missing.', 'which-cause' ),
			implode( ' ', $given['unknown'] )
		);
	}
	return $wrong;
}

/**
 * The addresses that lead nowhere, by the names of a block's attributes. Where another server does not say, neither does
 * this: a page that asks for a password or turns programs away is there.
 *
 * @return array<string, string>
 */
function dead_ends( $given ) {
	$say    = said( $given );
	$dead   = array();
	$course = address( $say['course'] );
	$quiz   = address( $say['quiz'] );
	if ( '' !== $course && ! is_published( $course ) ) {
		$wrong = what_is_wrong_at( $course, wp_safe_remote_head( absolute( $course ), request() ) );
		if ( $wrong ) {
			$dead['course'] = $wrong;
		}
	}
	if ( '' !== $quiz ) {
		$answer = wp_safe_remote_get( absolute( $quiz ), request() );
		$wrong  = what_is_wrong_at( $quiz, $answer );
		if ( ! $wrong && wp_remote_retrieve_response_code( $answer ) === 200 ) {
			$wrong = what_is_wrong_with_quiz( $quiz, $answer );
		}
		if ( $wrong ) {
			$dead['quiz'] = $wrong;
		}
	}
	return $dead;
}

/** How another server is asked. WordPress follows no redirect to an address inside the server's own network. */
function request() {
	return array(
		'timeout'             => PATIENCE,
		'redirection'         => 3,
		'limit_response_size' => LARGEST_QUIZ + 1,
		// A server of another site says to a page's origin whether that page may read the file.
		'headers'             => array( 'Origin' => origin( home_url() ) ),
	);
}

function origin( $url ) {
	$parts = wp_parse_url( $url );
	$port  = isset( $parts['port'] ) ? ":$parts[port]" : '';
	return "$parts[scheme]://$parts[host]$port";
}

/** An address with its site; a path begins at this site's root, as in a link. */
function absolute( $address ) {
	return '/' === $address[0] ? origin( home_url() ) . $address : $address;
}

/** Whether an address is that of a published post of this site, for which no request is needed. */
function is_published( $address ) {
	$id = url_to_postid( absolute( $address ) );
	return $id && 'publish' === get_post_status( $id );
}

/** What an answer means for a reader who follows the address; nothing where it may be all right. */
function what_is_wrong_at( $address, $answer ) {
	if ( is_wp_error( $answer ) ) {
		/* translators: %s: a web address. */
		return sprintf( __( 'Nothing answers at %s. Please check the address.', 'which-cause' ), $address );
	}
	$status = wp_remote_retrieve_response_code( $answer );
	if ( in_array( $status, array( 404, 410 ), true ) ) {
		/* translators: 1: a web address. 2: a number such as 404. */
		return sprintf( __( '%1$s leads nowhere: there is no such page (%2$d). Is it published?', 'which-cause' ), $address, $status );
	}
	return '';
}

/** What is wrong with a quiz file as a reader's browser gets it; the widget itself looks at all that is in it. */
function what_is_wrong_with_quiz( $address, $answer ) {
	$body = wp_remote_retrieve_body( $answer );
	$quiz = json_decode( preg_replace( '/^\xEF\xBB\xBF/', '', $body ), true );
	if ( strlen( $body ) > LARGEST_QUIZ || ! is_array( $quiz ) || ! isset( $quiz['questions'], $quiz['causes'] ) ) {
		/* translators: %s: a web address. */
		return sprintf( __( '%s is there, but it is no quiz file.', 'which-cause' ), $address );
	}
	$allowed = wp_remote_retrieve_header( $answer, 'access-control-allow-origin' );
	$here    = origin( home_url() );
	if ( origin( absolute( $address ) ) !== $here && '*' !== $allowed && $here !== $allowed ) {
		return sprintf(
			/* translators: 1: a web address. 2: the address of this site. */
			__( 'Browsers may not read %1$s from your site. Its server must send the header “Access-Control-Allow-Origin: %2$s”.', 'which-cause' ),
			$address,
			$here
		);
	}
	return '';
}
