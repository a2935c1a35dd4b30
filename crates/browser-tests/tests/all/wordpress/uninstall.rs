//! A deleted plugin leaves nothing in the database.

use serde_json::{Value, json};

use super::site::{PLUGIN, Site};

/// PHP that stores all that the plugin can store on the current site.
const STORE: &str =
    "update_option( 'which_cause', array( 'course' => '', 'region' => 'GB', 'counts' => true ) );
    set_transient( 'which_cause_typed', array( 1 => array( 'course' => 'x' ) ), 60 );
    set_transient( 'which_cause_requests', array( 1 => array( 1 => 1 ) ), 60 );
    update_user_option( 1, 'which_cause_region_dismissed', 1 );
    update_option( 'which_cause_quiz_owners', array( 'mine.json' => 1 ) );
    $uploads = wp_upload_dir()['basedir'];
    wp_mkdir_p( $uploads . '/which-cause' );
    file_put_contents( $uploads . '/which-cause/mine.json', '{}' );";

/// PHP that returns what the plugin has stored on the current site.
const STORED: &str = "function stored() {
        global $wpdb;
        $options = $wpdb->get_col( \"SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%which_cause%' ORDER BY 1\" );
        $tables = $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix . 'which_cause_counts' ) ) );
        $uploads = wp_upload_dir()['basedir'];
        $files = str_replace( $uploads, '', array_merge( glob( \"$uploads/which-cause\" ), glob( \"$uploads/which-cause/*\" ) ) );
        return array_merge( $options, $tables, $files, array( get_user_option( 'which_cause_region_dismissed', 1 ) ) );
    }";

fn stored(site: &Site) -> Value {
    let stored = site.php(&format!("{STORED} echo wp_json_encode( stored() );"));
    serde_json::from_str(&stored).unwrap_or_else(|error| panic!("{error}: {stored}"))
}

/// All that the plugin can store on a site whose tables have this prefix.
fn everything(prefix: &str) -> Value {
    let table = format!("{prefix}which_cause_counts");
    json!([
        "_transient_timeout_which_cause_requests",
        "_transient_timeout_which_cause_typed",
        "_transient_which_cause_requests",
        "_transient_which_cause_typed",
        "which_cause",
        "which_cause_quiz_owners",
        table,
        "/which-cause",
        "/which-cause/mine.json",
        "1"
    ])
}

#[test]
fn a_deleted_plugin_leaves_nothing() {
    let options = "global $wpdb; echo implode( ' ', $wpdb->get_col( \"SELECT option_name FROM $wpdb->options
        WHERE option_name NOT LIKE '%transient%' ORDER BY option_name\" ) );";
    let site = Site::new();
    let before = site.php(options);
    drop(site);
    let site = Site::with_plugin();
    assert_eq!(stored(&site), json!([false]), "it stores nothing by itself");
    site.php(STORE);
    assert_eq!(stored(&site), everything("wp_"));
    site.php(&format!("deactivate_plugins( '{PLUGIN}' );"));
    assert_eq!(stored(&site), everything("wp_"), "switched off, it keeps what was set");
    site.php(&format!("if ( true !== delete_plugins( array( '{PLUGIN}' ) ) ) exit( 1 );"));
    assert!(!site.file("wp-content/plugins/which-cause").exists());
    assert_eq!(stored(&site), json!([false]));
    // WordPress itself stores which plugins were deactivated.
    assert_eq!(
        site.php(options).replace("recently_activated ", ""),
        before.replace("recently_activated ", "")
    );
    site.has_a_clean_log();
}

#[test]
fn a_plugin_deleted_from_a_network_leaves_nothing_on_any_site() {
    let site = Site::with_plugin();
    site.becomes_a_network();
    site.php(&format!("activate_plugin( '{PLUGIN}', '', true );"));
    site.php(&format!(
        "foreach ( get_sites() as $it ) {{
            switch_to_blog( $it->blog_id );
            {STORE}
            update_option( 'another', 'stays' );
        }}"
    ));
    let left = format!(
        "{STORED} $all = array();
        foreach ( get_sites() as $it ) {{
            switch_to_blog( $it->blog_id );
            $all[] = array( stored(), get_option( 'another' ) );
        }}
        echo wp_json_encode( $all );"
    );
    let left = || -> Value { serde_json::from_str(&site.php(&left)).expect("JSON") };
    assert_eq!(left(), json!([[everything("wp_"), "stays"], [everything("wp_2_"), "stays"]]));
    site.php(&format!(
        "deactivate_plugins( '{PLUGIN}', false, true );
        if ( true !== delete_plugins( array( '{PLUGIN}' ) ) ) exit( 1 );"
    ));
    assert_eq!(left(), json!([[[false], "stays"], [[false], "stays"]]));
    site.has_a_clean_log();
}

#[test]
fn a_site_deleted_from_a_network_takes_its_counts_along() {
    let site = Site::with_plugin();
    site.becomes_a_network();
    site.php(&format!("activate_plugin( '{PLUGIN}', '', true );"));
    site.php(&format!("foreach ( array( 1, 2 ) as $id ) {{ switch_to_blog( $id ); {STORE} }}"));
    let tables =
        || site.php("echo implode( ' ', $wpdb->get_col( \"SHOW TABLES LIKE '%which_cause_counts'\" ) );");
    assert_eq!(tables(), "wp_2_which_cause_counts wp_which_cause_counts");
    site.php("if ( is_wp_error( wp_delete_site( 2 ) ) ) exit( 1 );");
    assert_eq!(tables(), "wp_which_cause_counts");
    site.has_a_clean_log();
}
