//! An update over an older version.

use std::fs;
use std::process::Command;

use serde_json::json;

use super::site::{PLUGIN, Site, zip};
use super::site_user::sees_no_error;
use super::visitor::{attribute, block, course, reader_of};
use crate::widget::article::FIRST_SCREEN;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Installs and activates the plugin as an older version, whose files have other addresses.
fn install_an_older_version(site: &Site) {
    let plugins = site.file("wp-content/plugins");
    let done = Command::new("unzip").arg("-q").arg(zip()).arg("-d").arg(&plugins).status().expect("unzip");
    assert!(done.success());
    let main = fs::read_to_string(plugins.join(PLUGIN)).expect("the plugin");
    assert_eq!(main.matches(VERSION).count(), 2);
    fs::write(plugins.join(PLUGIN), main.replace(VERSION, "0.0.9")).expect("the plugin");
    let assets = plugins.join("which-cause/assets");
    fs::rename(assets.join(VERSION), assets.join("0.0.9")).expect("the widget's files");
    site.php(&format!("if ( null !== activate_plugin( '{PLUGIN}' ) ) exit( 1 );"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_keeps_settings_and_quizzes_and_an_old_copy_of_a_page_keeps_its_words() {
    let site = Site::new();
    install_an_older_version(&site);
    let course = course(&site);
    site.php(&format!("update_option( 'which_cause', array( 'course' => '{course}', 'region' => 'AU' ) );"));
    let page = site.publishes("quiz", &block(&json!({"startLabel": "Begin"})));
    let before = site.php(&format!("echo file_get_contents( '{page}' );"));
    assert!(before.contains("/assets/0.0.9/which-cause.js"), "{before}");
    site.write("wp-content/cache/quiz.html", &before);

    // As WordPress does it when an owner uploads a zip and confirms that it replaces the plugin.
    site.php(&format!(
        "require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
        $upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
        $done = $upgrader->install( '{}', array( 'overwrite_package' => true ) );
        if ( true !== $done ) die( print_r( $upgrader->skin, true ) );",
        zip().display()
    ));
    let active = format!("echo is_plugin_active( '{PLUGIN}' ) ? WhichCause\\VERSION : 'inactive';");
    assert_eq!(site.php(&active), VERSION);
    let reader = reader_of(&page).await;
    reader.presses("Begin").await;
    reader.page.find("group", FIRST_SCREEN).await;
    sees_no_error(&reader).await;
    let after = site.php(&format!("echo file_get_contents( '{page}' );"));
    assert_eq!(attribute(&after, "region").as_deref(), Some("AU"));

    let reader = reader_of(&format!("{}/wp-content/cache/quiz.html", site.url)).await;
    reader.page.shows("safety check").await;
    assert!(!reader.page.names_of("button").await.contains(&"Begin".to_owned()));
    reader.follows("Knots In Your Back Gone!").await;
    reader.page.shows("Welcome to the course.").await;
    site.has_a_clean_log();
}
