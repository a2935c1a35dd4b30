//! What a verdict says: its heading and the lines under it, for whoever shows a result. Knows nothing of how they look.

use crate::session::outcome::{Outcome, Verdict};
use crate::text::placeholders::Placeholders;

impl Outcome<'_> {
    /// The verdict in a heading.
    #[must_use]
    pub fn heading(&self, placeholders: &Placeholders) -> String {
        let said = self.quiz().verdicts();
        match &self.verdict {
            Verdict::Leads(leader) => said.leads.heading.with(&placeholders.render(&leader.cause.label)),
            Verdict::Mixed { .. } => placeholders.render(&said.mixed.heading),
            Verdict::Nothing => placeholders.render(&said.nothing.heading),
        }
    }

    /// How to take it.
    #[must_use]
    pub fn line(&self, placeholders: &Placeholders) -> String {
        let said = self.quiz().verdicts();
        placeholders.render(match &self.verdict {
            Verdict::Leads(_) => &said.leads.text,
            verdict @ Verdict::Mixed { .. } if verdict.is_spread() => &said.mixed.spread,
            Verdict::Mixed { .. } => &said.mixed.text,
            Verdict::Nothing => &said.nothing.text,
        })
    }

    /// That causes are level, where they are, a line for each such group: ties are told, never broken.
    #[must_use]
    pub fn level_lines(&self, placeholders: &Placeholders) -> Vec<String> {
        let words = self.quiz().words();
        let groups = self.verdict.level();
        if let [[_, _]] = groups.as_slice()
            && self.verdict.shown().len() == 2
            && !self.verdict.is_spread()
        {
            return vec![placeholders.render(&words.level)];
        }
        groups
            .iter()
            .map(|group| {
                let between = words.list_separator.as_str();
                let names = group.iter().map(|it| placeholders.render(&it.cause.short_label));
                let names = names.reduce(|all, it| [all.as_str(), between, &it].concat());
                words.level_many.with(&names.unwrap_or_default())
            })
            .collect()
    }
}
