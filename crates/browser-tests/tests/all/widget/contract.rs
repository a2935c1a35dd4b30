//! What the element promises the page around it: attributes, properties, methods, events.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::claims::{built, heard, listen};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

const QUIZ: &str = "document.querySelector('which-cause')";

impl Reader {
    /// Runs a script on the first quiz of the page, which is called `quiz` in it.
    pub(crate) async fn scripts(&self, script: &str) -> Value {
        self.may_have_another_screen();
        self.page.run(&format!("const quiz = {QUIZ}; {script}"), vec![]).await
    }

    /// Skips to the result.
    pub(crate) async fn skips_to_the_end(&self) {
        for n in 1..=11 {
            self.page.says(&format!("Question {n} of 11")).await;
            self.scripts("quiz.shadowRoot.querySelectorAll('.widget .quiet')[1].click()").await;
        }
        self.page.the("heading", "Nothing stands out").await;
    }
}

/// The article with its element's tag changed.
pub(crate) fn article_with(attributes: &str) -> String {
    let article = built("index.html");
    let changed = article.replace("course=\"course.html\"", attributes);
    assert_ne!(article, changed);
    changed
}

#[apply(every_engine!)]
async fn properties_are_attributes_under_another_name(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    let seen = reader
        .scripts(
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

#[apply(every_engine!)]
async fn what_is_set_before_the_element_is_defined_is_not_lost(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let page = "<!doctype html><body><script>
        const quiz = document.createElement('which-cause');
        quiz.startLabel = 'Begin'; quiz.region = 'US'; document.body.append(quiz);
        </script><script type=module src=which-cause.js></script>";
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page.to_owned()));
    reader.opens("").await;
    reader.presses("Begin").await;
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.goes_on().await;
    reader.page.says("Call 911").await;
}

#[apply(every_engine!)]
async fn start_and_restart_do_what_the_readers_presses_do(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.scripts("quiz.start()").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    reader.has_no_flags().await;
    reader.chooses("On both sides, about the same").await;
    reader.scripts("quiz.restart()").await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    reader.has_no_flags().await;
    let picked = reader.scripts("return quiz.shadowRoot.querySelectorAll(':checked').length").await;
    assert_eq!(picked, json!(0), "nothing of before is left");
    // From the author's words too, with nothing answered.
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.scripts("quiz.restart()").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
}

#[apply(every_engine!)]
async fn a_value_that_does_not_fit_counts_as_absent_and_is_named_once_in_the_console(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with(
        "course=javascript:alert(1) region=Britain theme=drak loading=egaer report=all lang=english!",
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.starts().await;
    reader.scripts("quiz.toggleAttribute('data-x'); quiz.region = 'Britain'").await;
    let said = reader.page.console().await;
    for wrong in [
        "course=\"javascript:alert(1)\"",
        "region=\"Britain\"",
        "theme=\"drak\"",
        "loading=\"egaer\"",
        "report=\"all\"",
        "lang=\"english!\"",
    ] {
        assert_eq!(said.iter().filter(|it| it.contains(wrong)).count(), 1, "{wrong}: {said:?}");
    }
    reader.has_no_flags().await;
    reader.skips_to_the_end().await;
    let links = reader.page.names("link").await;
    assert!(!links.iter().any(|name| name == "See what's in the course"), "{links:?}");
}

#[apply(every_engine!)]
async fn an_attribute_that_changes_on_the_way_counts_and_moves_nobody(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.scripts("quiz.region = 'NZ'; quiz.course = 'elsewhere.html'").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    let picked = "return quiz.shadowRoot.querySelectorAll(':checked').length";
    assert_eq!(reader.scripts(picked).await, json!(1), "the tick is still there");
    assert_ne!(
        reader.page.focus().await.map(|(role, _)| role).as_deref(),
        Some("heading"),
        "nobody is moved without a press of their own"
    );
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.goes_on().await;
    reader.page.says("Call 111 (New Zealand)").await;
}

#[apply(every_engine!)]
async fn another_quiz_on_the_way_shows_the_authors_words_again(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let bread = include_str!("../../../../../quizzes/dense-bread.json").to_owned();
    reader.server.twist(|twists| _ = twists.texts.insert("bread.json", bread));
    reader.starts().await;
    reader.scripts("quiz.quiz = 'bread.json'").await;
    reader.presses("Start the safety check").await;
    reader.page.the("radio", "Hardly any holes at all, like a brick").await;
}

#[apply(every_engine!)]
async fn only_an_owner_who_asks_for_it_hears_the_result_and_never_an_answer(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("report=result course=course.html");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.opens("").await;
    listen(&reader).await;
    reader.presses("Start the safety check").await;
    reader.answers_as("T2-posture-textbook", async || ()).await;
    reader.page.the("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    let heard = heard(&reader).await;
    let finish = heard.iter().find(|it| it["type"] == "which-cause-finish").expect("an end");
    assert_eq!(
        finish["detail"],
        json!({"quiz": "upper-back-five-causes", "verdict": "leads", "shown": ["posture"]})
    );
    for step in heard.iter().filter(|it| it["type"] == "which-cause-step") {
        let keys: Vec<&String> = step["detail"].as_object().expect("a detail").keys().collect();
        assert_eq!(keys, ["of", "quiz", "step"]);
    }
}
