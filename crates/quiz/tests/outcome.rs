//! The outcome: scores, verdicts, ties, visits, the course.

use crate::support::{Reader, checked, five_causes, quiz_of, shown, tick_all, verdict};
use serde_json::json;
use which_cause_quiz::{CourseOffer, Stage};

#[test]
fn a_cause_ahead_by_more_than_the_margin_leads() {
    // a has 17 of 20 points, a score of 85; b has 20 of 29, a score of 69. The distance is 16.
    let b = [json!({"b": 9}), json!({"b": 9}), json!({"b": 2}), json!({"b": 9})];
    let a = [json!({"a": 9}), json!({"a": 8}), json!({"a": 3})];
    let quiz = checked(&quiz_of(&["a", "b"], json!([tick_all("qa", &a), tick_all("qb", &b)])));
    let reader = Reader::of(&quiz).picks(&["c0", "c1"]).goes_on().picks(&["c0", "c1", "c2"]).goes_on();
    let outcome = reader.result();
    assert_eq!((outcome.ranking[0].score, outcome.ranking[1].score), (85, 69));
    assert_eq!((verdict(&outcome), shown(&outcome)), ("leads", vec!["a".to_owned()]));
}

#[test]
fn a_cause_just_within_the_margin_makes_the_result_mixed() {
    // a has 17 of 20 points, a score of 85; b has 14 of 20, a score of 70. The distance is 15.
    let b = [json!({"b": 9}), json!({"b": 5}), json!({"b": 6})];
    let a = [json!({"a": 9}), json!({"a": 8}), json!({"a": 3})];
    let quiz = checked(&quiz_of(&["a", "b"], json!([tick_all("qa", &a), tick_all("qb", &b)])));
    let reader = Reader::of(&quiz).picks(&["c0", "c1"]).goes_on().picks(&["c0", "c1"]).goes_on();
    let outcome = reader.result();
    assert_eq!((outcome.ranking[0].score, outcome.ranking[1].score), (85, 70));
    assert_eq!((verdict(&outcome), shown(&outcome)), ("mixed", vec!["a".to_owned(), "b".to_owned()]));
    assert!(outcome.ties().is_empty());
}

#[test]
fn nothing_stands_out_below_a_score_of_thirty() {
    let quiz_with = |max: u32| {
        let a = [json!({"a": 6}), json!({"a": 9}), json!({"a": max - 15})];
        checked(&quiz_of(
            &["a", "b"],
            json!([tick_all("qa", &a), tick_all("qb", &[json!({"b": 1}), json!({})])]),
        ))
    };
    let below = Reader::of(&quiz_with(21)).picks(&["c0"]).goes_on().skips();
    assert_eq!((below.result().ranking[0].score, verdict(&below.result())), (29, "nothing"));
    let at = Reader::of(&quiz_with(20)).picks(&["c0"]).goes_on().skips();
    assert_eq!((at.result().ranking[0].score, verdict(&at.result())), (30, "leads"));
}

