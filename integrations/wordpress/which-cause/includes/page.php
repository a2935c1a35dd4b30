<?php
/**
 * Adds the loader's script tag, once, and a little style to each page with a quiz. Pages without a quiz have neither.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

const MODULE = 'which-cause';

/**
 * Themes draw an outline around the focused element. While a control in the quiz has the focus, that is the whole quiz. The
 * quiz shows the focus itself, but the style in its shadow root cannot remove the theme's outline.
 *
 * In a block of full or wide width, and in a theme that does not limit the width of text, the card is centered and as wide as a
 * legible line of text. A classic theme prints this style after the site's own CSS, so `:where` lets a rule there win.
 *
 * Many themes reset the margins of paragraphs and lists, and give them back to those directly in a post only.
 *
 * The note about the script appears after three seconds, unless the loader has defined the element.
 */
const STYLE = 'which-cause{display:block}which-cause:focus{outline:none}' .
	':where(.wp-block-which-cause-quiz)>which-cause{max-inline-size:44rem}' .
	'.wp-block-which-cause-quiz:is(.alignfull,.alignwide)>which-cause{margin-inline:auto}' .
	'which-cause>:is(p,ul){margin-block-end:1em}which-cause>*+:is(p,ul){margin-block-start:1em}' .
	'.which-cause-note,.which-cause-not-run{margin-block:1rem;padding:.75rem 1rem;border:2px solid #b32d2e;background:#fff;color:#1d2327;font-size:.875rem}' .
	':is(.which-cause-note,.which-cause-not-run)>*{margin:0}' .
	'.which-cause-not-run{position:absolute;visibility:hidden;animation:which-cause-not-run 0s 3s forwards}' .
	'@keyframes which-cause-not-run{to{position:static;visibility:visible}}' .
	'which-cause:defined~.which-cause-not-run{display:none}';

add_filter( 'wp_script_attributes', __NAMESPACE__ . '\mark_script' );
add_action( 'wp_footer', __NAMESPACE__ . '\print_late', 30 );
add_filter( 'rocket_delay_js_exclusions', __NAMESPACE__ . '\exclude_script' );
add_filter( 'rocket_exclude_js', __NAMESPACE__ . '\exclude_script' );

/**
 * The address of the loader. Its folder has the version in its name, because plugins that optimize a site tell browsers to
 * keep scripts for long: another version has another address. The app's folder is beside the loader.
 */
function script_address() {
	return plugins_url( 'assets/' . VERSION . '/which-cause.js', FILE );
}

/** Adds both to this page. The editor renders the block too, and does not need them. */
function enqueue() {
	if ( is_admin() ) {
		return;
	}
	wp_enqueue_script_module( MODULE, script_address(), array(), null );
	enqueue_style();
}

/** The style of the element and of a note, once for each page. */
function enqueue_style() {
	if ( ! wp_style_is( MODULE, 'registered' ) ) {
		wp_register_style( MODULE, false, array(), VERSION );
		wp_add_inline_style( MODULE, STYLE );
	}
	wp_enqueue_style( MODULE );
}

/** Whether the page already has the loader's tag. */
function printed( $now = false ) {
	static $printed = false;
	$printed        = $printed || $now;
	return $printed;
}

/**
 * Attributes that tell optimizing plugins not to combine, delay or move the loader: it is small, it is a module, and it finds
 * its files beside itself.
 */
function mark_script( $attributes ) {
	if ( ( $attributes['id'] ?? '' ) !== MODULE . '-js-module' ) {
		return $attributes;
	}
	printed( true );
	return $attributes + array(
		'data-cfasync'     => 'false', // Cloudflare's Rocket Loader; LiteSpeed Cache respects it too.
		'data-no-optimize' => '1', // LiteSpeed Cache: combine and minify.
		'data-no-defer'    => '1', // LiteSpeed Cache: defer and delay.
		'data-noptimize'   => '1', // Autoptimize.
		'data-no-minify'   => '1', // WP Rocket: minify.
		'nowprocket'       => true, // WP Rocket: delay.
	);
}

/**
 * In a block theme WordPress prints modules in the head, up to 6.8 only there. A quiz that is rendered later, in the footer or
 * in a classic template, would have no loader.
 */
function print_late() {
	if ( ! rendered() ) {
		return;
	}
	// These do nothing if the page already has them.
	wp_print_styles( MODULE );
	if ( wp_script_is( COUNTER ) ) {
		wp_print_scripts( COUNTER );
	}
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

/** A note for people who can edit the page. It is shown by style alone, because a broken script may break others too. */
function script_note() {
	if ( ! can_edit() ) {
		return '';
	}
	return '<div class="which-cause-not-run" role="note"><p>' .
		esc_html__( 'Only people who can edit this page see this note. The script of the quiz has not run, so there is no start button. Perhaps a plugin that optimizes scripts has changed it: exclude which-cause.js there, and empty its cache.', 'which-cause' ) .
		'</p></div>';
}

/** WP Rocket's lists of scripts that are not delayed and not minified: patterns of addresses. */
function exclude_script( $patterns ) {
	$patterns   = is_array( $patterns ) ? $patterns : array();
	$patterns[] = '/which-cause/assets/(.*)which-cause.js';
	return $patterns;
}
