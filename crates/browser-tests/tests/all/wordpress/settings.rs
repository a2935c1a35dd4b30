//! The plugin is uploaded, activated and set up by the site's owner.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::site::{Site, zip};
use super::site_user::SiteUser;
use super::visitor::{START, attribute, block, course, reader_of, rendered, site};
use crate::harness::server::repository;

/// The saved course page and region.
fn saved(site: &Site) -> String {
    site.php("$saved = get_option( 'which_cause' ); echo \"$saved[course] $saved[region]\";")
}

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
    owner.fills_in("Region", "United Kingdom").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    assert_eq!(
        site.php("echo wp_json_encode( get_option( 'which_cause' ), JSON_UNESCAPED_SLASHES );"),
        format!("{{\"course\":\"{course}\",\"region\":\"GB\",\"counts\":false}}")
    );
    owner.reader.page.shows("Readers whose device does not say where they are get 999.").await;

    // An invalid value shows a message, and the old value stays.
    owner.fills_in("Course page", "javascript:alert(1)").await;
    owner.presses("#submit").await;
    owner.reader.page.shows("is not the address of a course page").await;
    assert_eq!(saved(&site), format!("{course} GB"));
    owner.sees_no_error().await;

    let reader = reader_of(&site.publishes("bare", "[which-cause]")).await;
    reader.page.find("button", START).await;
    let says = reader.page.run(
        "const quiz = document.querySelector('which-cause'); return [quiz.getAttribute('course'), quiz.getAttribute('region')]",
        vec![],
    );
    assert_eq!(says.await, json!([course, "GB"]));
    site.has_a_clean_log();
}

#[test]
fn the_first_save_requests_the_course_page_once() {
    let site = Site::with_plugin();
    let requests_and_warnings = site.php(
        "$requests = 0;
        add_filter( 'pre_http_request', function () use ( &$requests ) {
            ++$requests;
            return array( 'headers' => array(), 'body' => '', 'response' => array( 'code' => 404 ), 'cookies' => array() );
        } );
        WhichCause\\register_settings();
        update_option( 'which_cause', array( 'course' => '/not-yet/', 'region' => 'GB' ) );
        echo $requests, ' ', count( get_settings_errors( 'which_cause' ) );",
    );
    assert_eq!(requests_and_warnings, "1 1");
    assert_eq!(saved(&site), "/not-yet/ GB");
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
        const field = document.getElementById('which-cause-' + name);
        const descriptions = field.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)?.textContent);
        return [field.value, field.getAttribute('aria-invalid'), descriptions.length, descriptions[0]];
    })";
    owner.opens("/wp-admin/options-general.php?page=which-cause").await;
    owner.fills_in("Course page", "my course").await;
    owner.fills_in("Region", "Germany").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-course").await;
    let shows = owner.reader.page.run(fields, vec![]).await;
    assert_eq!(json!([shows[0][0], shows[0][1], shows[0][2]]), json!(["my course", "true", 2]));
    assert!(shows[0][3].as_str().is_some_and(|it| it.contains("“my course” is not the address")), "{shows}");
    // The other field keeps the input too. Of the settings, the valid one is saved.
    assert_eq!(json!([shows[1][0], shows[1][1]]), json!(["DE", null]));
    assert_eq!(saved(&site), "https://example.org/site/ DE");

    // Opened again, the form has the settings.
    owner.opens("/wp-admin/options-general.php?page=which-cause").await;
    let shows = owner.reader.page.run(fields, vec![]).await;
    assert_eq!(json!([shows[0][0], shows[1][0]]), json!(["https://example.org/site/", "DE"]));

    // A path of the site is accepted.
    owner.fills_in("Course page", "/my-course/").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    assert_eq!(saved(&site), "/my-course/ DE");

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

