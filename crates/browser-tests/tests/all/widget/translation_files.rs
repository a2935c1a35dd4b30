//! When a translation is fetched, and what happens if it does not arrive.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{BREAD, WASM};
use crate::widget::languages::{ONE, page, screen};

#[apply(chromium_only!)]
async fn a_translation_is_fetched_with_the_app(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let three = "<which-cause loading=eager></which-cause><which-cause lang=de></which-cause><which-cause quiz=bread.json translations=es></which-cause>";
    reader.opens_page(page("es-MX", three)).await;
    reader.server.waits_for_request(WASM).await;
    let files = ["bread.es.json", "bread.json", "upper-back-knots.de.quiz", "upper-back-knots.es.quiz"];
    for file in files {
        reader.server.waits_for_request(file).await;
    }
    // And no other one.
    reader.page.run_async("const [done] = arguments; setTimeout(done, 500)").await;
    let mut asked = reader.requested_quiz_files();
    asked.sort();
    assert_eq!(asked, files);
    // The fetched translation needs no network.
    reader.server.update(|state| state.missing = vec!["upper-back-knots.es.quiz"]);
    reader.runs_on_quiz("quiz.start()").await;
    reader.page.find("group", &screen("es", 0)).await;
}

#[apply(chromium_only!)]
async fn a_translation_that_cannot_be_read_leaves_the_quiz_in_its_own_language(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for broken in [None, Some("{}"), Some("<!doctype html><title>Not found</title>")] {
        reader.server.update(|state| {
            state.missing.clear();
            match broken {
                None => state.missing.push("upper-back-knots.de.quiz"),
                Some(text) => _ = state.texts.insert("upper-back-knots.de.quiz", text.to_owned()),
            }
        });
        reader.opens_page(page("de", ONE)).await;
        reader.records_events().await;
        reader.presses("Start").await;
        reader.page.focus_is_on("heading", &screen("en", 0)).await;
        let events = reader.recorded_events().await;
        assert!(!events.iter().any(|it| it["type"] == "which-cause-error"), "{events:?}");
        let messages = reader.page.console().await;
        let warned = messages.iter().filter(|it| it.contains("the quiz is in its own language, without"));
        assert_eq!(warned.count(), 1, "{messages:?}");
    }
    // The same for the file of another author, which has its own language.
    let bread = BREAD.to_owned();
    reader.server.update(|state| _ = state.texts.insert("bread.json", bread));
    reader.opens_page(page("de", "<which-cause quiz=bread.json translations='es de'></which-cause>")).await;
    reader.presses("Start").await;
    reader.page.focus_is_on("heading", "What does the inside look like?").await;
    // Both are on their way at once, in any order. The start asks for the missing one again.
    let mut asked = reader.requested_quiz_files();
    asked.sort();
    assert_eq!(asked, ["bread.de.json", "bread.de.json", "bread.json"]);
}

#[apply(chromium_only!)]
async fn a_translation_that_does_not_fit_its_quiz_is_never_shown(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut german: Value = serde_json::from_str(BREAD).expect("JSON");
    german["language"] = json!("de");
    german["questions"][0]["text"] = json!("Wie sieht sie innen aus?");
    let with_question_left_out = {
        let mut german = german.clone();
        german["questions"].as_array_mut().expect("questions").pop();
        german
    };
    let with_other_points = {
        let mut german = german.clone();
        german["questions"][0]["choices"][0]["points"] = json!({"tired": 1});
        german
    };
    for (file, heading, why) in [
        (german, "Wie sieht sie innen aus?", None),
        (with_question_left_out, "What does the inside look like?", Some("is not as in the original")),
        (
            with_other_points,
            "What does the inside look like?",
            Some("`questions.crumb` is not as in the original"),
        ),
    ] {
        reader.server.update(|state| {
            state.texts.insert("bread.json", BREAD.to_owned());
            state.texts.insert("bread.de.json", file.to_string());
        });
        reader.opens_page(page("de", "<which-cause quiz=bread.json translations=de></which-cause>")).await;
        reader.presses("Start").await;
        reader.page.focus_is_on("heading", heading).await;
        let messages = reader.page.console().await;
        let warned =
            messages.iter().any(|it| it.contains("bread.de.json: ") && it.contains(why.unwrap_or_default()));
        assert_eq!(warned, why.is_some(), "{messages:?}");
    }
}
