//! Sites that differ from a usual one: in a subdirectory, in a network, in a language that is written from right to left.

use std::fs;

use serde_json::{Value, json};

use super::site::{PLUGIN, Site};
use super::site_user::{SiteUser, sees_no_error};
use super::visitor::{START, block, course, reader_of, takes_the_quiz_and_goes_to_the_course};
use crate::harness::server::repository;
use crate::widget::article::FIRST_SCREEN;

#[tokio::test(flavor = "multi_thread")]
async fn a_site_in_a_subdirectory_has_the_quiz_and_paths_begin_at_the_host() {
    let site = Site::in_a_subdirectory();
    let course = course(&site);
    assert_eq!(course, format!("{}/course/", site.url));
    site.php("update_option( 'which_cause', array( 'course' => '/blog/course/', 'region' => 'GB' ) );");
    takes_the_quiz_and_goes_to_the_course(&site.publishes("quiz", &block(&json!({}))), START).await;
    let missing = |path: &str| {
        site.php(&format!("echo implode( WhichCause\\missing_addresses( array( 'course' => '{path}' ) ) );"))
    };
    assert_eq!(missing("/blog/course/"), "");
    assert!(missing("/course/").starts_with("/course/ leads nowhere"), "{}", missing("/course/"));
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_site_of_a_network_has_its_own_settings() {
    let site = Site::with_plugin();
    site.becomes_a_network();
    let pages = site.php(&format!(
        "if ( null !== activate_plugin( '{PLUGIN}', '', true ) ) exit( 'it cannot be activated' );
        foreach ( array( 1 => 'GB', 2 => 'AU' ) as $id => $region ) {{
            switch_to_blog( $id );
            update_option( 'which_cause', array( 'course' => \"/$region/\", 'region' => $region ) );
            $page = wp_insert_post( array(
                'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Quiz', 'post_content' => '[which-cause]',
            ) );
            echo home_url( \"/?page_id=$page\" ), ' ';
        }}"
    ));
    let pages: Vec<&str> = pages.split_whitespace().collect();
    for (page, region) in pages.iter().zip(["GB", "AU"]) {
        let reader = reader_of(page).await;
        reader.presses(START).await;
        reader.page.find("group", FIRST_SCREEN).await;
        let given = "const quiz = document.querySelector('which-cause');
            return [quiz.region, quiz.getAttribute('course'), location.pathname]";
        let folder = if region == "GB" { "/quiz/" } else { "/second/quiz/" };
        let given = reader.page.run(given, vec![]).await;
        assert_eq!(given, json!([region, format!("/{region}/"), folder]));
        sees_no_error(&reader).await;
    }
    let user = SiteUser::logs_in(&site, "admin").await;
    user.opens("/second/wp-admin/options-general.php?page=which-cause").await;
    let value = user.waits_for("return document.getElementById('which-cause-course')?.value").await;
    assert_eq!(value, "/AU/");
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_arabic_site_has_its_quiz_and_its_settings_from_right_to_left() {
    let site = Site::with_plugin();
    // WordPress takes the direction of a language from its translation, of which this is the part that counts.
    site.write(
        "wp-content/languages/ar.l10n.php",
        "<?php return array( 'messages' => array( \"text direction\\4ltr\" => 'rtl' ) );",
    );
    site.php("update_option( 'WPLANG', 'ar' );");
    let page = site.publishes("quiz", &block(&json!({"region": "EG"})));
    let quiz = fs::read_to_string(repository().join("quizzes/upper-back-knots.ar.json")).expect("the quiz");
    let quiz: Value = serde_json::from_str(&quiz).expect("JSON");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let reader = reader_of(&page).await;
    reader.page.find("heading", &text(&quiz["title"])).await;
    reader.presses(&text(&quiz["intro"]["start"])).await;
    reader.page.find("group", &text(&quiz["screens"][0]["text"])).await;
    let direction = "const quiz = document.querySelector('which-cause');
        return [document.documentElement.dir, getComputedStyle(quiz).direction, quiz.querySelector('h2').lang]";
    assert_eq!(reader.page.run(direction, vec![]).await, json!(["rtl", "rtl", ""]));
    sees_no_error(&reader).await;
    let user = SiteUser::logs_in(&site, "admin").await;
    user.opens("/wp-admin/options-general.php?page=which-cause").await;
    user.finds("#which-cause-course").await;
    let fits =
        "const page = document.documentElement; return [page.dir, page.scrollWidth <= page.clientWidth]";
    assert_eq!(user.reader.page.run(fits, vec![]).await, json!(["rtl", true]));
    user.sees_no_error().await;
    site.has_a_clean_log();
}
