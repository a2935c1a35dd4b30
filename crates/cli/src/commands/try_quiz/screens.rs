//! Prints the screens before the result: the intro, a step with its choices, and a care card.

use std::io::{self, Write};

use which_cause_quiz::{Choice, Question, Screen, Session, Step, Stop, Text};

use super::printer::Printer;

/// The texts and the choices of a step.
struct Form<'f> {
    text: &'f Text,
    help: Option<&'f Text>,
    choices: &'f [Choice],
    /// The error message if the reader continued without an answer.
    error: &'f Text,
    can_skip: bool,
}

impl<W: Write> Printer<'_, W> {
    pub(super) fn intro(&mut self) -> io::Result<()> {
        let (quiz, intro) = (self.quiz, self.quiz.intro());
        self.paragraph(quiz.title())?;
        for text in quiz.subtitle().into_iter().chain([&intro.lead]) {
            self.paragraph(text)?;
        }
        self.items(&intro.points)?;
        if let Some(audience) = &intro.audience {
            self.line(audience)?;
        }
        writeln!(self.out)
    }

    pub(super) fn safety_screen(&mut self, screen: &Screen, step: Step, session: &Session) -> io::Result<()> {
        let words = self.quiz.words();
        writeln!(self.out, "{}", self.placeholders.progress(&words.screening_progress, step))?;
        let form = Form {
            text: &screen.text,
            help: screen.help.as_deref(),
            choices: &screen.choices,
            error: &words.screen_needs_tick,
            can_skip: false,
        };
        self.form(&form, session)
    }

    pub(super) fn question(&mut self, question: &Question, step: Step, session: &Session) -> io::Result<()> {
        let words = self.quiz.words();
        writeln!(self.out, "{}", self.placeholders.progress(words.question_progress(step.at_most), step))?;
        let form = Form {
            text: &question.text,
            help: question.help.as_deref(),
            choices: &question.choices,
            error: question.error(words),
            can_skip: !question.required,
        };
        self.form(&form, session)
    }

    fn form(&mut self, form: &Form<'_>, session: &Session) -> io::Result<()> {
        self.line(form.text)?;
        if let Some(help) = form.help {
            self.line(help)?;
        }
        let picks = session.picks();
        for (i, choice) in form.choices.iter().enumerate() {
            let mark = if picks.has(i) { '*' } else { ' ' };
            writeln!(self.out, " {mark}{:2}  {}", i + 1, self.placeholders.render(&choice.text))?;
        }
        if session.invalid_answer() {
            self.line(form.error)?;
        }
        write!(self.out, "[numbers{}; b: back; q: end] ", if form.can_skip { "; s: skip" } else { "" })?;
        self.out.flush()
    }

    pub(super) fn care_card(&mut self, stop: &Stop<'_>) -> io::Result<()> {
        let card = stop.card;
        self.paragraph(&card.heading)?;
        self.paragraph(&card.body)?;
        // Without an owner's region there is one number.
        if let (Some(label), [call, ..]) = (&card.call, self.placeholders.emergency_numbers()) {
            writeln!(self.out, "{} tel:{}\n", self.render(label), call.number.as_str())?;
        }
        if let Some(elsewhere) = self.quiz.care().and_then(|care| care.elsewhere.as_ref()) {
            self.paragraph(elsewhere)?;
        }
        self.list(&card.ticked, stop.ticked.iter().map(|choice| &choice.text))?;
        self.paragraph(&card.after)?;
        write!(self.out, "[b: {}; q: end] ", self.placeholders.render(&card.undo))?;
        self.out.flush()
    }
}
