<?php
/**
 * The block. WordPress stores its attributes as data and asks for the HTML when a page is shown. So the block also works for
 * authors who may not write every kind of HTML.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

const EDITOR = 'which-cause-editor';

add_action( 'init', __NAMESPACE__ . '\register_block' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\add_editor_data' );

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

/** The values that the editor's preview shows for attributes that are not set. */
function add_editor_data() {
	$known = array(
		'facades'  => array_values( facades() ),
		// In the editor, get_bloginfo() returns the language of the user, not of the site.
		'language' => str_replace( '_', '-', get_locale() ),
		'site'     => defaults(),
		'region'   => region_help(),
		'settings' => current_user_can( 'manage_options' ) ? settings_address() : '',
	);
	wp_add_inline_script( EDITOR, 'window.whichCause = ' . wp_json_encode( $known, JSON_HEX_TAG ) . ';', 'before' );
}
