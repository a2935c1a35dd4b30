//! Prints the result, in the same order as the widget.

use std::io::{self, Write};
use std::ops::Deref;

use which_cause_quiz::{CourseOffer, Outcome, RankedCause, Suggestion, Text, Verdict};

use super::printer::Printer;

/// The most answers that are listed as reasons for a cause.
const MAX_REASONS: usize = 5;

impl<W: Write> Printer<'_, W> {
    pub(super) fn result(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        let (quiz, words) = (self.quiz, self.quiz.words());
        writeln!(self.out)?;
        self.visit(outcome)?;
        self.verdict(outcome)?;
        self.bars(outcome)?;
        for ranked in outcome.verdict.shown() {
            self.cause(outcome, ranked)?;
        }
        if let Verdict::Nothing = outcome.verdict {
            let nothing = &quiz.verdicts().nothing;
            self.list(&words.try_this, texts(&nothing.try_this))?;
            self.list(&words.get_checked, nothing.get_checked.iter().map(Deref::deref))?;
        }
        // A visit card already lists the flags.
        if outcome.visit.is_none() {
            self.list(&words.flags, outcome.flags.iter().map(|flag| &*flag.text))?;
        }
        self.course(outcome)?;
        if let Some(also) = quiz.also() {
            self.line(&also.heading)?;
            self.paragraph(&also.text)?;
        }
        self.paragraph(&quiz.disclaimer().full)?;
        self.list(&words.sources, outcome.sources().iter().map(|source| &source.name))
    }

    /// The advice to visit a professional, with the answers to mention there.
    fn visit(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        let card = self.quiz.care().and_then(|care| care.visit.as_ref());
        let (Some(visit), Some(card)) = (&outcome.visit, card) else { return Ok(()) };
        self.line(&card.heading)?;
        self.line(&card.body)?;
        self.items(visit.ticked.iter().map(|choice| &choice.text))?;
        self.items(visit.answers.iter().map(|answer| &answer.choice.text))?;
        self.items(visit.flags.iter().map(|flag| &*flag.text))?;
        self.paragraph(&card.after)
    }

    fn verdict(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        let (heading, line) = (outcome.heading(&self.placeholders), self.render(outcome.line()));
        writeln!(self.out, "{heading}\n{line}")?;
        for line in outcome.score_lines(&self.placeholders) {
            writeln!(self.out, "{line}")?;
        }
        writeln!(self.out)
    }

    fn bars(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        if self.quiz.bands().is_empty() {
            return Ok(());
        }
        for ranked in &outcome.ranking {
            let label = &ranked.cause.short_label;
            let band = self.quiz.band(ranked.score).map_or_else(String::new, |band| self.render(&band.text));
            writeln!(self.out, "{}: {band}", self.render(label))?;
        }
        self.paragraph(&self.quiz.words().bars_note)
    }

    fn cause(&mut self, outcome: &Outcome<'_>, ranked: &RankedCause<'_>) -> io::Result<()> {
        let (cause, words) = (ranked.cause, self.quiz.words());
        self.line(&cause.label)?;
        writeln!(self.out, "{}", words.in_article.with(&self.render(&cause.article_name)))?;
        self.paragraph(&cause.summary)?;
        self.line(&words.why)?;
        for reason in outcome.why(ranked, MAX_REASONS) {
            writeln!(self.out, "  - {}", words.you_said.with(&self.render(&reason.choice.text)))?;
        }
        writeln!(self.out)?;
        for (heading, text) in [(&words.means, &cause.means), (&words.sureness, &cause.sureness)] {
            self.line(heading)?;
            self.paragraph(text)?;
        }
        self.list(&words.look_next, cause.look_next.iter().map(Deref::deref))?;
        if !cause.try_this.is_empty() {
            self.list(&words.try_this, texts(&cause.try_this))?;
            self.paragraph(&words.try_note)?;
        }
        self.list(&words.get_checked, cause.get_checked.iter().map(Deref::deref))?;
        match outcome.button(ranked) {
            Some(button) => writeln!(self.out, "{} {}\n", self.render(&button.label), button.url.as_str()),
            None => Ok(()),
        }
    }

    fn course(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        let Some(course) = self.quiz.course() else { return Ok(()) };
        match outcome.course {
            CourseOffer::Withheld(None) => Ok(()),
            CourseOffer::Withheld(Some(line)) => self.paragraph(line),
            CourseOffer::Offered(line) => {
                self.line(&course.heading)?;
                if let Some(line) = line {
                    self.line(line)?;
                }
                writeln!(self.out, "{} {}", self.render(&course.about), self.render(&course.limits))?;
                let url = course.url.as_ref().map_or("", |url| url.as_str());
                writeln!(self.out, "{} {url}\n", self.render(&course.link))
            }
        }
    }
}

/// The texts of suggestions, without their pictures: a terminal shows none.
fn texts(suggestions: &[Suggestion]) -> impl Iterator<Item = &Text> {
    suggestions.iter().map(|suggestion| &*suggestion.text)
}
