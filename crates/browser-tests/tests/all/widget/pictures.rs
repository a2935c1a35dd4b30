//! Pictures help those who see them, and nobody else misses anything. No quiz waits for them.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{BREAD, DRAWINGS, article_with, built};
use crate::widget::image_map::{BACK, BOTH, ELSEWHERE, MIDDLE, ONE_SIDE, WHERE};

/// The article's own picture.
const ARTICLES: &str = "An upper back seen from behind. On each side a spot is marked, between the spine and the shoulder blade.";

impl Reader {
    /// The names of the quiz's pictures.
    pub(crate) async fn sees_pictures(&self) -> Vec<String> {
        let mut names = self.page.names_of("image").await;
        names.retain(|it| it != ARTICLES);
        names
    }
}

#[apply(chromium_only!)]
async fn a_picture_has_a_name_or_a_text_beside_it_and_never_both(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    assert_eq!(reader.sees_pictures().await, [BACK]);
    assert_eq!(reader.page.names_of("radio").await, [BOTH, ONE_SIDE, ELSEWHERE, MIDDLE]);
    for _ in 0..3 {
        reader.presses("Not sure? Skip this one").await;
    }
    reader.page.find("group", "Look at yourself side-on, in a mirror or a photo. What do you see?").await;
    let names = reader.sees_pictures().await;
    assert!(names.len() == 1 && names[0].starts_with("A person seen from the side"), "{names:?}");
    // Each choice has a picture, and only its text is its name.
    let boxes = reader.page.names_of("checkbox").await;
    assert_eq!(boxes[0], "My ear is in front of my shoulder");
    let pictures = "return [...quiz.shadowRoot.querySelectorAll('label svg')].map((it) => [it.getAttribute('aria-hidden'),
        it.getBoundingClientRect().width > 60])";
    assert_eq!(reader.asks_quiz(pictures).await, json!(vec![json!(["true", true]); 4]));
}

#[apply(chromium_only!)]
async fn a_result_has_pictures_of_its_cause_and_of_things_to_try(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.clicks_through(&quiz_in("en"), "T2-posture-textbook", async || ()).await;
    let cause = "A person at a screen, seen from the side, with the head in front of the shoulders.";
    reader.page.find("image", cause).await;
    let beside = "return [...quiz.shadowRoot.querySelectorAll('li svg:not([part])')].map((it) => it.closest('li').textContent)";
    let beside: Vec<String> = serde_json::from_value(reader.asks_quiz(beside).await).expect("texts");
    assert_eq!(beside.len(), 4, "{beside:?}");
    assert_eq!(beside[0], "Lift your screen or phone so you can look straight ahead.");
}

#[apply(chromium_only!)]
async fn without_drawings_the_quiz_has_the_same_texts_and_one_warning(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for broken in [None, Some("<!doctype html>")] {
        reader.server.update(|state| match broken {
            None => state.missing = vec![DRAWINGS],
            Some(text) => {
                state.missing.clear();
                state.texts.insert(DRAWINGS, text.to_owned());
            }
        });
        reader.opens("").await;
        reader.records_events().await;
        reader.presses("Start the safety check").await;
        reader.clicks_through(&quiz_in("en"), "T2-posture-textbook", async || ()).await;
        reader.page.focus_is_on("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
        reader.page.shows("Lift your screen or phone so you can look straight ahead.").await;
        assert!(reader.sees_pictures().await.is_empty());
        let messages = reader.page.console().await;
        let warnings =
            messages.iter().filter(|it| it.starts_with("warn: <which-cause>: no pictures")).count();
        assert_eq!(warnings, 1, "{messages:?}");
        let events = reader.recorded_events().await;
        assert!(!events.iter().any(|it| it["type"] == "which-cause-error"), "{events:?}");
    }
}

#[apply(chromium_only!)]
async fn late_drawings_shift_nothing_and_show_on_the_next_screen(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let watch = built("index.html").replacen(
        "<meta",
        "<script>window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((it) => [it.value, it.hadRecentInput])))
            .observe({ type: 'layout-shift', buffered: true })</script><meta",
        1,
    );
    reader.server.update(|state| {
        state.texts.insert("index.html", watch);
        state.held = vec![DRAWINGS];
    });
    reader.starts().await;
    reader.ticks_no_flags().await;
    reader.page.find("group", WHERE).await;
    assert!(reader.sees_pictures().await.is_empty(), "the drawings are not here yet");
    reader.server.update(|state| state.held.clear());
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(reader.sees_pictures().await.is_empty(), "the screen stays as it is");
    assert_eq!(reader.asks_quiz("return shifts.filter(([value, asked]) => !asked)").await, json!([]));
    reader.presses("Not sure? Skip this one").await;
    reader.page.find("group", "When does it tend to build up?").await;
    reader.presses("Back").await;
    reader.page.find("image", BACK).await;
}

#[apply(chromium_only!)]
async fn a_reader_who_comes_back_to_a_question_sees_its_picture(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader
        .server
        .update(|state| _ = state.texts.insert("index.html", article_with("remember loading=eager")));
    reader.starts().await;
    reader.ticks_no_flags().await;
    reader.page.find("group", WHERE).await;
    reader.opens("").await;
    let prepared = "document.querySelector('which-cause').shadowRoot.querySelector('.widget form') !== null";
    reader.page.waits_until(prepared).await;
    reader.presses("Start the safety check").await;
    reader.page.find("group", WHERE).await;
    reader.page.find("image", BACK).await;
}

#[apply(chromium_only!)]
async fn another_quiz_has_its_own_drawings(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["drawings"] = json!("bread.drawings.json");
    for question in quiz["questions"].as_array_mut().expect("questions") {
        question["picture"] = json!({"drawing": "loaf", "text": "A loaf."});
    }
    let loaf = json!({"format": 1, "drawings": {"loaf": {"width": 96, "height": 96, "strokes": [["body", "M9 9h78v78H9z"]]}}});
    let article = article_with("quiz=kitchen/bread.json");
    reader.server.update(|state| {
        state.texts.insert("index.html", article);
        state.texts.insert("kitchen/bread.json", quiz.to_string());
        state.texts.insert("kitchen/bread.drawings.json", loaf.to_string());
    });
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.find("group", quiz["questions"][0]["text"].as_str().expect("a text")).await;
    reader.presses("Not sure? Skip this one").await;
    reader.page.find("image", "A loaf.").await;
    reader.server.update(|state| {
        assert!(
            !state.requested.iter().any(|it| it == DRAWINGS),
            "nobody needs those of the compiled-in quiz"
        );
    });
}
