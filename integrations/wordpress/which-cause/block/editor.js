/**
 * The block in the editor: its settings beside the page, and in the page what readers see before they start. The quiz
 * itself does not run here, and nothing of it is loaded.
 */
( function ( { autop, blocks, blockEditor, components, element, i18n }, known ) {
	const { autop: paragraphs } = autop;
	const { createElement: el, Fragment } = element;
	const { InspectorControls, useBlockProps } = blockEditor;
	const { ExternalLink, PanelBody, SelectControl, TextControl, TextareaControl, ToggleControl } = components;
	const { __, sprintf } = i18n;

	/** Whether PHP will let this address through: http or https, or a path on this site. */
	function isAddress( text ) {
		if ( /^[a-z][a-z0-9+.-]*:/i.test( text ) ) return /^https?:\/\/[^\s/]+/i.test( text );
		return ! /\s/.test( text );
	}

	const isRegion = ( text ) => /^[a-z]{2}$/i.test( text );
	const isLanguage = ( text ) => /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test( text );

	/** The elements that the preview of an intro is made of; of all others it has the text. */
	const SHOWN = [ 'p', 'ul', 'ol', 'li', 'strong', 'b', 'em', 'i', 'br', 'h3', 'h4', 'blockquote', 'code' ];
	const UNSEEN = [ 'script', 'style', 'template', 'iframe', 'object' ];

	/** The preview of an intro: elements made anew, so that nothing in the text can run or load. */
	function preview( nodes ) {
		return Array.from( nodes ).map( ( node, key ) => {
			if ( node.nodeType === Node.TEXT_NODE ) return node.data;
			if ( node.nodeType !== Node.ELEMENT_NODE || UNSEEN.includes( node.localName ) ) return null;
			const children = node.childNodes.length ? preview( node.childNodes ) : null;
			return SHOWN.includes( node.localName )
				? el( node.localName, { key }, children )
				: el( Fragment, { key }, children );
		} );
	}

	function introOf( text ) {
		return preview( new DOMParser().parseFromString( paragraphs( text ), 'text/html' ).body.childNodes );
	}

	function facadeIntro( facade ) {
		return [
			...facade.lead.map( ( text, key ) => el( 'p', { key }, text ) ),
			el( 'ul', { key: 'points' }, facade.points.map( ( text, key ) => el( 'li', { key }, text ) ) ),
			facade.audience && el( 'p', { key: 'audience' }, facade.audience ),
		];
	}

	/** What readers see before they start. */
	function Card( { attributes } ) {
		const { quiz, heading, intro, startLabel, theme } = attributes;
		const facade = quiz ? null : known.facade;
		const title = heading || facade?.title;
		return el(
			'div',
			{ className: 'which-cause-card is-' + theme },
			title && el( 'h2', null, title ),
			intro ? introOf( intro ) : facade && facadeIntro( facade ),
			! title && ! intro && ! facade &&
				el( 'p', null, __( 'Write a heading and an intro for your quiz in the block’s settings.', 'which-cause' ) ),
			el( 'span', { className: 'which-cause-start' }, startLabel || facade?.start || __( 'Start', 'which-cause' ) )
		);
	}

	/** What the card does not show and its author should know. */
	function Note( { attributes } ) {
		const right = ( text, isRight ) => isRight( text.trim() ) && text.trim();
		const course = right( attributes.course, isAddress ) || known.site.course;
		const region = right( attributes.region, isRegion ) || known.site.region;
		const notes = [
			__( 'Preview: readers press the button on the page itself.', 'which-cause' ),
			course
				? sprintf( /* translators: %s: a web address. */ __( 'Course page: %s', 'which-cause' ), course )
				: __( 'No course page yet: the quiz ends without a link.', 'which-cause' ),
			region
				? sprintf( /* translators: %s: two letters, such as US. */ __( 'Region: %s', 'which-cause' ), region.toUpperCase() )
				: __( 'No region yet: set one, so that readers are told the right emergency number.', 'which-cause' ),
		];
		return el(
			'ul',
			{ className: 'which-cause-note' },
			notes.map( ( text, key ) => el( 'li', { key }, text ) )
		);
	}

	function Settings( { attributes, setAttributes } ) {
		const facade = attributes.quiz ? null : known.facade;
		const common = ( name ) => ( {
			value: attributes[ name ],
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
			__next40pxDefaultSize: true,
			__nextHasNoMarginBottom: true,
		} );
		/** A help text, and in its place what is wrong where something is. */
		const checked = ( name, isRight, help, wrong ) => {
			const text = attributes[ name ].trim();
			return { ...common( name ), help: text && ! isRight( text ) ? wrong : help };
		};
		const noAddress = __( 'This is no web address that readers can follow. It must start with https:// or http://.', 'which-cause' );
		const siteCourse = known.site.course
			? sprintf( /* translators: %s: a web address. */ __( 'Left empty, it is the site’s: %s', 'which-cause' ), known.site.course )
			: __( 'Where the link at the end of the quiz leads.', 'which-cause' );
		return el(
			InspectorControls,
			null,
			el(
				PanelBody,
				{ title: __( 'Quiz', 'which-cause' ) },
				el( TextControl, {
					label: __( 'Course page', 'which-cause' ),
					type: 'url',
					placeholder: known.site.course || 'https://',
					...checked( 'course', isAddress, siteCourse, noAddress ),
				} ),
				el( TextControl, {
					label: __( 'Name of the course', 'which-cause' ),
					placeholder: facade?.course,
					help: __( 'The text of the link that readers see if the quiz cannot start.', 'which-cause' ),
					...common( 'courseName' ),
				} ),
				el( TextControl, {
					label: __( 'Region', 'which-cause' ),
					placeholder: known.site.region,
					maxLength: 2,
					...checked( 'region', isRegion, known.region, __( 'A region is two letters, such as US or GB.', 'which-cause' ) ),
				} ),
				el( TextControl, {
					label: __( 'Quiz file', 'which-cause' ),
					type: 'url',
					placeholder: 'https://',
					...checked(
						'quiz',
						isAddress,
						__( 'The address of a quiz file of your own. Left empty, it is the quiz about knots in the upper back.', 'which-cause' ),
						noAddress
					),
				} ),
				known.settings &&
					el( ExternalLink, { href: known.settings }, __( 'Course page and region for the whole site', 'which-cause' ) )
			),
			el(
				PanelBody,
				{ title: __( 'Before the start', 'which-cause' ) },
				el( TextControl, {
					label: __( 'Heading', 'which-cause' ),
					placeholder: facade?.title,
					...common( 'heading' ),
				} ),
				el( TextareaControl, {
					label: __( 'Intro', 'which-cause' ),
					help: facade
						? __( 'Left empty, it is the quiz’s own. An empty line starts a paragraph; simple HTML is kept.', 'which-cause' )
						: __( 'An empty line starts a paragraph; simple HTML is kept.', 'which-cause' ),
					rows: 6,
					...common( 'intro' ),
				} ),
				el( TextControl, {
					label: __( 'Label of the start button', 'which-cause' ),
					placeholder: facade?.start || __( 'Start', 'which-cause' ),
					...common( 'startLabel' ),
				} )
			),
			el(
				PanelBody,
				{ title: __( 'Look and behaviour', 'which-cause' ), initialOpen: false },
				el( SelectControl, {
					label: __( 'Colours', 'which-cause' ),
					options: [
						{ value: 'auto', label: __( 'As the page', 'which-cause' ) },
						{ value: 'light', label: __( 'Light', 'which-cause' ) },
						{ value: 'dark', label: __( 'Dark', 'which-cause' ) },
					],
					...common( 'theme' ),
				} ),
				el( TextControl, {
					label: __( 'Language', 'which-cause' ),
					...checked(
						'lang',
						isLanguage,
						__( 'A tag such as en or en-GB. Left empty, it is the page’s.', 'which-cause' ),
						__( 'This is no language tag. One looks like en or en-GB.', 'which-cause' )
					),
				} ),
				el( ToggleControl, {
					label: __( 'Remember answers', 'which-cause' ),
					help: __( 'A reader who reloads the page goes on where they were. The answers stay in that browser tab and go when it is closed. Write the intro yourself then: the words that come with the quiz say that nothing is saved.', 'which-cause' ),
					checked: attributes.remember,
					onChange: ( remember ) => setAttributes( { remember } ),
					__nextHasNoMarginBottom: true,
				} ),
				el( SelectControl, {
					label: __( 'What events tell', 'which-cause' ),
					help: __( 'Events go to scripts on your own page, such as statistics. A result says something about a reader’s health: tell it to nobody without their consent.', 'which-cause' ),
					options: [
						{ value: 'steps', label: __( 'How far a reader is', 'which-cause' ) },
						{ value: 'result', label: __( 'How far, and the result', 'which-cause' ) },
					],
					...common( 'report' ),
				} )
			)
		);
	}

	blocks.registerBlockType( 'which-cause/quiz', {
		edit( props ) {
			return el(
				'div',
				useBlockProps(),
				el( Settings, props ),
				el( Card, props ),
				el( Note, props )
			);
		},
		// PHP makes the HTML when the page is shown.
		save: () => null,
	} );
} )( window.wp, window.whichCause );
