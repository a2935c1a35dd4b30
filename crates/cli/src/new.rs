//! `new`: a small quiz to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::Failure;

/// The small quiz: right, fair, and with notes on what is what.
const SMALL_QUIZ: &str = include_str!("../../../quizzes/starter.json");

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The file to write; one that is there already stays as it is
    #[arg(value_name = "FILE")]
    path: PathBuf,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if options.path == Path::new("-") {
        return Err(Failure::Other("`new` writes a file; give it a name".to_owned()));
    }
    let path = options.path.display();
    let mut file = OpenOptions::new().write(true).create_new(true).open(&options.path).map_err(|error| {
        let why = match error.kind() {
            ErrorKind::AlreadyExists => "is there already; name another file".to_owned(),
            _ => error.to_string(),
        };
        Failure::Other(format!("{path}: {why}"))
    })?;
    file.write_all(SMALL_QUIZ.as_bytes())?;
    writeln!(out, "{path}: a small quiz. Next: which-cause check {path}")?;
    Ok(())
}
