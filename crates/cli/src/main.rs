//! `which-cause`: whether a quiz is right, whether it is fair, who gets what, how to embed it.

mod check;
mod compact;
mod counting;
mod drawings;
mod new;
mod odds;
mod progress;
mod pseudo;
mod schema;
mod score;
mod snippet;
mod source;
mod svg;
mod take;
mod test;
mod translations;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Check a quiz before anyone takes it: whether it is right, whether it is fair, who gets what, how to embed it.
#[derive(Parser)]
#[command(name = "which-cause", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  which-cause new my-quiz.json         write a small quiz to start from
  which-cause check my-quiz.json       everything that is wrong with it, and what is odd
  which-cause odds my-quiz.json        how often each result comes about by chance
  which-cause try my-quiz.json         take it in the terminal
  which-cause snippet my-quiz.json     the HTML to paste";

#[derive(Subcommand)]
enum Command {
    /// Report every problem in quiz files, and what is odd about those that are right.
    ///
    /// The drawings that lie beside a quiz file are checked with it.
    ///
    /// Of files with the same id one is the original, and the others are held to it as its translations: all but the
    /// words must be the same. The original is the one that --original names, or else the one with the shortest name.
    /// Exit code 0: no problem. 1: no problem but findings, with --strict. 2: problems.
    #[command(after_help = "Example:\n  which-cause check --strict quizzes/dense-bread.json")]
    Check(check::Options),
    /// Compute how often each result comes about when readers answer at random.
    ///
    /// Exact, by convolving the points of one question after another. Of a pick-one question each choice is equally
    /// likely; of a tick-all question each box is ticked with the chance of --tick, and the exclusive choice when none
    /// is. A quiz whose causes could have too many combinations of points is estimated from random readers instead,
    /// and says so with its error.
    #[command(after_help = "Example:\n  which-cause odds --tick 0.5 my-quiz.json")]
    Odds(odds::Options),
    /// Print one reader's result as JSON.
    ///
    /// The answers are JSON: {"safety": {screen: [flags]}, "answers": {question: choice or [choices]}}. A screen that
    /// is left out has no flags; a question that is left out is skipped. A test case of a quiz is such a file as
    /// well.
    #[command(
        after_help = "Example:\n  which-cause score my-quiz.json --answers reader.json\n  echo '{\"answers\": {}}' | which-cause score my-quiz.json --answers -"
    )]
    Score(score::Options),
    /// Run a quiz's test cases.
    ///
    /// A test case has a reader's answers and the result that they must get. Exit code 0: every case passed. 1: some
    /// did not.
    #[command(
        after_help = "Example:\n  which-cause test quizzes/upper-back-knots.json --cases quizzes/upper-back-knots.test-cases.json"
    )]
    Test(test::Options),
    /// Take a quiz in the terminal, one line a step.
    #[command(after_help = "Example:\n  which-cause try --region GB my-quiz.json")]
    Try(take::Options),
    /// Print the HTML to paste into a page, with the quiz's own intro in it.
    #[command(
        after_help = "Example:\n  which-cause snippet my-quiz.json --course https://example.org/course/ --base https://example.org/which-cause/ --dist dist"
    )]
    Snippet(snippet::Options),
    /// Print a quiz file in a pseudo-language, to see what a translation would do to it.
    ///
    /// Every text that readers see has accents, is about 40 % longer and stands in brackets: what is cut off on a
    /// screen lacks a bracket, and what does not come from the quiz file has none. Ids, points and rules stay, so the
    /// file is a translation of its original; its language is the original's with the region XA, as in "en-XA".
    #[command(after_help = "Example:\n  which-cause pseudo my-quiz.json > my-quiz.en-XA.json")]
    Pseudo(QuizFile),
    /// Make the drawings file of a quiz's pictures from SVG files.
    ///
    /// Each file becomes the drawing of its name: chin-back.svg is `chin-back`. A drawing is data and no markup, so an SVG file
    /// may have little: `path` elements with a role as their class, in a viewBox that begins at 0 0, and behind them `g`
    /// elements with `data-choice`, the regions that stand for choices. quizzes/drawings/README.md has the roles.
    #[command(
        after_help = "Example:\n  which-cause drawings quizzes/drawings/*.svg -o quizzes/upper-back-knots.drawings.json"
    )]
    Drawings(drawings::Options),
    /// Print the JSON Schema of a quiz file, for editors.
    #[command(after_help = "Example:\n  which-cause schema > quiz.schema.json")]
    Schema,
    /// Write a small quiz to start from, with notes in it.
    #[command(after_help = "Example:\n  which-cause new my-quiz.json")]
    New(new::Options),
}

/// How a command can end without having done what it was asked for.
pub(crate) enum Failure {
    /// What was asked for was done, and what it showed is not as it should be: exit code 1.
    Findings,
    /// A quiz file is wrong, and that has been told: exit code 2.
    Problems,
    /// Something else is in the way: exit code 2.
    Other(String),
    /// Whoever read what is printed wants no more of it: exit code 0, as with any command in a pipe.
    Unheard,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unheard,
            _ => Self::Other(error.to_string()),
        }
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = anstream::stdout().lock();
    let done = match cli.command {
        Command::Check(options) => check::run(&options, &mut out),
        Command::Odds(options) => odds::run(&options, &mut out),
        Command::Score(options) => score::run(&options, &mut out),
        Command::Test(options) => test::run(&options, &mut out),
        Command::Try(options) => take::run(&options, &mut out),
        Command::Snippet(options) => snippet::run(&options, &mut out),
        Command::Pseudo(options) => pseudo::run(&options, &mut out),
        Command::Drawings(options) => drawings::run(&options, &mut out),
        Command::Schema => schema::run(&mut out),
        Command::New(options) => new::run(&options, &mut out),
    };
    match done.and_then(|()| Ok(out.flush()?)) {
        Ok(()) | Err(Failure::Unheard) => ExitCode::SUCCESS,
        Err(Failure::Findings) => ExitCode::from(1),
        Err(Failure::Problems) => ExitCode::from(2),
        Err(Failure::Other(message)) => {
            anstream::eprintln!("which-cause: {message}");
            ExitCode::from(2)
        }
    }
}

/// The quiz file of a command that takes one.
#[derive(clap::Args)]
pub(crate) struct QuizFile {
    /// The quiz file; - reads it from standard input
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
}

/// Reads a chance from the command line.
pub(crate) fn chance(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(chance) if (0.0..=1.0).contains(&chance) => Ok(chance),
        _ => Err("a number from 0 to 1".to_owned()),
    }
}

/// Reads a region from the command line. UK is not ISO 3166, and what many write.
pub(crate) fn region(text: &str) -> Result<String, String> {
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic()) {
        let region = text.to_ascii_uppercase();
        Ok(if region == "UK" { "GB".to_owned() } else { region })
    } else {
        Err("a region of ISO 3166, two letters like GB or US".to_owned())
    }
}
