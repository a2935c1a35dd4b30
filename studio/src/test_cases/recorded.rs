//! A test case from a session: the answers of its reader, and the result that they get.

use which_cause_quiz::{
    ActualResult, Answer, Answers, ChoiceId, ExpectedVerdict, Question, QuestionKind, Session, Stage, Value,
};

use super::result_text::result_text;

/// Why there is no test case to record, if the reader has no result yet.
pub(crate) fn no_result_yet(session: &Session) -> Option<&'static str> {
    match session.stage() {
        Stage::Stopped(_) | Stage::Finished(_) => None,
        Stage::SafetyScreen(..) | Stage::Question(..) => {
            Some("This reader has no result yet. Answer the preview to its end first.")
        }
    }
}

/// The result of a session in a few words. `None` if the reader has no result yet.
pub(crate) fn recorded_text(session: &Session) -> Option<String> {
    let result = ActualResult::of_session(session);
    result.verdict.map(|_| result_text(&result, session.quiz()))
}

/// The test case that expects what the reader of a session gets: the verdict, the causes that the result shows, the level of a stop,
/// and a visit that it suggests. `None` if the reader has no result yet.
pub(crate) fn recorded_case(session: &Session, id: String, story: &str) -> Option<Value> {
    let result = ActualResult::of_session(session);
    let verdict = result.verdict?;
    let Answers { safety, answers } = Answers::of_session(session);
    let mut case = vec![("id".to_owned(), Value::String(id))];
    if !story.is_empty() {
        case.push(("story".to_owned(), text(story)));
    }
    if !safety.0.is_empty() {
        let ticked = safety.0.into_iter().map(|(screen, flags)| (screen, list(&flags)));
        case.push(("safety".to_owned(), Value::Object(ticked.collect())));
    }
    if !answers.0.is_empty() {
        let scale = |question: &str| {
            session.quiz().questions().iter().any(|it| it.id.as_str() == question && is_scale(it))
        };
        let answer = |(question, answer): (String, Answer)| {
            let value = match answer {
                Answer::One(choice) => match choice.as_str().parse() {
                    Ok(step) if scale(&question) => Value::Integer(step),
                    _ => text(choice.as_str()),
                },
                Answer::All(choices) => list(&choices),
            };
            (question, value)
        };
        case.push(("answers".to_owned(), Value::Object(answers.0.into_iter().map(answer).collect())));
    }
    let mut expect = vec![("verdict".to_owned(), text(verdict.as_str()))];
    if let Some(level) = result.level {
        expect.push(("level".to_owned(), text(level.as_str())));
    }
    match (verdict, result.first) {
        (ExpectedVerdict::Leads, Some(first)) => expect.push(("first".to_owned(), text(first.as_str()))),
        (ExpectedVerdict::Mixed, _) => {
            let shown = result.shown.iter().map(|cause| text(cause.as_str())).collect();
            expect.push(("shown".to_owned(), Value::Array(shown)));
        }
        _ => {}
    }
    if result.visit {
        expect.push(("visit".to_owned(), Value::Bool(true)));
    }
    case.push(("expect".to_owned(), Value::Object(expect)));
    Some(Value::Object(case))
}

