/**
 * The block in the editor: its settings in the sidebar, and a preview of the words before the start. The quiz itself is not
 * loaded here.
 */
( function ( { apiFetch, autop, blocks, blockEditor, components, compose, element, hooks, i18n }, known ) {
	const { autop: paragraphs } = autop;
	const { createElement: el, Fragment, useEffect, useRef, useState } = element;
	const { InspectorControls, useBlockProps } = blockEditor;
	const { ExternalLink, PanelBody, SelectControl, TextControl, TextareaControl, ToggleControl } = components;
	const { __, sprintf } = i18n;

	/** Whether PHP accepts this address: http or https, or a path on this site. PHP checks it too, a moment later. */
	const isAddress = ( text ) => /^(https?:\/\/[^\s/]+|\/(?!\/))\S*$/i.test( text );
	const isRegion = ( text ) => /^[a-z]{2}$/i.test( text );
	const isLanguage = ( text ) => /^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i.test( text );

	/** A region as the page will have it. */
	const region = ( text ) => ( text.toUpperCase() === 'UK' ? 'GB' : text.toUpperCase() );

	/** The words of the five-cause quiz before its start, in the best language. PHP looks them up in the same way. */
	function facadeIn( tag ) {
		const parts = tag.trim().toLowerCase().replaceAll( '_', '-' ).split( '-' );
		for ( ; parts.length; parts.pop() ) {
			const found = known.facades.find( ( { language } ) => language.toLowerCase() === parts.join( '-' ) );
			if ( found ) return found;
		}
		return known.facades[ 0 ];
	}

	const facadeOf = ( { quiz, lang } ) => ( quiz ? null : facadeIn( lang || known.language ) );

	/** The pause in typing before a request to the server, in milliseconds. */
	const PAUSE = 800;

	/** The mistakes that the server finds, after a pause in typing. The server also requests addresses. */
	function useCheck( data, empty ) {
		const [ answer, setAnswer ] = useState( empty );
		const text = data && JSON.stringify( data );
		useEffect( () => {
			setAnswer( empty );
			if ( ! text ) return;
			let current = true;
			const timer = setTimeout( () => {
				apiFetch( { path: '/which-cause/v1/check', method: 'POST', data: JSON.parse( text ) } )
					.then( ( found ) => current && setAnswer( found ) )
					// Without a response there are no messages.
					.catch( () => {} );
			}, PAUSE );
			return () => {
				current = false;
				clearTimeout( timer );
			};
		}, [ text ] );
		return answer;
	}

	const NOTHING = { attributes: {}, shortcodes: [] };

	/** The elements that the preview of an intro may have. Of other elements it shows the text. */
	const SHOWN = [ 'p', 'ul', 'ol', 'li', 'strong', 'b', 'em', 'i', 'br', 'h3', 'h4', 'blockquote', 'code' ];
	const UNSEEN = [ 'script', 'style', 'template', 'iframe', 'object' ];

	/** The preview of an intro. Its elements are created again, so nothing in the text can run or load. */
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
			...facade.after.map( ( text, key ) => el( 'p', { key: 'after' + key }, text ) ),
		];
	}

	/** The preview of the words before the start. */
	function Card( { attributes } ) {
		const { heading, intro, startLabel, theme } = attributes;
		const facade = facadeOf( attributes );
		const title = heading || facade?.title;
		return el(
			'div',
			{ className: 'which-cause-card is-' + theme, lang: facade?.language, dir: facade?.direction },
			title && el( 'h2', null, title ),
			intro ? introOf( intro ) : facade && facadeIntro( facade ),
			! title && ! intro && ! facade &&
				el( 'p', null, __( 'Write a heading and an intro for your quiz in the block’s settings.', 'which-cause' ) ),
			el( 'span', { className: 'which-cause-start' }, startLabel || facade?.start || __( 'Start', 'which-cause' ) )
		);
	}

	/** Whether the page's text is light. The widget asks the same if a page has no colour scheme. */
	function isLight( element ) {
		const { color, colorScheme } = getComputedStyle( element );
		const [ red, green, blue ] = color.match( /[\d.]+/g ) ?? [ 0, 0, 0 ];
		return colorScheme === 'normal' && red * 0.3 + green * 0.59 + blue * 0.11 > 150;
	}

	/**
	 * The card, and the colours of the quiz after the start. With `auto`, the card is dark if the page's colour scheme is dark. The
	 * quiz is also dark if the page's text is light.
	 */
	function Preview( { attributes } ) {
		const box = useRef();
		const [ onDark, setOnDark ] = useState( false );
		useEffect( () => setOnDark( isLight( box.current ) ) );
		const { theme } = attributes;
		return el(
			'div',
			{ ref: box, className: 'which-cause-look' },
			el( Card, { attributes } ),
			el(
				'p',
				{ className: 'which-cause-sample is-' + ( theme === 'auto' && onDark ? 'dark' : theme ) },
				__( 'The quiz after the start has these colours.', 'which-cause' )
			)
		);
	}

	/** Hints for the author that the card does not show. */
	function Note( { attributes, wrong } ) {
		const right = ( text, isRight ) => isRight( text.trim() ) && text.trim();
		const course = right( attributes.course, isAddress ) || known.site.course;
		const place = right( attributes.region, isRegion ) || known.site.region;
		const notes = [
			__( 'Preview: readers press the button on the page itself.', 'which-cause' ),
			course
				? sprintf( /* translators: %s: a web address. */ __( 'Course page: %s', 'which-cause' ), course )
				: __( 'No course page yet: the quiz ends without a link.', 'which-cause' ),
			place
				? sprintf( /* translators: %s: two letters, such as US. */ __( 'Region: %s', 'which-cause' ), region( place ) )
				: __( 'No region yet: set one for readers whose device does not say where they are.', 'which-cause' ),
		];
		return el(
			'ul',
			{ className: 'which-cause-note' },
			notes.map( ( text, key ) => el( 'li', { key }, text ) ),
			Object.values( wrong ).map( ( text, key ) => el( 'li', { key: 'wrong' + key, className: 'is-wrong' }, text ) )
		);
	}

	function Settings( { attributes, setAttributes, wrong } ) {
		const facade = facadeOf( attributes );
		const common = ( name ) => ( {
			value: attributes[ name ],
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
			__next40pxDefaultSize: true,
			__nextHasNoMarginBottom: true,
		} );
		/** A help text, or an error message in its place. */
		const checked = ( name, isRight, help, notRight ) => {
			const text = attributes[ name ].trim();
			return { ...common( name ), help: wrong[ name ] || ( text && ! isRight( text ) ? notRight : help ) };
		};
		const noAddress = __( 'This is no web address that readers can follow. It must start with https:// or http://, or with / on this site.', 'which-cause' );
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
					inputMode: 'url',
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
					inputMode: 'url',
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
			const { course, quiz, region: place, lang } = props.attributes;
			const given = course || quiz || place || lang;
			const wrong = useCheck( given && { attributes: { course, quiz, region: place, lang } }, NOTHING ).attributes;
			return el(
				'div',
				useBlockProps(),
				el( Settings, { ...props, wrong } ),
				el( Preview, props ),
				el( Note, { ...props, wrong } )
			);
		},
		// PHP makes the HTML when the page is shown.
		save: () => null,
	} );

	/** Shows mistakes under our shortcode in a shortcode block. */
	function ShortcodeNote( { text } ) {
		const wrong = useCheck( { shortcodes: text }, NOTHING ).shortcodes;
		return (
			wrong.length > 0 &&
			el(
				'ul',
				{ className: 'which-cause-note' },
				wrong.map( ( it, key ) => el( 'li', { key, className: 'is-wrong' }, it ) )
			)
		);
	}

	/** The blocks for shortcodes, and the attribute that has their text. */
	const WITH_SHORTCODES = { 'core/shortcode': 'text', 'core/freeform': 'content', 'core/paragraph': 'content', 'core/html': 'content' };

	const withNote = compose.createHigherOrderComponent(
		( BlockEdit ) => ( props ) => {
			const text = String( props.attributes[ WITH_SHORTCODES[ props.name ] ] ?? '' );
			return el(
				Fragment,
				null,
				el( BlockEdit, props ),
				text.includes( '[which-cause' ) && el( ShortcodeNote, { text } )
			);
		},
		'withWhichCauseNote'
	);
	hooks.addFilter( 'editor.BlockEdit', 'which-cause/shortcode', withNote );
} )( window.wp, window.whichCause );
