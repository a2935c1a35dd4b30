//! The verdict in words: its heading and the lines under it.

use crate::file::rich_text::RichText;
use crate::session::outcome::Outcome;
use crate::session::verdict::Verdict;
use crate::text::placeholders::Placeholders;

impl Outcome<'_> {
    /// The heading of the verdict.
    #[must_use]
    pub fn heading(&self, placeholders: &Placeholders) -> String {
        let texts = self.quiz().verdicts();
        match &self.verdict {
            Verdict::Leads(leader) => texts.leads.heading.with(&placeholders.render(&leader.cause.label)),
            Verdict::Mixed { .. } => placeholders.render(&texts.mixed.heading),
            Verdict::Nothing => placeholders.render(&texts.nothing.heading),
        }
    }

    /// The text under the heading.
    #[must_use]
    pub fn line(&self) -> &RichText {
        let texts = self.quiz().verdicts();
        match &self.verdict {
            Verdict::Leads(_) => &texts.leads.text,
            verdict @ Verdict::Mixed { .. } if verdict.is_spread() => &texts.mixed.spread,
            Verdict::Mixed { .. } => &texts.mixed.text,
            Verdict::Nothing => &texts.nothing.text,
        }
    }

    /// The lines about scores: the total, or a line for each group of causes with the same score. Ties are named, never broken.
    #[must_use]
    pub fn score_lines(&self, placeholders: &Placeholders) -> Vec<String> {
        let words = self.quiz().words();
        if self.quiz().scoring.is_total()
            && let Some(total) = &words.total
        {
            return vec![placeholders.out_of(total, self.ranking[0].raw, self.ranking[0].max)];
        }
        let ties = self.ties();
        if let [[first, _]] = ties.as_slice()
            && let [shown, _] = self.verdict.shown()
            && first.rank == shown.rank
            && !self.verdict.is_spread()
        {
            return vec![placeholders.render(&words.level)];
        }
        ties.iter()
            .map(|group| {
                let separator = words.list_separator.as_str();
                let names = group.iter().map(|it| placeholders.render(&it.cause.short_label));
                let names = names.reduce(|all, name| [all.as_str(), separator, &name].concat());
                words.level_many.with(&names.unwrap_or_default())
            })
            .collect()
    }
}
