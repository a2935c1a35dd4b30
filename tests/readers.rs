//! Every reader of the five-cause quiz gets the result they must.

mod support;

use serde::Deserialize;
use support::{Reader, five_causes, level, shown, verdict};
use which_cause::quiz::{CourseOffer, Reader as Answers, Stage};

#[derive(Deserialize)]
struct Readers {
    readers: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    #[serde(flatten)]
    answers: Answers,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    verdict: String,
    level: Option<String>,
    first: Option<String>,
    gap: Option<u32>,
    #[serde(default)]
    shown: Vec<String>,
    spread: Option<bool>,
    visit: Option<bool>,
    course: Option<bool>,
}

#[test]
fn every_reader_gets_the_result_they_must() {
    let readers: Readers =
        serde_json::from_str(include_str!("../quizzes/upper-back-knots.readers.json")).expect("readers");
    assert!(readers.readers.len() >= 16);
    let quiz = five_causes();
    for case in readers.readers {
        let (id, expect) = (&case.id, case.expect);
        let session = case.answers.take(quiz.clone());
        match session.stage() {
            Stage::Stopped(stop) => {
                assert_eq!(expect.verdict, "stopped", "{id}");
                assert_eq!(expect.level.as_deref(), Some(level(stop.level)), "{id}");
            }
            Stage::Finished(outcome) => {
                assert_eq!(expect.verdict, verdict(&outcome), "{id}");
                let [first, second, ..] = outcome.ranking[..] else { panic!("{id}: no ranking") };
                if let Some(cause) = expect.first {
                    assert_eq!(cause, first.cause.id.as_str(), "{id}");
                }
                if let Some(gap) = expect.gap {
                    assert!(first.score - second.score >= gap, "{id}: {} to {}", first.score, second.score);
                }
                for cause in expect.shown {
                    assert!(shown(&outcome).contains(&cause), "{id}: {cause} is not shown");
                }
                if let Some(spread) = expect.spread {
                    assert_eq!(spread, outcome.verdict.is_spread(), "{id}");
                }
                assert_eq!(expect.visit, Some(outcome.visit.is_some()), "{id}");
                let offered = matches!(outcome.course, CourseOffer::Offered(_));
                assert_eq!(expect.course, Some(offered), "{id}");
            }
            _ => panic!("{id} is left at {}", Reader(session.clone()).is_at()),
        }
    }
}
