//! How the addresses in `quiz` and `course` are read.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{BREAD, article_with};

/// Starts the quiz with these attributes.
async fn starts_with(reader: &Reader, attributes: &str) {
    let article = article_with(attributes);
    reader.opens_page(article).await;
    reader.records_events().await;
    reader.presses("Start the safety check").await;
}

#[apply(chromium_only!)]
async fn an_address_is_read_as_a_link_reads_its_href(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| _ = state.texts.insert("bread.json", BREAD.to_owned()));
    for quiz in ["\n\t./bread.json ", "/bread.json", "a/../bread.json", "bre\nad.json"] {
        starts_with(&reader, &format!("quiz='{quiz}' course=course.html")).await;
        reader.page.find("radio", "Hardly any holes at all, like a brick").await;
    }
    // The page's own utm parameters are added, and no other part of its address.
    reader.server.update(|state| {
        _ = state.texts.insert("index.html", article_with("course=' \n course.html?from=quiz ' "));
    });
    reader.opens("?utm_source=news&utm_medium=mail&q=knots").await;
    reader.presses("Start the safety check").await;
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    let link = "return quiz.shadowRoot.querySelector('[part=course] a').href.split('/').pop()";
    assert_eq!(reader.asks_quiz(link).await, json!("course.html?from=quiz&utm_source=news&utm_medium=mail"));
}

#[apply(chromium_only!)]
async fn a_quiz_whose_address_is_not_http_fails_and_shows_no_other_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for quiz in
        ["javascript:1", "mailto:a@example.org", "https://", "http://[", "data:application/json,{}", "blob:x"]
    {
        starts_with(&reader, &format!("quiz='{quiz}' course=course.html")).await;
        reader.page.shows("The quiz could not start.").await;
        let events = reader.recorded_events().await;
        assert_eq!(events.len(), 1, "{quiz}: {events:?}");
        assert_eq!(events[0]["type"], "which-cause-error", "{quiz}");
        let widgets = "return quiz.shadowRoot.querySelectorAll('.widget').length";
        assert_eq!(reader.asks_quiz(widgets).await, json!(0), "{quiz}");
    }
}

#[apply(chromium_only!)]
async fn addresses_in_a_quiz_file_are_relative_to_its_final_address(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    let knots: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.json")).expect("JSON");
    quiz["drawings"] = json!("drawings.json");
    quiz["questions"][0]["picture"] = knots["questions"][0]["picture"].clone();
    reader.server.update(|state| {
        state.redirected.insert("quiz", "/there/quiz.json".to_owned());
        state.texts.insert("there/quiz.json", quiz.to_string());
    });
    starts_with(&reader, "quiz=quiz course=course.html").await;
    reader.server.waits_for_request("there/drawings.json").await;
}
