<?php
/**
 * The quiz files that users upload in the editor: their folder among the site's uploads, and the route of the REST API by which
 * the editor lists, adds, replaces and deletes them. WordPress's media library accepts no .json.
 *
 * The editor has the file checked by the widget's own parser first. This file checks what matters to the server.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** The folder's name. uninstall.php removes the folder and the option. */
const QUIZ_FOLDER = 'which-cause';

/** The option with the user who uploaded each file, by the file's name. */
const QUIZ_OWNERS = 'which_cause_quiz_owners';

/** The names that quiz_file_name() gives, and WordPress's number behind a name that is taken. */
const QUIZ_FILE_NAME = '[a-z0-9-]+(?:\.drawings)?(?:-\d+)?\.json';

add_action( 'rest_api_init', __NAMESPACE__ . '\register_quiz_files' );

/**
 * The routes. Who may put pictures on the site may put quiz files on it (`upload_files`: authors, editors and administrators).
 * A file may be in the posts of several users, so only the user who uploaded it and those who may edit all posts change it.
 */
function register_quiz_files() {
	$content = array(
		'type'     => 'string',
		'required' => true,
	);
	register_rest_route(
		'which-cause/v1',
		'/quiz-files',
		array(
			array(
				'methods'             => 'GET',
				'callback'            => __NAMESPACE__ . '\quiz_files',
				'permission_callback' => function () {
					return current_user_can( 'edit_posts' );
				},
			),
			array(
				'methods'             => 'POST',
				'callback'            => __NAMESPACE__ . '\add_quiz_file',
				'permission_callback' => function () {
					return current_user_can( 'upload_files' );
				},
				'args'                => array(
					'name'    => $content,
					'content' => $content,
				),
			),
		)
	);
	$may_change = function ( $request ) {
		return can_change( name_in_path( $request ) );
	};
	register_rest_route(
		'which-cause/v1',
		'/quiz-files/(?P<name>' . QUIZ_FILE_NAME . ')',
		array(
			array(
				'methods'             => 'PUT',
				'callback'            => __NAMESPACE__ . '\replace_quiz_file',
				'permission_callback' => $may_change,
				'args'                => array( 'content' => $content ),
			),
			array(
				'methods'             => 'DELETE',
				'callback'            => __NAMESPACE__ . '\delete_quiz_file',
				'permission_callback' => $may_change,
			),
		)
	);
}

/**
 * The name of the file that a request is about: the one in its path, which the route has checked. `$request['name']` would be
 * a name in the body or in the query, if there is one.
 */
function name_in_path( $request ) {
	return $request->get_url_params()['name'];
}

/** Whether a name is one of this folder, and leads to no other. */
function is_quiz_file_name( $name ) {
	return (bool) preg_match( '/^' . QUIZ_FILE_NAME . '$/D', $name );
}

/**
 * The name for an uploaded file: letters, digits and hyphens, and one ending that no server runs as a program. The drawings of
 * a quiz keep their second ending.
 */
function quiz_file_name( $text ) {
	$text     = strtolower( remove_accents( wp_basename( $text ) ) );
	$drawings = preg_match( '/\.drawings\.json$/D', $text ) ? '.drawings' : '';
	$text     = preg_replace( '/(\.drawings)?\.json$/D', '', $text );
	$text     = trim( substr( preg_replace( '/[^a-z0-9]+/', '-', $text ), 0, 60 ), '-' );
	return ( '' === $text ? 'quiz' : $text ) . $drawings . '.json';
}

/** The folder's path. */
function quiz_folder() {
	return wp_get_upload_dir()['basedir'] . '/' . QUIZ_FOLDER;
}

/** The address of a file: a path if it is on the site's own domain, so that it stays right if the domain changes. */
function quiz_file_address( $name ) {
	$url = wp_get_upload_dir()['baseurl'] . '/' . QUIZ_FOLDER . "/$name";
	return origin( $url ) === origin( home_url() ) ? wp_parse_url( $url, PHP_URL_PATH ) : $url;
}

/** Whether the user may replace or delete a file that is there. */
function can_change( $name ) {
	if ( ! current_user_can( 'upload_files' ) || ! is_quiz_file_name( $name ) || ! is_file( quiz_folder() . "/$name" ) ) {
		return false;
	}
	$owners = get_option( QUIZ_OWNERS, array() );
	return current_user_can( 'edit_others_posts' ) || ( $owners[ $name ] ?? 0 ) === get_current_user_id();
}

