//! `which-cause translate` makes the translations of a quiz, and brings them up to date.

use std::io::Write;
use std::path::{Path, PathBuf};

use which_cause_quiz::{ChangedTexts, TranslationUpdate, Value, is_language, update_translation};

use crate::failure::Failure;
use crate::number_format::CldrNumberFormat;
use crate::source_file::{SourceFile, is_stdin};
use crate::translation_files::{translation_into, translations_beside};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The quiz file, in its original language
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// The language to translate into, such as de or pt-BR; without it, those of all translations beside the file
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
    let languages = if options.to.is_empty() {
        translations_beside(&options.path).into_iter().map(|(language, _)| language).collect()
    } else {
        options.to.clone()
    };
    if languages.is_empty() {
        let message = format!("{} has no translation yet; add --to with a language", source.name);
        return Err(Failure::Other(message));
    }
    for language in languages {
        if language.eq_ignore_ascii_case(quiz.language().as_str()) {
            return Err(Failure::Other(format!("{} is in {language} already", source.name)));
        }
        let (language, path) = translation_into(&options.path, &language);
        translate(&original, quiz.id().as_str(), &language, &path, out)?;
    }
    Ok(())
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
                format!("{} has the id `{other}`, so it is no translation of `{id}`", path.display());
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
    let Value::Object(entries) = file else { return None };
    entries.iter().find_map(|(key, value)| match value {
        Value::String(id) if key == "id" => Some(&**id),
        _ => None,
    })
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
