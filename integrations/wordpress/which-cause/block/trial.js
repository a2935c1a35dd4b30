/**
 * The dialog in which an author tries the quiz: the element as PHP writes it for the page, with the real widget, which is loaded
 * only then. Links open in a new tab, so the editor stays.
 */
( function ( { apiFetch, blocks, components, element, i18n }, whichCause ) {
	const { createElement: el, RawHTML, useEffect, useState } = element;
	const { Button, Modal, Notice, Spinner } = components;
	const { __ } = i18n;

	/** The HTML of the block, with its inner blocks as the intro. */
	async function render( attributes, innerBlocks ) {
		const intro = blocks.serialize( innerBlocks ).replace( /<!--.*?-->/gs, '' ).trim();
		const { rendered } = await apiFetch( {
			path: '/wp/v2/block-renderer/which-cause/quiz?context=edit',
			method: 'POST',
			data: {
				attributes: {
					...attributes,
					intro: intro || attributes.intro,
					// The document around the dialog is in the user's language, not in the page's.
					lang: attributes.lang || whichCause.language,
					// Nothing is remembered between two trials.
					remember: false,
				},
			},
		} );
		return rendered;
	}

	/** Has a link open in a new tab. The widget's links are in its shadow root. */
	function keepEditor( { nativeEvent } ) {
		const link = nativeEvent.composedPath().find( ( { localName } ) => localName === 'a' );
		if ( link && /^https?:$/.test( link.protocol ) ) {
			link.target = '_blank';
			link.rel = 'noopener';
		}
	}

	function Trial( { attributes, innerBlocks, onClose } ) {
		const [ html, setHtml ] = useState();
		const [ error, setError ] = useState();
		useEffect( () => {
			Promise.all( [ render( attributes, innerBlocks ), import( whichCause.loader ) ] ).then(
				( [ rendered ] ) => setHtml( rendered ),
				( { message } ) => setError( message )
			);
		}, [] );
		return el(
			Modal,
			{ title: __( 'Try the quiz', 'which-cause' ), size: 'large', className: 'which-cause-dialog', onRequestClose: onClose },
			el(
				'p',
				null,
				__( 'This is the quiz as it is set in this block. Nothing is counted or saved, and links open in a new tab.', 'which-cause' )
			),
			error && el( Notice, { status: 'error', isDismissible: false }, error ),
			! html && ! error && el( Spinner ),
			html && el( 'div', { className: 'which-cause-trial', onClickCapture: keepEditor }, el( RawHTML, null, html ) ),
			// At its last control the dialog returns the focus to its first. It does not see the controls in the quiz's shadow root, so
			// a button comes after the quiz.
			el( Button, { variant: 'secondary', onClick: onClose, __next40pxDefaultSize: true }, __( 'Close', 'which-cause' ) )
		);
	}

	Object.assign( whichCause, { Trial } );
} )( window.wp, window.whichCause );