fn is_scale(question: &Question) -> bool {
    question.kind == QuestionKind::Scale
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn list(choices: &[ChoiceId]) -> Value {
    Value::Array(choices.iter().map(|choice| text(choice.as_str())).collect())
}

#[cfg(test)]
mod tests {
    use which_cause_quiz::Action::{Next, Pick, Skip};

    use std::sync::Arc;

    use super::*;
    use crate::examples::EXAMPLES;
    use which_cause_quiz::{Quiz, read, test_cases};

    fn quiz(name: &str) -> Arc<Quiz> {
        let example = EXAMPLES.iter().find(|it| it.file_name == name).expect("an example");
        Arc::new(read(example.text).expect("a quiz"))
    }

    fn session(quiz: &Arc<Quiz>, answers: &str) -> Session {
        Answers::read(answers, quiz).expect("answers").replay(Arc::clone(quiz))
    }

    fn recorded(quiz: &Arc<Quiz>, answers: &str) -> Value {
        recorded_case(&session(quiz, answers), "new".to_owned(), "").expect("a result")
    }

    fn json(text: &str) -> Value {
        Value::parse(text).expect("JSON")
    }

    #[test]
    fn a_recorded_test_case_has_the_answers_and_the_result() {
        let quiz = quiz("starter.json");
        let answers = r#""answers": {"where": "all", "soil": "soggy", "signs": ["flies"]}"#;
        let session = session(&quiz, &format!("{{{answers}}}"));
        let case = recorded_case(&session, "wet-pot".to_owned(), "Waters a lot.");
        let expected = json(&format!(
            r#"{{"id": "wet-pot", "story": "Waters a lot.", {answers}, "expect": {{"verdict": "leads", "first": "wet"}}}}"#
        ));
        assert_eq!(case, Some(expected));
    }

    #[test]
    fn a_recorded_stop_has_its_level_and_no_answers() {
        let stopped = recorded(&quiz("upper-back-knots.json"), r#"{"safety": {"now": ["chest"]}}"#);
        let expected = json(
            r#"{"id": "new", "safety": {"now": ["chest"]}, "expect": {"verdict": "stopped", "level": "emergency"}}"#,
        );
        assert_eq!(stopped, expected);
    }

    #[test]
    fn a_recorded_step_of_a_scale_is_a_number() {
        let quiz = quiz("how-you-garden.json");
        let is_answered = |question: &&Question| question.required || question.kind == QuestionKind::Scale;
        let answer = |question: &Question| {
            let first = &question.choices[0].id;
            let first = if is_scale(question) { first.to_string() } else { format!("\"{first}\"") };
            format!("\"{}\": {first}", question.id)
        };
        let answers: Vec<String> = quiz.questions().iter().filter(is_answered).map(answer).collect();
        assert!(answers.iter().any(|answer| answer.ends_with(": 1")), "{answers:?}");
        let answers = format!("{{{}}}", answers.join(", "));
        let Value::Object(case) = recorded(&quiz, &format!(r#"{{"answers": {answers}}}"#)) else {
            panic!("an object")
        };
        assert_eq!(case[1], ("answers".to_owned(), json(&answers)));
    }

    #[test]
    fn a_recorded_test_case_passes() {
        for name in ["starter.json", "dense-bread.json", "dinner-tonight.json", "squeaky-bicycle.json"] {
            let quiz = quiz(name);
            for question in quiz.questions() {
                let skipped = Session::new(Arc::clone(&quiz));
                let session = (0..quiz.questions().len() * 3 + 20).fold(skipped, |session, _| {
                    let pick = match session.stage() {
                        Stage::SafetyScreen(screen, _) => screen.choices.last(),
                        Stage::Question(at, _) if at.required || at.id == question.id => at.choices.first(),
                        _ => None,
                    };
                    match pick.map(|choice| choice.id.clone()) {
                        Some(choice) => session.apply(&Pick(choice)).apply(&Next),
                        None => session.apply(&Skip),
                    }
                });
                let case = recorded_case(&session, "new".to_owned(), "").expect("a result");
                let file = Value::Object(vec![("test_cases".to_owned(), Value::Array(vec![case]))]);
                let cases = test_cases(&file.to_json(), &quiz).expect("a test case without problems");
                assert_eq!(cases[0].failures(&quiz), [], "{name}: {}", question.id);
            }
        }
    }

    #[test]
    fn a_reader_in_the_middle_has_no_test_case() {
        let session = Session::new(quiz("starter.json"));
        assert!(no_result_yet(&session).is_some());
        assert_eq!(recorded_case(&session, "new".to_owned(), ""), None);
    }
}
