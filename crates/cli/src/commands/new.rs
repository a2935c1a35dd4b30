//! `which-cause new` writes a small quiz to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use crate::failure::Failure;
use crate::source_file::is_stdin;

/// A small valid and fair quiz, with notes for the author.
const STARTER_QUIZ: &str = include_str!("../../../../quizzes/starter.json");

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The file to write; an existing file is not overwritten
    #[arg(value_name = "FILE")]
    path: PathBuf,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if is_stdin(&options.path) {
        let message = "give a file name: `new` does not write to standard output";
        return Err(Failure::Other(message.to_owned()));
    }
    let path = options.path.display();
    let mut file = OpenOptions::new().write(true).create_new(true).open(&options.path).map_err(|error| {
        let why = match error.kind() {
            ErrorKind::AlreadyExists => "this file already exists; give another name".to_owned(),
            _ => error.to_string(),
        };
        Failure::Other(format!("{path}: {why}"))
    })?;
    file.write_all(STARTER_QUIZ.as_bytes())?;
    writeln!(out, "{path}: a small quiz. Next: which-cause check {path}")?;
    Ok(())
}
