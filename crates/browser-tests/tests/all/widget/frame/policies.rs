//! A frame in a sandbox and under a strict Content Security Policy.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::site::Site;
use crate::widget::frame::{COURSE, Framed, SANDBOX, Setting, course_of};

#[apply(chromium_only!)]
async fn in_a_sandbox_without_an_origin_the_quiz_runs_up_to_the_course(engine: Engine) {
    let course = Site::default().page("/course/", COURSE).serve().await;
    let setting = Setting {
        query: course_of(&course.url),
        attributes: SANDBOX,
        headers: vec![("access-control-allow-origin", "*")],
        ..Setting::default()
    };
    let framed = Framed::open(engine, setting).await;
    framed.starts().await;
    framed.reader.clicks_through(&quiz_in("en"), "T2-posture-textbook", async || framed.fits().await).await;
    framed.fits().await;
    let origins = framed.outside("return [...new Set(messages.map((it) => it.origin))]").await;
    assert_eq!(origins, json!(["null"]), "the frame is of no origin");
    framed.heights().await;
    framed.comes_to_the_course(&format!("{}course/", course.url)).await;
}

#[apply(chromium_only!)]
async fn in_a_sandbox_without_the_cors_header_the_words_and_the_link_are_shown(engine: Engine) {
    let framed = Framed::open(engine, Setting { attributes: SANDBOX, ..Setting::default() }).await;
    framed.reader.page.shows("It starts with a short safety check, then 11 quick questions.").await;
    let buttons = framed.reader.page.names_of("button").await;
    assert!(buttons.is_empty(), "there is nothing to start: {buttons:?}");
    framed.reader.follows("Knots In Your Back Gone!").await;
    framed.leaves().await;
    framed.reader.page.shows("This page is a stand-in").await;
    let here = framed.reader.page.client.current_url().await.expect("an address");
    assert_eq!(
        here.as_str(),
        format!("{}course.html", framed.quiz.url),
        "in place of the page around the frame"
    );
}

#[apply(chromium_only!)]
async fn the_strictest_policy_reports_nothing(engine: Engine) {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
                  require-trusted-types-for 'script'; trusted-types 'none'; report-uri /objection";
    // In WebKit `'self'` matches nothing in a frame without an origin, so the policy names the site.
    let named = policy.replace("'self'", "http://127.0.0.1:*").leak();
    for (attributes, policy) in [("", policy), (SANDBOX, &*named)] {
        let headers = vec![("content-security-policy", policy), ("access-control-allow-origin", "*")];
        let framed = Framed::open(
            engine,
            Setting { attributes, headers, query: "?theme=dark&course=/x".into(), ..Setting::default() },
        )
        .await;
        framed.starts().await;
        framed
            .reader
            .clicks_through(&quiz_in("en"), "T2-posture-textbook", async || framed.fits().await)
            .await;
        framed.reader.page.find("link", "See what's in the course").await;
        let requested = framed.quiz.requested();
        assert!(!requested.iter().any(|it| it == "/objection"), "{requested:?}");
        // To be sure that the browser reports violations.
        framed.reader.page.run("document.body.setAttribute('style', 'color: red')", vec![]).await;
        framed.quiz.waits_for_request("/objection").await;
    }
}
