//! A reader answers the quiz like a test case in `quizzes/upper-back-knots.test-cases.json`.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::quiz::{quiz_in, test_case};
use crate::harness::reader::{InputDevice, Reader};

impl Reader {
    /// Takes the quiz from Start to the stop or the result, with the answers of a test case.
    pub(crate) async fn takes_the_quiz_like(&self, id: &str) {
        self.starts().await;
        self.answers_like(id, async || ()).await;
    }

    /// The same from the first screen on. `on_screen` is called on each screen before it is answered.
    pub(crate) async fn answers_like(&self, id: &str, on_screen: impl AsyncFn()) {
        let quiz = quiz_in("en");
        let is_last =
            |question: &Value| quiz["questions"].as_array().expect("questions").last() == Some(question);
        self.for_each_answer(&quiz, id, async |question, picked| {
            self.page.find("group", question["text"].as_str().expect("a text")).await;
            on_screen().await;
            // From top to bottom, in the order of the Tab key.
            for text in &picked {
                if question["kind"] == "one" {
                    self.chooses(text).await;
                } else {
                    self.ticks(text).await;
                }
            }
            if picked.is_empty() {
                self.presses("Not sure? Skip this one").await;
            } else if self.device == InputDevice::Keyboard {
                // Enter on a choice submits the form.
                self.presses_key(Key::Enter).await;
            } else {
                self.presses(if is_last(question) { "See my results" } else { "Next" }).await;
            }
        })
        .await;
    }

    /// The same by a script, which is faster, and in any language.
    pub(crate) async fn clicks_through(&self, quiz: &Value, id: &str, on_screen: impl AsyncFn()) {
        const IS_ASKED: &str = r"
            const [question, done] = arguments, { shadowRoot } = document.querySelector('which-cause');
            const text = (it) => it?.textContent.replace(/\s+/g, ' ').trim();
            const look = () => (text(shadowRoot.querySelector('.widget:not([hidden]) form .heading')) === question ? done() : requestAnimationFrame(look));
            look();
        ";
        const ANSWER: &str = "
            const [picked, done] = arguments, { shadowRoot } = document.querySelector('which-cause');
            for (const label of shadowRoot.querySelectorAll('.widget label'))
                if (picked.includes(label.textContent.trim())) label.control.click();
            const skip = shadowRoot.querySelectorAll('.widget .quiet')[1];
            (picked.length ? shadowRoot.querySelector('.widget .primary') : skip).click();
            requestAnimationFrame(() => requestAnimationFrame(() => done()));
        ";
        self.for_each_answer(quiz, id, async |question, picked| {
            self.page.run_async_with(IS_ASKED, vec![question["text"].clone()]).await;
            on_screen().await;
            self.page.run_async_with(ANSWER, vec![json!(picked)]).await;
        })
        .await;
        self.waits_before_the_next_click();
    }

    /// Calls `answer` for each screen of a test case, up to the stop or the result, with its question and the texts to pick.
    async fn for_each_answer(&self, quiz: &Value, id: &str, answer: impl AsyncFn(&Value, Vec<String>)) {
        let case = test_case(id);
        let screens = quiz["screens"].as_array().expect("screens");
        for question in screens.iter().chain(quiz["questions"].as_array().expect("questions")) {
            let id = question["id"].as_str().expect("an id");
            let is_screen = question["level"].is_string();
            let ids = if is_screen { &case["safety"][id] } else { &case["answers"][id] };
            let none = Value::from("none");
            answer(question, texts_of(quiz, question, if is_screen && ids.is_null() { &none } else { ids }))
                .await;
            if is_screen && !ids.is_null() && question["level"] != "soon" {
                return;
            }
        }
    }
}

/// The texts of the choices with these ids, in the order of the question.
fn texts_of(quiz: &Value, question: &Value, ids: &Value) -> Vec<String> {
    // Six weeks have the plural form `few` in Arabic.
    let weeks = &quiz["care"]["weeks"];
    let weeks = weeks.get("few").unwrap_or(&weeks["other"]).as_str().expect("a text");
    let weeks = weeks.replace("{n}", &quiz["care"]["soon_after_weeks"].to_string());
    let choices = question["choices"].as_array().expect("choices").iter();
    choices
        .filter(|choice| match ids {
            Value::Array(all) => all.contains(&choice["id"]),
            one => *one == choice["id"],
        })
        .map(|choice| choice["text"].as_str().expect("a text").replace("{soon_after_weeks}", &weeks))
        .collect()
}
