<?php
/**
 * What a page with a quiz needs beside the element: the loader's script tag, a module, once a page; and two lines of
 * style. Pages without a quiz have neither.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

const MODULE = 'which-cause';

/**
 * Themes put an outline round whatever has the focus, and so round all of the quiz while something in it has it. The
 * quiz shows the focus itself, and its own sheets, being in its shadow root, cannot take the theme's away.
 *
 * In a block of full or wide width the card stays as wide as a line of text can be read, in the middle. The same holds where a theme
 * sets its text no width.
 */
const STYLE = 'which-cause{display:block}which-cause:focus{outline:none}' .
	'.wp-block-which-cause-quiz>which-cause{max-inline-size:44rem}' .
	'.wp-block-which-cause-quiz:is(.alignfull,.alignwide)>which-cause{margin-inline:auto}' .
	'.which-cause-note{margin-block:1rem;padding:.75rem 1rem;border:2px solid #b32d2e;background:#fff;color:#1d2327;font-size:.875rem}' .
	'.which-cause-note>*{margin:0}';

add_filter( 'wp_script_attributes', __NAMESPACE__ . '\mark_script' );
add_action( 'wp_footer', __NAMESPACE__ . '\print_late', 30 );
add_filter( 'rocket_delay_js_exclusions', __NAMESPACE__ . '\exclude_script' );
add_filter( 'rocket_exclude_js', __NAMESPACE__ . '\exclude_script' );

/**
 * Where the loader is. The folder has the version in its name, since what optimises a site has browsers keep a script
 * for long: the loader of another version has another address. The app is in a folder beside it that the loader knows.
 */
function script_address() {
	return plugins_url( 'assets/' . VERSION . '/which-cause.js', FILE );
}

/** Asks for both on this page. The editor has the block's HTML made too, and has no use for it. */
function enqueue() {
	if ( is_admin() ) {
		return;
	}
	wp_enqueue_script_module( MODULE, script_address(), array(), null );
	enqueue_style();
}

/** The style of the element and of a note, once a page. */
function enqueue_style() {
	if ( ! wp_style_is( MODULE, 'registered' ) ) {
		wp_register_style( MODULE, false, array(), VERSION );
		wp_add_inline_style( MODULE, STYLE );
	}
	wp_enqueue_style( MODULE );
}

/** Whether the loader's tag is in the page already. */
function printed( $now = false ) {
	static $printed = false;
	$printed = $printed || $now;
	return $printed;
}

/**
 * Tells the plugins that put scripts together, delay or move them to leave the loader as it is: it is small, it is a
 * module, and it looks for its files beside itself.
 */
function mark_script( $attributes ) {
	if ( ( $attributes['id'] ?? '' ) !== MODULE . '-js-module' ) {
		return $attributes;
	}
	printed( true );
	return $attributes + array(
		'data-cfasync'     => 'false', // Cloudflare's Rocket Loader; LiteSpeed Cache heeds it too.
		'data-no-optimize' => '1', // LiteSpeed Cache: combine and minify.
		'data-no-defer'    => '1', // LiteSpeed Cache: defer and delay.
		'data-noptimize'   => '1', // Autoptimize.
		'data-no-minify'   => '1', // WP Rocket: minify.
		'nowprocket'       => true, // WP Rocket: delay.
	);
}

/**
 * WordPress prints modules in the head of a page of a block theme, up to 6.8 there alone. A quiz that only turns up
 * later, in the footer or in a template of the classic kind, would have no loader.
 */
function print_late() {
	if ( ! rendered() ) {
		return;
	}
	// Nothing comes of it where the style is in the page already.
	wp_print_styles( MODULE );
	if ( printed() ) {
		return;
	}
	wp_print_script_tag(
		array(
			'type' => 'module',
			'src'  => script_address(),
			'id'   => MODULE . '-js-module',
		)
	);
}

/** WP Rocket's lists of what is not to be delayed and not to be minified: patterns of addresses. */
function exclude_script( $patterns ) {
	$patterns   = is_array( $patterns ) ? $patterns : array();
	$patterns[] = '/which-cause/assets/(.*)which-cause.js';
	return $patterns;
}
