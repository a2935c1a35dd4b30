//! Kinds of result and of score: the lead, exactly one cause, the best ones; a share or a sum; negative points.

use std::rc::Rc;
use std::sync::Arc;

use crate::support::{Reader, checked, lines, quiz_of, shown, tick_all, verdict};
use serde_json::{Value, json};
use which_cause_quiz::{CourseOffer, Outcome, PlainDigits, Quiz, Regions, read};

/// The file of a quiz with this scoring, in which choice `c0` gives 9 points to `a`, `c1` to `b`, and so on.
fn file(scoring: Value) -> Value {
    let causes = ["a", "b", "c", "d"];
    let points: Vec<Value> = causes.iter().map(|id| json!({*id: 9})).collect();
    let mut file = quiz_of(&causes, json!([tick_all("one", &points), tick_all("two", &points)]));
    for cause in file["causes"].as_array_mut().expect("causes") {
        cause["short_label"] = cause["id"].clone();
    }
    file["scoring"] = scoring;
    file
}

fn quiz(scoring: Value) -> Arc<Quiz> {
    checked(&file(scoring))
}

/// A reader who ticks these choices of the two questions.
fn reader(quiz: &Arc<Quiz>, one: &[&str], two: &[&str]) -> Reader {
    [one, two].iter().fold(Reader::of(quiz), |reader, picks| {
        if picks.is_empty() { reader.skips() } else { reader.picks(picks).goes_on() }
    })
}

fn tie_lines(reader: &Reader) -> Vec<String> {
    let placeholders = reader.0.quiz().placeholders(Regions::default(), Rc::new(PlainDigits));
    reader.result().score_lines(&placeholders)
}

fn scores(outcome: &Outcome<'_>) -> Vec<(String, i32)> {
    outcome.ranking.iter().map(|it| (it.cause.id.to_string(), it.score)).collect()
}

fn problems(scoring: Value) -> String {
    read(&file(scoring).to_string()).map_or_else(|problems| lines(&problems), |_| String::new())
}

#[test]
fn exactly_one_cause_is_the_result_however_close_another_is() {
    let quiz = quiz(json!({"result": "one"}));
    let reader = reader(&quiz, &["c0", "c1"], &["c1"]);
    assert_eq!((verdict(&reader.result()), shown(&reader.result())), ("leads", vec!["b".to_owned()]));
    assert_eq!(tie_lines(&reader), [] as [&str; 0]);
}

#[test]
fn of_tied_causes_the_first_in_the_articles_order_leads_and_the_others_are_named() {
    let quiz = quiz(json!({"result": "one"}));
    let reader = reader(&quiz, &["c2", "c1"], &[]);
    assert_eq!((verdict(&reader.result()), shown(&reader.result())), ("leads", vec!["b".to_owned()]));
    assert_eq!(tie_lines(&reader), ["Level with each other: b, c."]);
}

#[test]
fn exactly_one_cause_needs_no_answer_unless_it_has_a_limit() {
    let always = quiz(json!({"result": "one"}));
    assert_eq!(verdict(&reader(&always, &[], &[]).result()), "leads");
    let limited = quiz(json!({"result": "one", "lead_from": 51}));
    assert_eq!(verdict(&reader(&limited, &["c0"], &[]).result()), "nothing");
    assert_eq!(verdict(&reader(&limited, &["c0"], &["c0"]).result()), "leads");
}

#[test]
fn the_best_causes_are_the_result_and_one_that_is_tied_with_the_last_is_named() {
    let quiz = quiz(json!({"result": "best", "most_shown": 2}));
    let reader = reader(&quiz, &["c3", "c2", "c1"], &["c3"]);
    let outcome = reader.result();
    assert_eq!((verdict(&outcome), shown(&outcome)), ("mixed", vec!["d".to_owned(), "b".to_owned()]));
    assert!(!outcome.verdict.is_spread(), "the quiz shows two in any case");
    assert_eq!(tie_lines(&reader), ["Level with each other: b, c."]);
}

