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

    /// The lines about ties: one for each group of causes with the same score. Ties are named, never broken.
    #[must_use]
    pub fn tie_lines(&self, placeholders: &Placeholders) -> Vec<String> {
        let words = self.quiz().words();
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
