//! Pages with strict policies, and everything that can fail between an element and its quiz.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::json;

use super::claims::{WASM, built, heard, listen};
use super::contract::article_with;
use super::pictures::DRAWINGS;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::{app, dist};

const FIRST: &str = "First, is any of this happening with your pain?";
const FAILED: &str = "The quiz could not start. Please try again.";

/// A page without a script or a style of its own.
const BARE: &str = "<!doctype html><html lang=en-GB><title>A page</title><body>
    <which-cause course=/course.html start-label=\"Start the safety check\"><p>It's a guide, not a diagnosis.</p></which-cause>
    <script type=module src=which-cause.js></script>";

impl Reader {
    /// Has the bare page under a policy, which also lets the test listen to the console.
    fn is_under(&self, policy: &str) {
        self.server.twist(|twists| {
            twists.texts.insert("index.html", BARE.to_owned());
            twists.headers = vec![("content-security-policy", policy.to_owned())];
        });
    }

    /// Takes the quiz from Start to the result and on to the course's link.
    async fn comes_to_the_course(&self) {
        self.presses("Start the safety check").await;
        self.answers_as("T2-posture-textbook", async || ()).await;
        self.page.focuses("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
        self.page.the("link", "See what's in the course").await;
        let mut said = self.page.console().await;
        // What the browser itself looks for is no business of ours.
        said.retain(|it| !it.ends_with("/favicon.ico"));
        assert!(said.is_empty(), "{said:?}");
    }
}

#[apply(every_engine!)]
async fn under_the_strictest_policy_that_lets_webassembly_run_the_quiz_runs(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.is_under("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
    reader.opens("").await;
    reader.comes_to_the_course().await;
}

#[apply(every_engine!)]
async fn where_only_trusted_types_may_be_injected_the_quiz_runs_and_injects_nothing(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.is_under(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    reader.opens("").await;
    reader.comes_to_the_course().await;
    for (text, card) in [("Pain, tightness or pressure in my chest", "Call 999"), ("None of these", FIRST)] {
        reader.opens("").await;
        reader.presses("Start the safety check").await;
        reader.ticks(text).await;
        reader.goes_on().await;
        if text.starts_with("Chest") {
            reader.page.says(card).await;
        }
    }
}

#[apply(every_engine!)]
async fn where_webassembly_is_refused_the_authors_words_stay(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.is_under("default-src 'none'; script-src 'self'; connect-src 'self'");
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.says(FAILED).await;
    reader.page.says("It's a guide, not a diagnosis.").await;
}

#[apply(every_engine!)]
async fn where_connections_are_refused_the_authors_words_stay(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.is_under("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.says(FAILED).await;
    reader.page.says("It's a guide, not a diagnosis.").await;
}

#[apply(every_engine!)]
async fn half_a_module_is_none_and_the_next_start_fetches_a_whole_one(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.twist(|twists| twists.halved = vec![WASM]);
    reader.opens("").await;
    listen(&reader).await;
    reader.presses("Start the safety check").await;
    reader.page.says(FAILED).await;
    let told = heard(&reader).await;
    assert!(told[0]["detail"]["reason"].as_str().is_some_and(|it| !it.is_empty()), "{told:?}");
    reader.server.twist(|twists| twists.halved.clear());
    reader.presses("Start the safety check").await;
    reader.page.the("group", FIRST).await;
}

#[apply(every_engine!)]
async fn a_quiz_file_that_is_not_there_or_not_to_be_had_is_named_in_the_reason(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let elsewhere = Reader::new(engine, Mouse).await;
    let far = format!("{}another.json", elsewhere.server.url);
    let large = format!("{}{}", include_str!("../../../../../quizzes/dense-bread.json"), " ".repeat(2 << 20));
    elsewhere.server.twist(|twists| _ = twists.texts.insert("another.json", "{}".to_owned()));
    reader.server.twist(|twists| _ = twists.texts.insert("large.json", large));
    for (address, reason) in [
        ("gone.json", "gone.json: the server answers 404"),
        (far.as_str(), far.as_str()),
        ("large.json", "larger than 1048576 bytes"),
        ("course.html", "not JSON"),
    ] {
        let article = article_with(&format!("quiz={address}"));
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
        reader.opens("").await;
        listen(&reader).await;
        reader.presses("Start the safety check").await;
        reader.page.says(FAILED).await;
        let heard = heard(&reader).await;
        let told = heard[0]["detail"]["reason"].as_str().expect("a reason");
        assert!(told.contains(reason), "{address}: {told}");
        // Another quiz on the page goes on, and so does this one once the file is right.
        reader.scripts("quiz.quiz = ''").await;
        reader.presses("Start the safety check").await;
        reader.page.the("group", FIRST).await;
    }
}

#[apply(every_engine!)]
async fn what_is_here_goes_on_without_a_network(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.server.twist(|twists| {
        twists.missing = vec!["index.html", "which-cause.js", "which-cause-app.js", WASM];
    });
    reader.has_no_flags().await;
    reader.skips_to_the_end().await;
    reader.presses("Start again").await;
    reader.page.the("group", FIRST).await;
}

#[apply(every_engine!)]
async fn in_a_sandbox_that_forbids_forms_the_quiz_goes_on(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let policy = "sandbox allow-scripts allow-same-origin";
    reader.server.twist(|twists| twists.headers = vec![("content-security-policy", policy.to_owned())]);
    reader.starts().await;
    reader.has_no_flags().await;
    reader.skips_to_the_end().await;
}

#[apply(every_engine!)]
async fn a_sandbox_without_an_origin_has_a_quiz_that_remembers_nothing(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("remember course=/course.html");
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", article);
        twists.headers = vec![
            ("content-security-policy", "sandbox allow-scripts".to_owned()),
            ("access-control-allow-origin", "*".to_owned()),
        ];
    });
    reader.starts().await;
    reader.has_no_flags().await;
    reader.page.says("Question 1 of 11").await;
}

#[apply(every_engine!)]
async fn whatever_the_loader_fetches_may_be_kept_for_ever(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html").replace("which-cause.js", "which-cause.js?v=7");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.starts().await;
    reader.has_asked_for_drawings().await;
    let folder = format!("/{}/", app(&dist()));
    reader.server.twist(|twists| {
        let article = ["/", "/console.js", "/article.css", "/which-cause.js?v=7"];
        let fetched: Vec<_> = twists.addresses.iter().filter(|it| !article.contains(&it.as_str())).collect();
        assert!(fetched.iter().all(|it| it.starts_with(&folder) && !it.contains('?')), "{fetched:?}");
        for name in ["which-cause-app.js", WASM, DRAWINGS] {
            assert!(fetched.contains(&&format!("{folder}{name}")), "{name}: {fetched:?}");
        }
    });
}

#[apply(every_engine!)]
async fn no_release_build_panics_because_a_page_asks_for_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("debug-panic=2 course=course.html");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.focuses("heading", "Next, do any of these fit you?").await;
    assert_eq!(reader.scripts("return quiz.shadowRoot.querySelector('.failed')").await, json!(null));
}
