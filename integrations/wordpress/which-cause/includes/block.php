<?php
/**
 * The block. WordPress stores its attributes as data and asks for the HTML when a page is shown. So the block also works for
 * authors who may not write every kind of HTML. Its inner blocks are the author's own intro.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

const EDITOR = 'which-cause-editor';

/** The scripts of the block, by their file in block/. editor.js registers the block and needs all others. */
const EDITOR_SCRIPTS = array( 'quiz-check', 'quiz-dialog', 'trial', 'canvas', 'settings', 'deprecated', 'shortcode' );

add_action( 'init', __NAMESPACE__ . '\register_block' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\add_editor_data' );

function register_block() {
	$libraries = array(
		'wp-api-fetch',
		'wp-autop',
		'wp-block-editor',
		'wp-blocks',
		'wp-components',
		'wp-compose',
		'wp-data',
		'wp-element',
		'wp-hooks',
		'wp-i18n',
		'wp-rich-text',
	);
	foreach ( EDITOR_SCRIPTS as $name ) {
		wp_register_script( EDITOR . "-$name", plugins_url( "block/$name.js", FILE ), $libraries, VERSION, true );
	}
	wp_register_script(
		EDITOR,
		plugins_url( 'block/editor.js', FILE ),
		preg_filter( '/^/', EDITOR . '-', EDITOR_SCRIPTS ),
		VERSION,
		true
	);
	// Texts are looked up when they are shown, so this holds for all scripts of the block.
	wp_set_script_translations( EDITOR, 'which-cause', dirname( FILE ) . '/languages' );
	wp_register_style( EDITOR, plugins_url( 'block/editor.css', FILE ), array( 'wp-components' ), VERSION );
	register_block_type(
		dirname( FILE ) . '/block',
		array( 'render_callback' => __NAMESPACE__ . '\render_block' )
	);
}

function render_block( $attributes, $content = '' ) {
	$has_content = '' !== trim( wp_strip_all_tags( $content ) ) || preg_match( '/<(img|video|audio|iframe)\b/', $content );
	// Blocks of WordPress's own made it, so it has no HTML that the author may not write.
	$attributes['content'] = $has_content ? one_line( $content ) : '';
	return element( $attributes, get_block_wrapper_attributes() );
}

/** The values that the editor's preview shows for attributes that are not set, and the addresses of the widget's files. */
function add_editor_data() {
	$site   = defaults();
	$parser = glob( dirname( FILE ) . '/assets/' . VERSION . '/*/which-cause-parser.js' );
	$known  = array(
		'facades'  => array_values( facades() ),
		// In the editor, get_bloginfo() returns the language of the user, not of the site.
		'language' => str_replace( '_', '-', get_locale() ),
		'site'     => $site,
		'number'   => emergency_number( $site['region'] ),
		'regions'  => regions(),
		'settings' => current_user_can( 'manage_options' ) ? settings_address() : '',
		'upload'   => current_user_can( 'upload_files' ),
		'loader'   => script_address(),
		'parser'   => $parser ? plugins_url( str_replace( dirname( FILE ), '', $parser[0] ), FILE ) : '',
	);
	wp_add_inline_script( EDITOR . '-' . EDITOR_SCRIPTS[0], 'window.whichCause = ' . wp_json_encode( $known, JSON_HEX_TAG ) . ';', 'before' );
}
