//! Pages under a Content Security Policy, with and without Trusted Types, and in a sandbox.

use macro_rules_attribute::apply;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::article_with;

/// A page with no inline script and no inline style.
const BARE: &str = "<!doctype html><html lang=en-GB><title>A page</title><body>
    <which-cause course=/course.html start-label=\"Start the safety check\"><p>It's a guide, not a diagnosis.</p></which-cause>
    <script type=module src=which-cause.js></script>";

impl Reader {
    /// Serves the bare page with a policy.
    pub(crate) fn is_under(&self, policy: &str) {
        self.server.update(|state| {
            state.texts.insert("index.html", BARE.to_owned());
            state.headers = vec![("content-security-policy", policy.to_owned())];
        });
    }
}

#[apply(every_engine!)]
async fn the_quiz_runs_under_the_strictest_policy_and_trusted_types(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.is_under(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.clicks_through(&quiz_in("en"), "T2-posture-textbook", async || ()).await;
    reader.page.focus_is_on("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    reader.page.find("link", "See what's in the course").await;
    reader.presses("Start again").await;
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.continues().await;
    reader.page.shows("Call 999").await;
    let mut messages = reader.page.console().await;
    // The browser itself asks for this one.
    messages.retain(|it| !it.ends_with("/favicon.ico"));
    assert!(messages.is_empty(), "{messages:?}");
}

#[apply(chromium_only!)]
async fn the_quiz_runs_in_a_sandbox_that_forbids_forms(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let policy = "sandbox allow-scripts allow-same-origin";
    reader.server.update(|state| state.headers = vec![("content-security-policy", policy.to_owned())]);
    reader.starts().await;
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
}

#[apply(chromium_only!)]
async fn in_a_sandbox_without_an_origin_the_quiz_runs_and_remembers_nothing(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("remember course=/course.html");
    reader.server.update(|state| {
        state.texts.insert("index.html", article);
        state.headers = vec![
            ("content-security-policy", "sandbox allow-scripts".to_owned()),
            ("access-control-allow-origin", "*".to_owned()),
        ];
    });
    reader.starts().await;
    reader.ticks_no_flags().await;
    reader.page.shows("Question 1 of 11").await;
}
