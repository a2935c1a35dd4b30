//! The result in the terminal, in the order of the widget's.

use std::io::{self, Write};

use which_cause_quiz::{CourseOffer, Outcome, RankedCause, Suggestion, Text, Verdict};

use super::Taker;

impl<W: Write> Taker<'_, W> {
    pub(super) fn result(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        writeln!(self.out)?;
        self.visit(outcome)?;
        self.verdict(outcome)?;
        self.bars(outcome)?;
        for standing in outcome.verdict.shown() {
            self.cause(outcome, standing)?;
        }
        let (quiz, words) = (self.quiz, self.quiz.words());
        if let Verdict::Nothing = outcome.verdict {
            self.list(&words.try_this, &texts(&quiz.verdicts().nothing.try_this))?;
            self.list(&words.get_checked, &quiz.verdicts().nothing.get_checked)?;
        }
        // With a visit card, the flags are in it.
        if outcome.visit.is_none() {
            let flags: Vec<Text> = outcome.flags.iter().map(|it| it.text.clone()).collect();
            self.list(&words.flags, &flags)?;
        }
        self.course(outcome)?;
        if let Some(also) = quiz.also() {
            let (heading, text) = (self.render(&also.heading), self.render(&also.text));
            writeln!(self.out, "{heading}\n{text}\n")?;
        }
        let disclaimer = self.render(&quiz.disclaimer().full);
        self.paragraph(&disclaimer)?;
        let sources: Vec<Text> = outcome.sources().iter().map(|it| it.name.clone()).collect();
        self.list(&words.sources, &sources)
    }

    /// The suggestion to see someone, with what the reader can say there.
    fn visit(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        let (Some(visit), Some(care)) = (&outcome.visit, self.quiz.care()) else { return Ok(()) };
        let heading = self.render(&care.visit.heading);
        writeln!(self.out, "{heading}\n{}", self.render(&care.visit.body))?;
        let told = visit.ticked.iter().map(|it| &it.text);
        let told = told.chain(visit.answers.iter().map(|it| &it.choice.text));
        for text in told.chain(visit.flags.iter().map(|it| &it.text)) {
            writeln!(self.out, "  - {}", self.render(text))?;
        }
        let after = self.render(&care.visit.after);
        self.paragraph(&after)
    }

    fn verdict(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        let (heading, line) = (outcome.heading(&self.placeholders), outcome.line(&self.placeholders));
        writeln!(self.out, "{heading}\n{line}")?;
        for line in outcome.tie_lines(&self.placeholders) {
            writeln!(self.out, "{line}")?;
        }
        writeln!(self.out)
    }

    fn bars(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        for it in &outcome.ranking {
            let name = self.render(&it.cause.short_label);
            writeln!(self.out, "{name}: {}", self.render(&self.quiz.band(it.score).text))?;
        }
        let note = self.render(&self.quiz.words().bars_note);
        self.paragraph(&note)
    }

    fn cause(&mut self, outcome: &Outcome<'_>, standing: &RankedCause<'_>) -> io::Result<()> {
        let (cause, words) = (standing.cause, self.quiz.words());
        writeln!(self.out, "{}", self.render(&cause.label))?;
        writeln!(self.out, "{}", words.in_article.with(&self.render(&cause.article_name)))?;
        let summary = self.render(&cause.summary);
        self.paragraph(&summary)?;
        writeln!(self.out, "{}", self.render(&words.why))?;
        for it in outcome.why(standing, 5) {
            writeln!(self.out, "  - {}", words.you_said.with(&self.render(&it.choice.text)))?;
        }
        writeln!(self.out)?;
        for (heading, text) in [(&words.means, &cause.means), (&words.sureness, &cause.sureness)] {
            let (heading, text) = (self.render(heading), self.render(text));
            writeln!(self.out, "{heading}\n{text}\n")?;
        }
        self.list(&words.look_next, &cause.look_next)?;
        if !cause.try_this.is_empty() {
            self.list(&words.try_this, &texts(&cause.try_this))?;
            let note = self.render(&words.try_note);
            self.paragraph(&note)?;
        }
        self.list(&words.get_checked, &cause.get_checked)
    }

    fn course(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        let Some(course) = self.quiz.course() else { return Ok(()) };
        match outcome.course {
            CourseOffer::Withheld(None) => Ok(()),
            CourseOffer::Withheld(Some(line)) => {
                let line = self.render(line);
                self.paragraph(&line)
            }
            CourseOffer::Offered(line) => {
                writeln!(self.out, "{}", self.render(&course.heading))?;
                if let Some(line) = line {
                    writeln!(self.out, "{}", self.render(line))?;
                }
                let (about, limits) = (self.render(&course.about), self.render(&course.limits));
                writeln!(self.out, "{about} {limits}")?;
                let url = course.url.as_ref().map_or("", |it| it.as_str());
                writeln!(self.out, "{} {url}\n", self.render(&course.link))
            }
        }
    }
}

/// A terminal has no pictures: what the texts say has to do.
fn texts(things: &[Suggestion]) -> Vec<Text> {
    things.iter().map(|it| it.text.clone()).collect()
}
