//! Exact odds equal those of enumerating every answer, and are close to those of a million random readers.

#![allow(clippy::cast_precision_loss, reason = "counts of choices and points are far below 2^52")]

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::support::random_quizzes::{random_quiz, readers};
use crate::support::{Reader, checked, five_causes, quiz_of, tick_all};
use serde_json::json;
use which_cause_quiz::{
    AnswerModel, CauseOdds, FindingKind, MAX_WAYS, Odds, OddsMethod, best_margins, findings,
};
use which_cause_quiz::{Cause, QuestionKind, Quiz, RankedCause, Verdict};

/// The odds by taking the quiz with every set of answers.
fn by_brute_force(quiz: &Arc<Quiz>, model: AnswerModel) -> Odds {
    let cause = CauseOdds { leads: 0.0, shown: 0.0, bands: vec![0.0; quiz.bands().len()] };
    let causes = vec![cause; quiz.causes().len()];
    let method = OddsMethod::Exact { vectors: 0 };
    let mut odds = Odds { leads: 0.0, mixed: 0.0, spread: 0.0, nothing: 0.0, causes, method };
    for (reader, chance) in readers(quiz, model, false) {
        let outcome = reader.result();
        match &outcome.verdict {
            Verdict::Leads(it) => {
                odds.leads += chance;
                odds.causes[place(quiz, it.cause.id.as_str())].leads += chance;
            }
            Verdict::Mixed { .. } => odds.mixed += chance,
            Verdict::Nothing => odds.nothing += chance,
        }
        if outcome.verdict.is_spread() {
            odds.spread += chance;
        }
        for it in outcome.verdict.shown() {
            odds.causes[place(quiz, it.cause.id.as_str())].shown += chance;
        }
        for it in &outcome.ranking {
            let band = quiz.band(it.score).expect("a band");
            let band = quiz.bands().iter().position(|other| other.id == band.id).expect("a band");
            let odds = &mut odds.causes[place(quiz, it.cause.id.as_str())];
            odds.bands[band] += chance;
        }
    }
    odds
}

fn place(quiz: &Quiz, cause: &str) -> usize {
    quiz.causes().iter().position(|it| it.id.as_str() == cause).expect("a cause")
}

/// Every chance, with its name.
fn figures(odds: &Odds) -> Vec<(String, f64)> {
    let mut figures = vec![
        ("leads".to_owned(), odds.leads),
        ("mixed".to_owned(), odds.mixed),
        ("spread".to_owned(), odds.spread),
        ("nothing".to_owned(), odds.nothing),
    ];
    for (i, cause) in odds.causes.iter().enumerate() {
        figures.push((format!("{i} leads"), cause.leads));
        figures.push((format!("{i} shown"), cause.shown));
        figures.extend(cause.bands.iter().enumerate().map(|(band, it)| (format!("{i} in band {band}"), *it)));
    }
    figures
}

fn agree(one: &Odds, other: &Odds, within: f64) {
    for ((name, one), (_, other)) in figures(one).into_iter().zip(figures(other)) {
        assert!((one - other).abs() <= within, "{name}: {one} and {other}");
    }
}

