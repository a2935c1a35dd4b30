<?php
/**
 * Reminds those who can change the settings of the region, until it is set: a WordPress in American English says "US" on every
 * page. On the page of the plugins each user can dismiss the notice.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/** The user option of a user who has dismissed the notice. The action of the request has the same name. */
const DISMISSED = 'which_cause_region_dismissed';

add_action( 'admin_notices', __NAMESPACE__ . '\remind_of_region' );
add_action( 'wp_ajax_' . DISMISSED, __NAMESPACE__ . '\dismiss_reminder' );

function remind_of_region() {
	if ( '' !== defaults()['region'] || ! current_user_can( 'manage_options' ) ) {
		return;
	}
	switch ( get_current_screen()->id ) {
		case 'settings_page_' . PAGE:
			print_reminder( false );
			break;
		case 'plugins':
			if ( ! get_user_option( DISMISSED ) ) {
				print_reminder( true );
			}
			break;
		default:
			if ( shows_quiz_in_classic_editor() ) {
				print_reminder( false );
			}
	}
}

/** Whether this is the classic editor with a post that has a quiz. In the block editor the block says it. */
function shows_quiz_in_classic_editor() {
	$screen = get_current_screen();
	$post   = get_post();
	if ( 'post' !== $screen->base || $screen->is_block_editor() || ! $post ) {
		return false;
	}
	return has_shortcode( $post->post_content, 'which-cause' ) || has_block( 'which-cause/quiz', $post );
}

function print_reminder( $dismissible ) {
	printf(
		'<div class="notice notice-warning which-cause-region-notice%s"><p><strong>%s:</strong> %s <a href="%s">%s</a></p></div>',
		$dismissible ? ' is-dismissible' : '',
		esc_html__( 'Which Cause', 'which-cause' ),
		esc_html( number_help() ),
		esc_url( settings_address() . '#which-cause-region' ),
		esc_html__( 'Set the region', 'which-cause' )
	);
	if ( $dismissible ) {
		wp_print_inline_script_tag( dismissing_script() );
	}
}

/** Tells the server that the user has pressed WordPress's own button on the notice. */
function dismissing_script() {
	$request = wp_json_encode(
		array(
			'action'      => DISMISSED,
			'_ajax_nonce' => wp_create_nonce( DISMISSED ),
		)
	);
	return "document.addEventListener( 'click', ( { target } ) => {
	if ( ! target.closest( '.which-cause-region-notice .notice-dismiss' ) ) return;
	fetch( ajaxurl, { method: 'POST', body: new URLSearchParams( $request ) } );
} );";
}

function dismiss_reminder() {
	check_ajax_referer( DISMISSED );
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( '', '', array( 'response' => 403 ) );
	}
	update_user_option( get_current_user_id(), DISMISSED, 1 );
	wp_die();
}
