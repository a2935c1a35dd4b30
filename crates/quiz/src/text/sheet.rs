//! A result on one sheet, to take to a visit: what came out, what is worth telling, and what the reader answered. It is
//! what is printed and what is copied. Knows nothing of paper or of a clipboard.

use crate::session::outcome::Outcome;
use crate::text::placeholders::Placeholders;

/// A result on one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its lines, the title first.
    pub lines: Vec<Line>,
}

/// A line of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// What the sheet is.
    Title(String),
    /// The heading of what follows.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// One of a list.
    Item(String),
    /// One of a list: what it is about, and what is said of that.
    Pair(String, String),
}

impl Line {
    /// What it says, and of a pair the second part as well.
    #[must_use]
    pub fn texts(&self) -> (&str, Option<&str>) {
        match self {
            Self::Title(text) | Self::Heading(text) | Self::Text(text) | Self::Item(text) => (text, None),
            Self::Pair(first, second) => (first, Some(second)),
        }
    }
}

impl Sheet {
    /// The sheet as plain text, a line each, with an empty one before each heading.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(match line {
                Line::Heading(_) => "\n",
                Line::Item(_) | Line::Pair(..) => "- ",
                Line::Title(_) | Line::Text(_) => "",
            });
            let (first, second) = line.texts();
            text.push_str(first);
            // No colon: what comes first may be a question.
            text.extend(second.map(|second| [" \u{2013} ", second].concat()));
            text.push('\n');
        }
        text
    }
}

impl Outcome<'_> {
    /// The result on one sheet. `about` says where and when it came about; nothing where nobody knows.
    #[must_use]
    pub fn sheet(&self, placeholders: &Placeholders, about: Option<String>) -> Sheet {
        let quiz = self.quiz();
        let words = quiz.words();
        let mut lines = vec![Line::Title(placeholders.render(&words.sheet))];
        lines.extend(about.map(Line::Text));
        lines.push(Line::Text(placeholders.render(&quiz.disclaimer().short)));
        self.visit_lines(placeholders, &mut lines);
        lines.push(Line::Heading(self.heading(placeholders)));
        lines.extend(self.level_lines(placeholders).into_iter().map(Line::Text));
        lines.push(Line::Heading(placeholders.render(&words.bars)));
        for it in &self.ranking {
            let words = placeholders.render(&quiz.band(it.score).text);
            lines.push(Line::Pair(placeholders.render(&it.cause.short_label), words));
        }
        lines.push(Line::Text(placeholders.render(&words.bars_note)));
        lines.push(Line::Heading(placeholders.render(&words.answers)));
        for (question, choices) in self.answers() {
            let said = choices
                .iter()
                .map(|it| placeholders.render(&it.text))
                .reduce(|all, it| [all.as_str(), " / ", &it].concat());
            let said = said.unwrap_or_else(|| placeholders.render(&words.skipped));
            lines.push(Line::Pair(placeholders.render(&question.text), said));
        }
        Sheet { lines }
    }

    /// What is worth telling a professional: with a visit card what is on it, without one the flags alone.
    fn visit_lines(&self, placeholders: &Placeholders, lines: &mut Vec<Line>) {
        if let Some(visit) = &self.visit
            && let Some(care) = self.quiz().care()
            && !visit.ticked.is_empty()
        {
            lines.push(Line::Heading(placeholders.render(&care.visit.heading)));
            lines.extend(visit.ticked.iter().map(|it| Line::Item(placeholders.render(&it.text))));
        }
        if !self.flags.is_empty() {
            lines.push(Line::Heading(placeholders.render(&self.quiz().words().flags)));
            lines.extend(self.flags.iter().map(|it| Line::Item(placeholders.render(&it.text))));
        }
    }
}
