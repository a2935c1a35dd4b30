/**
 * Shows mistakes under the plugin's shortcode, in each block that can have one.
 */
( function ( { blockEditor, compose, element, hooks }, { NOTHING, useServerCheck } ) {
	const { createElement: el, Fragment } = element;

	function ShortcodeNote( { text } ) {
		const wrong = useServerCheck( { shortcodes: text }, NOTHING ).shortcodes;
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
