//! The events that the page gets, and what they never contain.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::article_with;

/// The scripts in the guide to analytics: a plain listener, Plausible, Tag Manager.
fn analytics_scripts() -> Vec<&'static str> {
    let guide = include_str!("../../../../../docs/analytics.md");
    let scripts = guide.split("<script>").skip(1);
    scripts.map(|script| script.split_once("</script>").expect("an end").0).collect()
}

#[apply(chromium_only!)]
async fn the_scripts_of_the_guide_to_analytics_count_a_start_a_finish_and_the_course(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    let services = "
        window.sent = [];
        navigator.sendBeacon = (address, body) => sent.push(`${address} ${body}`);
        window.plausible = (name, { props }) => sent.push(`${name} ${props.quiz}`);
    ";
    reader.page.run(services, vec![]).await;
    for script in analytics_scripts() {
        reader.page.run(script, vec![]).await;
    }
    reader.presses("Start the safety check").await;
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    reader.page.run("document.addEventListener('click', (event) => event.preventDefault())", vec![]).await;
    reader.follows("See what's in the course").await;
    let quiz = "upper-back-five-causes";
    let expected: Vec<String> = ["start", "finish", "course"]
        .iter()
        .flat_map(|it| [format!("/count event={it}&quiz={quiz}"), format!("Quiz: {it} {quiz}")])
        .collect();
    assert_eq!(reader.page.run("return sent", vec![]).await, json!(expected));
    assert_eq!(
        reader.page.run("return dataLayer", vec![]).await,
        json!(["start", "finish", "course"].map(|it| json!({"event": format!("quiz_{it}"), "quiz": quiz})))
    );
}

#[apply(chromium_only!)]
async fn events_say_how_far_a_reader_is_and_never_what_they_answered(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.records_events().await;
    reader.presses("Start the safety check").await;
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    reader.page.run("document.addEventListener('click', (event) => event.preventDefault())", vec![]).await;
    reader.follows("See what's in the course").await;
    let events = reader.recorded_events().await;
    let types: Vec<&str> = events.iter().map(|it| it["type"].as_str().expect("a type")).collect();
    assert_eq!(types[0], "which-cause-start");
    assert_eq!(types[1..15], ["which-cause-step"; 14]);
    assert_eq!(types[15..], ["which-cause-finish", "which-cause-course"]);
    for (i, event) in events[1..15].iter().enumerate() {
        assert_eq!(event["detail"], json!({"quiz": "upper-back-five-causes", "step": i + 1, "of": 14}));
    }
    for event in [&events[0], &events[15], &events[16]] {
        assert_eq!(event["detail"], json!({"quiz": "upper-back-five-causes"}));
    }
}

#[apply(chromium_only!)]
async fn back_from_the_result_to_the_last_question_is_a_step(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    reader.records_events().await;
    reader.presses("Back").await;
    reader.page.shows("Question 11 of 11").await;
    reader.presses("Not sure? Skip this one").await;
    reader.presses("Back").await;
    reader.page.shows("Question 11 of 11").await;
    let events = reader.recorded_events().await;
    let steps: Vec<_> =
        events.iter().map(|it| (it["type"].as_str(), it["detail"]["step"].as_u64())).collect();
    let (step, finish) = ((Some("which-cause-step"), Some(14)), (Some("which-cause-finish"), None));
    assert_eq!(steps, [step, finish, step]);
}

#[apply(chromium_only!)]
async fn report_result_adds_the_verdict_and_the_causes_and_never_an_answer(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("report=result course=course.html");
    reader.opens_page(article).await;
    reader.records_events().await;
    reader.presses("Start the safety check").await;
    reader.clicks_through(&quiz_in("en"), "T2-posture-textbook", async || ()).await;
    reader.page.find("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    let events = reader.recorded_events().await;
    let finish = events.iter().find(|it| it["type"] == "which-cause-finish").expect("an end");
    assert_eq!(
        finish["detail"],
        json!({"quiz": "upper-back-five-causes", "verdict": "leads", "shown": ["posture"]})
    );
    for step in events.iter().filter(|it| it["type"] == "which-cause-step") {
        let keys: Vec<&String> = step["detail"].as_object().expect("a detail").keys().collect();
        assert_eq!(keys, ["of", "quiz", "step"]);
    }
}
