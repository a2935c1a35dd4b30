//! Advice on causes that lead too often or too seldom: every suggested change, applied to the file, brings the quiz within bounds.

mod support;

use std::sync::Arc;

use serde_json::{Value, json};
use support::random_quizzes::{random_quiz_file, readers};
use support::{checked, quiz_of, tick_all};
use which_cause_quiz::{
    AnswerModel, BalanceAdvice, BalanceFix, Finding, JsonPath, PathSegment, PointsChange, Quiz, Verdict,
    add_balance_advice, findings,
};

const TICK: f64 = 0.3;

fn advised(quiz: &Quiz) -> Vec<Finding> {
    let mut random = fastrand::Rng::with_seed(5);
    let mut findings = findings(quiz, TICK, || random.f64());
    add_balance_advice(quiz, TICK, &mut findings, || random.f64(), |_| ());
    findings
}

/// The advice on the only finding about the balance.
fn advice(quiz: &Quiz) -> BalanceAdvice {
    let findings = advised(quiz);
    let mut advice = findings.iter().filter_map(|finding| finding.kind.advice());
    let only = advice.next().expect("advice").clone();
    assert_eq!(advice.next(), None, "one finding about the balance");
    only
}

/// How often each cause leads or, if the best causes are the result, is shown, by taking the quiz with every set of answers.
fn frequencies(quiz: &Arc<Quiz>) -> Vec<f64> {
    let shows_best = quiz.scoring().margin.is_none() && quiz.scoring().most_shown > 1;
    let mut frequencies = vec![0.0; quiz.causes().len()];
    for (reader, chance) in readers(quiz, AnswerModel::ticking(TICK), false) {
        let outcome = reader.result();
        if shows_best || matches!(outcome.verdict, Verdict::Leads(_)) {
            for shown in outcome.verdict.shown() {
                frequencies[cause(quiz, shown.cause.id.as_str())] += chance;
            }
        }
    }
    frequencies
}

fn cause(quiz: &Quiz, id: &str) -> usize {
    quiz.causes().iter().position(|cause| cause.id.as_str() == id).expect("a cause")
}

/// Whether no counted cause leads more than twice as often as another.
fn is_even(frequencies: &[f64], counts: &[bool]) -> bool {
    let counted = || frequencies.iter().zip(counts).filter(|(_, counts)| **counts).map(|(it, _)| *it);
    let least = counted().fold(1.0, f64::min);
    least > 0.0 && counted().fold(0.0, f64::max) <= 2.0 * least + 1e-9
}

/// The file after a change.
fn apply(file: &Value, change: &PointsChange) -> Value {
    let mut file = file.clone();
    let (last, parents) = change.path.segments().split_last().expect("a path");
    let mut value = &mut file;
    for segment in parents {
        value = match segment {
            PathSegment::Key(key) => &mut value[key],
            PathSegment::Item(index) => &mut value[index],
        };
    }
    let PathSegment::Key(cause) = last else { panic!("{last:?}") };
    assert_eq!(value.get(cause).and_then(Value::as_i64).unwrap_or(0), i64::from(change.before));
    value[cause] = json!(change.after);
    file
}

/// A random quiz in which some questions are scales or take few ticks.
fn random_file(random: &mut fastrand::Rng) -> Value {
    let mut file = random_quiz_file(random);
    let causes: Vec<String> = file["causes"]
        .as_array()
        .expect("causes")
        .iter()
        .map(|it| it["id"].as_str().expect("an id").to_owned())
        .collect();
    let questions = file["questions"].as_array_mut().expect("questions");
    if random.bool() {
        let mut end = |text: &str| {
            let cause = &causes[random.usize(..causes.len())];
            json!({"text": text, "points": {cause: random.i32(-1..=2)}})
        };
        let scale = json!({"steps": 3, "low": end("Little"), "high": end("Much")});
        questions.push(json!({"id": "scale", "kind": "scale", "text": "How much?", "scale": scale}));
    }
    for question in questions {
        let choices = question["choices"].as_array().map_or(0, Vec::len);
        if question["kind"] == "all" && choices > 2 && random.bool() {
            question["at_most"] = json!(1);
        }
    }
    file["words"]["tick_at_most"] = json!("Tick up to {n}.");
    file
}