#[test]
fn a_tie_is_a_mixed_result_in_the_articles_order() {
    let points = [json!({"b": 9}), json!({"a": 9}), json!({"c": 9})];
    let quiz = checked(&quiz_of(&["a", "b", "c"], json!([tick_all("q", &points)])));
    let reader = Reader::of(&quiz).picks(&["c0", "c1"]).goes_on();
    let outcome = reader.result();
    assert_eq!((verdict(&outcome), shown(&outcome)), ("mixed", vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(outcome.ties().iter().map(|it| it.len()).collect::<Vec<_>>(), [2]);
    assert_eq!(outcome.ranking.iter().map(|it| it.rank).collect::<Vec<_>>(), [1, 1, 3]);
}

#[test]
fn of_more_than_three_close_causes_three_are_shown() {
    let points = [json!({"d": 9}), json!({"a": 9}), json!({"c": 9}), json!({"b": 9}), json!({"e": 9})];
    let quiz = checked(&quiz_of(&["a", "b", "c", "d", "e"], json!([tick_all("q", &points)])));
    let three = Reader::of(&quiz).picks(&["c0", "c1", "c2"]).goes_on();
    assert!(!three.result().verdict.is_spread());
    assert_eq!(shown(&three.result()), ["a", "c", "d"]);
    let four = Reader::of(&quiz).picks(&["c0", "c1", "c2", "c3"]).goes_on();
    assert!(four.result().verdict.is_spread());
    assert_eq!(shown(&four.result()), ["a", "b", "c"]);
}

#[test]
fn a_tie_is_named_even_if_only_one_of_its_causes_is_shown() {
    let points =
        [json!({"a": 9, "b": 8}), json!({"b": 1, "c": 8, "d": 8}), json!({"c": 1, "d": 1, "a": 1, "b": 1})];
    let quiz = checked(&quiz_of(&["a", "b", "c", "d"], json!([tick_all("q", &points)])));
    let reader = Reader::of(&quiz).picks(&["c0", "c1"]).goes_on();
    let outcome = reader.result();
    assert_eq!(outcome.ranking.iter().map(|it| it.score).collect::<Vec<_>>(), [90, 90, 89, 89]);
    assert_eq!(shown(&outcome), ["a", "b", "c"]);
    let tied: Vec<Vec<&str>> =
        outcome.ties().iter().map(|it| it.iter().map(|it| it.cause.id.as_str()).collect()).collect();
    assert_eq!(tied, [["a", "b"], ["c", "d"]]);
}

#[test]
fn a_skipped_question_still_counts_for_the_maximum() {
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().skips_to_the_end();
    let outcome = reader.result();
    let posture = outcome.ranking[0];
    assert_eq!((posture.cause.id.as_str(), posture.raw, posture.max, posture.score), ("posture", 2, 20, 10));
    assert_eq!(verdict(&outcome), "nothing");
}

#[test]
fn no_single_question_makes_one_of_the_five_causes_lead() {
    let quiz = five_causes();
    for question in quiz.questions() {
        for only in [true, false] {
            for first in &question.choices {
                let mut reader = Reader::of(&quiz).has_no_flags();
                while reader.is_at() != format!("question {}", question.id) {
                    reader = reader.skips();
                }
                let all =
                    question.choices.iter().filter(|it| !it.exclusive && !only).map(|it| it.id.as_str());
                let picked: Vec<&str> = [first.id.as_str()].into_iter().chain(all).collect();
                let reader = reader.picks(&picked).goes_on().skips_to_the_end();
                assert_eq!(verdict(&reader.result()), "nothing", "{} {picked:?}", question.id);
            }
        }
    }
}

#[test]
fn bands_start_at_60_35_15_and_0() {
    let quiz = five_causes();
    let words = |score| quiz.band(score).expect("a band").id.to_string();
    assert_eq!(
        [100, 60, 59, 35, 34, 15, 14, 0].map(words),
        ["many", "many", "some", "some", "few", "few", "hardly", "hardly"]
    );
}

/// A quiz of two causes with at most 20 points each. `a` is doctor-first.
fn doctor_first() -> std::sync::Arc<which_cause_quiz::Quiz> {
    let points = |id: &str| [json!({id: 9}), json!({id: 1}), json!({id: 4}), json!({id: 6})];
    let mut file = quiz_of(&["a", "b"], json!([tick_all("qa", &points("a")), tick_all("qb", &points("b"))]));
    file["causes"][0]["doctor_first"] = json!(true);
    file["questions"][1]["choices"][1]["flags"] = json!(["tell"]);
    checked(&file)
}

fn doctor_and_course(a: &[&str], b: &[&str]) -> (bool, bool) {
    let quiz = doctor_first();
    let reader = Reader::of(&quiz);
    let reader = if a.is_empty() { reader.skips() } else { reader.picks(a).goes_on() };
    let reader = if b.is_empty() { reader.skips() } else { reader.picks(b).goes_on() };
    let outcome = reader.result();
    (outcome.visit.is_some(), matches!(outcome.course, CourseOffer::Offered(_)))
}

#[test]
fn a_doctor_comes_first_if_a_doctor_first_cause_leads_is_close_or_scores_high() {
    assert_eq!(doctor_and_course(&["c0"], &[]), (true, false), "45 to 0: a leads");
    assert_eq!(doctor_and_course(&["c3"], &["c0"]), (true, false), "30 to 45: a is close");
    assert_eq!(
        doctor_and_course(&["c0", "c1"], &["c0", "c1", "c2", "c3"]),
        (true, false),
        "50 to 100: a is high"
    );
    assert_eq!(doctor_and_course(&["c0"], &["c0", "c1", "c2", "c3"]), (false, true), "45 to 100: neither");
    assert_eq!(doctor_and_course(&["c2"], &["c2"]), (false, true), "20 to 20: nothing stands out");
}

#[test]
fn a_doctor_comes_first_even_if_the_close_cause_is_not_shown() {
    let points = ["b", "c", "d", "a"].map(|id| json!({id: 9}));
    let more = ["b", "c", "d"].map(|id| json!({id: 1}));
    let mut file = quiz_of(&["b", "c", "d", "a"], json!([tick_all("q", &points), tick_all("r", &more)]));
    file["causes"][3]["doctor_first"] = json!(true);
    file["questions"][1]["choices"][0]["points"] = json!({"b": 1, "a": 1});
    let reader =
        Reader::of(&checked(&file)).picks(&["c0", "c1", "c2", "c3"]).goes_on().picks(&["c1", "c2"]).goes_on();
    let outcome = reader.result();
    assert_eq!(shown(&outcome), ["c", "d", "b"]);
    assert_eq!(outcome.course, CourseOffer::Withheld(None));
    let visit = outcome.visit.expect("a visit");
    let answers: Vec<&str> = visit.answers.iter().map(|it| it.choice.id.as_str()).collect();
    assert_eq!(answers, ["c3"], "the answers that speak for the cause, each once");
}

#[test]
fn a_flag_suggests_a_visit_only_if_the_quiz_says_so() {
    let (visit, course) = doctor_and_course(&[], &["c1"]);
    assert_eq!((visit, course), (false, true));
    let quiz = five_causes();
    for (choices, visit) in
        [(&["weak_all"][..], true), (&["cramps"][..], false), (&["tired", "skin"][..], false)]
    {
        let mut reader = Reader::of(&quiz).has_no_flags();
        while reader.is_at() != "question signs" {
            reader = reader.skips();
        }
        let reader = reader.picks(choices).goes_on().skips_to_the_end();
        let outcome = reader.result();
        assert_eq!(outcome.flags.len(), 1, "{choices:?}: a flag raised twice is listed once");
        assert_eq!(outcome.visit.is_some(), visit, "{choices:?}");
        assert!(matches!(outcome.course, CourseOffer::Offered(None)), "{choices:?}");
    }
}

#[test]
fn why_lists_the_strongest_answers_first_up_to_the_limit() {
    let answers = json!({"answers": {
        "where": "both", "builds": "screen", "eases": "head_up", "side_view": ["ear", "roll", "round"],
        "sitting": ["poke", "sag"], "wall": "no_touch", "training": "pushing"
    }});
    let answers = which_cause_quiz::Answers::read(&answers.to_string(), &five_causes()).expect("answers");
    let session = answers.replay(five_causes());
    let Stage::Finished(outcome) = session.stage() else { panic!("not finished") };
    let why = outcome.why(&outcome.ranking[0], 5);
    let why: Vec<&str> = why.iter().map(|it| it.choice.id.as_str()).collect();
    assert_eq!(why, ["screen", "head_up", "no_touch", "both", "ear"]);
}