/// Small quizzes with different kinds of questions.
fn small_quizzes() -> Vec<Arc<Quiz>> {
    let one = json!({"id": "one", "kind": "one", "text": "Which?", "choices": [
        {"id": "x", "text": "X", "points": {"a": 3}}, {"id": "y", "text": "Y", "points": {"b": 2, "c": 1}},
        {"id": "z", "text": "Z"}
    ]});
    let mut none = tick_all("none", &[json!({"a": 2, "c": 1}), json!({"b": 1}), json!({"c": 3}), json!({})]);
    none["choices"]
        .as_array_mut()
        .expect("choices")
        .push(json!({"id": "no", "text": "No", "exclusive": true}));
    let two = tick_all("two", &[json!({"a": 1}), json!({"b": 4}), json!({"c": 2, "b": 1})]);
    let same = tick_all("same", &[json!({"a": 1, "b": 1}), json!({"a": 1, "b": 1}), json!({"c": 1})]);
    let mut limited = two.clone();
    limited["id"] = json!("limited");
    limited["at_most"] = json!(2);
    let scale = json!({"id": "scale", "kind": "scale", "required": true, "text": "How much?", "scale": {
        "steps": 4, "low": {"text": "Little", "points": {"a": 2, "b": 1}}, "high": {"text": "Much", "points": {"c": 1}}
    }});
    [
        (vec!["a", "b", "c"], json!([limited, scale, one.clone()])),
        (vec!["a", "b", "c"], json!([one.clone()])),
        (vec!["a", "b", "c"], json!([one.clone(), none.clone(), two.clone()])),
        (vec!["a", "b", "c"], json!([none, two, same.clone(), one])),
        (vec!["a", "b", "c"], json!([same])),
    ]
    .into_iter()
    .map(|(causes, questions)| {
        let mut file = quiz_of(&causes, questions);
        file["words"]["tick_at_most"] = json!("Tick up to {n}.");
        checked(&file)
    })
    .collect()
}

#[test]
fn exact_odds_equal_the_odds_of_enumerating_every_answer() {
    for quiz in small_quizzes() {
        for tick in [0.0, 0.2, 0.5, 1.0] {
            let model = AnswerModel::ticking(tick);
            agree(&Odds::exact(&quiz, model).expect("a small quiz"), &by_brute_force(&quiz, model), 1e-12);
        }
    }
}

#[test]
fn exact_odds_are_close_to_a_million_random_readers() {
    for quiz in small_quizzes().into_iter().take(1).chain([five_causes()]) {
        let model = AnswerModel::ticking(0.3);
        let exact = Odds::exact(&quiz, model).expect("a small quiz");
        assert!(matches!(exact.method, OddsMethod::Exact { .. }));
        let mut random = fastrand::Rng::with_seed(20);
        let sampled = Odds::sampled(&quiz, model, 1_000_000, || random.f64(), |_| ());
        let OddsMethod::Sampled { readers: 1_000_000, error } = sampled.method else {
            panic!("{:?}", sampled.method)
        };
        assert!((0.001..0.002).contains(&error));
        agree(&exact, &sampled, error);
    }
}

