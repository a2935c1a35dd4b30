//! Advice on causes that lead too often or too seldom: every suggested change, applied to the file, brings the quiz within bounds.

use std::sync::Arc;

use crate::support::random_quizzes::{random_quiz_file, readers};
use crate::support::{checked, quiz_of, tick_all};
use serde_json::{Value, json};
use which_cause_quiz::{
    AnswerModel, BalanceAdvice, BalanceFix, Finding, JsonPath, Odds, PathSegment, PointsChange, Quiz,
    Verdict, add_balance_advice, findings,
};

const TICK: f64 = 0.3;

fn findings_of(quiz: &Quiz) -> Vec<Finding> {
    let mut random = fastrand::Rng::with_seed(5);
    findings(quiz, TICK, || random.f64())
}

fn advised(quiz: &Quiz) -> Vec<Finding> {
    let mut random = fastrand::Rng::with_seed(6);
    let mut findings = findings_of(quiz);
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

fn places(findings: &[Finding]) -> Vec<(JsonPath, &'static str)> {
    findings.iter().map(|finding| (finding.path.clone(), finding.kind.code())).collect()
}

/// The file after each change of one point toward none, of the two causes that an advice is about.
fn files_with_a_smaller_change(file: &Value, advice: &BalanceAdvice) -> Vec<Value> {
    let mut files = Vec::new();
    for (i, question) in file["questions"].as_array().expect("questions").iter().enumerate() {
        for (j, choice) in question["choices"].as_array().into_iter().flatten().enumerate() {
            for cause in [&advice.cause, &advice.rarest] {
                let points = choice["points"][cause].as_i64().unwrap_or(0);
                let mut file = file.clone();
                file["questions"][i]["choices"][j]["points"][cause] = json!(points - points.signum());
                files.extend((points != 0).then_some(file));
            }
        }
    }
    files
}

#[test]
fn suggested_changes_bring_a_random_quiz_within_bounds() {
    let mut random = fastrand::Rng::with_seed(11);
    let (mut single, mut larger, mut several, mut not_found) = (0, 0, 0, 0);
    for _ in 0..120 {
        let file = random_file(&mut random);
        let quiz = checked(&file);
        let found = advised(&quiz);
        let Some(advice) = found.iter().find_map(|it| it.kind.advice()) else { continue };
        let Some(BalanceFix::Changes { changes, least, most }) = &advice.fix else {
            assert!(matches!(advice.fix, Some(BalanceFix::NotFound { tried: 1.. })), "{advice:?}");
            not_found += 1;
            continue;
        };
        assert!(changes.len() <= 3, "{changes:?}");
        let before = frequencies(&quiz);
        let is_named = |i: usize| {
            let id = quiz.causes()[i].id.as_str();
            found.iter().filter_map(|it| it.kind.advice()).any(|advice| advice.rarest == id)
        };
        let counts: Vec<bool> = before.iter().enumerate().map(|(i, it)| *it > 0.0 || is_named(i)).collect();
        assert!(!is_even(&before, &counts), "{before:?}");
        let known = places(&found);
        let is_mended = |quiz: &Arc<Quiz>| {
            let about_balance = ["lopsided", "cannot-lead", "cannot-be-shown"];
            let is_known = |it: &(JsonPath, &str)| !about_balance.contains(&it.1) && known.contains(it);
            is_even(&frequencies(quiz), &counts) && places(&findings_of(quiz)).iter().all(is_known)
        };
        let changed = checked(&changes.iter().fold(file.clone(), |file, change| apply(&file, change)));
        assert!(is_mended(&changed), "{changes:?} {before:?} {:?}", frequencies(&changed));
        let after = frequencies(&changed);
        let counted = || after.iter().zip(&counts).filter(|(_, counts)| **counts).map(|(it, _)| *it);
        assert!((counted().fold(1.0, f64::min) - least).abs() < 1e-9, "{after:?} {least}");
        assert!((counted().fold(0.0, f64::max) - most).abs() < 1e-9, "{after:?} {most}");
        match changes.as_slice() {
            [change] if change.before.abs_diff(change.after) == 1 => single += 1,
            [change] => {
                larger += 1;
                for file in files_with_a_smaller_change(&file, advice) {
                    // Without any points for a cause, the quiz would be invalid.
                    let smaller = which_cause_quiz::read(&file.to_string()).ok().map(Arc::new);
                    assert!(
                        !smaller.is_some_and(|it| is_mended(&it)),
                        "a smaller change than {change} is enough"
                    );
                }
            }
            _ => several += 1,
        }
    }
    let counts = [single, larger, several, not_found];
    assert!(counts.iter().all(|count| *count > 2), "each case comes up: {counts:?}");
}

#[test]
fn what_does_most_of_it_is_named_with_the_odds_without_it() {
    // Two questions treat both causes alike, and one has points for `a` alone.
    let heavy = json!({"id": "heavy", "kind": "one", "text": "Which?", "choices": [
        {"id": "yes", "text": "Yes", "points": {"a": 3}}, {"id": "no", "text": "No", "points": {"a": 2}}
    ]});
    let fair = |id| tick_all(id, &[json!({"a": 3}), json!({"b": 3}), json!({"a": 2}), json!({"b": 2})]);
    let mut file = quiz_of(&["a", "b"], json!([fair("x"), heavy, fair("y")]));
    file["scoring"] = json!({"score": "sum", "lead_from": 1, "margin": 0, "most_shown": 2});
    let advice = advice(&checked(&file));
    let driver = &advice.drivers[0];
    assert_eq!((driver.name.as_str(), driver.path.to_string().as_str()), ("heavy", "questions[1]"));
    file["questions"].as_array_mut().expect("questions").remove(1);
    let without = frequencies(&checked(&file));
    assert!((driver.leads - without[0]).abs() < 1e-9, "{driver:?} {without:?}");
    assert!((driver.rarest_leads - without[1]).abs() < 1e-9, "{driver:?} {without:?}");
    let points: Vec<&str> = advice.drivers[1..].iter().filter_map(|it| it.points_for.as_deref()).collect();
    assert_eq!(points, ["a", "a"], "{:?}", advice.drivers);
    let lines = advice.lines();
    assert!(lines[0].starts_with("mostly from `heavy` (questions[1]): without it, `a` leads "), "{lines:#?}");
}

/// A quiz with more vectors of points than the panel has readers. In some questions `a` has points at one more choice.
fn medium(more: usize) -> Value {
    let question = |i: usize| {
        let points = |cause: &str, more: usize| json!({cause: 1 + (i * 5 + more) % 7});
        let mut choices = vec![points("a", 0), points("b", 2), points("c", 3)];
        choices.extend((i < more).then(|| json!({"a": 2})));
        tick_all(&format!("q{i}"), &choices)
    };
    let mut file = quiz_of(&["a", "b", "c"], (0..9).map(question).collect());
    file["scoring"] =
        json!({"score": "sum", "lead_from": 1, "margin": 0, "most_shown": 2, "doctor_first_from": 50});
    file
}

#[test]
fn changes_of_a_larger_quiz_are_estimated_and_then_tried_exactly() {
    for (more, expected) in [(6, 1), (9, 3)] {
        let mut file = medium(more);
        let advice = advice(&checked(&file));
        let Some(BalanceFix::Changes { changes, least, most }) = &advice.fix else { panic!("{advice:?}") };
        assert_eq!(changes.len(), expected, "{changes:?}");
        for change in changes {
            file = apply(&file, change);
        }
        let odds = Odds::exact(&checked(&file), AnswerModel::ticking(TICK)).expect("exact odds");
        let mut leads: Vec<f64> = odds.causes.iter().map(|it| it.leads).collect();
        leads.sort_by(f64::total_cmp);
        assert!(
            (leads[0] - least).abs() < 1e-12 && (leads[2] - most).abs() < 1e-12,
            "{leads:?} {least} {most}"
        );
        assert!(leads[2] <= 2.0 * leads[0], "{leads:?}");
    }
}

#[test]
fn changes_of_an_end_of_a_scale_go_up_to_the_limit_of_a_file() {
    let points = [json!({"a": 40}), json!({"a": 40}), json!({"a": 40}), json!({"a": 40}), json!({})];
    let mut first = tick_all("where", &points);
    first["kind"] = json!("one");
    let scale = json!({
        "steps": 3,
        "low": {"text": "Little"},
        "high": {"text": "Much", "points": {"b": 9}},
    });
    let mut file = quiz_of(
        &["a", "b"],
        json!([
            first,
            {"id": "scale", "kind": "scale", "text": "How much?", "scale": scale},
        ]),
    );
    file["scoring"] = json!({"result": "one", "score": "sum"});
    let advice = advice(&checked(&file));
    let Some(BalanceFix::Changes { changes, .. }) = &advice.fix else { panic!("{advice:?}") };
    let [change] = &changes[..] else { panic!("{changes:?}") };
    assert_eq!(change.path.to_string(), "questions[1].scale.high.points.b");
    assert_eq!((change.before, change.after), (9, 22));
}

#[test]
fn no_changes_are_tried_without_exact_odds() {
    // Twelve causes with four sums of points each have 16 million vectors. Of tied causes the first one leads.
    let causes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    let points: Vec<Value> = causes.iter().map(|id| json!({*id: 9})).collect();
    let questions: Vec<Value> = (0..3).map(|i| tick_all(&format!("q{i}"), &points)).collect();
    let mut file = quiz_of(&causes, json!(questions));
    file["scoring"] = json!({"result": "one"});
    let advice = advice(&checked(&file));
    assert_eq!(advice.fix, Some(BalanceFix::NotTried));
    assert_eq!(advice.lines(), ["no changes were tried: there are too many answers for exact odds"]);
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
