//! The studio under the Content Security Policy of its documentation.

use macro_rules_attribute::apply;

use super::photos::{QUESTION, photo, quiz_with_photo};
use super::{Author, DESK};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::server::dist;
use crate::harness::site::Site;

/// The policy that a host can send with the studio.
fn policy() -> &'static str {
    let document = include_str!("../../../../../docs/security-policies.md");
    let (_, section) = document.split_once("\n## The studio\n").expect("the section about the studio");
    let line = section.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    line.expect("a policy")
}

#[apply(chromium_only!)]
async fn the_studio_works_under_the_policy_of_its_documentation(engine: Engine) {
    let page = std::fs::read_to_string(dist().join("studio/index.html")).expect("the studio");
    // Violations count as messages of the console.
    let listener = format!("<head><script>{}</script>", include_str!("../harness/console.js"));
    let site = Site::default().page("/", page.replacen("<head>", &listener, 1));
    let site = site.header("content-security-policy", policy());
    let author = Author::opens_at(site, engine, DESK, Mouse).await;
    let page = &author.browser.page;
    let (quiz, leaf) = (quiz_with_photo("leaf.png"), photo(90));
    author.drops(".drafts-page", &[("plant.json", quiz.as_bytes()), ("leaf.png", &leaf)]).await;
    author.presses(QUESTION).await;
    author.sees_photos(1).await;
    author.presses("Colors and shape").await;
    author.writes("Accent, light", "#7a1fa2").await;
    let color = "getComputedStyle(document.querySelector('.preview .primary')).backgroundColor";
    page.waits_until(&format!("{color} === 'rgb(122, 31, 162)'")).await;
    // The worker computes them.
    author.presses("Fairness").await;
    page.shows("Exact: computed from").await;
    author.presses("Publish").await;
    page.shows("the widget, and index.html").await;
    let messages = page.console().await;
    assert!(messages.is_empty(), "{messages:?}");
}
