//! Finds the translations beside a quiz file: `bread.es.json` is the Spanish translation of `bread.json`.

use std::path::{Path, PathBuf};

use which_cause_quiz::{Quiz, is_language, translation_file_name, translation_misfit};

use crate::source_file::{SourceFile, is_stdin};

/// The translation of a quiz into a language: that beside the quiz, or else a new file. Upper and lower case in a language are the
/// same; a file with the same case comes first.
pub(crate) fn translation_into(path: &Path, language: &str) -> (String, PathBuf) {
    let beside = translations_beside(path).into_iter();
    let same = beside.filter(|(other, _)| other.eq_ignore_ascii_case(language));
    same.min_by_key(|(other, _)| other != language).unwrap_or_else(|| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        (language.to_owned(), path.with_file_name(translation_file_name(&name, language)))
    })
}

/// The files that have the name of a translation of the quiz at `path`, with the languages in their names, sorted.
pub(crate) fn translations_beside(path: &Path) -> Vec<(String, PathBuf)> {
    if is_stdin(path) {
        return Vec::new();
    }
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(String, PathBuf)> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let name = name.to_str()?;
            Some((language_in_name(name, path)?.to_owned(), path.with_file_name(name)))
        })
        .collect();
    found.sort();
    found
}

/// The language in the name of a translation, and the path of the original beside it. `None` if there is no such file.
pub(crate) fn original_beside(path: &Path) -> Option<(String, PathBuf)> {
    let name = path.file_name()?.to_str()?;
    let extension =
        path.extension().and_then(|it| it.to_str()).map(|it| format!(".{it}")).unwrap_or_default();
    let (stem, language) = name.strip_suffix(&extension)?.rsplit_once('.')?;
    let original = path.with_file_name(format!("{stem}{extension}"));
    (is_language(language) && original.is_file()).then(|| (language.to_owned(), original))
}

/// The languages of the translations beside a quiz file, sorted. Prints a message to standard error for each file that
/// has the name of a translation but is not one.
pub(crate) fn languages_beside(path: &Path, quiz: &Quiz) -> Vec<String> {
    let mut languages = Vec::new();
    for (language, file) in translations_beside(path) {
        match check_translation(&file, &language, quiz) {
            Ok(()) => languages.push(language),
            Err(why) => {
                let name = file.file_name().unwrap_or_default().display();
                anstream::eprintln!("which-cause: {name} is left out: {why}");
            }
        }
    }
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
    match translation_misfit(quiz, &translation) {
        Some(why) => Err(format!("it does not fit its original: {why}")),
        None => Ok(()),
    }
}
