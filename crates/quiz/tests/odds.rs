//! Exact odds equal those of enumerating every answer, and are close to those of a million random readers.

#![allow(clippy::cast_precision_loss, reason = "counts of choices and points are far below 2^52")]

mod support;

use std::sync::Arc;

use serde_json::json;
use support::{Reader, checked, five_causes, quiz_of, tick_all};
use which_cause_quiz::{Action, Cause, ChoiceId, QuestionKind, Quiz, RankedCause, Verdict};
use which_cause_quiz::{AnswerModel, CauseOdds, Odds, OddsMethod, best_margins};

/// Every answer to a question, with its chance.
fn ways(quiz: &Quiz, question: usize, model: AnswerModel) -> Vec<(Vec<ChoiceId>, f64)> {
    let question = &quiz.questions()[question];
    let boxes: Vec<&ChoiceId> = question.choices.iter().filter(|it| !it.exclusive).map(|it| &it.id).collect();
    match question.kind {
        QuestionKind::PickOne | QuestionKind::Scale => {
            boxes.iter().map(|id| (vec![(*id).clone()], 1.0 / question.choices.len() as f64)).collect()
        }
        QuestionKind::TickAll => (0_u32..1 << boxes.len())
            .flat_map(|ticked| {
                let is = |i: usize| ticked & (1 << i) != 0;
                let chance: f64 =
                    (0..boxes.len()).map(|i| if is(i) { model.tick } else { 1.0 - model.tick }).product();
                // Of too many ticks, any few remain.
                let most = u32::try_from(question.at_most.unwrap_or(boxes.len())).expect("few boxes");
                let most = most.min(ticked.count_ones());
                let kept: Vec<u32> =
                    (0..=ticked).filter(|it| it & ticked == *it && it.count_ones() == most).collect();
                let each = chance / kept.len() as f64;
                kept.into_iter().map(move |kept| (kept, each))
            })
            .map(|(kept, chance)| {
                let ids = boxes.iter().enumerate().filter(|(i, _)| kept & (1 << i) != 0);
                (ids.map(|(_, id)| (*id).clone()).collect(), chance)
            })
            .collect(),
    }
}

/// The odds by taking the quiz with every set of answers.
fn by_brute_force(quiz: &Arc<Quiz>, model: AnswerModel) -> Odds {
    let cause = CauseOdds { leads: 0.0, shown: 0.0, bands: vec![0.0; quiz.bands().len()] };
    let causes = vec![cause; quiz.causes().len()];
    let method = OddsMethod::Exact { vectors: 0 };
    let mut odds = Odds { leads: 0.0, mixed: 0.0, spread: 0.0, nothing: 0.0, causes, method };
    let mut readers = vec![(Reader::of(quiz), 1.0)];
    for question in 0..quiz.questions().len() {
        let ways = ways(quiz, question, model);
        readers = readers
            .iter()
            .flat_map(|(reader, chance)| {
                ways.iter().map(move |(ids, more)| {
                    let picked = ids.iter().fold(reader.clone(), |it, id| it.does(&Action::Pick(id.clone())));
                    (if ids.is_empty() { picked.skips() } else { picked.goes_on() }, chance * more)
                })
            })
            .collect();
    }
    for (reader, chance) in readers {
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
            let band = quiz.band(it.score);
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
    let mut readers = vec![Reader::of(quiz)];
    for question in 0..quiz.questions().len() {
        let mut ways = ways(quiz, question, AnswerModel::ticking(0.5));
        if !quiz.questions()[question].required {
            ways.push((Vec::new(), 0.0));
        }
        readers = readers
            .iter()
            .flat_map(|reader| {
                ways.iter().map(|(ids, _)| {
                    let picked = ids.iter().fold(reader.clone(), |it, id| it.does(&Action::Pick(id.clone())));
                    if ids.is_empty() { picked.skips() } else { picked.goes_on() }
                })
            })
            .collect();
    }
    let margin = |reader: &Reader, cause: &Cause| {
        let ranking = reader.result().ranking;
        let (own, others): (Vec<&RankedCause<'_>>, Vec<_>) =
            ranking.iter().partition(|it| it.cause.id == cause.id);
        let best_other = others.iter().map(|it| i64::from(it.score)).max().expect("another cause");
        i64::from(own[0].score) - best_other
    };
    let best = |cause: &Cause| readers.iter().map(|reader| margin(reader, cause)).max().expect("a reader");
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
