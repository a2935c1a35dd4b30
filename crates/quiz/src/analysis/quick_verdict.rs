//! A fast verdict for a vector of points, without allocation and without sorting all causes. The analyses need it many million
//! times. `session::verdict` has the rules, and a test here compares the two.

use crate::model::quiz::Quiz;

/// Computes verdicts for vectors of points of one quiz.
pub(crate) struct QuickVerdict<'q> {
    quiz: &'q Quiz,
    /// The scores of the verdict computed last.
    scores: Vec<i32>,
}

/// The part of a result that depends on points: which causes are shown, whether more are close, and which put a doctor first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PointsResult {
    /// The shown causes, the highest score first. Causes with the same score are in the article's order.
    pub(crate) shown: Vec<usize>,
    /// Whether more causes are close together than are shown.
    pub(crate) spread: bool,
    /// The doctor-first causes that put a doctor first, in the order of `shown`.
    pub(crate) doctor_first: Vec<usize>,
}

impl<'q> QuickVerdict<'q> {
    pub(crate) fn new(quiz: &'q Quiz) -> Self {
        Self { quiz, scores: vec![0; quiz.causes.len()] }
    }

    /// Computes the verdict for the points of each cause, in the article's order, out of the most that each can get.
    pub(crate) fn decide(&mut self, raw: &[i32], most: &[i32], result: &mut PointsResult) {
        let scoring = &self.quiz.scoring;
        for (i, (score, (raw, most))) in self.scores.iter_mut().zip(raw.iter().zip(most)).enumerate() {
            *score = scoring.score(i, *raw, *most);
        }
        let scores = &self.scores;
        let top = scores.iter().copied().max().unwrap_or(0);
        let stands_out = scoring.stands_out(top);
        result.shown.clear();
        result.doctor_first.clear();
        let most_shown = scoring.most_shown;
        let mut close = 0;
        if stands_out {
            for (i, score) in scores.iter().enumerate().filter(|(_, it)| scoring.is_close(top, **it)) {
                close += 1;
                let index = result.shown.partition_point(|it| scores[*it] >= *score);
                if index < most_shown {
                    result.shown.truncate(most_shown - 1);
                    result.shown.insert(index, i);
                }
            }
        }
        result.spread = scoring.margin.is_some() && close > most_shown;
        let last_shown = result.shown.last().map(|it| scores[*it]);
        for (i, _) in self.quiz.causes.iter().enumerate().filter(|(_, it)| it.doctor_first) {
            let score = scores[i];
            let high = scoring.doctor_first_from.is_some_and(|from| score >= from);
            let in_result = if scoring.margin.is_some() {
                stands_out && scoring.is_close(top, score)
            } else {
                last_shown.is_some_and(|last| score >= last)
            };
            if high || in_result {
                let index = result.doctor_first.partition_point(|it| scores[*it] >= score);
                result.doctor_first.insert(index, i);
            }
        }
    }

    /// The scores of the verdict computed last, in the article's order.
    pub(crate) fn scores(&self) -> &[i32] {
        &self.scores
    }
}

impl PointsResult {
    /// The causes whose frequency is compared: the one that leads or, if the best causes are the result, the shown ones.
    pub(crate) fn compared(&self, quiz: &Quiz) -> &[usize] {
        if quiz.scoring.shows_best() || self.shown.len() == 1 { &self.shown } else { &[] }
    }

    /// The cause that leads alone.
    pub(crate) fn leader(&self) -> Option<usize> {
        match self.shown.as_slice() {
            [leader] => Some(*leader),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::session::score::rank_points;
    use crate::session::verdict::{doctor_first_causes, verdict};
    use crate::{Quiz, read};

    fn verdict_of_a_session(quiz: &Quiz, raw: &[i32]) -> PointsResult {
        let ranking = rank_points(quiz, raw, &quiz.most_points());
        let verdict = verdict(quiz, &ranking);
        let doctor_first = doctor_first_causes(quiz, &ranking, &verdict).iter().map(|it| it.index).collect();
        let shown = verdict.shown().iter().map(|it| it.index).collect();
        PointsResult { shown, spread: verdict.is_spread(), doctor_first }
    }

    #[test]
    fn the_quick_verdict_equals_the_verdict_of_a_session() {
        let files = [
            include_str!("../../quizzes/upper-back-knots.json"),
            include_str!("../../quizzes/dense-bread.json"),
            include_str!("../../quizzes/starter.json"),
        ];
        let ways_to_score = [
            json!({"lead_from": 30, "margin": 15, "most_shown": 2}),
            json!({"lead_from": 0, "margin": 0, "most_shown": 3}),
            json!({"result": "one"}),
            json!({"result": "one", "lead_from": 30}),
            json!({"result": "best", "most_shown": 3, "lead_from": 20}),
            json!({"score": "sum", "lead_from": 5, "margin": 3, "most_shown": 2}),
            json!({"score": "sum", "result": "one"}),
            json!({"score": "sum", "result": "best", "most_shown": 2, "lead_from": 0}),
        ];
        let mut random = fastrand::Rng::with_seed(1);
        for (file, scoring) in files.into_iter().flat_map(|it| ways_to_score.iter().map(move |way| (it, way)))
        {
            let mut file: Value = serde_json::from_str(file).expect("JSON");
            let doctor_first_from = file["scoring"]["doctor_first_from"].clone();
            file["scoring"] = scoring.clone();
            if doctor_first_from.is_number() {
                file["scoring"]["doctor_first_from"] = doctor_first_from;
            }
            let quiz = read(&file.to_string()).expect("a quiz");
            let most = quiz.most_points();
            let mut quick = QuickVerdict::new(&quiz);
            let mut result = PointsResult::default();
            for _ in 0..5_000 {
                let likely = random.f64();
                let raw: Vec<i32> =
                    quiz.causes
                        .iter()
                        .map(|it| {
                            if random.f64() < likely { random.i32(-it.max / 4..=it.max) } else { it.max / 2 }
                        })
                        .collect();
                quick.decide(&raw, &most, &mut result);
                assert_eq!(result, verdict_of_a_session(&quiz, &raw), "{raw:?}");
            }
        }
    }
}
