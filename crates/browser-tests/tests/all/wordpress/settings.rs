//! The plugin is uploaded, activated and set up by the site's owner.

use serde_json::json;

use super::site::{Site, zip};
use super::site_user::SiteUser;
use super::visitor::{START, attribute, block, course, reader_of, rendered, site};

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_uploads_the_plugin_and_its_settings_count_for_the_site() {
    let site = Site::new();
    let course = course(&site);
    let owner = SiteUser::logs_in(&site, "admin").await;
    owner.opens("/wp-admin/plugin-install.php?tab=upload").await;
    let file = owner.finds("#pluginzip").await;
    file.send_keys(zip().to_str().expect("a path in UTF-8")).await.expect("a file to upload");
    owner.presses("#install-plugin-submit").await;
    owner.presses("a.button-primary[href*='action=activate']").await;
    owner.finds("tr.active[data-plugin='which-cause/which-cause.php']").await;
    owner.presses("tr[data-plugin='which-cause/which-cause.php'] a[href*='page=which-cause']").await;

    owner.fills_in("Course page", &course).await;
    owner.fills_in("Region", "gb").await;
    owner.reader.page.shows("A quiz takes the emergency number from where the reader is").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    assert_eq!(
        site.php("echo wp_json_encode( get_option( 'which_cause' ), JSON_UNESCAPED_SLASHES );"),
        format!("{{\"course\":\"{course}\",\"region\":\"GB\"}}")
    );

    // An invalid value shows a message, and the old value stays.
    owner.fills_in("Course page", "javascript:alert(1)").await;
    owner.fills_in("Region", "U1").await;
    owner.presses("#submit").await;
    owner.reader.page.shows("is no address of a course page").await;
    owner.reader.page.shows("is no region").await;
    assert_eq!(site.php("echo implode( ' ', get_option( 'which_cause' ) );"), format!("{course} GB"));
    owner.sees_no_error().await;

    let reader = reader_of(&site.publishes("bare", "[which-cause]")).await;
    reader.page.find("button", START).await;
    let says = reader.page.run(
        "const it = document.querySelector('which-cause'); return [it.getAttribute('course'), it.getAttribute('region')]",
        vec![],
    );
    assert_eq!(says.await, json!([course, "GB"]));
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_may_not_open_the_settings() {
    let site = Site::with_plugin();
    let author = SiteUser::logs_in(&site, "author").await;
    author.opens("/wp-admin/options-general.php?page=which-cause").await;
    author.reader.page.shows("Sorry, you are not allowed to access this page.").await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invalid_setting_stays_in_its_field_with_an_error_message() {
    let site = site();
    let course = site.publishes("my-course", "<p>The course.</p>");
    let owner = SiteUser::logs_in(&site, "admin").await;
    let fields = "return ['course', 'region'].map((name) => {
        const it = document.getElementById('which-cause-' + name);
        const descriptions = it.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)?.textContent);
        return [it.value, it.getAttribute('aria-invalid'), descriptions.length, descriptions[0]];
    })";
    owner.opens("/wp-admin/options-general.php?page=which-cause").await;
    owner.fills_in("Course page", "my course").await;
    owner.fills_in("Region", "England").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-course").await;
    let shows = owner.reader.page.run(fields, vec![]).await;
    assert_eq!(json!([shows[0][0], shows[0][1], shows[0][2]]), json!(["my course", "true", 2]));
    assert_eq!(json!([shows[1][0], shows[1][1], shows[1][2]]), json!(["England", "true", 2]));
    assert!(shows[0][3].as_str().is_some_and(|it| it.contains("“my course” is no address")), "{shows}");
    assert!(shows[1][3].as_str().is_some_and(|it| it.contains("“England” is no region")), "{shows}");
    // The settings are unchanged.
    assert_eq!(site.php("echo implode( ' ', get_option( 'which_cause' ) );"), "https://example.org/site/ AU");

    // Opened again, the form has the settings.
    owner.opens("/wp-admin/options-general.php?page=which-cause").await;
    let shows = owner.reader.page.run(fields, vec![]).await;
    assert_eq!(json!([shows[0][0], shows[1][0]]), json!(["https://example.org/site/", "AU"]));

    // A path of the site and UK are accepted.
    owner.fills_in("Course page", "/my-course/").await;
    owner.fills_in("Region", "uk").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    assert_eq!(site.php("echo implode( ' ', get_option( 'which_cause' ) );"), "/my-course/ GB");

    // An address that does not exist is saved, with a warning.
    owner.fills_in("Course page", &course.replace("my-course", "my-coarse")).await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-course.notice-warning").await;
    let shows = owner.reader.page.run(fields, vec![]).await;
    assert!(shows[0][3].as_str().is_some_and(|it| it.contains("leads nowhere")), "{shows}");
    assert!(site.php("echo get_option( 'which_cause' )['course'];").ends_with("/my-coarse/"));
    owner.sees_no_error().await;
    site.has_a_clean_log();
}

#[test]
fn uk_counts_as_gb_in_block_shortcode_and_settings() {
    let site = site();
    let contents = [block(&json!({"region": "UK"})), "[which-cause region=”uk”]".to_owned()];
    for html in rendered(&site, &contents, "nobody") {
        assert_eq!(attribute(&html, "region").as_deref(), Some("GB"), "{html}");
    }
    site.php("do_action( 'admin_init' ); update_option( 'which_cause', array( 'region' => 'uk' ) );");
    assert_eq!(site.php("echo get_option( 'which_cause' )['region'];"), "GB");
    site.has_a_clean_log();
}
