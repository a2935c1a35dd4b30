//! The quiz gives up on a file that does not come, says so and can be tried again. A reader who saves data fetches nothing ahead.

use std::time::{Duration, Instant};

use crate::harness::engines::{chromium_only, every_engine};
use macro_rules_attribute::apply;
use serde_json::json;

use super::claims::{WASM, built};
use super::contract::article_with;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

const FAILED: &str = "The quiz could not start. Please try again.";

/// Opens the article with a file that is never answered, starts, waits for the end of it, and starts again with the file there.
async fn gives_up(engine: Engine, attributes: &str, silent: &'static str, then_says: &str) {
    let reader = Reader::new(engine, Mouse).await;
    let bread = include_str!("../../../../../quizzes/dense-bread.json").to_owned();
    // Nothing is fetched before the press, so that the time begins with it.
    let article =
        article_with(attributes).replace("<which-cause", "<div style=\"height: 5000px\"></div><which-cause");
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", article);
        twists.texts.insert("bread.json", bread);
        twists.silent.push(silent);
    });
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.scripts("window.heard = []; quiz.addEventListener('which-cause-error', ({ detail }) => heard.push(detail.reason)); quiz.start()").await;
    let pressed = Instant::now();
    tokio::time::sleep(Duration::from_secs(15)).await;
    let words = "return [heard.length, quiz.shadowRoot.querySelector('.message').textContent]";
    assert_eq!(reader.scripts(words).await, json!([0, "Starting…"]), "{silent}: it may come yet");
    reader.page.says(FAILED).await;
    let waited = pressed.elapsed();
    assert!(waited > Duration::from_secs(19) && waited < Duration::from_secs(30), "{silent}: {waited:?}");
    // The way back is there: the author's link, and another try.
    let fallback = "return quiz.querySelector('[data-fallback]').checkVisibility()";
    assert_eq!(reader.scripts(fallback).await, json!(true));
    reader.server.twist(|twists| twists.silent.clear());
    reader.scripts("quiz.start()").await;
    reader.page.says(then_says).await;
}

#[apply(every_engine!)]
async fn a_quiz_file_that_is_never_answered_is_given_up(engine: Engine) {
    gives_up(engine, "quiz=bread.json course=course.html", "bread.json", "Question 1 of").await;
}

#[apply(chromium_only!)]
async fn a_script_of_the_app_that_is_never_answered_is_given_up(engine: Engine) {
    gives_up(engine, "course=course.html", "which-cause-app.js", "Safety check 1 of 3").await;
}

#[apply(chromium_only!)]
async fn a_module_that_is_never_answered_is_given_up(engine: Engine) {
    gives_up(engine, "course=course.html", WASM, "Safety check 1 of 3").await;
}

#[apply(chromium_only!)]
async fn a_translation_that_is_never_answered_gives_way_to_the_quiz_in_its_own_language(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", built("index.html").replace("lang=\"en\"", "lang=\"es\""));
        twists.silent.push("upper-back-knots.es.quiz");
    });
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.scripts("quiz.start()").await;
    tokio::time::sleep(Duration::from_secs(10)).await;
    reader.page.says("Safety check 1 of 3").await;
}

#[apply(every_engine!)]
async fn a_reader_who_saves_data_fetches_nothing_before_they_start(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let saves = built("index.html").replacen(
        "<meta",
        "<script>Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })</script><meta",
        1,
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", saves));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.scripts("quiz.scrollIntoView(); quiz.loading = 'eager'; document.body.append(quiz)").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    reader.server.twist(|twists| {
        assert!(twists.asked.contains(&"which-cause.js".to_owned()));
        assert!(!twists.asked.iter().any(|it| it.starts_with("which-cause-app")), "{:?}", twists.asked);
    });
    reader.presses("Start the safety check").await;
    reader.page.says("Safety check 1 of 3").await;
}
