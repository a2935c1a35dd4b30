//! Finds the translations beside a quiz file: `bread.es.json` is the Spanish translation of `bread.json`.

use std::path::Path;

use which_cause_quiz::{Quiz, is_language};

use crate::source_file::SourceFile;

/// The languages of the translations beside a quiz file, sorted. Prints a message to standard error for each file that
/// has the name of a translation but is not one.
pub(crate) fn languages_beside(path: &Path, quiz: &Quiz) -> Vec<String> {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut languages = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(language) = name.to_str().and_then(|name| language_in_name(name, path)) else { continue };
        match check_translation(&folder.join(&name), language, quiz) {
            Ok(()) => languages.push(language.to_owned()),
            Err(why) => anstream::eprintln!("which-cause: {} is left out: {why}", name.display()),
        }
    }
    languages.sort();
    languages
}

/// The language in a file name, if it is the name of a translation of the quiz at `path`.
fn language_in_name<'n>(name: &'n str, path: &Path) -> Option<&'n str> {
    let rest = name.strip_prefix(path.file_stem()?.to_str()?)?.strip_prefix('.')?;
    let language = match path.extension() {
        Some(extension) => rest.strip_suffix(extension.to_str()?)?.strip_suffix('.')?,
        None => rest,
    };
    Some(language).filter(|language| is_language(language))
}

/// Checks that a file has the same quiz in this language. The error says why not.
fn check_translation(path: &Path, language: &str, quiz: &Quiz) -> Result<(), String> {
    let source = SourceFile::read(path)?;
    let translation = which_cause_quiz::read(&source.text)
        .map_err(|problems| format!("problems: {}; run `which-cause check` to see them", problems.len()))?;
    if translation.id() != quiz.id() {
        return Err(format!("it is a different quiz, `{}`", translation.id()));
    }
    let found = translation.language().as_str();
    if !found.eq_ignore_ascii_case(language) {
        return Err(format!("its `language` is {found}, but its name says {language}"));
    }
    Ok(())
}
