//! `which-cause translate` makes the translations of a quiz, and brings them up to date.

use std::io::Write;
use std::path::{Path, PathBuf};

use which_cause_quiz::{
    ChangedTexts, TranslationUpdate, Value, is_language, language_of, update_translation,
};

use crate::failure::Failure;
use crate::number_format::CldrNumberFormat;
use crate::source_file::{SourceFile, is_stdin};
use crate::translation_files::{translation_into, translations_beside};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The quiz file, in its original language
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// The language to translate into, such as de or pt-BR. Without it, every translation beside the file is updated
    #[arg(long, value_name = "LANGUAGE", value_parser = parse_language)]
    to: Vec<String>,
}

/// Parses a language tag.
fn parse_language(text: &str) -> Result<String, String> {
    if is_language(text) {
        Ok(text.to_owned())
    } else {
        Err("give a language tag of BCP 47, such as de or pt-BR".to_owned())
    }
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if is_stdin(&options.path) {
        return Err(Failure::Other("give a file name: `translate` writes a file beside it".to_owned()));
    }
    let source = SourceFile::open(&options.path)?;
    let quiz = source.quiz()?;
    let original = source.or_print_problems(Value::parse(&source.text).map_err(|problem| vec![problem]))?;
    let own_language = quiz.language().as_str();
    let translations = if options.to.is_empty() {
        let beside = translations_beside(&options.path).into_iter();
        beside.filter(|(language, path)| is_translation(language, path, own_language)).collect()
    } else {
        options.to.iter().map(|language| translation_into(&options.path, language)).collect::<Vec<_>>()
    };
    if translations.is_empty() {
        let message = format!("{} has no translation yet; add --to with a language", source.name);
        return Err(Failure::Other(message));
    }
    for (language, path) in &translations {
        if language.eq_ignore_ascii_case(own_language) {
            return Err(Failure::Other(format!("{} is in {language} already", source.name)));
        }
        let is_copy = |file: &Value| is_in(file, own_language) && id_of(file) == Some(quiz.id().as_str());
        if json_in(path).as_ref().is_some_and(is_copy) {
            let message = format!(
                "{} is in {own_language}, like {}; it may be a copy, so it stays as it is",
                path.display(),
                source.name
            );
            return Err(Failure::Other(message));
        }
    }
    for (language, path) in translations {
        translate(&original, quiz.id().as_str(), &language, &path, out)?;
    }
    Ok(())
}

/// Whether a file beside the quiz may be its translation into the language in its name. Prints a message to standard error if it is in
/// another language: a copy of the quiz can have such a name, like `bread.old.json`.
fn is_translation(language: &str, path: &Path, own_language: &str) -> bool {
    // A file that cannot be read is reported later.
    let file = json_in(path);
    let found = file.as_ref().and_then(language_of).unwrap_or(language);
    let is_translation = found.eq_ignore_ascii_case(language) && !language.eq_ignore_ascii_case(own_language);
    if !is_translation {
        let name = path.file_name().unwrap_or_default().display();
        anstream::eprintln!("which-cause: {name} is left out: it is in {found}");
    }
    is_translation
}

/// Whether a quiz file is in a language.
fn is_in(file: &Value, language: &str) -> bool {
    language_of(file).is_some_and(|found| found.eq_ignore_ascii_case(language))
}

/// The JSON in a file. `None` if it cannot be read.
fn json_in(path: &Path) -> Option<Value> {
    Value::parse(&SourceFile::read(path).ok()?.text).ok()
}

/// Makes one translation of the quiz `id` or updates it, and says what is left to do.
fn translate(
    original: &Value,
    id: &str,
    language: &str,
    path: &Path,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let before = if path.exists() {
        let source = SourceFile::open(path)?;
        let value = source.or_print_problems(Value::parse(&source.text).map_err(|problem| vec![problem]))?;
        if let Some(other) = id_of(&value).filter(|other| *other != id) {
            let message =
                format!("{} has the id `{other}`, so it is not a translation of `{id}`", path.display());
            return Err(Failure::Other(message));
        }
        Some((source, value))
    } else {
        None
    };
    let numbers = CldrNumberFormat::new(language);
    let value = before.as_ref().map(|(_, value)| value);
    let update = update_translation(original, value, language, ChangedTexts::HoldTheOriginal, &numbers);
    // A file with the same content keeps its line breaks.
    if before.as_ref().is_none_or(|(_, value)| *value != update.file) {
        let write = std::fs::write(path, update.file.to_json());
        write.map_err(|error| Failure::Other(format!("{}: {error}", path.display())))?;
    }
    print_summary(path, &update, out)
}

/// The id of the quiz in a file.
fn id_of(file: &Value) -> Option<&str> {
    file.get("id")?.as_str()
}

fn print_summary(path: &Path, update: &TranslationUpdate, out: &mut impl Write) -> Result<(), Failure> {
    let TranslationUpdate { new, changed, removed, untranslated, .. } = update;
    write!(out, "{}: {new} new, {changed} changed, {removed} removed; ", path.display())?;
    match untranslated {
        0 => writeln!(out, "nothing to translate")?,
        1 => writeln!(out, "1 text to translate, listed in `untranslated`")?,
        _ => writeln!(out, "{untranslated} texts to translate, listed in `untranslated`")?,
    }
    Ok(())
}
