//! Results and failures of test cases in plain words, with the names of causes and the texts of questions.

use which_cause_quiz::{ActualResult, CareLevel, CauseId, ExpectedVerdict, Quiz, TestFailure};

/// A result in a few words: "Posture", "Posture or Weak back muscles, with a visit".
pub(super) fn result_text(result: &ActualResult, quiz: &Quiz) -> String {
    let mut text = match result.verdict {
        Some(ExpectedVerdict::Leads | ExpectedVerdict::Mixed) => {
            result.shown.iter().map(|id| cause_name(quiz, id)).collect::<Vec<_>>().join(" or ")
        }
        Some(ExpectedVerdict::Nothing) => "no cause stands out".to_owned(),
        Some(ExpectedVerdict::Stopped) => "the quiz stops".to_owned(),
        None => "the quiz does not end".to_owned(),
    };
    if let Some(level) = result.level {
        text.push_str(&format!(" (level {})", level.as_str()));
    }
    if result.visit {
        text.push_str(", with a visit");
    }
    text
}

/// A failure in a sentence: what the test case expects, and what its reader gets.
pub(super) fn failure_text(failure: &TestFailure, quiz: &Quiz) -> String {
    let name = |id: &CauseId| cause_name(quiz, id);
    let compared = |expected: &str, actual: &str| format!("Expected: {expected}. Got: {actual}.");
    let either = |expected: bool, yes: &str, no: &str| {
        if expected { compared(yes, no) } else { compared(no, yes) }
    };
    match failure {
        TestFailure::Verdict { expected, actual } => {
            compared(verdict_text(*expected), actual.map_or("the quiz does not end", verdict_text))
        }
        TestFailure::Level { expected, actual } => {
            let actual = actual.map_or("the quiz does not stop", CareLevel::as_str);
            compared(&format!("a stop of level {}", expected.as_str()), actual)
        }
        TestFailure::First { expected, actual } => {
            let actual = actual.as_ref().map_or_else(|| "no result".to_owned(), name);
            compared(&format!("{} has the highest score", name(expected)), &actual)
        }
        TestFailure::Spread { expected } => either(
            *expected,
            "more causes are close together than are shown",
            "every cause that is close is shown",
        ),
        TestFailure::Visit { expected } => {
            either(*expected, "the result suggests a visit", "the result suggests no visit")
        }
        TestFailure::Course { expected } => {
            either(*expected, "the result offers the course", "the result does not offer the course")
        }
        TestFailure::Gap { least, actual } => {
            let actual = actual.map_or_else(|| "no result".to_owned(), |gap| gap.to_string());
            compared(&format!("the first score is {least} or more ahead of the second"), &actual)
        }
        TestFailure::NotShown(cause) => compared(&format!("the result shows {}", name(cause)), "it does not"),
        TestFailure::NotAsked(question) => {
            let known = quiz.questions().iter().find(|it| it.id == *question);
            let text = known.map_or(question.as_str(), |it| it.text.as_written());
            format!("“{text}” is answered, but this reader is not asked it.")
        }
    }
}

fn verdict_text(verdict: ExpectedVerdict) -> &'static str {
    match verdict {
        ExpectedVerdict::Leads => "one cause leads",
        ExpectedVerdict::Mixed => "several causes are close together",
        ExpectedVerdict::Nothing => "no cause stands out",
        ExpectedVerdict::Stopped => "the quiz stops",
    }
}

/// The name of a cause in the result.
fn cause_name(quiz: &Quiz, id: &CauseId) -> String {
    let cause = quiz.causes().iter().find(|cause| cause.id == *id);
    cause.map_or(id.as_str(), |cause| cause.label.as_written()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::EXAMPLES;
    use which_cause_quiz::{QuestionId, read};

    #[test]
    fn a_failure_says_what_is_expected_and_what_the_reader_gets() {
        let example = EXAMPLES.iter().find(|it| it.file_name == "starter.json").expect("an example");
        let quiz = read(example.text).expect("a quiz");
        for (failure, text) in [
            (
                TestFailure::Verdict {
                    expected: ExpectedVerdict::Leads,
                    actual: Some(ExpectedVerdict::Nothing),
                },
                "Expected: one cause leads. Got: no cause stands out.",
            ),
            (
                TestFailure::First { expected: CauseId::from("wet"), actual: Some(CauseId::from("dark")) },
                "Expected: Roots that stand in water has the highest score. Got: A spot that is too dark.",
            ),
            (
                TestFailure::Visit { expected: true },
                "Expected: the result suggests a visit. Got: the result suggests no visit.",
            ),
            (
                TestFailure::Course { expected: false },
                "Expected: the result does not offer the course. Got: the result offers the course.",
            ),
            (
                TestFailure::Gap { least: 9, actual: Some(2) },
                "Expected: the first score is 9 or more ahead of the second. Got: 2.",
            ),
            (
                TestFailure::NotAsked(QuestionId::from("soil")),
                "“Push a finger into the soil. How is it?” is answered, but this reader is not asked it.",
            ),
        ] {
            assert_eq!(failure_text(&failure, &quiz), text);
        }
    }
}
