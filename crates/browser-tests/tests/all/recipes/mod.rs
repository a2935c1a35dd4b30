//! Tests of the recipes in `integrations/`: the real tool builds each site as its README says, with the files of `dist/`, and a reader opens
//! it in Chromium. What engines do differently is tested in `widget`.
//!
//! `make test-recipes` installs the tools. The widget has to be built before.

mod recipe;

use std::time::Duration;

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::InputDevice::{Keyboard, Mouse};
use crate::harness::reader::Reader;
use crate::harness::server::{app, dist, repository};
use crate::harness::site::Site;
use crate::recipes::recipe::{COURSE, ELEVENTY, FILES, HUGO, LOADER, MDBOOK, PLAIN_HTML, Recipe, SPANISH};
use crate::widget::article::FIRST_SCREEN;

async fn expect_that_it_works(recipe: Recipe) {
    let site = recipe.follow(recipe.name, |_| ());

    // Without JavaScript there are the author's words and the link to the course.
    let source = recipe.source(&site);
    let start = source.find("<which-cause").expect("the element");
    let end = source.find("</which-cause>").expect("its end");
    let element = &source[start..end];
    for part in ["Which cause is yours?", "<li>Your answers stay on this device."] {
        assert!(element.contains(part), "no “{part}” in:\n{element}");
    }
    let fallback = element.find("data-fallback").expect("a fallback");
    let link = format!("<a href=\"{COURSE}\">Knots In Your Back Gone!</a>");
    assert!(element[fallback..].contains(&link), "no {link} in:\n{element}");
    assert!(!source.contains("raw HTML omitted"), "{source}");

    let reader = Reader::new(Engine::Chromium, Mouse).await;
    let served = recipe.is_opened(&site, &reader).await;
    reader.page.find("heading", "Which cause is yours?").await;
    let set = reader.page.run(
        "const quiz = document.querySelector('which-cause');
         return [quiz.getAttribute('course'), quiz.getAttribute('region'), quiz.querySelector('h2, p, ul').parentElement === quiz,
             quiz.closest('[lang]').lang.slice(0, 2)]",
        vec![],
    );
    assert_eq!(set.await, json!([COURSE, "GB", true, "en"]));
    reader.presses("Start the safety check").await;
    reader.page.find("group", FIRST_SCREEN).await;
    // The region counts: the emergency card has its number.
    reader.ticks("Trouble breathing").await;
    reader.presses("Next").await;
    reader.page.shows("999").await;
    reader.page.client.refresh().await.expect("the page again");
    reader.presses("Start the safety check").await;
    reader.ticks_no_flags().await;
    reader.page.shows("Question 1 of 11").await;
    let requested = served.requested();
    let app = app(&dist());
    for file in FILES.map(|it| format!("{app}/{it}")).into_iter().chain([LOADER.to_owned()]) {
        let path = format!("/blog/which-cause/{file}");
        assert!(requested.contains(&path), "{path} is below the site's own address: {requested:?}");
    }

    // A translation comes from there too, once the page has its language.
    let path = format!("/blog/which-cause/{app}/{SPANISH}");
    assert!(!requested.contains(&path), "not before it is needed: {requested:?}");
    let spanish: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.es.json")).expect("JSON");
    reader
        .page
        .run(
            "document.documentElement.lang = 'es'; document.querySelector('which-cause').lang = 'es'",
            vec![],
        )
        .await;
    reader.page.find("group", spanish["questions"][0]["text"].as_str().expect("a text")).await;
    assert!(served.requested().contains(&path), "{path} is below the site's own address");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recipe_for_plain_html_works() {
    expect_that_it_works(PLAIN_HTML).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recipe_for_hugo_works() {
    expect_that_it_works(HUGO).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recipe_for_eleventy_works() {
    expect_that_it_works(ELEVENTY).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recipe_for_mdbook_works() {
    expect_that_it_works(MDBOOK).await;
}

/// A shortcode with another quiz and a course on the site itself, one without a course, and one with a course without a name.
async fn expect_all_attributes(recipe: Recipe, test: &str, folder: &str, shortcode: [&str; 4]) {
    let [with, without, nameless, end] = shortcode;
    let site = recipe.follow(test, |copy| {
        let page = copy.join("content").join("posts/knots.md");
        let page = if page.exists() { page } else { copy.join("posts/knots.md") };
        let text = std::fs::read_to_string(&page).expect("a page");
        let head = text.split("---").nth(1).expect("front matter");
        let text = format!(
            "---{head}---\n\n{with}\n\n## My *own* words\n\n{end}\n\n{without}\n\nNo course.\n\n{end}\n\n{nameless}\n\nNo name.\n\n{end}\n"
        );
        std::fs::write(&page, text).expect("a page");
        let quiz = copy.join(folder).join("dense-bread.json");
        std::fs::copy(repository().join("quizzes/dense-bread.json"), quiz).expect("a quiz");
    });
    let source = recipe.source(&site);
    assert!(source.contains("<em>own</em>"), "{source}");
    assert_eq!(source.matches("data-fallback").count(), 2, "{source}");
    assert!(source.contains("<p data-fallback><a href=\"/blog/later/\">/blog/later/</a></p>"), "{source}");
    assert!(
        source.contains("<p data-fallback><a href=\"/blog/course/\">A &#34;B&#34;</a></p>")
            || source.contains("<p data-fallback><a href=\"/blog/course/\">A &quot;B&quot;</a></p>"),
        "{source}"
    );
    let reader = Reader::new(Engine::Chromium, Mouse).await;
    let served = recipe.is_opened(&site, &reader).await;
    let elements = reader.page.run(
        "return [...document.querySelectorAll('which-cause')].map((it) => [it.getAttribute('course'), it.getAttribute('theme'), it.lang, it.busyLabel, it.failedLabel])",
        vec![],
    );
    assert_eq!(
        elements.await,
        json!([
            ["/blog/course/", "dark", "en-US", "Kneading…", "No \"bread\"."],
            [null, null, "", "", ""],
            ["/blog/later/", null, "", "", ""]
        ])
    );
    reader.presses("Bake").await;
    reader.page.does_not_show(FIRST_SCREEN).await;
    served.waits_for_request("/blog/which-cause/dense-bread.json").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shortcode_of_hugo_has_all_attributes() {
    let with = r#"{{< which-cause course="course/" course-name="A \"B\"" quiz="which-cause/dense-bread.json" lang="en-US" theme="dark" start-label="Bake" busy-label="Kneading…" failed-label="No \"bread\"." >}}"#;
    let nameless = r#"{{< which-cause course="later/" >}}"#;
    let shortcode = [with, "{{< which-cause >}}", nameless, "{{< /which-cause >}}"];
    expect_all_attributes(HUGO, "hugo-another", "static/which-cause", shortcode).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shortcode_of_eleventy_has_all_attributes() {
    let with = r#"{% whichCause course="/course/", courseName='A "B"', quiz="/which-cause/dense-bread.json", lang="en-US", theme="dark", startLabel="Bake", busyLabel="Kneading…", failedLabel='No "bread".' %}"#;
    let nameless = r#"{% whichCause course="/later/" %}"#;
    let shortcode = [with, "{% whichCause %}", nameless, "{% endwhichCause %}"];
    expect_all_attributes(ELEVENTY, "eleventy-another", "which-cause", shortcode).await;
}

/// In mdBook the arrow keys turn the page. In the quiz they pick an answer.
#[tokio::test(flavor = "multi_thread")]
async fn in_mdbook_the_arrow_keys_stay_in_the_quiz() {
    let site = MDBOOK.follow("mdbook-keys", |_| ());
    let reader = Reader::new(Engine::Chromium, Keyboard).await;
    let _served = MDBOOK.is_opened(&site, &reader).await;
    reader.presses("Start the safety check").await;
    let question = FIRST_SCREEN;
    reader.page.focus_is_on("heading", question).await;
    reader.presses_key(Key::Right).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    reader.page.focus_is_on("heading", question).await;
    // Outside the quiz they turn the page.
    reader.page.run("document.activeElement.blur(); document.querySelector('h1').click()", vec![]).await;
    reader.presses_key(Key::Right).await;
    reader.page.find("heading", "Afterword").await;
}

/// The print page has all chapters on one page, in another folder.
#[tokio::test(flavor = "multi_thread")]
async fn the_print_page_of_mdbook_has_the_quiz() {
    let site = MDBOOK.follow("mdbook-print", |_| ());
    let reader = Reader::new(Engine::Chromium, Mouse).await;
    let served = Site::default().folder("/blog/", site).serve().await;
    // The print page opens the print dialog by itself.
    let url = format!("{}blog/print.html", served.url);
    reader.page.client.goto(&url).await.expect("the page opens");
    reader.page.find("button", "Start the safety check").await;
}
