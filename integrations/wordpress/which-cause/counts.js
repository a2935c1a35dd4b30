/**
 * Tells this site that a quiz was started, has shown its result, or that its link to the course was followed: each once for each
 * quiz on a loaded page. includes/counts.php writes the attributes, and receives the request.
 */
for ( const event of [ 'start', 'finish', 'course' ] ) {
	const counted = new WeakSet();
	document.addEventListener( 'which-cause-' + event, ( { target } ) => {
		const box = target.closest( '[data-count]' );
		if ( ! box || counted.has( box ) ) return;
		counted.add( box );
		const { count, post, token } = box.dataset;
		navigator.sendBeacon( count, new URLSearchParams( { event, post, token } ) );
	} );
}
