//! Tries changes of points in a quiz: how often each cause leads then.
//!
//! Exact odds of one change can take a second, and there are thousands of changes. So a change is first estimated with a panel of
//! random readers: the exact odds without the change, and the difference that it makes for the panel. In a small quiz the estimate is
//! exact too.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::odds::{Odds, OddsMethod};
use crate::analysis::points_place::{PointsPlace, clear_points, restore_points};
use crate::analysis::reader_panel::{PANEL_READERS, QuestionChange, ReaderPanel};
use crate::model::quiz::Quiz;

/// A quiz, and a copy of it with a change in one question.
pub(crate) struct BalanceTrial {
    model: AnswerModel,
    /// The quiz with the changes that have been kept.
    quiz: Quiz,
    /// How often each cause leads in it.
    frequencies: Vec<f64>,
    /// For each cause, whether it must lead at times.
    must_lead: Vec<bool>,
    /// The quiz with one more change.
    changed: Quiz,
    /// The question that is changed.
    question: usize,
    /// A panel that estimates changes, and how often each cause is its result in `quiz`. Without one, each estimate is exact.
    panel: Option<(ReaderPanel, Vec<f64>)>,
}

impl BalanceTrial {
    /// The quiz without a change. `never` are the causes that no answers make lead. `None` if there are too many answers for exact
    /// odds.
    pub(crate) fn new(
        quiz: &Quiz,
        model: AnswerModel,
        never: &[usize],
        random: &mut impl FnMut() -> f64,
    ) -> Option<Self> {
        let odds = Odds::exact(quiz, model)?;
        let frequencies = odds.frequencies(quiz);
        let OddsMethod::Exact { vectors } = odds.method else { return None };
        let panel = (vectors > PANEL_READERS as usize).then(|| {
            let panel = ReaderPanel::new(quiz, model, random);
            let frequencies = panel.frequencies(quiz, &QuestionChange::between(quiz, quiz, 0));
            (panel, frequencies)
        });
        // A cause that only a reader who skips a question can get never leads here. That is no finding.
        let must_lead =
            frequencies.iter().enumerate().map(|(i, it)| *it > 0.0 || never.contains(&i)).collect();
        let (quiz, changed) = (quiz.clone(), quiz.clone());
        Some(Self { model, quiz, frequencies, must_lead, changed, question: 0, panel })
    }

    /// The quiz with the changes that have been kept.
    pub(crate) fn quiz(&self) -> &Quiz {
        &self.quiz
    }

    /// The quiz with the change that is tried.
    pub(crate) fn changed(&self) -> &Quiz {
        &self.changed
    }

    /// How often each cause leads in the quiz.
    pub(crate) fn frequencies(&self) -> &[f64] {
        &self.frequencies
    }

    /// Whether estimates can differ from exact odds.
    pub(crate) fn estimates(&self) -> bool {
        self.panel.is_some()
    }

    /// Tries other points for a cause at one place, in place of the change before.
    pub(crate) fn set_points(&mut self, place: PointsPlace, cause: usize, points: i32) {
        restore_points(&mut self.changed, &self.quiz, self.question);
        self.question = place.question;
        place.set_points(&mut self.changed, cause, points);
    }

    /// Tries the quiz without a question, in place of the change before.
    pub(crate) fn leave_out(&mut self, question: usize) {
        restore_points(&mut self.changed, &self.quiz, self.question);
        self.question = question;
        clear_points(&mut self.changed, question);
    }

    /// Keeps the change that is tried.
    pub(crate) fn keep(&mut self, frequencies: Vec<f64>) {
        self.frequencies = frequencies;
        if let Some((panel, frequencies)) = &mut self.panel {
            panel.apply_to_all(&QuestionChange::between(&self.quiz, &self.changed, self.question));
            *frequencies = panel.frequencies(&self.quiz, &QuestionChange::between(&self.quiz, &self.quiz, 0));
        }
        restore_points(&mut self.quiz, &self.changed, self.question);
    }

    /// How often each cause leads with the change, estimated.
    pub(crate) fn estimate(&self) -> Vec<f64> {
        let Some((panel, before)) = &self.panel else { return self.exact().unwrap_or_default() };
        let change = QuestionChange::between(&self.quiz, &self.changed, self.question);
        let after = panel.frequencies(&self.changed, &change);
        let estimates = self.frequencies.iter().zip(before.iter().zip(after));
        estimates.map(|(exact, (before, after))| (exact + after - before).max(0.0)).collect()
    }

    /// How often each cause leads with the change. `None` if it brings too many answers for exact odds.
    pub(crate) fn exact(&self) -> Option<Vec<f64>> {
        Some(Odds::exact(&self.changed, self.model)?.frequencies(&self.changed))
    }

    /// The causes that lead most often and least often in the quiz.
    pub(crate) fn extremes(&self) -> (usize, usize) {
        let counted = || (0..self.must_lead.len()).filter(|cause| self.must_lead[*cause]);
        let by_frequency = |a: &usize, b: &usize| self.frequencies[*a].total_cmp(&self.frequencies[*b]);
        (counted().max_by(by_frequency).unwrap_or(0), counted().min_by(by_frequency).unwrap_or(0))
    }

    /// The least and the most of these frequencies, of causes that must lead at times.
    pub(crate) fn range(&self, frequencies: &[f64]) -> (f64, f64) {
        let counted = frequencies.iter().zip(&self.must_lead).filter(|(_, must_lead)| **must_lead);
        counted.fold((1.0, 0.0), |(least, most), (it, _)| (it.min(least), it.max(most)))
    }

    /// The least of these frequencies divided by the most. If causes never lead, minus their number.
    pub(crate) fn evenness(&self, frequencies: &[f64]) -> f64 {
        let never =
            frequencies.iter().zip(&self.must_lead).filter(|(it, must_lead)| **must_lead && **it == 0.0);
        let never = never.map(|_| 1.0).sum::<f64>();
        let (least, most) = self.range(frequencies);
        if never > 0.0 { -never } else { least / most }
    }
}
