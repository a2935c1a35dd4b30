//! Exact odds equal those of enumerating every answer, and are close to those of a million random readers.

#![allow(clippy::cast_precision_loss, reason = "counts of choices and points are far below 2^52")]

use std::sync::Arc;

use crate::support::random_quizzes::{random_quiz, readers};
use crate::support::{Reader, checked, five_causes, quiz_of, tick_all};
use serde_json::json;
use which_cause_quiz::{
    AnswerModel, CauseOdds, FindingKind, MAX_WAYS, Odds, OddsMethod, best_margins, findings,
};
use which_cause_quiz::{Cause, Quiz, RankedCause, Verdict};

/// The odds by taking the quiz with every set of answers.
fn by_brute_force(quiz: &Arc<Quiz>, model: AnswerModel) -> Odds {
    let cause = CauseOdds { leads: 0.0, shown: 0.0, bands: vec![0.0; quiz.bands().len()] };
    let causes = vec![cause; quiz.causes().len()];
    let method = OddsMethod::Exact { vectors: 0 };
    let mut odds = Odds { leads: 0.0, mixed: 0.0, spread: 0.0, nothing: 0.0, causes, method };
    for (reader, chance) in readers(quiz, model, false) {
        let outcome = reader.result();
        match &outcome.verdict {
            Verdict::Leads(leader) => {
                odds.leads += chance;
                odds.causes[cause_index(quiz, leader)].leads += chance;
            }
            Verdict::Mixed { .. } => odds.mixed += chance,
            Verdict::Nothing => odds.nothing += chance,
        }
        if outcome.verdict.is_spread() {
            odds.spread += chance;
        }
        for ranked in outcome.verdict.shown() {
            odds.causes[cause_index(quiz, ranked)].shown += chance;
        }
        for ranked in &outcome.ranking {
            let band = quiz.band(ranked.score).expect("a band");
            let band = quiz.bands().iter().position(|other| other.id == band.id).expect("a band");
            odds.causes[cause_index(quiz, ranked)].bands[band] += chance;
        }
    }
    odds
}

fn cause_index(quiz: &Quiz, ranked: &RankedCause<'_>) -> usize {
    quiz.causes().iter().position(|it| it.id == ranked.cause.id).expect("a cause")
}

/// Every chance, with its name.
fn named_chances(odds: &Odds) -> Vec<(String, f64)> {
    let mut chances = vec![
        ("leads".to_owned(), odds.leads),
        ("mixed".to_owned(), odds.mixed),
        ("spread".to_owned(), odds.spread),
        ("nothing".to_owned(), odds.nothing),
    ];
    for (i, cause) in odds.causes.iter().enumerate() {
        chances.push((format!("{i} leads"), cause.leads));
        chances.push((format!("{i} shown"), cause.shown));
        chances.extend(cause.bands.iter().enumerate().map(|(band, it)| (format!("{i} in band {band}"), *it)));
    }
    chances
}

fn assert_close(one: &Odds, other: &Odds, within: f64) {
    for ((name, one), (_, other)) in named_chances(one).into_iter().zip(named_chances(other)) {
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
            assert_close(
                &Odds::exact(&quiz, model).expect("a small quiz"),
                &by_brute_force(&quiz, model),
                1e-12,
            );
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
        assert_close(&exact, &sampled, error);
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
        assert_close(&Odds::exact(&quiz, model).expect("a small quiz"), &by_brute_force(&quiz, model), 1e-12);
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
        assert_close(&Odds::exact(&quiz, model).expect("a small quiz"), &sampled, error);
    }
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
