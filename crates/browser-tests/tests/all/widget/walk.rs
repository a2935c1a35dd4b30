//! A walk over every kind of screen that a reader can have before them, for claims that hold on each.
//!
//! A reader comes to a screen by the quiz's own memory (`remember`), so that a walk takes seconds. That the memory
//! leads where the reader's own presses lead is shown in `lifecycle.rs` and in `tests/memory.rs`.

use serde_json::{Value, json};

use super::claims::built;
use crate::harness::reader::Reader;

/// Opens a quiz anew, at the place that a memory tells of.
const COME: &str = "
    const [memory, done] = arguments, quiz = document.querySelector('which-cause');
    sessionStorage.setItem('which-cause ', memory);
    // Said again, the attribute makes the element drop its quiz.
    quiz.setAttribute('quiz', '');
    quiz.scrollIntoView();
    quiz.start().then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
";

/// A kind of screen: what it is called here, whose answers lead there, and the step at which they stop; none for what
/// comes after the last one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    way: Way,
}

#[derive(Debug, Clone, Copy)]
enum Way {
    /// The author's words and the Start button.
    Facade,
    /// The same, once the quiz could not start.
    Failed,
    /// A reader's own, up to a step or to the end.
    Of(&'static str, &'static str),
    /// That, and then a press of a button.
    Then(&'static str, &'static str, &'static str),
}

/// Every kind of screen, from the first to the last.
pub(crate) const KINDS: [Kind; 15] = [
    named("the facade", Way::Facade),
    named("the facade of a quiz that could not start", Way::Failed),
    named("a safety screen", Way::Of("T2-posture-textbook", "now")),
    named("a safety screen without a tick", Way::Of("", "")),
    named("a refused safety screen", Way::Then("", "", "Next")),
    named("an emergency", Way::Of("E1-chest-pain", "")),
    named("an urgent stop", Way::Of("U1-cancer-night-pain", "")),
    named("a question with several answers", Way::Of("T2-posture-textbook", "side_view")),
    named("a question with one answer, picked", Way::Of("T2-posture-textbook", "where")),
    named("a refused question", Way::Then("P1-skips-everything", "wall", "Next")),
    named("the last question", Way::Of("T1-thyroid-textbook", "history")),
    named("a leading cause", Way::Then("T5-tilt-textbook", "", "Copy as text")),
    named("a doctor first", Way::Of("T1-thyroid-textbook", "")),
    named("a mixed picture", Way::Of("M1-desk-mixed", "")),
    named("nothing that stands out, and a visit", Way::Of("P2-long-sore", "")),
];

const fn named(name: &'static str, way: Way) -> Kind {
    Kind { name, way }
}

/// The kind of screen of this name.
pub(crate) fn kind(name: &str) -> Kind {
    KINDS.into_iter().find(|it| it.name == name).unwrap_or_else(|| panic!("no screen is called {name}"))
}

/// The article with a quiz that remembers.
pub(crate) fn article() -> String {
    built("index.html").replacen("<which-cause ", "<which-cause remember ", 1)
}

/// What the quiz would remember of a reader at a step; at its end where the step has no name.
fn memory(id: &str, goal: &str) -> String {
    let quiz: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.json")).expect("JSON");
    let readers: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.test-cases.json"))
            .expect("JSON");
    let readers = readers["test_cases"].as_array().expect("test cases");
    let reader = readers.iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("no reader {id}"));
    let none = Value::from("none");
    let mut lines = vec![goal.to_owned()];
    let mut line = |asked: &Value, answer: &Value| {
        let picked = match answer {
            Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect::<Vec<_>>(),
        };
        let (id, count) =
            (asked["id"].as_str().expect("an id"), asked["choices"].as_array().expect("choices").len());
        lines.push([&[id, &count.to_string()], picked.as_slice()].concat().join(" "));
    };
    for screen in quiz["screens"].as_array().expect("screens") {
        let ticked = &reader["safety"][screen["id"].as_str().expect("an id")];
        // On a screen whoever ticks nothing has to say so.
        line(screen, if ticked.is_null() { &none } else { ticked });
        if !ticked.is_null() && screen["level"] != "soon" {
            return lines.join("\n");
        }
    }
    for question in quiz["questions"].as_array().expect("questions") {
        line(question, &reader["answers"][question["id"].as_str().expect("an id")]);
    }
    lines.join("\n")
}

impl Reader {
    /// Comes to a kind of screen, on a page with a quiz that remembers.
    pub(crate) async fn comes_to(&self, kind: Kind) {
        match kind.way {
            Way::Facade => {}
            Way::Failed => {
                self.page.run("const [quiz] = document.querySelectorAll('which-cause'); quiz.scrollIntoView(); quiz.quiz = 'not-there.json'; quiz.start()", vec![]).await;
                self.page.says("The quiz could not start. Please try again.").await;
            }
            Way::Of(id, goal) => self.recalls(id, goal).await,
            Way::Then(id, goal, press) => {
                self.recalls(id, goal).await;
                self.presses(press).await;
            }
        }
    }

    async fn recalls(&self, id: &str, goal: &str) {
        let memory = if id.is_empty() { String::new() } else { memory(id, goal) };
        self.page.run_async_with(COME, vec![json!(memory)]).await;
        self.may_have_another_screen();
    }

    /// Opens a page with a quiz that remembers, and walks over every kind of screen. `look` looks at each, with all
    /// that can be opened open.
    pub(crate) async fn walks(&self, page: &str, look: impl AsyncFn(&str)) {
        self.walks_over(page, &KINDS, look).await;
    }

    /// Does so in whatever language the page is, over the kinds of screen that no press of a button leads to.
    pub(crate) async fn recalls_each(&self, page: &str, look: impl AsyncFn(&str)) {
        let kinds: Vec<Kind> = KINDS.into_iter().filter(|it| matches!(it.way, Way::Of(..))).collect();
        self.walks_over(page, &kinds, look).await;
    }

    async fn walks_over(&self, page: &str, kinds: &[Kind], look: impl AsyncFn(&str)) {
        self.server.twist(|twists| _ = twists.texts.insert("index.html", page.to_owned()));
        self.opens("").await;
        self.page.the("button", "Start the safety check").await;
        for kind in kinds {
            self.comes_to(*kind).await;
            let open = "for (const it of document.querySelector('which-cause').shadowRoot.querySelectorAll('details')) it.open = true";
            self.page.run(open, vec![]).await;
            look(kind.name).await;
        }
    }
}