#[test]
fn the_best_causes_are_tied_if_both_shown_ones_are() {
    let quiz = quiz(json!({"result": "best", "most_shown": 2}));
    let reader = reader(&quiz, &["c2", "c1"], &[]);
    assert_eq!(tie_lines(&reader), ["These two are level."]);
}

#[test]
fn of_the_best_causes_only_those_that_stand_out_are_shown() {
    let quiz = quiz(json!({"result": "best", "most_shown": 3, "lead_from": 50}));
    let one = reader(&quiz, &["c0"], &[]);
    assert_eq!((verdict(&one.result()), shown(&one.result())), ("leads", vec!["a".to_owned()]));
    assert_eq!(verdict(&reader(&quiz, &[], &[]).result()), "nothing");
}

#[test]
fn a_sum_is_the_score_and_its_bar_is_a_share_of_the_highest_possible_sum() {
    let mut file = file(json!({"score": "sum", "lead_from": 10, "margin": 3, "most_shown": 2}));
    file["questions"][1]["choices"][1]["points"] = json!({"b": 3});
    let quiz = checked(&file);
    let reader = reader(&quiz, &["c0", "c1"], &["c1"]);
    let outcome = reader.result();
    assert_eq!(scores(&outcome)[..2], [("b".to_owned(), 12), ("a".to_owned(), 9)]);
    assert_eq!(shown(&outcome), ["b", "a"], "9 is within 3 of 12");
    assert_eq!(outcome.ranking.iter().map(|it| it.bar).collect::<Vec<_>>(), [67, 50, 0, 0]);
}

#[test]
fn negative_points_take_points_away() {
    let mut file = file(json!({"result": "one", "score": "sum", "lead_from": 0}));
    file["questions"][1]["choices"][0]["points"] = json!({"a": -12, "b": -1, "c": -2, "d": -3});
    let quiz = checked(&file);
    let away = reader(&quiz, &["c0"], &["c0"]);
    let [b, c, d, a] = [("b", -1), ("c", -2), ("d", -3), ("a", -3)].map(|(id, it)| (id.to_owned(), it));
    assert_eq!(scores(&away.result()), [b, c, a, d], "tied ones in the article's order");
    assert_eq!(away.result().ranking.iter().map(|it| it.bar).collect::<Vec<_>>(), [0; 4]);
    assert_eq!(verdict(&away.result()), "nothing", "-1 is below 0");
    assert_eq!(quiz.band(-1).expect("a band").from.get(), 0, "the last band has the scores below 0");
}

#[test]
fn a_share_of_fewer_points_than_none_is_0() {
    let mut file = file(json!({"lead_from": 0, "margin": 0, "most_shown": 2}));
    file["questions"][1]["choices"][0]["points"] = json!({"a": -12});
    let quiz = checked(&file);
    let outcome = reader(&quiz, &[], &["c0"]);
    let outcome = outcome.result();
    assert_eq!((outcome.ranking[0].raw, outcome.ranking[0].max, outcome.ranking[0].score), (-12, 9, 0));
    assert_eq!(verdict(&outcome), "mixed", "all four are tied at 0, which is enough to stand out");
}

#[test]
fn a_tied_doctor_first_cause_puts_the_doctor_first_even_if_another_is_the_one() {
    let mut file = file(json!({"result": "one", "doctor_first_from": 90}));
    file["causes"][1]["doctor_first"] = json!(true);
    let quiz = checked(&file);
    let tied = reader(&quiz, &["c0", "c1"], &[]);
    assert_eq!(shown(&tied.result()), ["a"]);
    assert_eq!(tied.result().course, CourseOffer::Withheld(None));
    let behind = reader(&quiz, &["c0", "c1"], &["c0"]);
    assert!(behind.result().offers_course());
}

