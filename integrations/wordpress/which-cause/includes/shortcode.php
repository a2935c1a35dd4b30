<?php
/**
 * The shortcode, for the classic editor, page builders and widgets:
 *
 *     [which-cause course="https://example.org/course/" region="US" remember]A few lines of your own.[/which-cause]
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** A shortcode's attributes are all in lower case; these two have a block's name of another look. */
const SHORT = array(
	'start-label' => 'startLabel',
	'course-name' => 'courseName',
);

add_shortcode( 'which-cause', __NAMESPACE__ . '\shortcode' );

function shortcode( $attributes, $content = '' ) {
	$given = array();
	foreach ( is_array( $attributes ) ? $attributes : array() as $name => $value ) {
		// One that stands alone, as `remember` may, comes as a value without a name.
		if ( is_int( $name ) ) {
			$given[ strtolower( $value ) ] = true;
		} else {
			$given[ SHORT[ $name ] ?? $name ] = $value;
		}
	}
	$given['intro'] = shortcode_intro( (string) $content );
	return element( $given, 'class="wp-block-which-cause-quiz"' );
}

/**
 * What stands in the shortcode. WordPress has made paragraphs of the whole text before; of the one that the opening
 * tag stood in, and of the one of the closing tag, a half is left at either end.
 */
function shortcode_intro( $content ) {
	$content = preg_replace( '#^(\s|</p>|<br\s*/?>)+#i', '', $content );
	return preg_replace( '#(\s|<p>|<br\s*/?>)+$#i', '', $content );
}