#[tokio::test(flavor = "multi_thread")]
async fn an_invalid_setting_is_shown_as_text() {
    let site = site();
    let owner = SiteUser::logs_in(&site, "admin").await;
    owner.opens("/wp-admin/options-general.php?page=which-cause").await;
    let course = "<b>my</b> course & <img src=x onerror=document.title=1>";
    owner.fills_in("Course page", course).await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-course").await;
    // The message of WordPress at the top, and the plugin's own below the field.
    let messages = "return ['setting-error-course', 'which-cause-course-message'].map((id) => {
        const message = document.getElementById(id);
        return [message.textContent, message.querySelectorAll('b, img').length];
    })";
    let messages = owner.reader.page.run(messages, vec![]).await;
    for message in messages.as_array().expect("two messages") {
        assert!(
            message[0].as_str().is_some_and(|it| it.contains(&format!("“{course}” is not the address"))),
            "{message}"
        );
        assert_eq!(message[1], json!(0), "{message}");
    }
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

#[tokio::test(flavor = "multi_thread")]
async fn the_region_is_a_list_of_countries_with_the_numbers_of_the_quiz() {
    let site = Site::with_plugin();
    let quiz = fs::read_to_string(repository().join("quizzes/upper-back-knots.json")).expect("the quiz");
    let quiz: Value = serde_json::from_str(&quiz).expect("JSON");
    let numbers = quiz["care"]["emergency"]["regions"].as_object().expect("regions");
    // A region that the quiz has no number for was valid before there was a list, and stays.
    site.php("update_option( 'which_cause', array( 'course' => '', 'region' => 'KR' ) );");
    let owner = SiteUser::logs_in(&site, "admin").await;
    owner.opens("/wp-admin/options-general.php?page=which-cause").await;
    let options = "const select = document.getElementById('which-cause-region');
        return [...select.options].map(({ value, textContent, selected }) => [value, textContent, selected])";
    let options = owner.reader.page.run(options, vec![]).await;
    let options = options.as_array().expect("a list");
    let label = |region: &str| {
        let option = options.iter().find(|it| it[0] == region).unwrap_or_else(|| panic!("no {region}"));
        option[1].as_str().expect("a text")
    };
    assert_eq!(options.len(), numbers.len() + 2, "the first is “Not set”, the last is KR");
    for (region, number) in numbers {
        let number = number["number"].as_str().expect("a number");
        assert!(label(region).ends_with(&format!(" ({number})")), "{region}: {}", label(region));
    }
    assert_eq!([label("DE"), label("US"), label("")], ["Germany (112)", "United States (911)", "Not set"]);
    assert_eq!(options.last(), Some(&json!(["KR", "KR (911)", true])), "by the site’s language, en-US");
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    assert_eq!(saved(&site), " KR");
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_asks_for_the_region_until_it_is_set() {
    let site = Site::with_plugin();
    site.write(
        "wp-content/mu-plugins/classic.php",
        "<?php add_filter( 'use_block_editor_for_post', '__return_false' );",
    );
    site.publishes("article", "[which-cause]");
    site.publishes("other", "Nothing here.");
    let editor = |slug: &str| {
        let id = site.php(&format!("echo get_page_by_path( '{slug}' )->ID;"));
        format!("/wp-admin/post.php?post={id}&action=edit")
    };
    let [article, other] = ["article", "other"].map(editor);
    let settings = "/wp-admin/options-general.php?page=which-cause";
    let plugins = "/wp-admin/plugins.php";
    let owner = SiteUser::logs_in(&site, "admin").await;
    let count = "return document.querySelectorAll('.which-cause-region-notice').length";
    let asks = async |path: &str| {
        owner.opens(path).await;
        owner.reader.page.run(count, vec![]).await == json!(1)
    };
    assert!(asks(settings).await && asks(&article).await);
    assert!(!asks(&other).await);
    assert!(asks(plugins).await);
    owner.reader.page.shows("now get 911, from the language of this site (en_US)").await;

    // WordPress's own button dismisses it there, for this user.
    owner.presses(".which-cause-region-notice .notice-dismiss").await;
    let dismissed = "get_user_option( 'which_cause_region_dismissed', 1 )";
    let start = Instant::now();
    while site.php(&format!("echo {dismissed};")) != "1" {
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "the site does not keep that the notice was dismissed"
        );
    }
    assert!(!asks(plugins).await);
    assert!(asks(settings).await);

    site.php("delete_user_option( 1, 'which_cause_region_dismissed' ); update_option( 'which_cause', array( 'region' => 'DE' ) );");
    for path in [plugins, settings, &article] {
        assert!(!asks(path).await, "{path}");
    }
    site.has_a_clean_log();
}