#[test]
fn a_causes_own_button_is_withheld_with_the_course() {
    let mut file = file(json!({"result": "best", "most_shown": 2, "lead_from": 1, "doctor_first_from": 90}));
    file["causes"][0]["button"] = json!({"label": "More", "url": "https://example.org/more"});
    file["causes"][1]["doctor_first"] = json!(true);
    file["causes"][1]["button"] = json!({"label": "See", "url": "https://example.org/see"});
    let quiz = checked(&file);
    let buttons = |reader: &Reader| {
        let outcome = reader.result();
        let shown = outcome.verdict.shown().iter().filter_map(|it| outcome.button(it));
        shown.map(|it| it.url.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(buttons(&reader(&quiz, &["c0", "c2"], &[])), ["https://example.org/more"]);
    assert_eq!(buttons(&reader(&quiz, &["c0", "c1"], &[])), [] as [&str; 0], "a doctor comes first");
}

#[test]
fn each_kind_of_result_says_what_it_needs() {
    assert_eq!(
        problems(json!({})),
        "scoring.lead_from: missing; expected a whole number\nscoring.margin: missing; expected a whole number\n\
         scoring.most_shown: missing; expected a whole number"
    );
    assert_eq!(problems(json!({"result": "best"})), "scoring.most_shown: missing; expected a whole number");
    assert_eq!(problems(json!({"result": "one"})), "");
    assert_eq!(
        problems(json!({"result": "won", "score": "mean"})),
        "scoring.result: `won` is not allowed here; expected `lead` or `one` or `best`\n\
         scoring.score: `mean` is not allowed here; expected `share` or `sum` or `total`"
    );
    assert_eq!(
        problems(json!(3)),
        "scoring: found a whole number; expected an object: the rules for the result"
    );
}

#[test]
fn a_limit_above_100_fits_a_sum_and_not_a_share() {
    let limits = json!({"lead_from": 101, "margin": 500, "most_shown": 2, "doctor_first_from": 200});
    assert_eq!(
        problems(limits.clone()),
        "scoring.lead_from: 101 is out of range; it must be from 0 to 100\n\
         scoring.margin: 500 is out of range; it must be from 0 to 100\n\
         scoring.doctor_first_from: 200 is out of range; it must be from 1 to 100"
    );
    let mut sum = limits;
    sum["score"] = json!("sum");
    assert_eq!(problems(sum), "");
}

#[test]
fn a_cause_that_never_gets_points_is_a_problem_even_if_it_loses_some() {
    let mut file = file(json!({"result": "one", "score": "sum"}));
    for question in 0..2 {
        file["questions"][question]["choices"][0]["points"] = json!({"a": -5});
    }
    let problems = read(&file.to_string()).expect_err("a problem");
    assert_eq!(lines(&problems), "causes[0]: no choice gives points to `a`, so no reader can get it");
}

/// The problems of a quiz with this scoring, without these texts of verdicts.
fn problems_without(scoring: Value, texts: &[(&str, Option<&str>)]) -> String {
    let mut file = file(scoring);
    for (verdict, text) in texts {
        let verdicts = file["verdicts"].as_object_mut().expect("verdicts");
        match text {
            None => _ = verdicts.remove(*verdict),
            Some(text) => _ = verdicts[*verdict].as_object_mut().expect("texts").remove(*text),
        }
    }
    read(&file.to_string()).map_or_else(|problems| lines(&problems), |_| String::new())
}

#[test]
fn a_verdict_that_no_reader_can_get_needs_no_texts() {
    let (mixed, spread, nothing) = (("mixed", None), ("mixed", Some("spread")), ("nothing", None));
    let one = json!({"result": "one"});
    let best = json!({"result": "best", "most_shown": 2});
    let lead = json!({"lead_from": 30, "margin": 15, "most_shown": 3});
    assert_eq!(problems_without(one.clone(), &[mixed, nothing]), "");
    assert_eq!(problems_without(best.clone(), &[spread, nothing]), "");
    assert_eq!(problems_without(best, &[mixed]), "verdicts.mixed: missing; expected an object: a verdict");
    let from = |mut scoring: Value| {
        scoring["lead_from"] = json!(30);
        scoring
    };
    assert_eq!(
        problems_without(from(one), &[mixed, nothing]),
        "verdicts.nothing: missing; expected an object: a verdict"
    );
    assert_eq!(problems_without(lead, &[spread]), "verdicts.mixed.spread: missing; expected text");
}
