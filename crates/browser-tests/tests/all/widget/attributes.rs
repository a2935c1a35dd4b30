//! Attributes, properties and methods of the element. `js/tests/attributes.test.js` tests how each value is read.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{BREAD, FIRST_SCREEN, SECOND_SCREEN, THIRD_SCREEN, article_with};

#[apply(chromium_only!)]
async fn properties_reflect_attributes(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.find("button", "Start the safety check").await;
    let seen = reader
        .runs_on_quiz(
            "const before = [quiz.course, quiz.quiz, quiz.remember, quiz.startLabel];
            quiz.course = 'other.html'; quiz.remember = true; quiz.startLabel = 'Go'; quiz.theme = 'dark';
            const after = [quiz.getAttribute('course'), quiz.getAttribute('remember'), quiz.getAttribute('theme'),
                quiz.shadowRoot.querySelector('button').textContent];
            quiz.course = null; quiz.remember = false;
            return [before, after, [quiz.hasAttribute('course'), quiz.hasAttribute('remember'), quiz.course]];",
        )
        .await;
    assert_eq!(
        seen,
        json!([
            ["course.html", "", false, "Start the safety check"],
            ["other.html", "", "dark", "Go"],
            [false, false, ""]
        ])
    );
}

#[apply(chromium_only!)]
async fn a_property_that_is_set_before_the_element_is_defined_counts(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let page = "<!doctype html><body><script>
        const quiz = document.createElement('which-cause');
        quiz.startLabel = 'Begin'; quiz.region = 'US'; document.body.append(quiz);
        </script><script type=module src=which-cause.js></script>";
    reader.opens_page(page.to_owned()).await;
    reader.presses("Begin").await;
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.continues().await;
    reader.page.shows("Call 911").await;
}

#[apply(chromium_only!)]
async fn start_and_restart_do_what_the_buttons_do(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.find("button", "Start the safety check").await;
    reader.runs_on_quiz("quiz.start()").await;
    reader.page.find("group", FIRST_SCREEN).await;
    reader.ticks_no_flags().await;
    reader.chooses("On both sides, about the same").await;
    reader.runs_on_quiz("quiz.restart()").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    reader.ticks_no_flags().await;
    let picked = reader.asks_quiz("return quiz.shadowRoot.querySelectorAll(':checked').length").await;
    assert_eq!(picked, json!(0), "nothing of before is left");
    // Also from the facade, without an answer.
    reader.opens("").await;
    reader.page.find("button", "Start the safety check").await;
    reader.runs_on_quiz("quiz.restart()").await;
    reader.page.find("group", FIRST_SCREEN).await;
}

#[apply(chromium_only!)]
async fn an_invalid_value_counts_as_absent_and_is_named_once_in_the_console(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with(
        "course=javascript:alert(1) region=Britain theme=drak loading=egaer report=all lang=english!",
    );
    reader.server.update(|state| _ = state.texts.insert("index.html", article));
    reader.starts().await;
    reader.runs_on_quiz("quiz.toggleAttribute('data-x'); quiz.region = 'Britain'").await;
    let messages = reader.page.console().await;
    for wrong in [
        "course=\"javascript:alert(1)\"",
        "region=\"Britain\"",
        "theme=\"drak\"",
        "loading=\"egaer\"",
        "report=\"all\"",
        "lang=\"english!\"",
    ] {
        assert_eq!(messages.iter().filter(|it| it.contains(wrong)).count(), 1, "{wrong}: {messages:?}");
    }
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    reader.has_no_course_link().await;
}

#[apply(chromium_only!)]
async fn the_emergency_number_and_the_course_link_follow_their_attributes(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("region=US").replace("<html lang=\"en\"", "<html lang=\"en-US\"");
    reader.server.update(|state| _ = state.texts.insert("index.html", article));
    reader.starts().await;
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.continues().await;
    reader.page.shows("Call 911").await;
    reader.runs_on_quiz("quiz.region = 'NZ'").await;
    reader.page.shows("Call 111").await;
    let call = "return quiz.shadowRoot.querySelector('.widget a[href^=\"tel:\"]').getAttribute('href')";
    assert_eq!(reader.asks_quiz(call).await, json!("tel:111"));
    reader.presses("I ticked that by mistake").await;
    reader.page.find("group", FIRST_SCREEN).await;
    reader.ticks("None of these").await;
    reader.continues().await;
    for question in [SECOND_SCREEN, THIRD_SCREEN] {
        reader.page.find("group", question).await;
        reader.ticks("None of these").await;
        reader.continues().await;
    }
    reader.skips_to_the_result().await;
    reader.has_no_course_link().await;
    reader.runs_on_quiz("quiz.course = 'other.html'").await;
    reader.page.find("link", "See what's in the course").await;
    let link = "return quiz.shadowRoot.querySelector('[part=course] a').href.split('/').pop()";
    assert_eq!(reader.asks_quiz(link).await, json!("other.html"));
    reader.runs_on_quiz("quiz.course = null").await;
    reader.page.does_not_show("See what's in the course").await;
}

#[apply(chromium_only!)]
async fn another_quiz_brings_the_facade_back(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let bread = BREAD.to_owned();
    reader.server.update(|state| _ = state.texts.insert("bread.json", bread));
    reader.starts().await;
    reader.runs_on_quiz("quiz.quiz = 'bread.json'").await;
    reader.presses("Start the safety check").await;
    reader.page.find("radio", "Hardly any holes at all, like a brick").await;
}
