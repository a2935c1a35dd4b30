//! Visits every kind of screen. `layout`, `contrast`, `tab_order` and other tests measure each of them.
//!
//! A stored session (`remember`) leads to each screen, so a visit takes milliseconds. That a stored session leads where the reader's own
//! presses lead is tested in `remember.rs` and in `crates/quiz/tests/stored_session.rs`.

use serde_json::{Value, json};

use crate::harness::quiz::{quiz_in, read, test_case};
use crate::harness::reader::Reader;
use crate::widget::article::FAILED;

/// Waits until the screen is whole: the part of a result below its bars comes after the rest is painted.
const IS_WHOLE: &str = "
    const [first, second, done] = arguments, quiz = document.querySelector('which-cause'), root = quiz.shadowRoot;
    const frame = () => new Promise(requestAnimationFrame);
    const isWhole = () => {
        const result = root.querySelector('.widget:not([hidden]) .result');
        return !result || result.querySelector('.buttons');
    };
    const finish = async () => {
        while (!isWhole()) await frame();
        await frame();
        await frame();
        done();
    };
";

/// Starts the quiz from a stored session.
const RESTORE: &str = "
    sessionStorage.setItem('which-cause ', first);
    // Setting `quiz` drops the current quiz.
    quiz.setAttribute('quiz', '');
    quiz.scrollIntoView();
    quiz.start().then(finish);
";

/// Starts another quiz, and picks the first choice on a number of screens.
const ANSWER: &str = "
    sessionStorage.clear();
    quiz.setAttribute('quiz', first);
    quiz.scrollIntoView();
    quiz.start().then(async () => {
        for (let i = 0; i < second; i++) {
            root.querySelector('.widget input').click();
            root.querySelector('.widget [type=submit]').click();
            await frame();
        }
        await finish();
    });
";

/// A kind of screen, with its name in these tests and the way to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScreenKind {
    pub(crate) name: &'static str,
    path: Path,
}

