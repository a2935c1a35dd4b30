//! The subcommands, one in each file.

pub(crate) mod check;
pub(crate) mod drawings;
pub(crate) mod new;
pub(crate) mod odds;
mod pseudo;
mod schema;
pub(crate) mod score;
pub(crate) mod snippet;
pub(crate) mod test;
pub(crate) mod translate;
pub(crate) mod try_quiz;

use std::io::Write;

use crate::arguments::Command;
use crate::failure::Failure;

/// Runs a subcommand, which prints its output to `out`.
pub(crate) fn run(command: &Command, out: &mut impl Write) -> Result<(), Failure> {
    match command {
        Command::Check(options) => check::run(options, out),
        Command::Odds(options) => odds::run(options, out),
        Command::Score(options) => score::run(options, out),
        Command::Test(options) => test::run(options, out),
        Command::Try(options) => try_quiz::run(options, out),
        Command::Translate(options) => translate::run(options, out),
        Command::Snippet(options) => snippet::run(options, out),
        Command::Pseudo(quiz) => pseudo::run(quiz, out),
        Command::Drawings(options) => drawings::run(options, out),
        Command::Schema => schema::run(out),
        Command::New(options) => new::run(options, out),
    }
}
