//! Support for the engine's tests: the shipped quiz, small quizzes, and a reader with verbs.

pub(crate) mod random_quizzes;
pub(crate) mod translations;

use std::sync::Arc;

use serde_json::{Value, json};
use which_cause_quiz::{Action, CareLevel, ChoiceId, Outcome, Problem, Quiz, Session, Stage, findings, read};

/// The five-cause quiz as it ships.
pub(crate) const FIVE_CAUSES: &str = include_str!("../../../../quizzes/upper-back-knots.json");

/// The five-cause quiz, checked.
pub(crate) fn five_causes() -> Arc<Quiz> {
    Arc::new(read(FIVE_CAUSES).unwrap_or_else(|problems| panic!("{}", lines(&problems))))
}

/// The five-cause quiz after a change to its file.
pub(crate) fn five_causes_but(change: impl FnOnce(&mut Value)) -> Result<Quiz, Vec<Problem>> {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    change(&mut file);
    read(&file.to_string())
}

/// The file of a quiz with these causes and questions, without safety screens, and otherwise like the five-cause quiz.
pub(crate) fn quiz_of(causes: &[&str], questions: Value) -> Value {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    let like = file["causes"][1].clone();
    file["screens"] = json!([]);
    file["flags"] = json!([{"id": "tell", "text": "Worth telling."}]);
    file["causes"] = causes
        .iter()
        .map(|id| {
            let mut cause = like.clone();
            cause["id"] = json!(id);
            cause["label"] = json!(format!("The cause {id}"));
            cause
        })
        .collect();
    file["questions"] = questions;
    file
}

/// The file of a small quiz about another subject than health, with a screen that stops it.
pub(crate) fn brakes() -> Value {
    let mut file: Value =
        serde_json::from_str(include_str!("../../../../quizzes/starter.json")).expect("JSON");
    file["screens"] = json!([{
        "id": "safe",
        "level": "stop",
        "text": "First, is one of these so?",
        "choices": [
            {"id": "no-brakes", "text": "A brake does not hold the wheel"},
            {"id": "none", "text": "None of these", "exclusive": true},
        ],
        "card": {
            "heading": "Do not ride it",
            "body": "Have the brakes repaired first.",
            "ticked": "You ticked:",
            "after": "The squeak can wait.",
            "undo": "I ticked that by mistake",
        },
    }]);
    file
}

/// A tick-all question with the choices `c0`, `c1` … that give these points.
pub(crate) fn tick_all(id: &str, points: &[Value]) -> Value {
    let choices: Vec<Value> = points
        .iter()
        .enumerate()
        .map(|(i, points)| json!({"id": format!("c{i}"), "text": format!("Choice {i}"), "points": points}))
        .collect();
    json!({"id": id, "kind": "all", "text": "What fits?", "choices": choices})
}

/// The checked quiz of a valid file.
pub(crate) fn checked(file: &Value) -> Arc<Quiz> {
    Arc::new(read(&file.to_string()).unwrap_or_else(|problems| panic!("{}", lines(&problems))))
}

/// Problems, a line each.
pub(crate) fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The findings about a quiz, a line each.
pub(crate) fn finding_lines(quiz: &Quiz) -> Vec<String> {
    let mut random = fastrand::Rng::with_seed(3);
    findings(quiz, 0.25, || random.f64()).iter().map(ToString::to_string).collect()
}

/// A reader of one quiz.
#[derive(Clone)]
pub(crate) struct Reader(pub Session);

impl Reader {
    pub(crate) fn of(quiz: &Arc<Quiz>) -> Self {
        Self(Session::new(Arc::clone(quiz)))
    }

    pub(crate) fn does(self, action: &Action) -> Self {
        Self(self.0.apply(action))
    }

    pub(crate) fn picks(self, choices: &[&str]) -> Self {
        choices.iter().fold(self, |it, id| it.does(&Action::Pick(ChoiceId::from(*id))))
    }

    pub(crate) fn unpicks(self, choice: &str) -> Self {
        self.does(&Action::Unpick(choice.into()))
    }

    pub(crate) fn goes_on(self) -> Self {
        self.does(&Action::Next)
    }

    pub(crate) fn goes_back(self) -> Self {
        self.does(&Action::Back)
    }

    pub(crate) fn skips(self) -> Self {
        self.does(&Action::Skip)
    }

    pub(crate) fn restarts(self) -> Self {
        self.does(&Action::Restart)
    }

    /// Answers "none of these" on every safety screen.
    pub(crate) fn has_no_flags(mut self) -> Self {
        while let Stage::SafetyScreen(screen, _) = self.0.stage() {
            let none = screen.choices.iter().find(|it| it.exclusive).expect("an exclusive choice").id.clone();
            self = self.does(&Action::Pick(none)).goes_on();
        }
        self
    }

    pub(crate) fn skips_to_the_end(mut self) -> Self {
        while matches!(self.0.stage(), Stage::Question(..)) {
            self = self.skips();
        }
        self
    }

    /// The current step, in two words.
    pub(crate) fn is_at(&self) -> String {
        match self.0.stage() {
            Stage::SafetyScreen(screen, _) => format!("screen {}", screen.id),
            Stage::Question(question, _) => format!("question {}", question.id),
            Stage::Stopped(stop) => format!("stop {}", level(stop.level)),
            Stage::Finished(_) => "result".to_owned(),
        }
    }

    /// The picks of the current step, by id.
    pub(crate) fn has_picked(&self) -> Vec<String> {
        let choices = match self.0.stage() {
            Stage::SafetyScreen(screen, _) => &screen.choices,
            Stage::Question(question, _) => &question.choices,
            _ => return Vec::new(),
        };
        let picks = self.0.picks();
        choices.iter().enumerate().filter(|(i, _)| picks.has(*i)).map(|(_, it)| it.id.to_string()).collect()
    }

    pub(crate) fn result(&self) -> Outcome<'_> {
        match self.0.stage() {
            Stage::Finished(outcome) => outcome,
            _ => panic!("no result: the reader is at {}", self.is_at()),
        }
    }
}

pub(crate) fn level(level: CareLevel) -> &'static str {
    level.as_str()
}

pub(crate) fn verdict(outcome: &Outcome<'_>) -> &'static str {
    outcome.verdict.as_str()
}

/// The shown causes, by id.
pub(crate) fn shown(outcome: &Outcome<'_>) -> Vec<String> {
    outcome.verdict.shown().iter().map(|it| it.cause.id.to_string()).collect()
}