/// How a reader comes to a kind of screen.
#[derive(Debug, Clone, Copy)]
enum Path {
    /// The facade is there already.
    Facade,
    /// The quiz does not start.
    Failed,
    /// The answers of a test case, up to the step of this name or, without a step, to the end.
    Answers(&'static str, &'static str),
    /// The same, and then a press of this button.
    AnswersAndButton(&'static str, &'static str, &'static str),
    /// A file in `quizzes/examples/`, with the first choice picked on a number of screens.
    Example(&'static str, usize),
}

/// Every kind of screen, from the first to the last.
pub(crate) const SCREENS: [ScreenKind; 19] = [
    named("the facade", Path::Facade),
    named("the facade of a quiz that could not start", Path::Failed),
    named("a safety screen", Path::Answers("T2-posture-textbook", "screens.now")),
    named("a safety screen without a tick", Path::Answers("", "")),
    named("a safety screen with an error message", Path::AnswersAndButton("", "", "Next")),
    named("an emergency", Path::Answers("E1-chest-pain", "")),
    named("an urgent stop", Path::Answers("U1-cancer-night-pain", "")),
    named("a question with several answers", Path::Answers("T2-posture-textbook", "questions.side_view")),
    named("a question with one answer, picked", Path::Answers("T2-posture-textbook", "questions.where")),
    named(
        "a question with an error message",
        Path::AnswersAndButton("P1-skips-everything", "questions.wall", "Next"),
    ),
    named("the last question", Path::Answers("T1-thyroid-textbook", "questions.history")),
    named("a leading cause", Path::AnswersAndButton("T5-tilt-textbook", "", "Copy as text")),
    named("a doctor first", Path::Answers("T1-thyroid-textbook", "")),
    named("a mixed result", Path::Answers("M1-desk-mixed", "")),
    named("nothing that stands out, and a visit", Path::Answers("P2-long-sore", "")),
    named("a stop that is neither an emergency nor urgent", Path::Example("squeaky-bicycle.json", 1)),
    named("a question with a scale", Path::Example("how-you-garden.json", 0)),
    named("a result with the best causes", Path::Example("how-you-garden.json", 12)),
    named("the range of a total", Path::Example("night-owl.json", 6)),
];

const fn named(name: &'static str, path: Path) -> ScreenKind {
    ScreenKind { name, path }
}

/// The kind of screen of this name.
pub(crate) fn screen_kind(name: &str) -> ScreenKind {
    SCREENS.into_iter().find(|it| it.name == name).unwrap_or_else(|| panic!("no screen is called {name}"))
}

/// The stored session of a test case at a step or, without a step, at the end.
fn stored_session(id: &str, step: &str) -> String {
    let (quiz, case) = (quiz_in("en"), test_case(id));
    let none = Value::from("none");
    let quiz_id = quiz["id"].as_str().expect("an id");
    let (mut current, mut lines) = (String::new(), Vec::new());
    let mut line = |list: &str, question: &Value, answer: &Value| {
        let picked = match answer {
            Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect::<Vec<_>>(),
        };
        let id = |part: &Value| part["id"].as_str().expect("an id").to_owned();
        let mut name = vec![quiz_id.to_owned(), list.to_owned(), id(question)];
        let is_current = name[1..].join(".") == step;
        // The name of a screen has the ids of its choices too.
        if list == "screens" {
            name.extend(question["choices"].as_array().expect("choices").iter().map(id));
        }
        let name = name.join(".");
        if is_current {
            current.clone_from(&name);
        }
        lines.push([&[&*name], picked.as_slice()].concat().join(" "));
    };
    for screen in quiz["screens"].as_array().expect("screens") {
        let ticked = &case["safety"][screen["id"].as_str().expect("an id")];
        // A safety screen needs a tick, also if no flag fits.
        line("screens", screen, if ticked.is_null() { &none } else { ticked });
        if !ticked.is_null() && screen["level"] != "soon" {
            lines.insert(0, current);
            return lines.join("\n");
        }
    }
    for question in quiz["questions"].as_array().expect("questions") {
        line("questions", question, &case["answers"][question["id"].as_str().expect("an id")]);
    }
    lines.insert(0, current);
    lines.join("\n")
}

impl Reader {
    /// Goes to a kind of screen, on a page whose quiz has `remember`.
    pub(crate) async fn jumps_to(&self, kind: ScreenKind) {
        match kind.path {
            Path::Facade => {}
            Path::Failed => {
                self.runs_on_quiz("quiz.scrollIntoView(); quiz.quiz = 'not-there.json'; quiz.start()").await;
                self.page.shows(FAILED).await;
            }
            Path::Answers(id, step) => self.restores(id, step).await,
            Path::AnswersAndButton(id, step, button) => {
                self.restores(id, step).await;
                self.presses(button).await;
            }
            Path::Example(file, answered) => {
                let quiz = read(&format!("examples/{file}")).to_string();
                self.server.update(|state| _ = state.texts.insert(file, quiz));
                self.jumps(ANSWER, json!(file), json!(answered)).await;
            }
        }
    }

    async fn restores(&self, id: &str, step: &str) {
        let session = if id.is_empty() { String::new() } else { stored_session(id, step) };
        self.jumps(RESTORE, json!(session), Value::Null).await;
    }

    async fn jumps(&self, script: &str, first: Value, second: Value) {
        self.page.run_async_with(&[IS_WHOLE, script].concat(), vec![first, second]).await;
        self.waits_before_the_next_click();
    }

    /// Opens a page whose quiz has `remember`, and calls `measure` on every kind of screen, with all details open.
    pub(crate) async fn visits_every_screen(&self, page: &str, measure: impl AsyncFn(&str)) {
        self.visits(page, &SCREENS, measure).await;
    }

    /// The same in any language, on the kinds of screen that need no press of a button.
    pub(crate) async fn visits_screens_in_any_language(&self, page: &str, measure: impl AsyncFn(&str)) {
        let kinds: Vec<ScreenKind> =
            SCREENS.into_iter().filter(|it| matches!(it.path, Path::Answers(..))).collect();
        self.visits(page, &kinds, measure).await;
    }

    /// The same on these kinds of screen.
    pub(crate) async fn visits(&self, page: &str, kinds: &[ScreenKind], measure: impl AsyncFn(&str)) {
        self.opens_page(page).await;
        self.page.find("button", "Start the safety check").await;
        for kind in kinds {
            self.jumps_to(*kind).await;
            let open =
                "for (const details of quiz.shadowRoot.querySelectorAll('details')) details.open = true";
            self.runs_on_quiz(open).await;
            measure(kind.name).await;
        }
    }
}
