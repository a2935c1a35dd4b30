//! Plugins that optimize scripts: the quiz works, or the words and the link to the course stay and people who can edit the page see why.

use std::fs;

use serde_json::json;

use super::site::Site;
use super::site_user::{SiteUser, sees_no_error};
use super::visitor::{START, block, course, reader_of};
use crate::harness::reader::Reader;
use crate::harness::server::repository;
use crate::widget::article::FIRST_SCREEN;

/// The beginning of the note about the script.
const NOTE: &str = "The script of the quiz has not run";
const COURSE_LINK: &str = "Knots In Your Back Gone!";

/// A site with such a plugin, and the address of a page with a quiz. Its end says what the plugin does.
fn optimized() -> (Site, String) {
    let site = Site::with_plugin();
    let script = repository().join("crates/browser-tests/tests/all/wordpress/site/optimizer.php");
    fs::copy(script, site.file("wp-content/mu-plugins/optimizer.php")).expect("a plugin");
    let course = course(&site);
    let page = site.publishes("quiz", &block(&json!({"course": course, "region": "GB"})));
    (site, format!("{page}?optimizer="))
}

async fn has_no_start_button(reader: &Reader) {
    reader.page.shows("safety check").await;
    assert!(!reader.page.names_of("button").await.contains(&START.to_owned()));
}

/// The link for readers who do not get the quiz.
async fn follows_the_link_of_the_words(reader: &Reader) {
    reader.follows(COURSE_LINK).await;
    reader.page.shows("Welcome to the course.").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_that_is_moved_or_deferred_works() {
    let (site, page) = optimized();
    for how in ["moves", "defers"] {
        let reader = reader_of(&format!("{page}{how}")).await;
        reader.presses(START).await;
        reader.page.find("group", FIRST_SCREEN).await;
        sees_no_error(&reader).await;
    }
    let user = SiteUser::logs_in(&site, "admin").await;
    user.opens(&format!("{page}moves")).await;
    user.reader.page.find("button", START).await;
    let notes = "return [...document.querySelectorAll('.which-cause-not-run')]
        .map((it) => getComputedStyle(it).display)";
    assert_eq!(user.reader.page.run(notes, vec![]).await, json!(["none"]));
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_that_is_delayed_starts_with_the_first_key() {
    let (site, page) = optimized();
    let reader = reader_of(&format!("{page}delays")).await;
    has_no_start_button(&reader).await;
    reader.page.run("dispatchEvent(new KeyboardEvent('keydown'))", vec![]).await;
    reader.presses(START).await;
    reader.page.find("group", FIRST_SCREEN).await;
    sees_no_error(&reader).await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_that_is_made_a_plain_script_leaves_the_words_and_editors_see_a_note() {
    let (site, page) = optimized();
    let author = SiteUser::logs_in(&site, "author").await;
    let (own, _) = author.publishes("own", "[which-cause]").await;
    for how in ["makes plain", "joins"] {
        let page = format!("{page}{how}").replace(' ', "%20");
        let reader = reader_of(&page).await;
        has_no_start_button(&reader).await;
        let html = reader.page.client.source().await.expect("the page");
        assert!(!html.contains(NOTE), "a reader gets the note");
        follows_the_link_of_the_words(&reader).await;
        author.opens(&format!("{own}?optimizer={how}").replace(' ', "%20")).await;
        author.reader.page.shows(NOTE).await;
    }
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_at_another_address_says_that_it_cannot_start_and_leaves_the_words() {
    let (site, page) = optimized();
    for how in ["joins as a module", "minifies"] {
        let reader = reader_of(&format!("{page}{how}").replace(' ', "%20")).await;
        reader.presses(START).await;
        reader.page.shows("The quiz could not start. Please try again.").await;
        reader.page.shows("safety check").await;
        follows_the_link_of_the_words(&reader).await;
    }
    site.has_a_clean_log();
}
