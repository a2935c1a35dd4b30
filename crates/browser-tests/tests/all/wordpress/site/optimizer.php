<?php
// Does to a page what plugins that optimize scripts do, without regard to the attributes that tell them not to. `?optimizer=` says what.

add_action(
	'template_redirect',
	function () {
		if ( isset( $_GET['optimizer'] ) ) {
			ob_start(
				function ( $html ) {
					return optimize( $html, $_GET['optimizer'] );
				}
			);
		}
	}
);

function optimize( $html, $how ) {
	if ( ! preg_match( '#<script [^>]*src="([^"]*/which-cause\.js)"[^>]*></script>#', $html, $found ) ) {
		return 'no script of the quiz';
	}
	list( $script, $address ) = $found;
	$loader = file_get_contents( WP_CONTENT_DIR . substr( $address, strlen( content_url() ) ) );
	switch ( $how ) {
		case 'moves':
			return str_replace( '</body>', "$script</body>", str_replace( $script, '', $html ) );
		case 'defers':
			return str_replace( $script, str_replace( '<script ', '<script defer async ', $script ), $html );
		case 'delays':
			$delayed = str_replace( 'type="module"', 'type="later"', $script );
			$starter = '<script>addEventListener( "keydown", () => {
				const later = document.querySelector( "script[type=later]" );
				later.replaceWith( Object.assign( document.createElement( "script" ), { type: "module", src: later.src } ) );
			}, { once: true } )</script>';
			return str_replace( $script, $delayed . $starter, $html );
		case 'makes plain':
			return str_replace( $script, str_replace( ' type="module"', '', $script ), $html );
		case 'joins':
			return str_replace( $script, copy_of( "document.title += '.';\n$loader", '' ), $html );
		case 'joins as a module':
			return str_replace( $script, copy_of( "document.title += '.';\n$loader", 'type="module"' ), $html );
		case 'minifies':
			return str_replace( $script, copy_of( $loader, 'type="module"' ), $html );
	}
}

/** A script tag for a file in the cache folder. */
function copy_of( $code, $type ) {
	wp_mkdir_p( WP_CONTENT_DIR . '/cache' );
	file_put_contents( WP_CONTENT_DIR . '/cache/optimized.js', $code );
	return "<script $type src='" . content_url( 'cache/optimized.js' ) . "'></script>";
}