fn known(findings: &[Finding]) -> Vec<(JsonPath, &'static str)> {
    findings.iter().map(|finding| (finding.path.clone(), finding.kind.code())).collect()
}

#[test]
fn suggested_changes_bring_a_random_quiz_within_bounds() {
    let mut random = fastrand::Rng::with_seed(11);
    let (mut single, mut several, mut not_found) = (0, 0, 0);
    for _ in 0..120 {
        let file = random_file(&mut random);
        let quiz = checked(&file);
        let findings = advised(&quiz);
        let Some(fix) = findings.iter().find_map(|it| it.kind.advice()?.fix.as_ref()) else {
            assert!(findings.iter().all(|it| it.kind.advice().is_none()), "the first advice has the fix");
            continue;
        };
        let BalanceFix::Changes { changes, least, most } = fix else {
            assert!(matches!(fix, BalanceFix::NotFound { tried: 1.. }), "{fix:?}");
            not_found += 1;
            continue;
        };
        *(if changes.len() == 1 { &mut single } else { &mut several }) += 1;
        assert!(changes.len() <= 3, "{changes:?}");
        let before = frequencies(&quiz);
        let is_named = |i: usize| {
            let id = quiz.causes()[i].id.as_str();
            findings.iter().filter_map(|it| it.kind.advice()).any(|advice| advice.than == id)
        };
        let counts: Vec<bool> = before.iter().enumerate().map(|(i, it)| *it > 0.0 || is_named(i)).collect();
        assert!(!is_even(&before, &counts), "{before:?}");
        let changed = checked(&changes.iter().fold(file, |file, change| apply(&file, change)));
        let after = frequencies(&changed);
        assert!(is_even(&after, &counts), "{changes:?} {before:?} {after:?}");
        let counted = || after.iter().zip(&counts).filter(|(_, counts)| **counts).map(|(it, _)| *it);
        assert!((counted().fold(1.0, f64::min) - least).abs() < 1e-9, "{after:?} {least}");
        assert!((counted().fold(0.0, f64::max) - most).abs() < 1e-9, "{after:?} {most}");
        let known = known(&findings);
        for (path, code) in self::known(&advised(&changed)) {
            let is_about_balance = ["lopsided", "cannot-lead", "cannot-be-shown"].contains(&code);
            assert!(!is_about_balance && known.contains(&(path.clone(), code)), "{changes:?} {path} {code}");
        }
    }
    assert!(single > 10 && several > 3 && not_found > 0, "{single} {several} {not_found}");
}

/// Pick-one questions with one choice for each cause, and points for these.
fn pick_one(id: &str, points: &[(&str, i32)]) -> Value {
    let choices: Vec<Value> = points
        .iter()
        .map(|(cause, points)| json!({"id": cause, "text": cause, "points": {*cause: points}}))
        .collect();
    json!({"id": id, "kind": "one", "text": "Which?", "choices": choices})
}

#[test]
fn the_smallest_change_comes_first() {
    // `b` leads only after two of three answers. One more point for it in one question mends that; no smaller change is possible.
    let file = quiz_of(
        &["a", "b"],
        json!([
            pick_one("x", &[("a", 3), ("b", 1)]),
            pick_one("y", &[("a", 1), ("b", 1)]),
            pick_one("z", &[("a", 1), ("b", 1)]),
        ]),
    );
    let Some(BalanceFix::Changes { changes, .. }) = advice(&checked(&file)).fix else { panic!("no changes") };
    let sizes: Vec<u32> = changes.iter().map(|change| change.before.abs_diff(change.after)).collect();
    assert_eq!(sizes, [1], "{changes:?}");
}

