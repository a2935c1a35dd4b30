//! A reader's answers by id, in any order: those of a test case, or those in a file of their own.

use std::sync::Arc;

use crate::decode::diagnostics::Diagnostics;
use crate::decode::entries::Entries;
use crate::decode::from_json::FromJson;
use crate::decode::id::ChoiceId;
use crate::decode::json::Value;
use crate::decode::json_path::{JsonPath, PathRef};
use crate::decode::nearest::nearest;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::test_case_file::{Answer, AnswersFile};
use crate::model::quiz::{Choice, Quiz};
use crate::session::stage::{Action, Stage};
use crate::session::state_machine::Session;

/// The flags that a reader ticks and the choices that they pick, by id. On a screen that is not listed, the reader ticks "none
/// of these". A question that is not listed is skipped.
#[derive(Debug, Clone)]
pub struct Answers {
    /// The ticked flags by screen; none means "none of these".
    pub safety: Entries<Vec<ChoiceId>>,
    /// The answers by question.
    pub answers: Entries<Answer>,
}

impl Answers {
    /// Reads answers to a quiz: `{"safety": {screen: [flags]}, "answers": {question: choice or [choices]}}`.
    ///
    /// # Errors
    ///
    /// Every problem with the answers, including ids that the quiz does not have.
    pub fn read(json: &str, quiz: &Quiz) -> Result<Self, Vec<Problem>> {
        let value = Value::parse(json).map_err(|problem| vec![problem])?;
        let mut diagnostics = Diagnostics::default();
        let file = AnswersFile::from_json(value, &PathRef::Root, &mut diagnostics);
        let answers = Self { safety: file.safety, answers: file.answers };
        answers.check(quiz, &PathRef::Root, &mut diagnostics);
        if diagnostics.problems.is_empty() { Ok(answers) } else { Err(diagnostics.into_problems()) }
    }

    /// The answers of a session: the flags and choices of the steps that the reader has been asked and has passed.
    #[must_use]
    pub fn of_session(session: &Session) -> Self {
        let quiz = session.quiz();
        let (passed, _) = session.passed_steps();
        let mut answers = Self { safety: Entries(Vec::new()), answers: Entries(Vec::new()) };
        for (step, asked) in session.asked().into_iter().enumerate().take(passed) {
            let picked = quiz.picked_choices(step, session.picks_of(step));
            if asked != Some(true) {
                continue;
            }
            if let Some(question) = quiz.question(step) {
                let mut picked: Vec<ChoiceId> = picked.map(|choice| choice.id.clone()).collect();
                let answer = match picked.pop() {
                    Some(choice) if question.picks_one() => Answer::One(choice),
                    Some(last) => {
                        picked.push(last);
                        Answer::All(picked)
                    }
                    None => continue,
                };
                answers.answers.0.push((question.id.to_string(), answer));
            } else {
                let ticked: Vec<ChoiceId> =
                    picked.filter(|choice| !choice.exclusive).map(|choice| choice.id.clone()).collect();
                if !ticked.is_empty() {
                    answers.safety.0.push((quiz.screens()[step].id.to_string(), ticked));
                }
            }
        }
        answers
    }

    /// Takes the quiz with these answers, from the first step to a stop or the result. Ids that the quiz does not have are
    /// ignored.
    #[must_use]
    pub fn replay(&self, quiz: Arc<Quiz>) -> Session {
        let mut session = Session::new(quiz);
        // Each round answers one step.
        for _ in 0..session.quiz().steps() {
            let actions = match session.stage() {
                Stage::SafetyScreen(screen, _) => {
                    let ticked = self.safety.get(screen.id.as_str()).map_or(&[][..], Vec::as_slice);
                    let none = screen.choices.iter().filter(|it| it.exclusive).map(|it| it.id.clone());
                    // "None of these" is picked first, because a ticked flag clears it.
                    none.chain(ticked.iter().cloned()).map(Action::Pick).chain([Action::Next]).collect()
                }
                Stage::Question(question, _) => {
                    let picked = self.answers.get(question.id.as_str()).map_or(&[][..], Answer::choices);
                    let is_known = |id: &&ChoiceId| question.choices.iter().any(|choice| choice.id == **id);
                    let mut actions: Vec<Action> =
                        picked.iter().filter(is_known).cloned().map(Action::Pick).collect();
                    actions.push(if actions.is_empty() { Action::Skip } else { Action::Next });
                    actions
                }
                Stage::Stopped(_) | Stage::Finished(_) => break,
            };
            session = actions.iter().fold(session, Session::apply);
        }
        session
    }

    /// Reports ids that the quiz does not have, and picks that contradict each other.
    pub(crate) fn check(&self, quiz: &Quiz, path: &PathRef<'_>, diagnostics: &mut Diagnostics) {
        let (screens, questions) = (quiz.screens(), quiz.questions());
        let safety_path = path.key("safety");
        for (id, flags) in &self.safety.0 {
            let path = safety_path.key(id);
            match screens.iter().find(|screen| screen.id.as_str() == id) {
                None => {
                    let known = screens.iter().map(|screen| screen.id.as_str());
                    report_unknown_id("screen", id, known, &path, diagnostics);
                }
                Some(screen) => {
                    check_picks(flags, &screen.choices, |i| path.item(i).to_path(), diagnostics);
                }
            }
        }
        let answers_path = path.key("answers");
        for (id, answer) in &self.answers.0 {
            let path = answers_path.key(id);
            let Some(question) = questions.iter().find(|question| question.id.as_str() == id) else {
                let known = || questions.iter().map(|question| question.id.as_str());
                let unanswered = known().filter(|id| self.answers.get(id).is_none());
                let unanswered: Vec<String> = unanswered.map(str::to_owned).collect();
                let kind = ProblemKind::unknown_or_renamed("question", id, nearest(id, known()), &unanswered);
                diagnostics.report(&path, kind);
                continue;
            };
            let picks = answer.choices();
            let path_of_pick = |i| match answer {
                Answer::One(_) => path.to_path(),
                Answer::All(_) => path.item(i).to_path(),
            };
            check_picks(picks, &question.choices, path_of_pick, diagnostics);
            let most = question.most_picks();
            if picks.len() > most {
                diagnostics.report(&path, ProblemKind::TooManyPicks { picked: picks.len(), most });
            }
        }
    }
}

/// Reports picks that are unknown, listed twice, or exclusive but not alone. An empty id stands for one that could not be read
/// and has been reported.
fn check_picks(
    picks: &[ChoiceId],
    choices: &[Choice],
    path_of_pick: impl Fn(usize) -> JsonPath,
    diagnostics: &mut Diagnostics,
) {
    for (i, id) in picks.iter().enumerate().filter(|(_, id)| !id.as_str().is_empty()) {
        let kind = match choices.iter().find(|choice| choice.id == *id) {
            None => {
                let known = choices.iter().map(|choice| choice.id.as_str());
                ProblemKind::unknown_id("choice", id.as_str(), known)
            }
            Some(_) if picks[..i].contains(id) => ProblemKind::NamedTwice { id: id.to_string() },
            Some(choice) if choice.exclusive && picks.len() > 1 => ProblemKind::ExclusiveBesideOthers,
            Some(_) => continue,
        };
        diagnostics.add(Problem { path: path_of_pick(i), kind });
    }
}

/// Reports an unknown id. An empty id stands for one that could not be read and has been reported.
pub(crate) fn report_unknown_id<'k>(
    what: &'static str,
    id: &str,
    known: impl Iterator<Item = &'k str>,
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) {
    if !id.is_empty() {
        diagnostics.report(path, ProblemKind::unknown_id(what, id, known));
    }
}
