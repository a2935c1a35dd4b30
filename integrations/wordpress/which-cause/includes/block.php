<?php
/**
 * The block. WordPress keeps what it says as data and asks for the HTML when a page is shown, so that nothing of it is
 * lost where an author may not write HTML of every kind.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

const EDITOR = 'which-cause-editor';

add_action( 'init', __NAMESPACE__ . '\register_block' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\tell_editor' );

function register_block() {
	wp_register_script(
		EDITOR,
		plugins_url( 'block/editor.js', FILE ),
		array( 'wp-api-fetch', 'wp-autop', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-compose', 'wp-element', 'wp-hooks', 'wp-i18n' ),
		VERSION,
		true
	);
	wp_set_script_translations( EDITOR, 'which-cause', dirname( FILE ) . '/languages' );
	wp_register_style( EDITOR, plugins_url( 'block/editor.css', FILE ), array(), VERSION );
	register_block_type(
		dirname( FILE ) . '/block',
		array( 'render_callback' => __NAMESPACE__ . '\render_block' )
	);
}

function render_block( $attributes ) {
	return element( $attributes, get_block_wrapper_attributes() );
}

/** What the editor's preview shows where the block itself says nothing. */
function tell_editor() {
	$known = array(
		'facades'  => array_values( facades() ),
		// In the editor, get_bloginfo() has the language of the person who writes.
		'language' => str_replace( '_', '-', get_locale() ),
		'site'     => defaults(),
		'region'   => region_help(),
		'settings' => current_user_can( 'manage_options' ) ? settings_address() : '',
	);
	wp_add_inline_script( EDITOR, 'window.whichCause = ' . wp_json_encode( $known, JSON_HEX_TAG ) . ';', 'before' );
}
