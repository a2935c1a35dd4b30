//! A deleted plugin leaves nothing in the database.

use super::site::{PLUGIN, Site};

#[test]
fn a_deleted_plugin_leaves_no_option() {
    let options = "global $wpdb; echo implode( ' ', $wpdb->get_col( \"SELECT option_name FROM $wpdb->options
        WHERE option_name NOT LIKE '%transient%' ORDER BY option_name\" ) );";
    let site = Site::new();
    let before = site.php(options);
    drop(site);
    let site = Site::with_plugin();
    site.php(
        "update_option( 'which_cause', array( 'course' => 'https://example.org/', 'region' => 'US' ) );",
    );
    assert_ne!(site.php(options), before);
    site.php(&format!("deactivate_plugins( '{PLUGIN}' );"));
    assert!(site.php(options).contains("which_cause"), "switched off, it keeps what was set");
    site.php(&format!("if ( true !== delete_plugins( array( '{PLUGIN}' ) ) ) exit( 1 );"));
    assert!(!site.file("wp-content/plugins/which-cause").exists());
    // WordPress itself stores which plugins were deactivated.
    assert_eq!(
        site.php(options).replace("recently_activated ", ""),
        before.replace("recently_activated ", "")
    );
    site.has_a_clean_log();
}

#[test]
fn a_plugin_deleted_from_a_network_leaves_no_option_on_any_site() {
    let site = Site::with_plugin();
    site.php(
        "define( 'WP_INSTALLING_NETWORK', true );
        require_once ABSPATH . 'wp-admin/includes/upgrade.php';
        foreach ( $wpdb->tables( 'ms_global' ) as $table => $name ) { $wpdb->$table = $name; }
        install_network();
        $made = populate_network( 1, $_SERVER['HTTP_HOST'], 'admin@example.org', 'A network', '/', false );
        if ( is_wp_error( $made ) && 'no_wildcard_dns' !== $made->get_error_code() ) exit( $made->get_error_message() );
        touch( getenv( 'WORDPRESS_SITE' ) . '/network' );",
    );
    let sites = site.php(&format!(
        "$second = wpmu_create_blog( DOMAIN_CURRENT_SITE, '/second/', 'Second', 1 );
        if ( is_wp_error( $second ) ) exit( $second->get_error_message() );
        deactivate_plugins( '{PLUGIN}' );
        activate_plugin( '{PLUGIN}', '', true );
        foreach ( get_sites() as $it ) {{
            switch_to_blog( $it->blog_id );
            update_option( 'which_cause', array( 'course' => '', 'region' => 'GB' ) );
            update_option( 'another', 'stays' );
        }}
        echo count( get_sites() );"
    ));
    assert_eq!(sites, "2");
    let left = "foreach ( get_sites() as $it ) echo wp_json_encode( array(
        get_blog_option( $it->blog_id, 'which_cause', 'gone' ), get_blog_option( $it->blog_id, 'another' ) ) );";
    assert_eq!(site.php(left), r#"[{"course":"","region":"GB"},"stays"]"#.repeat(2));
    site.php(&format!(
        "deactivate_plugins( '{PLUGIN}', false, true );
        if ( true !== delete_plugins( array( '{PLUGIN}' ) ) ) exit( 1 );"
    ));
    assert_eq!(site.php(left), r#"["gone","stays"]"#.repeat(2));
    site.has_a_clean_log();
}

#[test]
fn a_deleted_plugin_leaves_no_stored_form() {
    let site = Site::with_plugin();
    site.php("set_transient( 'which_cause_typed', array( 1 => array( 'course' => 'x' ) ), 60 );");
    site.php(
        "deactivate_plugins( 'which-cause/which-cause.php' );
        if ( true !== delete_plugins( array( 'which-cause/which-cause.php' ) ) ) exit( 1 );",
    );
    let left = "global $wpdb; echo $wpdb->get_var( \"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%which_cause%'\" );";
    assert_eq!(site.php(left), "0");
}
