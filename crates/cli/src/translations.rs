//! The translations of a quiz file that lie beside it: of `bread.json`, `bread.es.json`.

use std::path::Path;

use which_cause_quiz::{Quiz, is_language};

use crate::source::Source;

/// The languages in which a quiz lies beside its file, in order. What is called like a translation and is none is told on
/// standard error.
pub(crate) fn beside(path: &Path, quiz: &Quiz) -> Vec<String> {
    let folder = path.parent().filter(|it| *it != Path::new("")).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut tags = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(tag) = name.to_str().and_then(|it| tag(it, path)) else { continue };
        match is_translation(&folder.join(&name), tag, quiz) {
            Ok(()) => tags.push(tag.to_owned()),
            Err(why) => anstream::eprintln!("which-cause: {} is left out: {why}", name.display()),
        }
    }
    tags.sort();
    tags
}

/// The language tag in the name of a file, if that is the name of a translation of the file at `path`.
fn tag<'n>(name: &'n str, path: &Path) -> Option<&'n str> {
    let rest = name.strip_prefix(path.file_stem()?.to_str()?)?.strip_prefix('.')?;
    let tag = match path.extension() {
        Some(ending) => rest.strip_suffix(ending.to_str()?)?.strip_suffix('.')?,
        None => rest,
    };
    Some(tag).filter(|it| is_language(it))
}

/// Whether a file has the quiz in a language.
fn is_translation(path: &Path, tag: &str, quiz: &Quiz) -> Result<(), String> {
    let source = Source::read(path)?;
    let translation = which_cause_quiz::read(&source.text)
        .map_err(|problems| format!("problems: {}; see `which-cause check`", problems.len()))?;
    if translation.id() != quiz.id() {
        return Err(format!("it is another quiz, `{}`", translation.id()));
    }
    let language = translation.language().as_str();
    if !language.eq_ignore_ascii_case(tag) {
        return Err(format!("its `language` is {language}, its name says {tag}"));
    }
    Ok(())
}
