//! A reader's answers as they are written down, apart from the order in which they were given: in tests of a quiz,
//! in what a tab remembers, in what other tools hand over. Knows nothing of where they are kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::definition::{Choice, Kind, Quiz};
use super::id::ChoiceId;
use super::place::Place;
use super::problem::{Fault, Problem, nearest};
use super::session::{Act, Session, Stage};

/// The flags a reader ticks on each screen and the choices they pick at each question, by id. A screen that is
/// not named has no flags; a question that is not named is skipped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Reader {
    /// By screen, the ticked flags; none of them means "none of these".
    pub safety: BTreeMap<String, Vec<String>>,
    /// By question, what is picked.
    pub answers: BTreeMap<String, Answered>,
}

/// What a reader picks at one question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Answered {
    /// One choice.
    One(String),
    /// All of these.
    All(Vec<String>),
}

impl Answered {
    fn choices(&self) -> &[String] {
        match self {
            Self::One(choice) => std::slice::from_ref(choice),
            Self::All(choices) => choices,
        }
    }
}

impl Reader {
    /// Takes the quiz as this reader does, from the first screen to the stop or the result. What the quiz does
    /// not know is passed over.
    #[must_use]
    pub fn take(&self, quiz: Arc<Quiz>) -> Session {
        let mut session = Session::new(quiz);
        for _ in 0..session.quiz().steps() {
            let acts = match session.stage() {
                Stage::Screening(screen, _) => {
                    let ticked = self.safety.get(screen.id.as_str()).map_or(&[][..], Vec::as_slice);
                    let none = screen.choices.iter().filter(|it| it.exclusive).map(|it| it.id.clone());
                    // "None of these" first: a flag beside it counts, and clears it.
                    none.chain(ticked.iter().map(|id| ChoiceId::from(id.as_str())))
                        .map(Act::Pick)
                        .chain([Act::GoOn])
                        .collect()
                }
                Stage::Asking(question, _) => {
                    let picked = self.answers.get(question.id.as_str()).map_or(&[][..], Answered::choices);
                    let known = |id: &&String| question.choices.iter().any(|it| it.id.as_str() == *id);
                    let mut acts: Vec<Act> = picked
                        .iter()
                        .filter(known)
                        .map(|id| Act::Pick(ChoiceId::from(id.as_str())))
                        .collect();
                    acts.push(if acts.is_empty() { Act::Skip } else { Act::GoOn });
                    acts
                }
                Stage::Stopped(_) | Stage::Finished(_) => break,
            };
            session = acts.iter().fold(session, Session::after);
        }
        session
    }
}

/// A reader and the result they must get, as a quiz's author writes them down to keep it honest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Case {
    /// Names the reader.
    pub id: String,
    /// Who they are.
    #[serde(default)]
    pub story: String,
    /// What they answer.
    #[serde(flatten)]
    pub reader: Reader,
    /// What they must get.
    pub expect: Expect,
}

/// The result that a reader must get. What is left out may be anything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Expect {
    /// "leads", "mixed", "nothing" or "stopped".
    pub verdict: Option<String>,
    /// The care level of a stop.
    pub level: Option<String>,
    /// The cause with the highest score.
    pub first: Option<String>,
    /// The least distance between the first and the second, in points of score.
    pub gap: Option<u32>,
    /// Causes that must be among those that are shown.
    pub shown: Vec<String>,
    /// Whether more causes are close than are shown.
    pub spread: Option<bool>,
    /// Whether the result suggests a visit.
    pub visit: Option<bool>,
    /// Whether the result may lead to the course.
    pub course: Option<bool>,
}

impl Case {
    /// What this reader names that the quiz does not have, a line each.
    #[must_use]
    pub fn unknown(&self, quiz: &Quiz) -> Vec<String> {
        let mut unknown = self.reader.unknown(quiz);
        let causes = || quiz.causes().iter().map(|it| it.id.as_str());
        let named = self.expect.first.iter().map(|id| ("expect.first", id));
        let named = named.chain(self.expect.shown.iter().map(|id| ("expect.shown", id)));
        for (at, id) in named.filter(|(_, id)| !causes().any(|known| known == *id)) {
            unknown.push(missing(at, "cause", id, causes()));
        }
        unknown
    }

