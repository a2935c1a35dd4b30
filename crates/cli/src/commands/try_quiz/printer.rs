//! Prints the quiz's texts to the terminal.

use std::io::{self, Write};

use which_cause_quiz::{Placeholders, Quiz, Text};

/// Prints to `out`, with the placeholders of the texts filled.
pub(super) struct Printer<'p, W> {
    pub(super) quiz: &'p Quiz,
    pub(super) placeholders: Placeholders,
    pub(super) out: &'p mut W,
}

impl<W: Write> Printer<'_, W> {
    pub(super) fn render(&self, text: &Text) -> String {
        self.placeholders.render(text)
    }

    /// Prints a text on a line of its own.
    pub(super) fn line(&mut self, text: &Text) -> io::Result<()> {
        writeln!(self.out, "{}", self.placeholders.render(text))
    }

    /// Prints a text and an empty line.
    pub(super) fn paragraph(&mut self, text: &Text) -> io::Result<()> {
        self.line(text)?;
        writeln!(self.out)
    }

    /// Prints each text as an item of a list.
    pub(super) fn items<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>) -> io::Result<()> {
        for text in texts {
            writeln!(self.out, "  - {}", self.placeholders.render(text))?;
        }
        Ok(())
    }

    /// Prints a heading, a list and an empty line. Prints nothing if the list is empty.
    pub(super) fn list<'t>(
        &mut self,
        heading: &Text,
        texts: impl IntoIterator<Item = &'t Text>,
    ) -> io::Result<()> {
        let mut texts = texts.into_iter().peekable();
        if texts.peek().is_none() {
            return Ok(());
        }
        self.line(heading)?;
        self.items(texts)?;
        writeln!(self.out)
    }
}
