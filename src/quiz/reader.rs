//! A reader's answers as they are written down, apart from the order in which they were given: in tests of a quiz,
//! in what a tab remembers, in what other tools hand over. Knows nothing of where they are kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::definition::Quiz;
use super::id::ChoiceId;
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
