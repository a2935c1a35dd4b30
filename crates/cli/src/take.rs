//! `try`: takes a quiz in the terminal, line by line, so that it can be piped as well.

mod result;

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use which_cause_quiz::{
    Action, Choice, Picks, Placeholders, QuestionKind, Quiz, Regions, Session, Stage, Text,
};

use crate::counting::Counting;
use crate::source::Source;
use crate::{Failure, region};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The quiz file
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// Where the reader is, as an ISO 3166 region, for emergency numbers
    #[arg(long, value_name = "REGION", value_parser = region)]
    region: Option<String>,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if options.path == Path::new("-") {
        return Err(Failure::Other("the answers come from standard input; name the quiz's file".to_owned()));
    }
    let quiz = Source::open(&options.path)?.quiz()?;
    let regions = Regions { reader: options.region.as_deref(), owner: None };
    let placeholders = quiz.placeholders(regions, Rc::new(Counting::of(quiz.language().as_str())));
    let mut taker = Taker { quiz: &quiz, placeholders, out, echo: !io::stdin().is_terminal() };
    let mut session = Session::new(quiz.clone());
    taker.title()?;
    let mut lines = io::stdin().lock().lines();
    loop {
        if !taker.ask(&session)? {
            return Ok(());
        }
        let Some(line) = lines.next().transpose()? else { return Ok(writeln!(taker.out)?) };
        if taker.echo {
            writeln!(taker.out, "{line}")?;
        }
        match line.trim() {
            "q" => return Ok(()),
            "b" => session = session.apply(&Action::Back),
            "s" => session = session.apply(&Action::Skip),
            picked => match acts(&session, picked) {
                Ok(acts) => session = acts.iter().fold(session, Session::apply),
                Err(message) => writeln!(taker.out, "{message}")?,
            },
        }
    }
}

/// What a line of numbers does: the choices with these numbers and no others, and on.
fn acts(session: &Session, line: &str) -> Result<Vec<Action>, String> {
    let (choices, picks, one): (&[Choice], Picks, bool) = match session.stage() {
        Stage::SafetyScreen(screen, step) => (&screen.choices, step.picks, false),
        Stage::Question(question, step) => {
            (&question.choices, step.picks, question.kind == QuestionKind::PickOne)
        }
        Stage::Stopped(_) | Stage::Finished(_) => return Err("b goes back, q ends".to_owned()),
    };
    let numbers = line.split([' ', ',']).filter(|it| !it.is_empty()).map(|it| {
        let number = it.parse::<usize>().ok().filter(|it| (1..=choices.len()).contains(it));
        number.ok_or_else(|| format!("`{it}` is no number from 1 to {}", choices.len()))
    });
    let numbers = numbers.collect::<Result<Vec<usize>, String>>()?;
    if one && numbers.len() > 1 {
        return Err("of this question one is picked: a single number".to_owned());
    }
    let old = choices.iter().enumerate().filter(|(i, _)| !numbers.is_empty() && picks.has(*i));
    let mut acts: Vec<Action> = old.map(|(_, it)| Action::Unpick(it.id.clone())).collect();
    acts.extend(numbers.into_iter().map(|it| Action::Pick(choices[it - 1].id.clone())));
    acts.push(Action::Next);
    Ok(acts)
}

struct Taker<'t, W> {
    quiz: &'t Quiz,
    placeholders: Placeholders,
    out: &'t mut W,
    /// Whether what is typed does not show by itself.
    echo: bool,
}

impl<W: Write> Taker<'_, W> {
    fn render(&self, text: &Text) -> String {
        self.placeholders.render(text)
    }

    fn paragraph(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}\n")
    }

    fn list(&mut self, heading: &Text, items: &[Text]) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", self.render(heading))?;
        for item in items {
            writeln!(self.out, "  - {}", self.render(item))?;
        }
        writeln!(self.out)
    }

    fn title(&mut self) -> io::Result<()> {
        let intro = self.quiz.intro();
        for text in [Some(self.quiz.title()), self.quiz.subtitle(), Some(&intro.lead)].into_iter().flatten() {
            let text = self.render(text);
            self.paragraph(&text)?;
        }
        for point in &intro.points {
            writeln!(self.out, "  - {}", self.render(point))?;
        }
        if let Some(audience) = &intro.audience {
            writeln!(self.out, "{}", self.render(audience))?;
        }
        writeln!(self.out)
    }

    /// Shows where the reader is. Whether there is anything left to answer.
    fn ask(&mut self, session: &Session) -> io::Result<bool> {
        let words = self.quiz.words();
        match session.stage() {
            Stage::SafetyScreen(screen, step) => {
                writeln!(self.out, "{}", self.placeholders.progress(&words.screening_progress, step))?;
                let needs = step.missing_answer.then_some(&words.screen_needs_tick);
                self.form(&screen.text, screen.help.as_ref(), &screen.choices, step.picks, needs, false)?;
            }
            Stage::Question(question, step) => {
                writeln!(self.out, "{}", self.placeholders.progress(&words.progress, step))?;
                let needs = match question.kind {
                    QuestionKind::PickOne => &words.question_needs_pick,
                    QuestionKind::TickAll => &words.question_needs_tick,
                };
                let needs = step.missing_answer.then_some(needs);
                self.form(
                    &question.text,
                    question.help.as_ref(),
                    &question.choices,
                    step.picks,
                    needs,
                    true,
                )?;
            }
            Stage::Stopped(stop) => {
                let card = stop.card;
                for text in [&card.heading, &card.body, &card.after] {
                    let text = self.render(text);
                    self.paragraph(&text)?;
                }
                if let Some(elsewhere) = self.quiz.care().and_then(|it| it.elsewhere.as_ref()) {
                    let text = self.render(elsewhere);
                    self.paragraph(&text)?;
                }
                write!(self.out, "[b: {}; q: end] ", self.render(&card.undo))?;
                self.out.flush()?;
            }
            Stage::Finished(outcome) => {
                self.result(&outcome)?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn form(
        &mut self,
        text: &Text,
        help: Option<&Text>,
        choices: &[Choice],
        picks: Picks,
        needs: Option<&Text>,
        skip: bool,
    ) -> io::Result<()> {
        writeln!(self.out, "{}", self.render(text))?;
        if let Some(help) = help {
            writeln!(self.out, "{}", self.render(help))?;
        }
        for (i, choice) in choices.iter().enumerate() {
            let mark = if picks.has(i) { '*' } else { ' ' };
            writeln!(self.out, " {mark}{:2}  {}", i + 1, self.render(&choice.text))?;
        }
        if let Some(needs) = needs {
            writeln!(self.out, "{}", self.render(needs))?;
        }
        write!(self.out, "[numbers{}; b: back; q: end] ", if skip { "; s: skip" } else { "" })?;
        self.out.flush()
    }
}
