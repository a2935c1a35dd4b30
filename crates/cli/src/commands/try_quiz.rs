//! `which-cause try` takes a quiz in the terminal. It reads one line for each step, so the answers can come from a pipe.

mod input;
mod printer;
mod result;
mod screens;

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::rc::Rc;

use which_cause_quiz::{Action, Regions, Session, Stage};

use self::input::actions_for;
use self::printer::Printer;
use crate::arguments::parse_region;
use crate::failure::Failure;
use crate::number_format::CldrNumberFormat;
use crate::source_file::{SourceFile, is_stdin};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The quiz file
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// The ISO 3166 region of the reader, for emergency numbers
    #[arg(long, value_name = "REGION", value_parser = parse_region)]
    region: Option<String>,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if is_stdin(&options.path) {
        let message = "name the quiz's file: `try` reads the answers from standard input";
        return Err(Failure::Other(message.to_owned()));
    }
    let quiz = SourceFile::open(&options.path)?.quiz()?;
    let regions = Regions { reader: options.region.as_deref(), owner: None };
    let number_format = Rc::new(CldrNumberFormat::new(quiz.language().as_str()));
    let mut printer = Printer { quiz: &quiz, placeholders: quiz.placeholders(regions, number_format), out };
    let mut session = Session::new(quiz.clone());
    printer.intro()?;
    let stdin = io::stdin();
    // A terminal shows what the reader types. A pipe does not.
    let echo = !stdin.is_terminal();
    let mut lines = stdin.lock().lines();
    loop {
        match session.stage() {
            Stage::SafetyScreen(screen, step) => printer.safety_screen(screen, step, &session)?,
            Stage::Question(question, step) => printer.question(question, step, &session)?,
            Stage::Stopped(stop) => printer.care_card(&stop)?,
            Stage::Finished(outcome) => return Ok(printer.result(&outcome)?),
        }
        let Some(line) = lines.next().transpose()? else { return Ok(writeln!(printer.out)?) };
        if echo {
            writeln!(printer.out, "{line}")?;
        }
        match line.trim() {
            "q" => return Ok(()),
            "b" => session = session.apply(&Action::Back),
            "s" => session = session.apply(&Action::Skip),
            numbers => match actions_for(numbers, &session) {
                Ok(actions) => session = actions.iter().fold(session, Session::apply),
                Err(message) => writeln!(printer.out, "{message}")?,
            },
        }
    }
}
