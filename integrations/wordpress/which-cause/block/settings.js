/**
 * The block's settings in the editor's sidebar: the quiz, the course page, the region, the colors and the behavior.
 */
( function ( { blockEditor, components, element, i18n }, whichCause ) {
	const { createElement: el, Fragment } = element;
	const { ContrastChecker, InspectorControls, PanelColorSettings, useSettings } = blockEditor;
	// WordPress 6.5 has it under its first name only.
	const LinkControl = blockEditor.LinkControl ?? blockEditor.__experimentalLinkControl;
	const { BaseControl, Button, ComboboxControl, Dropdown, ExternalLink, PanelBody, RangeControl, SelectControl, TextControl, ToggleControl } =
		components;
	const { __, sprintf } = i18n;

	const isLanguage = ( text ) => /^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i.test( text );

	/** What every control of WordPress needs to have its current measures, in all versions. */
	const SIZE = { __next40pxDefaultSize: true };
	const MEASURES = { ...SIZE, __nextHasNoMarginBottom: true };

	/** A region as the page will have it. PHP reads it in the same way. */
	function regionOf( text ) {
		const code = text.trim().toUpperCase();
		return code === 'UK' ? 'GB' : code;
	}

	const known = ( code ) => whichCause.regions.find( ( region ) => region.code === code );

	/** Which number readers get, in one sentence. Only the numbers of the five-cause quiz are known here. */
	function regionHelp( { quiz, region } ) {
		const own = known( regionOf( region ) );
		const place = own ?? known( whichCause.site.region );
		if ( ! place ) {
			return quiz
				? __( 'No region yet: set one for readers whose device does not say where they are.', 'which-cause' )
				: sprintf(
						/* translators: %s: an emergency number. */
						__( 'No region yet: readers whose device does not say where they are get the emergency number %s.', 'which-cause' ),
						whichCause.number
				  );
		}
		return quiz
			? sprintf(
					/* translators: %s: the name of a country. */
					__( 'Readers whose device does not say where they are get the emergency number that the quiz has for %s.', 'which-cause' ),
					place.name
			  )
			: sprintf(
					/* translators: 1: an emergency number. 2: the name of a country. */
					__( 'Readers whose device does not say where they are get the emergency number %1$s (%2$s).', 'which-cause' ),
					place.number,
					place.name
			  );
	}

	/** A help text, or an error message in its place. */
	const help = ( text, wrong ) => ( wrong ? el( 'span', { className: 'which-cause-wrong', role: 'alert' }, wrong ) : text );

	/** The quiz of the block, with the buttons that open the two dialogs. */
	function QuizControl( { attributes, wrong, open } ) {
		const facade = whichCause.facadeOf( attributes );
		return el(
			'div',
			{ className: 'which-cause-setting' },
			el( BaseControl.VisualLabel, null, __( 'Quiz', 'which-cause' ) ),
			el( 'p', null, el( 'strong', { dir: 'auto' }, facade?.title || attributes.quiz ) ),
			facade && attributes.quiz && el( 'p', null, el( 'code', { dir: 'ltr' }, attributes.quiz ) ),
			wrong && el( 'p', null, help( '', wrong ) ),
			el(
				'div',
				{ className: 'which-cause-actions' },
				el( Button, { variant: 'secondary', onClick: () => open( 'quiz' ), ...SIZE }, __( 'Choose a quiz', 'which-cause' ) ),
				el( Button, { variant: 'secondary', onClick: () => open( 'trial' ), ...SIZE }, __( 'Try the quiz', 'which-cause' ) )
			)
		);
	}

	/** The course page, by WordPress's own link picker. */
	function CourseControl( { attributes, setAttributes, wrong } ) {
		const course = attributes.course.trim();
		const text = whichCause.site.course
			? sprintf( /* translators: %s: a web address. */ __( 'If you choose none, it is the site’s: %s', 'which-cause' ), whichCause.site.course )
			: __( 'Where the link at the end of the quiz leads.', 'which-cause' );
		const setCourse = ( url ) => setAttributes( { course: url } );
		return el(
			'div',
			{ className: 'which-cause-setting' },
			el( BaseControl.VisualLabel, null, __( 'Course page', 'which-cause' ) ),
			el( Dropdown, {
				popoverProps: { placement: 'left-start', offset: 36, shift: true },
				renderToggle: ( { isOpen, onToggle } ) =>
					el(
						Button,
						{
							variant: 'secondary',
							className: 'which-cause-course',
							'aria-expanded': isOpen,
							'aria-label': course
								? sprintf( /* translators: %s: a web address. */ __( 'Change the course page: %s', 'which-cause' ), course )
								: undefined,
							onClick: onToggle,
							...SIZE,
						},
						course ? el( 'span', { dir: 'ltr' }, course ) : __( 'Choose the course page', 'which-cause' )
					),
				renderContent: ( { onClose } ) =>
					el( LinkControl, {
						value: course ? { url: course } : undefined,
						settings: [],
						showInitialSuggestions: true,
						onChange: ( { url } ) => {
							setCourse( url );
							onClose();
						},
						onRemove: () => {
							setCourse( '' );
							onClose();
						},
					} ),
			} ),
			el( 'p', { className: 'which-cause-help' }, help( text, wrong ) )
		);
	}

	function RegionControl( { attributes, setAttributes, wrong } ) {
		const code = regionOf( attributes.region );
		const { site, regions } = whichCause;
		const labelOf = ( { name, label } ) => ( attributes.quiz ? name : label );
		const ofSite = known( site.region );
		const options = [
			{
				value: '',
				label: ofSite
					? sprintf( /* translators: %s: a country. */ __( 'As the site: %s', 'which-cause' ), labelOf( ofSite ) )
					: __( 'As the site: not set', 'which-cause' ),
			},
			...regions.map( ( region ) => ( { value: region.code, label: labelOf( region ) } ) ),
		];
		if ( code && ! known( code ) ) options.push( { value: code, label: code } );
		return el( ComboboxControl, {
			label: __( 'Region', 'which-cause' ),
			help: help( regionHelp( attributes ), wrong ),
			options,
			value: code,
			allowReset: false,
			onChange: ( value ) => setAttributes( { region: value ?? '' } ),
			...MEASURES,
		} );
	}

	/** The colors that an author can set, with the widget's defaults for light and for dark. */
	const colors = () => ( {
		accent: { label: __( 'Buttons and links', 'which-cause' ), light: '#0b6e63', dark: '#76cfc1' },
		accentText: { label: __( 'Text on buttons', 'which-cause' ), light: '#ffffff', dark: '#06231f' },
		surface: { label: __( 'Background of the quiz', 'which-cause' ), light: '#fbf9f5', dark: '#1a1f22' },
		text: { label: __( 'Text of the quiz', 'which-cause' ), light: '#23282c', dark: '#ece8e1' },
	} );

	/** The colors of the theme and of the user. One of them is stored by its name, so that it follows the theme. */
	function usePalette() {
		const palettes = useSettings( 'color.palette.custom', 'color.palette.theme', 'color.palette.default' );
		const palette = palettes.flatMap( ( list ) => list ?? [] );
		return {
			toValue: ( stored ) => {
				const slug = stored?.match( /^var:preset\|color\|(.+)$/ )?.[ 1 ];
				return slug ? palette.find( ( color ) => color.slug === slug )?.color : stored;
			},
			toStored: ( value ) => {
				const preset = value && palette.find( ( { color } ) => color === value );
				return preset ? `var:preset|color|${ preset.slug }` : value;
			},
		};
	}

	/** The style for the preview. PHP writes the same for the page. */
	function useStyle( attributes ) {
		const { toValue } = usePalette();
		return {
			'--which-cause-accent': toValue( attributes.accent ),
			'--which-cause-accent-text': toValue( attributes.accentText ),
			'--which-cause-surface': toValue( attributes.surface ),
			'--which-cause-text': toValue( attributes.text ),
			'--which-cause-radius': attributes.radius === undefined ? undefined : attributes.radius + 'px',
		};
	}

	function Colors( { attributes, setAttributes } ) {
		const { toStored, toValue } = usePalette();
		const all = colors();
		const value = ( name ) => toValue( attributes[ name ] );
		const shown = ( name ) => value( name ) || all[ name ][ attributes.theme === 'dark' ? 'dark' : 'light' ];
		const isSet = Object.keys( all ).some( value );
		return el(
			InspectorControls,
			{ group: 'styles' },
			el(
				PanelColorSettings,
				{
					title: __( 'Colors of the quiz', 'which-cause' ),
					colorSettings: Object.entries( all ).map( ( [ name, { label } ] ) => ( {
						label,
						value: value( name ),
						onChange: ( color ) => setAttributes( { [ name ]: toStored( color ) } ),
					} ) ),
				},
				isSet && el( ContrastChecker, { backgroundColor: shown( 'surface' ), textColor: shown( 'text' ), linkColor: shown( 'accent' ) } ),
				isSet && el( ContrastChecker, { backgroundColor: shown( 'accent' ), textColor: shown( 'accentText' ) } )
			),
			el(
				PanelBody,
				{ title: __( 'Shape and brightness', 'which-cause' ) },
				el( RangeControl, {
					label: __( 'Rounding of the corners, in pixels', 'which-cause' ),
					value: attributes.radius,
					onChange: ( radius ) => setAttributes( { radius } ),
					min: 0,
					max: 32,
					initialPosition: 12,
					allowReset: true,
					...MEASURES,
				} ),
				el( SelectControl, {
					label: __( 'Light or dark', 'which-cause' ),
					options: [
						{ value: 'auto', label: __( 'As the page', 'which-cause' ) },
						{ value: 'light', label: __( 'Light', 'which-cause' ) },
						{ value: 'dark', label: __( 'Dark', 'which-cause' ) },
					],
					value: attributes.theme,
					onChange: ( theme ) => setAttributes( { theme } ),
					...MEASURES,
				} )
			)
		);
	}

	function Settings( props ) {
		const { attributes, setAttributes, wrong, open } = props;
		const facade = whichCause.facadeOf( attributes );
		const common = ( name ) => ( {
			value: attributes[ name ],
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
			...MEASURES,
		} );
		const lang = attributes.lang.trim();
		const noLanguage = lang && ! isLanguage( lang ) && __( 'This is not a language tag. One looks like en or en-GB.', 'which-cause' );
		return el(
			Fragment,
			null,
			el(
				InspectorControls,
				null,
				el(
					PanelBody,
					{ title: __( 'Quiz', 'which-cause' ) },
					el( QuizControl, { attributes, wrong: wrong.quiz, open } ),
					el( CourseControl, { ...props, wrong: wrong.course } ),
					el( TextControl, {
						label: __( 'Name of the course', 'which-cause' ),
						placeholder: facade?.course,
						help: __( 'The text of the link that readers see if the quiz cannot start.', 'which-cause' ),
						...common( 'courseName' ),
					} ),
					el( RegionControl, { ...props, wrong: wrong.region } ),
					whichCause.settings &&
						el( ExternalLink, { href: whichCause.settings }, __( 'Course page and region for the whole site', 'which-cause' ) )
				),
				el(
					PanelBody,
					{ title: __( 'Behavior', 'which-cause' ), initialOpen: false },
					el( TextControl, {
						label: __( 'Language', 'which-cause' ),
						help: help( __( 'A tag such as en or en-GB. Left empty, it is the page’s.', 'which-cause' ), noLanguage || wrong.lang ),
						...common( 'lang' ),
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
			),
			el( Colors, props )
		);
	}

	Object.assign( whichCause, { regionHelp, Settings, useStyle } );
} )( window.wp, window.whichCause );
