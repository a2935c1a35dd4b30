/**
 * Registers the block in the editor. The other scripts of this folder are its parts: they share the object `whichCause`, in which
 * PHP has put the site's values.
 */
( function ( { blocks, blockEditor, components, data, element, i18n }, whichCause ) {
	const { createElement: el, Fragment, useState } = element;
	const { BlockControls, InnerBlocks, store, useBlockProps } = blockEditor;
	const { ToolbarButton, ToolbarGroup } = components;
	const { useDispatch, useSelect } = data;
	const { __ } = i18n;
	const { deprecated, NOTHING, Note, Preview, QuizDialog, Settings, Trial, useServerCheck, useStyle } = whichCause;

	function Toolbar( { attributes, clientId, setAttributes, innerBlocks, open } ) {
		const { replaceInnerBlocks } = useDispatch( store );
		const hasOwnWords = innerBlocks.length > 0 || attributes.heading || attributes.startLabel;
		const reset = () => {
			setAttributes( { heading: '', startLabel: '' } );
			replaceInnerBlocks( clientId, [] );
		};
		return el(
			BlockControls,
			null,
			el(
				ToolbarGroup,
				null,
				el( ToolbarButton, { onClick: () => open( 'quiz' ) }, __( 'Choose a quiz', 'which-cause' ) ),
				el( ToolbarButton, { onClick: () => open( 'trial' ) }, __( 'Try the quiz', 'which-cause' ) )
			),
			hasOwnWords &&
				whichCause.facadeOf( attributes ) &&
				el( ToolbarGroup, null, el( ToolbarButton, { onClick: reset }, __( 'Use the quiz’s own words', 'which-cause' ) ) )
		);
	}

	function Edit( props ) {
		const { attributes, clientId } = props;
		const { course, quiz, region, lang } = attributes;
		const [ dialog, open ] = useState();
		const innerBlocks = useSelect( ( select ) => select( store ).getBlocks( clientId ), [ clientId ] );
		const given = course || quiz || region || lang;
		const wrong = useServerCheck( given && { attributes: { course, quiz, region, lang } }, NOTHING ).attributes;
		const onClose = () => open();
		return el(
			Fragment,
			null,
			el( Toolbar, { ...props, innerBlocks, open } ),
			el( Settings, { ...props, wrong, open } ),
			el( 'div', useBlockProps( { style: useStyle( attributes ) } ), el( Preview, props ), el( Note, { attributes, wrong } ) ),
			dialog === 'quiz' && el( QuizDialog, { ...props, onClose } ),
			dialog === 'trial' && el( Trial, { attributes, innerBlocks, onClose } )
		);
	}

	blocks.registerBlockType( 'which-cause/quiz', {
		edit: Edit,
		// PHP makes the HTML when the page is shown. Only the author's own intro is saved as blocks.
		save: () => el( InnerBlocks.Content ),
		deprecated,
	} );
} )( window.wp, window.whichCause );