/** What the editor shows of a file. */
function quiz_file( $name ) {
	$file     = json_decode( (string) file_get_contents( quiz_folder() . "/$name" ), true ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a file of this server.
	$drawings = is_string( $file['drawings'] ?? null ) ? $file['drawings'] : '';
	return array(
		'name'      => $name,
		'address'   => quiz_file_address( $name ),
		'title'     => is_string( $file['title'] ?? null ) ? $file['title'] : '',
		'drawings'  => is_quiz_file_name( $drawings ) ? $drawings : '',
		'isQuiz'    => isset( $file['causes'] ),
		'canChange' => can_change( $name ),
	);
}

/** All files, in the order of their names. */
function quiz_files() {
	$paths = glob( quiz_folder() . '/*.json' );
	return array_map( __NAMESPACE__ . '\quiz_file', array_map( 'wp_basename', $paths ? $paths : array() ) );
}

/**
 * The text of a file as it is stored, or an error. It is written anew from its JSON, with `<` and `>` as escapes. So nothing
 * in it can be taken for HTML or PHP, whatever a server makes of the file.
 */
function stored_text( $content ) {
	$error = function ( $status, $message ) {
		return new \WP_Error( 'which_cause_file', $message, array( 'status' => $status ) );
	};
	$too_large = __( 'The file is too large: a quiz file has at most 1 MiB.', 'which-cause' );
	if ( strlen( $content ) > LARGEST_QUIZ ) {
		return $error( 413, $too_large );
	}
	$file = json_decode( preg_replace( '/^\xEF\xBB\xBF/', '', $content ), false, 128 );
	if ( JSON_ERROR_NONE !== json_last_error() ) {
		/* translators: %s: PHP's message about the mistake, in English. */
		return $error( 400, sprintf( __( 'The file is not JSON in UTF-8: %s.', 'which-cause' ), json_last_error_msg() ) );
	}
	$is_quiz = is_object( $file ) && isset( $file->format ) && ( isset( $file->causes ) || isset( $file->drawings ) );
	if ( ! $is_quiz ) {
		return $error( 400, __( 'The file is JSON, but neither a quiz nor the drawings of one.', 'which-cause' ) );
	}
	$text = wp_json_encode( $file, JSON_HEX_TAG | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION );
	return strlen( $text ) > LARGEST_QUIZ ? $error( 413, $too_large ) : $text;
}

/** Writes a file as WordPress writes uploads, so that its limits and permissions apply. Returns the file, or an error. */
function write_quiz_file( $name, $text, $owner ) {
	$folder = function ( $uploads ) {
		$uploads['subdir'] = '/' . QUIZ_FOLDER;
		$uploads['path']   = $uploads['basedir'] . $uploads['subdir'];
		$uploads['url']    = $uploads['baseurl'] . $uploads['subdir'];
		return $uploads;
	};
	$types = function ( $types ) {
		return array( 'json' => 'application/json' ) + $types;
	};
	add_filter( 'upload_dir', $folder );
	add_filter( 'upload_mimes', $types );
	$written = wp_upload_bits( $name, null, $text );
	remove_filter( 'upload_dir', $folder );
	remove_filter( 'upload_mimes', $types );
	if ( $written['error'] ) {
		return new \WP_Error( 'which_cause_file', $written['error'], array( 'status' => 500 ) );
	}
	$name = wp_basename( $written['file'] );
	update_option( QUIZ_OWNERS, array( $name => $owner ) + get_option( QUIZ_OWNERS, array() ), false );
	return quiz_file( $name );
}

/** Deletes a file, and its drawings if no other quiz has them. A file that names a quiz as its drawings does not delete it. */
function remove_quiz_file( $name ) {
	$drawings = quiz_file( $name )['drawings'];
	wp_delete_file( quiz_folder() . "/$name" );
	$owners = get_option( QUIZ_OWNERS, array() );
	unset( $owners[ $name ] );
	update_option( QUIZ_OWNERS, $owners, false );
	$in_use = in_array( $drawings, array_column( quiz_files(), 'drawings' ), true );
	if ( '' !== $drawings && ! $in_use && can_change( $drawings ) && ! quiz_file( $drawings )['isQuiz'] ) {
		remove_quiz_file( $drawings );
	}
}

function rename_quiz_file( $name, $new ) {
	$owners         = get_option( QUIZ_OWNERS, array() );
	$owners[ $new ] = $owners[ $name ];
	unset( $owners[ $name ] );
	rename( quiz_folder() . "/$name", quiz_folder() . "/$new" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- as in wp_handle_upload().
	update_option( QUIZ_OWNERS, $owners, false );
	return quiz_file( $new );
}

function add_quiz_file( $request ) {
	$text = stored_text( $request['content'] );
	return is_wp_error( $text ) ? $text : write_quiz_file( quiz_file_name( $request['name'] ), $text, get_current_user_id() );
}

function replace_quiz_file( $request ) {
	$text = stored_text( $request['content'] );
	if ( is_wp_error( $text ) ) {
		return $text;
	}
	$name  = name_in_path( $request );
	$owner = get_option( QUIZ_OWNERS, array() )[ $name ] ?? get_current_user_id();
	// The old file stays until the new one is written, under another name.
	$new = write_quiz_file( $name, $text, $owner );
	if ( is_wp_error( $new ) ) {
		return $new;
	}
	remove_quiz_file( $name );
	return rename_quiz_file( $new['name'], $name );
}

function delete_quiz_file( $request ) {
	remove_quiz_file( name_in_path( $request ) );
	return quiz_files();
}
