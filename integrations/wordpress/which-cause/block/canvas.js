/**
 * The block on the editor's canvas: the words before the start, which are edited there, the colors of the quiz, and hints for the
 * author. The quiz itself is not loaded here.
 */
( function ( { blocks, blockEditor, components, data, element, i18n, richText }, whichCause ) {
	const { createElement: el, useEffect, useRef, useState } = element;
	const { RichText, store, useInnerBlocksProps } = blockEditor;
	const { Button } = components;
	const { useDispatch, useSelect } = data;
	const { __, sprintf } = i18n;
	const { isAddress } = whichCause;

	/** The words of the five-cause quiz before its start, in the best language. PHP looks them up in the same way. */
	function facadeIn( tag ) {
		const parts = tag.trim().toLowerCase().replaceAll( '_', '-' ).split( '-' );
		for ( ; parts.length; parts.pop() ) {
			const found = whichCause.facades.find( ( { language } ) => language.toLowerCase() === parts.join( '-' ) );
			if ( found ) return found;
		}
		return whichCause.facades[ 0 ];
	}

	/** The quiz's own words: those of the five-cause quiz, or those that the block has of another quiz. */
	const facadeOf = ( { quiz, lang, words } ) => ( quiz ? words : facadeIn( lang || whichCause.language ) );

	/** Shows a text without formats as rich text, and takes it back. */
	const toHtml = ( text ) => richText.toHTMLString( { value: richText.create( { text } ) } );
	const toText = ( html ) => richText.create( { html } ).text;

	/** A text of one line that is edited on the canvas. While it is empty, it shows the quiz's own. */
	function Line( { tagName, className, label, value, own, facade, onChange } ) {
		const language = ! value && own ? { lang: facade?.language, dir: facade?.direction } : {};
		return el( RichText, {
			tagName,
			className,
			'aria-label': label,
			identifier: label,
			value: toHtml( value ),
			onChange: ( html ) => onChange( toText( html ) ),
			placeholder: own || label,
			allowedFormats: [],
			withoutInteractiveFormatting: true,
			disableLineBreaks: true,
			...language,
		} );
	}

	/** The blocks that an intro can have. Others may be in it, but are not offered. */
	const INTRO_BLOCKS = [ 'core/paragraph', 'core/list', 'core/heading', 'core/image' ];

	/** The quiz's own intro as blocks, to be changed. */
	function facadeBlocks( { lead, points, after } ) {
		const paragraph = ( text ) => blocks.createBlock( 'core/paragraph', { content: toHtml( text ) } );
		const items = points.map( ( text ) => blocks.createBlock( 'core/list-item', { content: toHtml( text ) } ) );
		return [
			...lead.map( paragraph ),
			...( items.length ? [ blocks.createBlock( 'core/list', {}, items ) ] : [] ),
			...after.map( paragraph ),
		];
	}

	/** The quiz's own intro. */
	function FacadeIntro( { facade } ) {
		return el(
			'div',
			{ lang: facade.language, dir: facade.direction },
			facade.lead.map( ( text, key ) => el( 'p', { key }, text ) ),
			facade.points.length > 0 && el( 'ul', null, facade.points.map( ( text, key ) => el( 'li', { key }, text ) ) ),
			facade.after.map( ( text, key ) => el( 'p', { key }, text ) )
		);
	}

	/** The intro: the author's blocks, or the quiz's own words as long as there are none. */
	function Intro( { clientId, facade, isSelected } ) {
		const isEmpty = useSelect( ( select ) => select( store ).getBlockCount( clientId ) === 0, [ clientId ] );
		const { replaceInnerBlocks } = useDispatch( store );
		const hasWords = facade && facade.lead.length + facade.points.length + facade.after.length > 0;
		const showsFacade = isEmpty && hasWords;
		const inner = useInnerBlocksProps(
			{ className: 'which-cause-intro' },
			{ allowedBlocks: INTRO_BLOCKS, renderAppender: showsFacade ? false : undefined }
		);
		return [
			showsFacade && el( FacadeIntro, { key: 'facade', facade } ),
			el( 'div', { key: 'inner', ...inner } ),
			showsFacade &&
				isSelected &&
				el(
					Button,
					{
						key: 'edit',
						variant: 'secondary',
						className: 'which-cause-edit',
						onClick: () => replaceInnerBlocks( clientId, facadeBlocks( facade ), true ),
						__next40pxDefaultSize: true,
					},
					__( 'Edit the intro', 'which-cause' )
				),
		];
	}

	/** The words before the start. */
	function Card( { attributes, clientId, isSelected, setAttributes } ) {
		const facade = facadeOf( attributes );
		const line = ( name, own ) => ( {
			value: attributes[ name ],
			own,
			facade,
			onChange: ( text ) => setAttributes( { [ name ]: text } ),
		} );
		return el(
			'div',
			{ className: 'which-cause-card is-' + attributes.theme },
			el( Line, { tagName: 'h2', label: __( 'Heading of the quiz', 'which-cause' ), ...line( 'heading', facade?.title ) } ),
			el( Intro, { clientId, facade, isSelected } ),
			el( Line, {
				tagName: 'div',
				className: 'which-cause-start',
				label: __( 'Label of the start button', 'which-cause' ),
				...line( 'startLabel', facade?.start || __( 'Start', 'which-cause' ) ),
			} )
		);
	}

	/** Whether the page's text is light. The widget asks the same if a page has no color scheme. */
	function isLight( box ) {
		const { color, colorScheme } = getComputedStyle( box );
		const [ red, green, blue ] = color.match( /[\d.]+/g ) ?? [ 0, 0, 0 ];
		return colorScheme === 'normal' && red * 0.3 + green * 0.59 + blue * 0.11 > 150;
	}

	/**
	 * The card, and the colors of the quiz after the start. With `auto`, the card is dark if the page's color scheme is dark. The
	 * quiz is also dark if the page's text is light.
	 */
	function Preview( props ) {
		const box = useRef();
		const [ onDark, setOnDark ] = useState( false );
		useEffect( () => setOnDark( isLight( box.current ) ) );
		const { theme } = props.attributes;
		return el(
			'div',
			{ ref: box, className: 'which-cause-look' },
			el( Card, props ),
			el(
				'p',
				{ className: 'which-cause-sample is-' + ( theme === 'auto' && onDark ? 'dark' : theme ) },
				__( 'The quiz after the start has these colors.', 'which-cause' )
			)
		);
	}

	/** Hints for the author that the card does not show. */
	function Note( { attributes, wrong } ) {
		const typed = attributes.course.trim();
		const course = ( isAddress( typed ) && typed ) || whichCause.site.course || ( attributes.quiz && attributes.words?.courseUrl );
		const notes = [
			course
				? sprintf( /* translators: %s: a web address. */ __( 'Course page: %s', 'which-cause' ), course )
				: __( 'No course page yet: the quiz ends without a link.', 'which-cause' ),
			whichCause.regionHelp( attributes ),
		];
		return el(
			'ul',
			{ className: 'which-cause-note' },
			notes.map( ( text, key ) => el( 'li', { key }, text ) ),
			Object.values( wrong ).map( ( text, key ) => el( 'li', { key: 'wrong' + key, className: 'is-wrong' }, text ) )
		);
	}

	Object.assign( whichCause, { facadeIn, facadeOf, Note, Preview } );
} )( window.wp, window.whichCause );
