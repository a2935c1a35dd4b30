<?php
/**
 * Finds mistakes in the values of a quiz, for its author: invalid values, and addresses that do not exist. The editor asks
 * through the REST API.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** The timeout for another site's server, in seconds. */
const PATIENCE = 5;

/** The largest quiz file that the widget accepts, in bytes. */
const LARGEST_QUIZ = 1048576;

/** The number of redirects that are followed. */
const MOST_REDIRECTS = 3;

/** The number of requests that one user may cause in a minute. With more, a user could search a network for servers. */
const REQUESTS_A_MINUTE = 60;

/** The transient with the number of requests in this minute, by user. */
const REQUESTS = 'which_cause_requests';

add_action( 'rest_api_init', __NAMESPACE__ . '\register_check' );
add_action( 'admin_notices', __NAMESPACE__ . '\notice_in_classic_editor' );

/**
 * The route `which-cause/v1/check`, for users who can write posts. The browser has to send WordPress's nonce, as for every
 * request to the REST API. The response says whether an address exists, and has nothing of its content.
 */
function register_check() {
	register_rest_route(
		'which-cause/v1',
		'/check',
		array(
			'methods'             => 'POST',
			'callback'            => __NAMESPACE__ . '\handle_check',
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

/** The mistakes in a block's attributes, by attribute, or in the shortcodes of a text. */
function handle_check( $request ) {
	$given = (array) $request['attributes'];
	return array(
		'attributes' => (object) ( problems( $given ) + missing_addresses( $given ) ),
		'shortcodes' => shortcode_problems( $request['shortcodes'] ),
	);
}

/** The mistakes in the shortcodes of a text. */
function shortcode_problems( $text ) {
	$wrong = array();
	foreach ( shortcodes_in( $text ) as $given ) {
		$wrong = array_merge( $wrong, array_values( problems( $given ) + missing_addresses( $given ) ) );
	}
	return $wrong;
}

/** Shows a notice in the classic editor after a post is saved. That editor does not check while the user types. */
function notice_in_classic_editor() {
	$screen = get_current_screen();
	$post   = get_post();
	// phpcs:ignore WordPress.Security.NonceVerification -- WordPress sets it after saving; it changes nothing.
	if ( 'post' !== $screen->base || $screen->is_block_editor() || ! $post || ! isset( $_GET['message'] ) ) {
		return;
	}
	if ( ! current_user_can( 'edit_post', $post->ID ) ) {
		return;
	}
	foreach ( shortcode_problems( $post->post_content ) as $text ) {
		printf( '<div class="notice notice-warning which-cause-notice"><p>%s</p></div>', esc_html( $text ) );
	}
}

/** The attributes of each of our shortcodes in a text. */
function shortcodes_in( $text ) {
	preg_match_all( '/' . get_shortcode_regex( array( 'which-cause' ) ) . '/', plain_space_after_tag( $text ), $found, PREG_SET_ORDER );
	$given = array();
	// The number is limited, because each may need requests to two servers.
	foreach ( array_slice( $found, 0, 5 ) as $one ) {
		$given[] = shortcode_values( shortcode_attributes( $one[3] ), $one[5] );
	}
	return $given;
}

/**
 * The messages about invalid values, by attribute of the block. Each says which value is used instead.
 *
 * @return array<string, string>
 */
function problems( $given ) {
	$values = with_defaults( $given );
	$wrong  = array();
	if ( '' !== $values['course'] && '' === address( $values['course'] ) ) {
		$wrong['course'] = sprintf(
			/* translators: %s: what was given. */
			__( '“%s” is not the address of a course page. It must start with https:// or http://, or with / on this site. The site’s own is used.', 'which-cause' ),
			$values['course']
		);
	}
	if ( '' !== $values['quiz'] && '' === address( $values['quiz'] ) ) {
		$wrong['quiz'] = sprintf(
			/* translators: %s: what was given. */
			__( '“%s” is not the address of a quiz file. It must start with https:// or http://, or with / on this site. There is no quiz until it is right.', 'which-cause' ),
			$values['quiz']
		);
	}
	if ( '' !== $values['region'] && '' === region( $values['region'] ) ) {
		$wrong['region'] = sprintf(
			/* translators: %s: what was given. */
			__( '“%s” is not a region. It must be two letters, such as US or GB. The site’s own is used.', 'which-cause' ),
			$values['region']
		);
	}
	if ( '' !== $values['lang'] && '' === language( $values['lang'] ) ) {
		$wrong['lang'] = sprintf(
			/* translators: %s: what was given. */
			__( '“%s” is not a language tag. One looks like es or es-MX. The page’s language is used.', 'which-cause' ),
			$values['lang']
		);
	}
	if ( '' !== $values['theme'] && '' === one_of( $values['theme'], array( 'auto', 'light', 'dark' ) ) ) {
		/* translators: %s: what was given. */
		$wrong['theme'] = sprintf( __( 'The theme “%s” is not known. It is light or dark.', 'which-cause' ), $values['theme'] );
	}
	if ( '' !== $values['report'] && '' === one_of( $values['report'], array( 'steps', 'result' ) ) ) {
		/* translators: %s: what was given. */
		$wrong['report'] = sprintf( __( 'The report “%s” is not known. It is steps or result.', 'which-cause' ), $values['report'] );
	}
	// A block can have any value of this name.
	$unknown = is_array( $given['unknown'] ?? null ) ? array_map( __NAMESPACE__ . '\visible', $given['unknown'] ) : array();
	if ( $unknown ) {
		$wrong['unknown'] = sprintf(
			/* translators: %s: words of a shortcode. */
			__( 'The shortcode has words that belong to no attribute: %s. A quote may be missing.', 'which-cause' ),
			implode( ' ', $unknown )
		);
	}
	return $wrong;
}

/**
 * The messages about addresses that do not exist, by attribute of the block. There is no message if the server's response
 * leaves it open: a page that needs a password or blocks programs does exist. Nor is there one if no request was made.
 *
 * @return array<string, string>
 */
function missing_addresses( $given ) {
	$values  = with_defaults( $given );
	$missing = array();
	$course  = address( $values['course'] );
	$quiz    = address( $values['quiz'] );
	if ( '' !== $course && ! is_published( $course ) ) {
		$wrong = page_problem( $course, response( 'HEAD', $course ) );
		if ( $wrong ) {
			$missing['course'] = $wrong;
		}
	}
	if ( '' !== $quiz ) {
		$answer = response( 'GET', $quiz );
		$wrong  = page_problem( $quiz, $answer );
		if ( ! $wrong && wp_remote_retrieve_response_code( $answer ) === 200 ) {
			$wrong = quiz_problem( $quiz, $answer );
		}
		if ( $wrong ) {
			$missing['quiz'] = $wrong;
		}
	}
	return $missing;
}

/**
 * The response for an address; empty if the user has caused too many requests. WordPress makes no request into the server's own
 * network. But old versions, such as 6.5, request link-local addresses, and there a cloud gives its servers their passwords. So
 * redirects are followed here, and each address is checked.
 */
function response( $method, $address ) {
	$url = absolute( $address );
	for ( $redirects = 0; $redirects <= MOST_REDIRECTS; $redirects++ ) {
		if ( is_link_local( $url ) ) {
			return new \WP_Error( 'which_cause_link_local' );
		}
		if ( ! may_request() ) {
			return array();
		}
		$response = wp_safe_remote_request(
			$url,
			array(
				'method'              => $method,
				'timeout'             => PATIENCE,
				'redirection'         => 0,
				'limit_response_size' => LARGEST_QUIZ + 1,
				// With an origin, a server of another site says whether the page may read the file.
				'headers'             => array( 'Origin' => origin( home_url() ) ),
			)
		);
		$location = (array) wp_remote_retrieve_header( $response, 'location' );
		if ( ! in_array( wp_remote_retrieve_response_code( $response ), array( 301, 302, 303, 307, 308 ), true ) || empty( $location[0] ) ) {
			return $response;
		}
		$url = \WP_Http::make_absolute_url( $location[0], $url );
	}
	return new \WP_Error( 'which_cause_too_many_redirects' );
}

/** Whether the server of an address is in 169.254.0.0/16, the link-local addresses. */
function is_link_local( $url ) {
	$host = trim( (string) wp_parse_url( $url, PHP_URL_HOST ), '.' );
	return strpos( gethostbyname( $host ), '169.254.' ) === 0;
}

/** Whether the user may cause one more request in this minute. If so, it is counted. */
function may_request() {
	$minute = intdiv( time(), MINUTE_IN_SECONDS );
	$user   = get_current_user_id();
	$counts = get_transient( REQUESTS )[ $minute ] ?? array();
	$count  = $counts[ $user ] ?? 0;
	if ( $count >= REQUESTS_A_MINUTE ) {
		return false;
	}
	$counts[ $user ] = $count + 1;
	set_transient( REQUESTS, array( $minute => $counts ), MINUTE_IN_SECONDS );
	return true;
}

function origin( $url ) {
	$parts = wp_parse_url( $url );
	$port  = isset( $parts['port'] ) ? ":$parts[port]" : '';
	return "$parts[scheme]://$parts[host]$port";
}

/** A whole address. A path begins at the root of this site, as in a link. */
function absolute( $address ) {
	return '/' === $address[0] ? origin( home_url() ) . $address : $address;
}

/** Whether an address belongs to a published post of this site. Then no request is needed. */
function is_published( $address ) {
	$id = url_to_postid( absolute( $address ) );
	return $id && 'publish' === get_post_status( $id );
}

/** The message about a response, for a link that a reader follows; an empty string if the page may exist. */
function page_problem( $address, $answer ) {
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

/** The message about the response for a quiz file. The widget checks the content of the file. */
function quiz_problem( $address, $answer ) {
	$body = wp_remote_retrieve_body( $answer );
	$quiz = json_decode( preg_replace( '/^\xEF\xBB\xBF/', '', $body ), true );
	if ( strlen( $body ) > LARGEST_QUIZ || ! is_array( $quiz ) || ! isset( $quiz['questions'], $quiz['causes'] ) ) {
		/* translators: %s: a web address. */
		return sprintf( __( '%s is there, but it is not a quiz file.', 'which-cause' ), $address );
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
