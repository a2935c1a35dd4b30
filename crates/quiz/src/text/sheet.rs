//! The sheet for a visit: the result, the flags and all answers. The widget prints it and copies it.

use crate::file::template::Text;
use crate::session::outcome::{Outcome, SupportingAnswer};
use crate::text::placeholders::Placeholders;

/// A result on one sheet, as lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The lines, the title first.
    pub lines: Vec<SheetLine>,
}

/// A line of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetLine {
    /// The title of the sheet.
    Title(String),
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// An item of a list.
    Item(String),
    /// An item of a list in two parts: a question and its answer, or a cause and its band.
    Pair(String, String),
}

impl SheetLine {
    /// The text of the line, and the second part of a pair.
    #[must_use]
    pub fn texts(&self) -> (&str, Option<&str>) {
        match self {
            Self::Title(text) | Self::Heading(text) | Self::Text(text) | Self::Item(text) => (text, None),
            Self::Pair(first, second) => (first, Some(second)),
        }
    }
}

impl Sheet {
    /// The sheet as plain text, with an empty line before each heading.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(match line {
                SheetLine::Heading(_) => "\n",
                SheetLine::Item(_) | SheetLine::Pair(..) => "- ",
                SheetLine::Title(_) | SheetLine::Text(_) => "",
            });
            let (first, second) = line.texts();
            text.push_str(first);
            // A dash, not a colon: the first part can be a question.
            text.extend(second.map(|second| [" \u{2013} ", second].concat()));
            text.push('\n');
        }
        text
    }
}

impl Outcome<'_> {
    /// The sheet of this result. `note` says where and when the quiz was taken, if that is known.
    #[must_use]
    pub fn sheet(&self, placeholders: &Placeholders, note: Option<String>) -> Sheet {
        let quiz = self.quiz();
        let words = quiz.words();
        let mut lines = vec![SheetLine::Title(placeholders.render(&words.sheet))];
        lines.extend(note.map(SheetLine::Text));
        lines.push(SheetLine::Text(placeholders.render(&quiz.disclaimer().short)));
        self.visit_lines(placeholders, &mut lines);
        lines.push(SheetLine::Heading(self.heading(placeholders)));
        lines.extend(self.score_lines(placeholders).into_iter().map(SheetLine::Text));
        if !quiz.bands.is_empty() {
            lines.push(SheetLine::Heading(placeholders.render(&words.bars)));
            for ranked in &self.ranking {
                let words =
                    quiz.band(ranked.score).map_or_else(String::new, |band| placeholders.render(&band.text));
                lines.push(SheetLine::Pair(placeholders.render(&ranked.cause.short_label), words));
            }
        }
        lines.push(SheetLine::Heading(placeholders.render(&words.answers)));
        for (question, choices) in self.answers() {
            let answer = choices
                .iter()
                .map(|it| placeholders.render(&it.text))
                .reduce(|all, it| [all.as_str(), " / ", &it].concat());
            let answer = answer.unwrap_or_else(|| placeholders.render(&words.skipped));
            lines.push(SheetLine::Pair(placeholders.render(&question.text), answer));
        }
        Sheet { lines }
    }

    /// The visit card, as the result shows it. Without a card, the flags of the answers under a heading.
    fn visit_lines(&self, placeholders: &Placeholders, lines: &mut Vec<SheetLine>) {
        let care = self.quiz().care();
        let card = care.and_then(|care| care.visit.as_ref()).filter(|_| self.visit.is_some());
        let text = |text: &Text| SheetLine::Text(placeholders.render(text));
        if let (Some(visit), Some(card)) = (&self.visit, card) {
            lines.push(SheetLine::Heading(placeholders.render(&card.heading)));
            lines.push(text(&card.body));
            for choice in &visit.ticked {
                lines.push(SheetLine::Item(placeholders.render(&choice.text)));
            }
            for SupportingAnswer { question, choice } in &visit.answers {
                let [question, said] = [&question.text, &choice.text].map(|text| placeholders.render(text));
                lines.push(SheetLine::Pair(question, said));
            }
        }
        if !self.flags.is_empty() {
            let label = placeholders.render(&self.quiz().words().flags);
            lines.push(if card.is_some() { SheetLine::Text(label) } else { SheetLine::Heading(label) });
        }
        for flag in &self.flags {
            lines.push(SheetLine::Item(placeholders.render(&flag.text)));
        }
        if let Some(card) = card {
            lines.push(text(&card.after));
            if card.names_a_number() {
                lines.extend(care.and_then(|care| care.elsewhere.as_ref()).map(text));
            }
        }
    }
}
