//! What a verdict says: its heading and the lines under it, for whoever shows a result. Knows nothing of how they look.

use crate::session::outcome::{Outcome, Verdict};
use crate::text::placeholders::Blanks;

impl Outcome<'_> {
    /// The verdict in a heading.
    #[must_use]
    pub fn heading(&self, blanks: &Blanks) -> String {
        let said = self.quiz().verdicts();
        match &self.verdict {
            Verdict::Leads(leader) => said.leads.heading.with(&blanks.say(&leader.cause.label)),
            Verdict::Mixed { .. } => blanks.say(&said.mixed.heading),
            Verdict::Nothing => blanks.say(&said.nothing.heading),
        }
    }

    /// How to take it.
    #[must_use]
    pub fn line(&self, blanks: &Blanks) -> String {
        let said = self.quiz().verdicts();
        blanks.say(match &self.verdict {
            Verdict::Leads(_) => &said.leads.text,
            verdict @ Verdict::Mixed { .. } if verdict.is_spread() => &said.mixed.spread,
            Verdict::Mixed { .. } => &said.mixed.text,
            Verdict::Nothing => &said.nothing.text,
        })
    }

    /// That causes are level, where they are, a line for each such group: ties are told, never broken.
    #[must_use]
    pub fn level_lines(&self, blanks: &Blanks) -> Vec<String> {
        let words = self.quiz().words();
        let groups = self.verdict.level();
        if let [[_, _]] = groups.as_slice()
            && self.verdict.shown().len() == 2
            && !self.verdict.is_spread()
        {
            return vec![blanks.say(&words.level)];
        }
        groups
            .iter()
            .map(|group| {
                let between = words.list_separator.as_str();
                let names = group.iter().map(|it| blanks.say(&it.cause.short_label));
                let names = names.reduce(|all, it| [all.as_str(), between, &it].concat());
                words.level_many.with(&names.unwrap_or_default())
            })
            .collect()
    }
}
