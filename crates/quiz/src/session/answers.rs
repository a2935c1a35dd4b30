//! A reader's answers as they are written down, apart from the order in which they were given: in tests of a quiz,
//! in what other tools hand over. Knows nothing of where they are kept.

use std::sync::Arc;

use crate::decode::from_json::{Entries, Reading, Shape};
use crate::decode::id::ChoiceId;
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::parts::QuestionKind;
use crate::file::test_case_file::{Answered, AnswersFile};
use crate::model::quiz::{Choice, Quiz};
use crate::session::session::{Action, Session, Stage};

/// The flags a reader ticks on each screen and the choices they pick at each question, by id. A screen that is
/// not named has no flags; a question that is not named is skipped.
#[derive(Debug, Clone)]
pub struct Answers {
    /// By screen, the ticked flags; none of them means "none of these".
    pub safety: Entries<Vec<ChoiceId>>,
    /// By question, what is picked.
    pub answers: Entries<Answered>,
}

impl Answers {
    /// Reads one reader's answers to a quiz: `{"safety": {screen: [flags]}, "answers": {question: choice or
    /// [choices]}}`.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them, what the quiz does not have among it.
    pub fn from_json(json: &str, quiz: &Quiz) -> Result<Self, Vec<Problem>> {
        let value = Value::from_json(json).map_err(|it| vec![it])?;
        let mut reading = Reading::default();
        let file = AnswersFile::read(value, &Place::File, &mut reading);
        let reader = Self { safety: file.safety, answers: file.answers };
        reader.check(quiz, &Place::File, &mut reading);
        if reading.problems.is_empty() { Ok(reader) } else { Err(reading.told()) }
    }

    /// Takes the quiz as this reader does, from the first screen to the stop or the result. What the quiz does
    /// not know is passed over.
    #[must_use]
    pub fn take(&self, quiz: Arc<Quiz>) -> Session {
        let mut session = Session::new(quiz);
        for _ in 0..session.quiz().steps() {
            let acts = match session.stage() {
                Stage::SafetyScreen(screen, _) => {
                    let ticked = self.safety.get(screen.id.as_str()).map_or(&[][..], Vec::as_slice);
                    let none = screen.choices.iter().filter(|it| it.exclusive).map(|it| it.id.clone());
                    // "None of these" first: a flag beside it counts, and clears it.
                    none.chain(ticked.iter().cloned()).map(Action::Pick).chain([Action::Next]).collect()
                }
                Stage::Question(question, _) => {
                    let picked = self.answers.get(question.id.as_str()).map_or(&[][..], Answered::choices);
                    let known = |id: &&ChoiceId| question.choices.iter().any(|it| it.id == **id);
                    let mut acts: Vec<Action> =
                        picked.iter().filter(known).cloned().map(Action::Pick).collect();
                    acts.push(if acts.is_empty() { Action::Skip } else { Action::Next });
                    acts
                }
                Stage::Stopped(_) | Stage::Finished(_) => break,
            };
            session = acts.iter().fold(session, Session::apply);
        }
        session
    }

    /// Reports what in these answers the quiz does not have, and what contradicts itself.
    pub(crate) fn check(&self, quiz: &Quiz, at: &Place<'_>, reading: &mut Reading) {
        let (screens, questions) = (quiz.screens(), quiz.questions());
        let place = at.key("safety");
        for (id, flags) in &self.safety.0 {
            let place = place.key(id);
            match screens.iter().find(|it| it.id.as_str() == id) {
                None => unknown("screen", id, screens.iter().map(|it| it.id.as_str()), &place, reading),
                Some(screen) => picked(flags, &screen.choices, |i| place.item(i).path(), reading),
            }
        }
        let place = at.key("answers");
        for (id, answered) in &self.answers.0 {
            let place = place.key(id);
            let Some(question) = questions.iter().find(|it| it.id.as_str() == id) else {
                unknown("question", id, questions.iter().map(|it| it.id.as_str()), &place, reading);
                continue;
            };
            let of = answered.choices();
            picked(
                of,
                &question.choices,
                |i| match answered {
                    Answered::One(_) => place.path(),
                    Answered::All(_) => place.item(i).path(),
                },
                reading,
            );
            if question.kind == QuestionKind::PickOne && of.len() > 1 {
                reading.report(&place, ProblemKind::MoreThanOne { picked: of.len() });
            }
        }
    }
}

/// Reports picks that are none of some choices, are there twice, or stand beside one that excludes them.
fn picked(
    picked: &[ChoiceId],
    choices: &[Choice],
    at: impl Fn(usize) -> crate::decode::json_path::Path,
    reading: &mut Reading,
) {
    for (i, id) in picked.iter().enumerate().filter(|(_, id)| !id.as_str().is_empty()) {
        let known = choices.iter().find(|it| it.id == *id);
        let kind = match known {
            None => ProblemKind::unknown_id("choice", id.as_str(), choices.iter().map(|it| it.id.as_str())),
            Some(_) if picked[..i].contains(id) => ProblemKind::NamedTwice { id: id.to_string() },
            Some(choice) if choice.exclusive && picked.len() > 1 => ProblemKind::ExclusiveBesideOthers,
            Some(_) => continue,
        };
        reading.push(Problem { place: at(i), kind });
    }
}

/// Reports an id that leads nowhere.
pub(crate) fn unknown<'k>(
    what: &'static str,
    id: &str,
    known: impl Iterator<Item = &'k str>,
    at: &Place<'_>,
    reading: &mut Reading,
) {
    // An empty one is a stand-in, and has been reported.
    if !id.is_empty() {
        reading.report(at, ProblemKind::unknown_id(what, id, known));
    }
}
