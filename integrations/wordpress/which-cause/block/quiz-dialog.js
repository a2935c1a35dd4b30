/**
 * The dialog in which an author chooses the quiz of a block: the quiz that comes with the plugin, a file on the site, a file of
 * their computer, or an address. A file is checked before it is kept, and its problems are shown here.
 */
( function ( { apiFetch, components, element, i18n }, whichCause ) {
	const { createElement: el, useEffect, useState } = element;
	const { Button, FormFileUpload, Modal, Notice, Spinner, TextControl } = components;
	const { __, sprintf } = i18n;
	const { checkDrawings, checkQuiz, fetchQuiz, isAddress, QuizProblems, textOf, wordsOf } = whichCause;

	const ROUTE = '/which-cause/v1/quiz-files';

	/** The JSON of a chosen file. Bad JSON counts as a quiz, and the parser then says what is wrong. */
	function jsonOf( bytes ) {
		try {
			return JSON.parse( textOf( bytes ) );
		} catch {
			return {};
		}
	}

	/** The photos of a quiz whose address is relative to its file. Only the quiz and its drawings are uploaded. */
	function relativePhotos( part ) {
		if ( ! part || typeof part !== 'object' ) return [];
		const isPhoto = typeof part.photo === 'string' && 'width' in part;
		const inside = Object.values( part ).flatMap( relativePhotos );
		return isPhoto && ! /^(https?:\/)?\//i.test( part.photo ) ? [ part.photo, ...inside ] : inside;
	}

	/** Reads and checks the chosen files: one quiz, and the drawings if it has any. */
	async function readChosen( chosen ) {
		const files = await Promise.all(
			chosen.map( async ( file ) => {
				const bytes = new Uint8Array( await file.arrayBuffer() );
				const json = jsonOf( bytes );
				return { name: file.name, bytes, json, isDrawings: Boolean( json.drawings && ! json.causes ) };
			} )
		);
		const [ quiz, ...more ] = files.filter( ( { isDrawings } ) => ! isDrawings );
		const drawings = files.find( ( { isDrawings } ) => isDrawings );
		if ( ! quiz ) throw new Error( __( 'Choose the quiz file too. These are only drawings.', 'which-cause' ) );
		if ( more.length ) throw new Error( __( 'Choose one quiz file at a time.', 'which-cause' ) );
		await checkQuiz( quiz.name, quiz.bytes );
		if ( drawings ) await checkDrawings( drawings.name, drawings.bytes );
		const onTheWeb = /^https?:/.test( quiz.json.drawings ?? '' );
		if ( quiz.json.drawings && ! onTheWeb && ! drawings ) {
			throw new Error(
				sprintf(
					/* translators: %s: the name of a file. */
					__( 'This quiz has drawings in the file %s. Choose both files together.', 'which-cause' ),
					quiz.json.drawings
				)
			);
		}
		const photos = [ ...new Set( relativePhotos( quiz.json ) ) ];
		if ( photos.length ) {
			throw new Error(
				sprintf(
					/* translators: %s: names of files. */
					__( 'This quiz has photos that readers would not see: %s. Upload them to the media library, and write their web addresses into the quiz file.', 'which-cause' ),
					photos.join( ', ' )
				)
			);
		}
		return { quiz, drawings };
	}

	/** Uploads the chosen files. With `replaced`, the quiz takes the place of that file. Returns the quiz file on the site. */
	async function upload( chosen, replaced ) {
		const { quiz, drawings } = await readChosen( chosen );
		const uploadQuiz = ( content ) =>
			replaced
				? apiFetch( { path: `${ ROUTE }/${ replaced }`, method: 'PUT', data: { content } } )
				: apiFetch( { path: ROUTE, method: 'POST', data: { name: quiz.name, content } } );
		if ( ! drawings ) return uploadQuiz( textOf( quiz.bytes ) );

		const data = { name: drawings.name.replace( /(\.drawings)?\.json$/i, '.drawings.json' ), content: textOf( drawings.bytes ) };
		const { name } = await apiFetch( { path: ROUTE, method: 'POST', data } );
		try {
			// The quiz is beside its drawings, which may have another name on the site.
			return await uploadQuiz( JSON.stringify( { ...quiz.json, drawings: name } ) );
		} catch ( error ) {
			// The dialog lists no drawings, so nobody could delete these.
			await apiFetch( { path: `${ ROUTE }/${ name }`, method: 'DELETE' } ).catch( () => {} );
			throw error;
		}
	}

	/** What is wrong with a file. The widget's own messages are in English. */
	function Problems( { error } ) {
		if ( ! error ) return null;
		const { file, problems } = error;
		return el(
			Notice,
			{
				status: 'error',
				isDismissible: false,
				spokenMessage: problems
					? sprintf( /* translators: %s: the name of a file. */ __( '%s is not a valid quiz file.', 'which-cause' ), file )
					: error.message,
			},
			problems
				? [
						el(
							'p',
							{ key: 'file' },
							sprintf(
								/* translators: %s: the name of a file. */
								__( '%s is not a valid quiz file, so it was not taken. Each line names a place in the file and what is wrong there:', 'which-cause' ),
								file
							)
						),
						el(
							'ul',
							{ key: 'problems', className: 'which-cause-problems', lang: 'en', dir: 'ltr' },
							problems.map( ( text, key ) => el( 'li', { key }, text ) )
						),
				  ]
				: el( 'p', null, error.message )
		);
	}

	/** A button that lets the author choose files of their computer. */
	function UploadButton( { onChoose, ...props } ) {
		return el( FormFileUpload, {
			accept: '.json,application/json',
			multiple: true,
			onChange: ( { target } ) => {
				onChoose( [ ...target.files ] );
				// The same file can be chosen again after it has been mended.
				target.value = '';
			},
			__next40pxDefaultSize: true,
			...props,
		} );
	}

	/** One quiz that can be chosen. */
	function Choice( { title, file, current, disabled, onUse, onReplace, onDelete } ) {
		return el(
			'li',
			{ className: 'which-cause-choice' },
			el(
				'div',
				null,
				el( 'strong', { dir: 'auto' }, title ),
				file && el( 'code', { dir: 'ltr' }, file ),
				current && el( 'span', null, __( 'In this block', 'which-cause' ) )
			),
			el(
				'div',
				{ className: 'which-cause-actions' },
				el(
					Button,
					{
						variant: 'secondary',
						disabled,
						accessibleWhenDisabled: true,
						/* translators: %s: the title of a quiz. */
						'aria-label': sprintf( __( 'Use “%s”', 'which-cause' ), title ),
						onClick: onUse,
						__next40pxDefaultSize: true,
					},
					__( 'Use', 'which-cause' )
				),
				onReplace &&
					el(
						UploadButton,
						{
							variant: 'tertiary',
							disabled,
							/* translators: %s: the name of a file. */
							'aria-label': sprintf( __( 'Replace %s', 'which-cause' ), file ),
							onChoose: onReplace,
						},
						__( 'Replace', 'which-cause' )
					),
				onDelete &&
					el(
						Button,
						{
							variant: 'tertiary',
							isDestructive: true,
							disabled,
							accessibleWhenDisabled: true,
							/* translators: %s: the name of a file. */
							'aria-label': sprintf( __( 'Delete %s', 'which-cause' ), file ),
							onClick: onDelete,
							__next40pxDefaultSize: true,
						},
						__( 'Delete', 'which-cause' )
					)
			)
		);
	}

	/** The quiz that comes with the plugin, and the quiz files of the site. */
	function Choices( { files, attributes, busy, onUse, onReplace, onDelete } ) {
		return el(
			'ul',
			{ className: 'which-cause-choices', 'aria-busy': busy },
			el( Choice, {
				title: whichCause.facadeIn( attributes.lang || whichCause.language ).title,
				current: ! attributes.quiz,
				disabled: busy,
				onUse: () => onUse( '' ),
			} ),
			files
				.filter( ( { isQuiz } ) => isQuiz )
				.map( ( file ) =>
					el( Choice, {
						key: file.name,
						title: file.title || file.name,
						file: file.name,
						current: attributes.quiz === file.address,
						disabled: busy,
						onUse: () => onUse( file.address ),
						onReplace: file.canChange && ( ( chosen ) => onReplace( file, chosen ) ),
						onDelete: file.canChange && ( () => onDelete( file ) ),
					} )
				)
		);
	}

	/** The button for a new quiz file, and what may be uploaded. */
	function Upload( { busy, onChoose } ) {
		return el(
			'div',
			{ className: 'which-cause-upload' },
			el( UploadButton, { variant: 'primary', disabled: busy, onChoose }, __( 'Upload a quiz file', 'which-cause' ) ),
			busy && el( Spinner ),
			el(
				'p',
				null,
				__( 'A file of your computer that ends in .json. If the quiz has drawings, choose both files together. Everybody can read an uploaded file.', 'which-cause' )
			)
		);
	}

	/** The field for the address of a quiz file. */
	function AddressForm( { quiz, busy, onUse, onError } ) {
		const [ address, setAddress ] = useState( quiz );
		const typed = address.trim();
		function submit( event ) {
			event.preventDefault();
			if ( isAddress( typed ) ) onUse( typed );
			else
				onError(
					new Error(
						__( 'This is not a web address that readers can follow. It must start with https:// or http://, or with / on this site.', 'which-cause' )
					)
				);
		}
		return el(
			'form',
			{ className: 'which-cause-address', onSubmit: submit },
			el( TextControl, {
				label: __( 'Address of a quiz file', 'which-cause' ),
				inputMode: 'url',
				dir: 'ltr',
				placeholder: 'https://',
				value: address,
				onChange: setAddress,
				__next40pxDefaultSize: true,
				__nextHasNoMarginBottom: true,
			} ),
			el(
				Button,
				{ type: 'submit', variant: 'secondary', disabled: busy || ! typed, accessibleWhenDisabled: true, __next40pxDefaultSize: true },
				__( 'Use this address', 'which-cause' )
			)
		);
	}

	function QuizDialog( { attributes, setAttributes, onClose } ) {
		const [ files, setFiles ] = useState( [] );
		const [ error, setError ] = useState();
		const [ busy, setBusy ] = useState( true );

		/** Does one thing at a time, and shows its errors. */
		async function run( action ) {
			setBusy( true );
			setError();
			try {
				await action();
			} catch ( thrown ) {
				setError( thrown );
			}
			setBusy( false );
		}
		useEffect( () => {
			run( async () => setFiles( await apiFetch( { path: ROUTE } ) ) );
		}, [] );

		/** Puts the quiz of an address into the block. Without one, it is the quiz that comes with the plugin. */
		async function use( quiz ) {
			const words = quiz ? wordsOf( await fetchQuiz( quiz ) ) : undefined;
			setAttributes( { quiz, words } );
			onClose();
		}
		const take = ( chosen, replaced ) =>
			chosen.length > 0 && run( async () => use( ( await upload( chosen, replaced ) ).address ) );
		function remove( { name } ) {
			/* translators: %s: the name of a file. */
			const question = __( 'Delete %s from the site? A post that shows this quiz has no quiz then.', 'which-cause' );
			if ( window.confirm( sprintf( question, name ) ) ) {
				run( async () => setFiles( await apiFetch( { path: `${ ROUTE }/${ name }`, method: 'DELETE' } ) ) );
			}
		}
		const onUse = ( quiz ) => run( () => use( quiz ) );

		return el(
			Modal,
			{ title: __( 'Choose a quiz', 'which-cause' ), size: 'medium', className: 'which-cause-dialog', onRequestClose: onClose },
			el( Problems, { error } ),
			el( Choices, { files, attributes, busy, onUse, onReplace: ( { name }, chosen ) => take( chosen, name ), onDelete: remove } ),
			whichCause.upload && el( Upload, { busy, onChoose: ( chosen ) => take( chosen ) } ),
			el( AddressForm, { quiz: attributes.quiz, busy, onUse, onError: setError } )
		);
	}

	Object.assign( whichCause, { QuizDialog } );
} )( window.wp, window.whichCause );