    /// Takes the quiz as this reader and says what of the result is not as it must be, a line each.
    #[must_use]
    pub fn misses(&self, quiz: &Arc<Quiz>) -> Vec<String> {
        let expect = &self.expect;
        let mut misses = Vec::new();
        let mut hold = |what: &str, wanted: Option<String>, got: String| {
            if let Some(wanted) = wanted.filter(|wanted| *wanted != got) {
                misses.push(format!("{what} should be {wanted} and is {got}"));
            }
        };
        let session = self.reader.take(Arc::clone(quiz));
        let verdict = expect.verdict.clone();
        match session.stage() {
            Stage::Stopped(stop) => {
                hold("the verdict", verdict, "stopped".to_owned());
                hold("the level", expect.level.clone(), stop.level.as_str().to_owned());
            }
            Stage::Finished(outcome) => {
                hold("the verdict", verdict, outcome.verdict.as_str().to_owned());
                let [first, second, ..] = outcome.ranking[..] else { return misses };
                hold("the first cause", expect.first.clone(), first.cause.id.to_string());
                let spread = outcome.verdict.is_spread();
                hold("spread", expect.spread.map(|it| it.to_string()), spread.to_string());
                hold("visit", expect.visit.map(|it| it.to_string()), outcome.visit.is_some().to_string());
                let course = outcome.course.is_offered();
                hold("course", expect.course.map(|it| it.to_string()), course.to_string());
                let gap = first.score - second.score;
                if let Some(least) = expect.gap.filter(|least| gap < *least) {
                    misses.push(format!("the gap should be {least} or more and is {gap}"));
                }
                let shown = outcome.verdict.shown();
                for cause in
                    expect.shown.iter().filter(|id| !shown.iter().any(|it| it.cause.id.as_str() == *id))
                {
                    misses.push(format!("{cause} should be shown and is not"));
                }
            }
            Stage::Screening(..) | Stage::Asking(..) => misses.push("the quiz never ends".to_owned()),
        }
        misses
    }
}

impl Reader {
    /// What in these answers the quiz does not know, or what contradicts itself, a line each.
    #[must_use]
    pub fn unknown(&self, quiz: &Quiz) -> Vec<String> {
        let mut unknown = Vec::new();
        let screens = quiz.screens();
        for (id, flags) in &self.safety {
            match screens.iter().find(|it| it.id.as_str() == id) {
                None => {
                    unknown.push(missing("safety", "screen", id, screens.iter().map(|it| it.id.as_str())));
                }
                Some(screen) => {
                    known_choices(&format!("safety.{id}"), flags, &screen.choices, false, &mut unknown);
                }
            }
        }
        let questions = quiz.questions();
        for (id, answered) in &self.answers {
            match questions.iter().find(|it| it.id.as_str() == id) {
                None => unknown.push(missing(
                    "answers",
                    "question",
                    id,
                    questions.iter().map(|it| it.id.as_str()),
                )),
                Some(question) => {
                    let one = question.kind == Kind::One;
                    known_choices(
                        &format!("answers.{id}"),
                        answered.choices(),
                        &question.choices,
                        one,
                        &mut unknown,
                    );
                }
            }
        }
        unknown
    }
}

fn known_choices(at: &str, picked: &[String], choices: &[Choice], one: bool, unknown: &mut Vec<String>) {
    for id in picked.iter().filter(|id| !choices.iter().any(|it| it.id.as_str() == *id)) {
        unknown.push(missing(at, "choice", id, choices.iter().map(|it| it.id.as_str())));
    }
    if one && picked.len() > 1 {
        unknown.push(format!("{at}: {} choices; of this question one is picked", picked.len()));
    }
    let exclusive = choices.iter().any(|it| it.exclusive && picked.iter().any(|id| it.id.as_str() == id));
    if exclusive && picked.len() > 1 {
        unknown.push(format!("{at}: an exclusive choice beside others"));
    }
}

fn missing<'k>(at: &str, what: &'static str, id: &str, known: impl Iterator<Item = &'k str>) -> String {
    let fault = Fault::UnknownId { what, id: id.to_owned(), nearest: nearest(id, known) };
    format!("{at}: {fault}")
}

/// What is wrong with the readers that a quiz file carries: each problem at its reader.
///
/// `readers` are what stands under that key, in order.
#[must_use]
pub fn check_readers(quiz: &Quiz, readers: &[Case]) -> Vec<Problem> {
    let top = Place::File;
    let at = top.key("readers");
    let of = |(i, case): (usize, &Case)| {
        let report = |what| Problem::at(&at.item(i), Fault::UnfitReader { what });
        case.unknown(quiz).into_iter().map(report).collect::<Vec<_>>()
    };
    readers.iter().enumerate().flat_map(of).collect()
}