#[test]
fn what_does_most_of_it_is_named_with_the_odds_without_it() {
    // Two questions treat both causes alike, and one has points for `a` alone.
    let mut heavy = pick_one("heavy", &[("a", 3)]);
    heavy["choices"]
        .as_array_mut()
        .expect("choices")
        .push(json!({"id": "no", "text": "No", "points": {"a": 2}}));
    let fair = |id| tick_all(id, &[json!({"a": 3}), json!({"b": 3}), json!({"a": 2}), json!({"b": 2})]);
    let mut file = quiz_of(&["a", "b"], json!([fair("x"), heavy, fair("y")]));
    file["scoring"] = json!({"score": "sum", "lead_from": 1, "margin": 0, "most_shown": 2});
    let advice = advice(&checked(&file));
    let driver = &advice.drivers[0];
    assert_eq!((driver.name.as_str(), driver.path.to_string().as_str()), ("heavy", "questions[1]"));
    assert!(advice.exact);
    file["questions"].as_array_mut().expect("questions").remove(1);
    let without = frequencies(&checked(&file));
    assert!((driver.leads - without[0]).abs() < 1e-9, "{driver:?} {without:?}");
    assert!((driver.than_leads - without[1]).abs() < 1e-9, "{driver:?} {without:?}");
    let points: Vec<&str> = advice.drivers[1..].iter().filter_map(|it| it.points_for.as_deref()).collect();
    assert_eq!(points, ["a", "a"], "{:?}", advice.drivers);
    let lines = advice.lines();
    assert!(lines[0].starts_with("mostly from `heavy` (questions[1]): without it, `a` leads "), "{lines:#?}");
}

/// A quiz with more vectors of points than the panel has readers.
fn medium() -> Value {
    let question = |i: usize| {
        let points = |cause: &str, more: usize| json!({cause: 1 + (i * 5 + more) % 7});
        let choices = [points("a", 0), points("b", 2), points("c", 3), json!({"a": 1 + i % 2})];
        tick_all(&format!("q{i}"), &choices)
    };
    quiz_of(&["a", "b", "c"], (0..9).map(question).collect())
}

#[test]
fn changes_of_a_larger_quiz_are_estimated_and_then_tried_exactly() {
    let mut file = medium();
    let quiz = checked(&file);
    let advice = advice(&quiz);
    let Some(BalanceFix::Changes { changes, least, most }) = &advice.fix else { panic!("{advice:?}") };
    for change in changes {
        file = apply(&file, change);
    }
    let odds =
        which_cause_quiz::Odds::exact(&checked(&file), AnswerModel::ticking(TICK)).expect("exact odds");
    let mut leads: Vec<f64> = odds.causes.iter().map(|it| it.leads).collect();
    leads.sort_by(f64::total_cmp);
    assert!((leads[0] - least).abs() < 1e-12 && (leads[2] - most).abs() < 1e-12, "{leads:?} {least} {most}");
    assert!(leads[2] <= 2.0 * leads[0], "{leads:?}");
}

#[test]
fn no_changes_are_tried_without_exact_odds() {
    // Twelve causes with four sums of points each have 16 million vectors. One cause has more choices than the others.
    let causes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    let mut points: Vec<Value> = causes.iter().map(|id| json!({*id: 9})).collect();
    points.push(json!({"a": 1}));
    points.push(json!({"b": 9}));
    let questions: Vec<Value> = (0..3).map(|i| tick_all(&format!("q{i}"), &points)).collect();
    let advice = advice(&checked(&quiz_of(&causes, json!(questions))));
    assert_eq!(advice.fix, Some(BalanceFix::NotTried));
    assert!(!advice.exact);
    let lines = advice.lines();
    assert_eq!(
        lines.last().map(String::as_str),
        Some("no changes were tried: there are too many answers for exact odds")
    );
    assert!(lines[0].starts_with("mostly from ") && lines[0].contains(" leads about "), "{lines:#?}");
}

#[test]
fn a_cause_that_no_test_case_expects_is_found() {
    let quiz = checked(&quiz_of(
        &["a", "b", "c", "d"],
        json!([tick_all("x", &[json!({"a": 1, "b": 1}), json!({"c": 1, "d": 1})])]),
    ));
    let found = |cases: Value| -> Vec<String> {
        let cases = which_cause_quiz::test_cases(&json!({"test_cases": cases}).to_string(), &quiz)
            .expect("test cases");
        which_cause_quiz::test_case_findings(&quiz, &cases).iter().map(ToString::to_string).collect()
    };
    let [none] = &found(json!([]))[..] else { panic!("one finding") };
    assert!(none.contains("the quiz has no test cases"), "{none}");
    let found = found(json!([
        {"id": "1", "expect": {"first": "a"}},
        {"id": "2", "expect": {"verdict": "mixed", "shown": ["b"]}},
        {"id": "3", "expect": {"verdict": "nothing", "first": "c"}},
    ]));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("causes[2]: no test case expects `c`"), "{found:?}");
    assert!(found[1].starts_with("causes[3]: no test case expects `d`"), "{found:?}");
}