#[test]
fn odds_sum_to_one() {
    let odds = Odds::exact(&five_causes(), AnswerModel::ticking(0.5)).expect("a small quiz");
    assert!((odds.leads + odds.mixed + odds.nothing - 1.0).abs() < 1e-12);
    assert!((odds.causes.iter().map(|it| it.leads).sum::<f64>() - odds.leads).abs() < 1e-12);
    for cause in &odds.causes {
        assert!((cause.bands.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(cause.leads <= cause.shown);
    }
}

#[test]
fn a_quiz_with_too_many_vectors_of_points_has_no_exact_odds() {
    let causes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    let points: Vec<_> = causes.iter().map(|id| json!({*id: 9})).collect();
    let questions: Vec<_> = (0..3).map(|i| tick_all(&format!("q{i}"), &points)).collect();
    let quiz = checked(&quiz_of(&causes, json!(questions)));
    assert!(
        Odds::exact(&quiz, AnswerModel::ticking(0.5)).is_none(),
        "four sums for each of twelve causes make 16 million vectors"
    );
    let mut random = fastrand::Rng::with_seed(1);
    let odds = Odds::sampled(&quiz, AnswerModel::ticking(0.5), 10_000, || random.f64(), |_| ());
    assert!((odds.leads + odds.mixed + odds.nothing - 1.0).abs() < 1e-9);
}

/// How far each cause can be ahead, by taking the quiz with every set of answers, and with every question skipped or not.
fn best_margins_by_brute_force(quiz: &Arc<Quiz>) -> Vec<i64> {
    let readers = readers(quiz, AnswerModel::ticking(0.5), true);
    let margin = |reader: &Reader, cause: &Cause| {
        let ranking = reader.result().ranking;
        let (own, others): (Vec<&RankedCause<'_>>, Vec<_>) =
            ranking.iter().partition(|it| it.cause.id == cause.id);
        let best_other = others.iter().map(|it| i64::from(it.score)).max().expect("another cause");
        i64::from(own[0].score) - best_other
    };
    let best =
        |cause: &Cause| readers.iter().map(|(reader, _)| margin(reader, cause)).max().expect("a reader");
    quiz.causes().iter().map(best).collect()
}

#[test]
fn the_best_margins_equal_those_of_enumerating_every_answer() {
    for quiz in small_quizzes() {
        assert_eq!(best_margins(&quiz).expect("a small quiz"), best_margins_by_brute_force(&quiz));
    }
}

#[test]
fn a_cause_that_can_only_tie_has_the_best_margin_0() {
    // Only one choice gives b points, and a then has all of its own points too.
    let question = json!({"id": "q", "kind": "one", "text": "Which?", "choices": [
        {"id": "x", "text": "X", "points": {"a": 9, "b": 4}}, {"id": "y", "text": "Y", "points": {"a": 9}},
        {"id": "z", "text": "Z", "points": {"c": 9}}
    ]});
    let quiz = checked(&quiz_of(&["a", "b", "c"], json!([question])));
    assert_eq!(best_margins(&quiz), Some(vec![100, 0, 100]));
}

#[test]
fn exact_odds_of_random_quizzes_with_conditions_equal_those_of_enumerating_every_answer() {
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..150 {
        let quiz = random_quiz(&mut random);
        let model = AnswerModel::ticking(random.f64());
        agree(&Odds::exact(&quiz, model).expect("a small quiz"), &by_brute_force(&quiz, model), 1e-12);
        assert_eq!(best_margins(&quiz).expect("a small quiz"), best_margins_by_brute_force(&quiz));
    }
}

#[test]
fn sampled_odds_of_a_quiz_with_conditions_are_close_to_the_exact_ones() {
    let mut random = fastrand::Rng::with_seed(8);
    for _ in 0..10 {
        let quiz = random_quiz(&mut random);
        let model = AnswerModel::ticking(0.4);
        let sampled = Odds::sampled(&quiz, model, 100_000, || random.f64(), |_| ());
        let OddsMethod::Sampled { error, .. } = sampled.method else { panic!("{:?}", sampled.method) };
        agree(&Odds::exact(&quiz, model).expect("a small quiz"), &sampled, error);
    }
}

#[test]
fn findings_of_random_quizzes_are_those_of_enumerating_every_answer() {
    let mut random = fastrand::Rng::with_seed(9);
    let mut counts = [0; 4];
    for _ in 0..200 {
        let quiz = random_quiz(&mut random);
        let readers = readers(&quiz, AnswerModel::ticking(0.5), true);
        let outcomes: Vec<_> = readers.iter().map(|(reader, _)| reader.result()).collect();
        // For each reader, the asked questions and the causes that lead or, if the best ones are the result, are shown.
        let shows_best = quiz.scoring().margin.is_none() && quiz.scoring().most_shown > 1;
        let results: Vec<(Vec<&str>, Vec<&str>)> = outcomes
            .iter()
            .map(|outcome| {
                let asked = outcome.answers().iter().map(|(question, _)| question.id.as_str()).collect();
                let is_counted = shows_best || matches!(outcome.verdict, Verdict::Leads(_));
                let shown = outcome.verdict.shown().iter().filter(|_| is_counted);
                (asked, shown.map(|it| it.cause.id.as_str()).collect())
            })
            .collect();
        let mut expected: Vec<String> = Vec::new();
        for question in quiz.questions() {
            let asked = results.iter().filter(|(asked, _)| asked.contains(&question.id.as_str())).count();
            if asked == 0 {
                expected.push(format!("never {}", question.id));
                counts[0] += 1;
            } else if asked == results.len() && question.has_condition() {
                expected.push(format!("always {}", question.id));
                counts[1] += 1;
            }
        }
        let all_ways: BTreeSet<&Vec<&str>> = results.iter().map(|(asked, _)| asked).collect();
        for cause in quiz.causes() {
            let reaches = |shown: &[&str]| shown.contains(&cause.id.as_str());
            let ways: BTreeSet<_> =
                results.iter().filter(|(_, shown)| reaches(shown)).map(|(asked, _)| asked).collect();
            if ways.is_empty() {
                expected.push(format!("not {}", cause.id));
                counts[2] += 1;
            } else if ways.len() == 1 && all_ways.len() > 1 {
                expected.push(format!("one way {}", cause.id));
                counts[3] += 1;
            }
        }
        let found = findings(&quiz, 0.25, || random.f64());
        let mut found: Vec<String> = found
            .iter()
            .filter_map(|finding| match &finding.kind {
                FindingKind::NeverAsked { question } => Some(format!("never {question}")),
                FindingKind::AlwaysAsked { question } => Some(format!("always {question}")),
                FindingKind::CannotLead { cause, .. } | FindingKind::CannotBeShown { cause, .. } => {
                    Some(format!("not {cause}"))
                }
                FindingKind::OneWay { cause, .. } => Some(format!("one way {cause}")),
                _ => None,
            })
            .collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected);
    }
    assert!(counts.iter().all(|count| *count > 2), "each finding comes up: {counts:?}");
}

#[test]
fn a_choice_that_changes_nothing_changes_no_result_of_a_random_quiz() {
    let mut random = fastrand::Rng::with_seed(10);
    let mut found_any = 0;
    for _ in 0..150 {
        let quiz = random_quiz(&mut random);
        for finding in findings(&quiz, 0.25, || random.f64()) {
            let FindingKind::ChoiceChangesNothing { choice } = &finding.kind else { continue };
            let path = finding.path.to_string();
            let question = quiz
                .questions()
                .iter()
                .enumerate()
                .find(|(i, _)| path.starts_with(&format!("questions[{i}].")));
            let (_, question) = question.expect("a question");
            found_any += 1;
            for (reader, _) in readers(&quiz, AnswerModel::ticking(0.5), true) {
                // The reader goes back to the question, takes the choice back or picks it, and goes on.
                let before = result_in_words(&reader);
                let mut back = reader.clone();
                while back.is_at() != format!("question {}", question.id) && back.is_at() != first(&quiz) {
                    back = back.goes_back();
                }
                if back.is_at() != format!("question {}", question.id) {
                    continue;
                }
                let picked = back.has_picked();
                if question.kind == QuestionKind::PickOne && !picked.is_empty() && !picked.contains(choice) {
                    continue;
                }
                let mut other = if picked.contains(choice) {
                    back.unpicks(choice)
                } else {
                    back.picks(&[choice.as_str()])
                };
                while other.is_at() != "result" {
                    other = if other.has_picked().is_empty() { other.skips() } else { other.goes_on() };
                }
                assert_eq!(result_in_words(&other), before, "{choice} of {}", question.id);
            }
        }
    }
    assert!(found_any > 20, "{found_any}");
}

fn first(quiz: &Quiz) -> String {
    format!("question {}", quiz.questions()[0].id)
}

fn result_in_words(reader: &Reader) -> String {
    let outcome = reader.result();
    format!(
        "{} {:?} {}",
        outcome.verdict.as_str(),
        crate::support::shown(&outcome),
        outcome.verdict.is_spread()
    )
}

#[test]
fn a_quiz_with_too_many_ways_has_no_exact_odds() {
    // Fifteen questions are each asked or not, independently: twice as many ways as are examined.
    let mut questions = vec![tick_all("first", &vec![json!({"a": 1, "b": 1}); 15])];
    for i in 0..15 {
        let mut question = tick_all(&format!("q{i}"), &[json!({"a": 1}), json!({"b": 1})]);
        question["ask_if"] = json!({"any_of": {"first": format!("c{i}")}});
        questions.push(question);
    }
    let quiz = checked(&quiz_of(&["a", "b"], json!(questions)));
    assert_eq!(1 << 15, 2 * MAX_WAYS);
    assert!(Odds::exact(&quiz, AnswerModel::ticking(0.5)).is_none());
    let found = findings(&quiz, 0.25, || 0.5);
    assert!(found.iter().any(|it| matches!(it.kind, FindingKind::Estimated { .. })), "{found:?}");
}
