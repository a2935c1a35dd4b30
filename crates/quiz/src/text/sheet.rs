//! The sheet for a visit: the result, the flags and all answers. The widget prints it and copies it.

use crate::session::outcome::Outcome;
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
            lines.push(SheetLine::Text(placeholders.render(&words.bars_note)));
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

    /// What a professional should know: the ticked flags under the visit card's heading, and the flags of the answers.
    fn visit_lines(&self, placeholders: &Placeholders, lines: &mut Vec<SheetLine>) {
        if let Some(visit) = &self.visit
            && let Some(card) = self.quiz().care().and_then(|care| care.visit.as_ref())
            && !visit.ticked.is_empty()
        {
            lines.push(SheetLine::Heading(placeholders.render(&card.heading)));
            lines.extend(visit.ticked.iter().map(|it| SheetLine::Item(placeholders.render(&it.text))));
        }
        if !self.flags.is_empty() {
            lines.push(SheetLine::Heading(placeholders.render(&self.quiz().words().flags)));
            lines.extend(self.flags.iter().map(|it| SheetLine::Item(placeholders.render(&it.text))));
        }
    }
}
