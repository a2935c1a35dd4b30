/**
 * Checks quiz files and the values of a quiz for their author. A quiz file is checked by the widget's own parser, a WebAssembly
 * module that is loaded only for that. The server checks addresses and other values.
 */
( function ( { apiFetch, element, i18n }, whichCause ) {
	const { useEffect, useState } = element;
	const { __, sprintf } = i18n;

	/** Whether PHP accepts this address: http or https, or a path on this site. PHP checks it too, a moment later. */
	const isAddress = ( text ) => /^(https?:\/\/[^\s/]+|\/(?!\/))\S*$/i.test( text );

	/** A quiz file that cannot be used. Each problem is one line in English, as the widget reports it. */
	class QuizProblems extends Error {
		constructor( file, problems ) {
			super( problems.join( '\n' ) );
			this.file = file;
			this.problems = problems;
		}
	}

	/** The parser, which is loaded once. After a failure the next call tries again. */
	let parser;
	function loadParser() {
		parser ??= import( whichCause.parser ).then( async ( loaded ) => {
			const wasm = whichCause.parser.replace( /\.js$/, '_bg.wasm' );
			await loaded.default( { module_or_path: fetch( wasm ) } );
			return loaded;
		} );
		parser.catch( () => ( parser = undefined ) );
		return parser;
	}

	/** Calls one function of the parser. Throws the problems of the file. */
	async function parse( kind, file, bytes ) {
		const loaded = await loadParser();
		try {
			loaded[ kind ]( bytes );
		} catch ( error ) {
			// After a panic the module cannot be called again.
			if ( error.name === 'RuntimeError' ) parser = undefined;
			throw new QuizProblems( file, error.message.split( '\n' ) );
		}
	}

	const textOf = ( bytes ) => new TextDecoder().decode( bytes );

	/**
	 * Checks the bytes of a quiz file, and returns its JSON.
	 */
	async function checkQuiz( file, bytes ) {
		await parse( 'quiz', file, bytes );
		return JSON.parse( textOf( bytes ) );
	}

	const checkDrawings = ( file, bytes ) => parse( 'drawings', file, bytes );

	/** The bytes of the file at an address, fetched as a reader's browser will. */
	async function fetchBytes( address ) {
		let response;
		try {
			response = await fetch( address, { cache: 'no-cache' } );
		} catch {
			throw new Error(
				sprintf(
					/* translators: %s: a web address. */
					__( 'The file at %s cannot be read from this site. Please check the address, and whether its server allows other sites to read it.', 'which-cause' ),
					address
				)
			);
		}
		if ( ! response.ok ) {
			throw new Error(
				sprintf(
					/* translators: 1: a web address. 2: a number such as 404. */
					__( 'There is no file at %1$s (%2$d).', 'which-cause' ),
					address,
					response.status
				)
			);
		}
		return new Uint8Array( await response.arrayBuffer() );
	}

	/** Fetches and checks the quiz at an address, with its drawings. Returns its JSON. */
	async function fetchQuiz( address ) {
		const quiz = await checkQuiz( address, await fetchBytes( address ) );
		if ( quiz.drawings ) {
			const drawings = new URL( quiz.drawings, new URL( address, document.baseURI ) ).href;
			await checkDrawings( drawings, await fetchBytes( drawings ) );
		}
		return quiz;
	}

	/** The paragraphs of a text with markup, without the marks, by the rule of `js/frame/plain-paragraphs.js`. */
	const plainParagraphs = ( text ) =>
		text.replace( /\[([^\]]+)\]\((?:\(.*?\)|.)+?\)|\B(\*\*?)(\S.*?)\2\B/g, '$1$3' ).split( /\n\s*\n/ );

	/**
	 * The words of a quiz before its start, for the block's attribute `words`. A text with a placeholder that only the widget can
	 * fill is left out.
	 */
	function wordsOf( { language, direction, title, subtitle, intro, notice, course } ) {
		const filled = ( text ) => text?.replaceAll( '{course_name}', () => course?.name ?? '' );
		const known = ( text ) => ( text && ! /\{\w+\}/.test( text ) ? text : undefined );
		const word = ( text ) => known( filled( text ) );
		return {
			language,
			direction: direction ?? 'ltr',
			title: word( title ),
			lead: [ subtitle, intro.lead ].map( word ).filter( Boolean ),
			points: ( intro.points ?? [] ).map( word ).filter( Boolean ),
			after: [ intro.audience, ...plainParagraphs( notice ?? '' ) ].map( word ).filter( Boolean ),
			start: word( intro.start ),
			busy: word( intro.busy ),
			failed: word( intro.failed ),
			course: course?.name,
			courseUrl: course?.url,
		};
	}

	/** The pause in typing before a request to the server, in milliseconds. */
	const PAUSE = 800;

	/** The mistakes that the server finds, after a pause in typing. The server also requests addresses. */
	function useServerCheck( data, empty ) {
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

	/** The answer of the server if there is nothing to report. */
	const NOTHING = { attributes: {}, shortcodes: [] };

	Object.assign( whichCause, { checkDrawings, checkQuiz, fetchQuiz, isAddress, NOTHING, QuizProblems, textOf, useServerCheck, wordsOf } );
} )( window.wp, window.whichCause );
