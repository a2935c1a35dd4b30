//! `which-cause new` writes a small quiz to start from. It asks for what the options leave open if there is a terminal.

use std::fs::OpenOptions;
use std::io::{ErrorKind, IsTerminal, Write, stdin};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use which_cause_quiz::{built_in_words, is_language};

use crate::failure::Failure;
use crate::percent_encoding::percent_encode;
use crate::source_file::is_stdin;
use crate::starter::{Start, starter};

/// The drawings file of a quiz with pictures.
const DRAWINGS: &str = include_str!("../../starter/drawings.json");

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The file to write; an existing file is not overwritten
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// The title of the quiz
    #[arg(long, value_parser = not_empty)]
    title: Option<String>,
    /// The language of the quiz, such as en or pt-BR
    #[arg(long, value_parser = parse_language)]
    language: Option<String>,
    /// The parts that the new quiz begins with
    #[arg(long, value_enum)]
    start: Option<Start>,
}

fn parse_language(text: &str) -> Result<String, String> {
    if is_language(text) {
        Ok(text.to_owned())
    } else {
        Err("give a language tag, such as en or pt-BR".to_owned())
    }
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if is_stdin(&options.path) {
        let message = "give a file name: `new` does not write to standard output";
        return Err(Failure::Other(message.to_owned()));
    }
    let path = options.path.display();
    if options.path.exists() {
        return Err(already_exists(&options.path));
    }
    let title = ask(options.title.as_ref(), "Title", "Why are my plant's leaves yellow?", out, not_empty)?;
    let language = ask(options.language.as_ref(), "Language", "en", out, parse_language)?;
    let start = ask(options.start.as_ref(), "Start (plain, safety or pictures)", "plain", out, |text| {
        Start::from_str(text, true).map_err(|_| "type plain, safety or pictures".to_owned())
    })?;
    let drawings_path = options.path.with_extension("drawings.json");
    let drawings = percent_encode(&drawings_path.file_name().unwrap_or_default().to_string_lossy());
    let quiz = starter(start, &id_for(&options.path), &title, &language, &drawings);
    if start == Start::Pictures {
        write_new(&drawings_path, DRAWINGS)?;
    }
    write_new(&options.path, &quiz.to_json())?;
    writeln!(out, "{path}: a small quiz. Next: which-cause check {path}")?;
    if built_in_words(&language).is_empty() {
        writeln!(out, "Translate `words` too: the widget has no words in {language}.")?;
    }
    Ok(())
}

/// The value of an option. Without the option, a person at a terminal is asked; an empty answer and no terminal mean the default.
fn ask<T: Clone>(
    option: Option<&T>,
    question: &str,
    default: &str,
    out: &mut impl Write,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Result<T, Failure> {
    if let Some(value) = option {
        return Ok(value.clone());
    }
    let mut answer = default.to_owned();
    loop {
        if stdin().is_terminal() {
            write!(out, "{question} [{default}]: ")?;
            out.flush()?;
            let mut line = String::new();
            // At the end of the input nobody answers any more.
            if stdin().read_line(&mut line)? > 0 && !line.trim().is_empty() {
                line.trim().clone_into(&mut answer);
            }
        }
        match parse(&answer) {
            Ok(value) => return Ok(value),
            Err(why) => writeln!(out, "{why}")?,
        }
        default.clone_into(&mut answer);
    }
}

fn not_empty(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err("type a title".to_owned()) } else { Ok(text.to_owned()) }
}

/// An id for the quiz in a file: the letters, digits and underscores of its name, with hyphens between them. It begins with a letter or a
/// digit.
fn id_for(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let words = stem.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    let id: String = id.trim_start_matches(['_', '-']).chars().take(64).collect();
    if id.is_empty() { "quiz".to_owned() } else { id }
}

fn already_exists(path: &Path) -> Failure {
    Failure::Other(format!("{}: this file already exists; give another name", path.display()))
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => already_exists(path),
            _ => Failure::Other(format!("{}: {error}", path.display())),
        })?;
    Ok(file.write_all(text.as_bytes())?)
}
