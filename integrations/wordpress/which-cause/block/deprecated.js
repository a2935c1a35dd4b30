/**
 * The forms of the block in older posts, and how each becomes the form of today.
 */
( function ( { autop, blocks }, whichCause ) {
	const text = { type: 'string', default: '' };

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
		migrate: ( { intro, ...attributes } ) => [ attributes, blocks.rawHandler( { HTML: autop.autop( intro ) } ) ],
	};

	Object.assign( whichCause, { deprecated: [ introAsAttribute ] } );
} )( window.wp, window.whichCause );
