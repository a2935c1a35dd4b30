/**
 * The forms of the block in older posts, and how each becomes the form of today.
 */
( function ( { autop, blocks }, whichCause ) {
	const text = { type: 'string', default: '' };

	/** What an old intro may keep. Of other elements only the text stays; of those that are not text, nothing. */
	const KEPT = 'a, b, blockquote, br, code, em, h3, h4, i, li, ol, p, strong, ul';
	const NO_TEXT = 'embed, iframe, math, noscript, object, script, style, svg, template';

	/**
	 * An old intro without anything that could run in the editor. PHP removes the same when it shows a page. Nothing runs in the
	 * document that DOMParser makes.
	 */
	function harmless( html ) {
		const { body } = new DOMParser().parseFromString( html, 'text/html' );
		body.querySelectorAll( NO_TEXT ).forEach( ( element ) => element.remove() );
		for ( const element of body.querySelectorAll( '*' ) ) {
			if ( ! element.matches( KEPT ) ) {
				element.replaceWith( ...element.childNodes );
				continue;
			}
			const address = element.getAttribute( 'href' );
			for ( const name of element.getAttributeNames() ) element.removeAttribute( name );
			if ( element.localName === 'a' && /^(https?:|mailto:|\/|#)/i.test( address ) ) element.setAttribute( 'href', address );
		}
		return body.innerHTML;
	}

	/** Up to version 0.1.0 the intro was an attribute: a text with simple HTML, in which an empty line starts a paragraph. */
	const introAsAttribute = {
		attributes: {
			course: text,
			courseName: text,
			quiz: text,
			region: text,
			lang: text,
			theme: { type: 'string', enum: [ 'auto', 'light', 'dark' ], default: 'auto' },
			report: { type: 'string', enum: [ 'steps', 'result' ], default: 'steps' },
			remember: { type: 'boolean', default: false },
			heading: text,
			intro: text,
			startLabel: text,
		},
		supports: { html: false, align: [ 'wide', 'full' ], spacing: { margin: true } },
		save: () => null,
		isEligible: ( { intro } ) => Boolean( intro ),
		migrate: ( { intro, ...attributes } ) => [ attributes, blocks.rawHandler( { HTML: harmless( autop.autop( intro ) ) } ) ],
	};

	Object.assign( whichCause, { deprecated: [ introAsAttribute ] } );
} )( window.wp, window.whichCause );
