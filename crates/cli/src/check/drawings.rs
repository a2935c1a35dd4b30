//! The drawings files that quiz files name, checked with them.

use std::path::{Path, PathBuf};

use which_cause_quiz::{Address, Drawings, Quiz, Value, drawing_problems, unused_drawing_findings};

use super::Checked;
use crate::source::Source;

/// Whether a file is one of drawings and not a quiz: there the drawings themselves stand where a quiz has their address.
pub(super) fn are_drawings(text: &str) -> bool {
    matches!(Value::parse(text), Ok(Value::Object(entries))
        if entries.iter().any(|(key, value)| key == "drawings" && matches!(value, Value::Object(_))))
}

/// A drawings file by itself.
pub(super) fn check(path: &Path) -> Checked {
    let mut file = Checked::of(path);
    if let Ok(source) = &file.source {
        match Drawings::read(&source.text) {
            Ok(drawings) => file.drawings = Some(drawings),
            Err(problems) => file.problems = problems,
        }
    }
    file
}

/// Reads the drawings that lie beside quiz files, and holds the quizzes and their drawings to each other.
pub(super) fn hold(files: &mut Vec<Checked>) {
    let mut named: Vec<(usize, usize)> = Vec::new();
    for i in 0..files.len() {
        let Some(path) = beside(&files[i]) else { continue };
        let place = files.iter().position(|it| it.name == Source::name_of(&path)).unwrap_or_else(|| {
            files.push(check(&path));
            files.len() - 1
        });
        named.push((i, place));
        if let (Some(quiz), Some(drawings)) = (&files[i].quiz, &files[place].drawings) {
            let found = drawing_problems(quiz, drawings);
            files[i].problems.extend(found);
        }
    }
    for place in 0..files.len() {
        let quizzes: Vec<&Quiz> =
            named.iter().filter(|it| it.1 == place).filter_map(|it| files[it.0].quiz.as_ref()).collect();
        if let Some(drawings) = files[place].drawings.as_ref().filter(|_| !quizzes.is_empty()) {
            let found = unused_drawing_findings(&quizzes, drawings);
            files[place].findings.extend(found);
        }
    }
}

/// Where on this machine the drawings of a quiz lie, as far as that can be told: beside its file, and not somewhere on the
/// web or on a server.
fn beside(file: &Checked) -> Option<PathBuf> {
    let address = file.quiz.as_ref()?.drawings().filter(|it| it.is_relative()).map(Address::as_str)?;
    let path = address.split(['?', '#']).next().filter(|it| !it.is_empty() && !it.starts_with('/'))?;
    (file.path != Path::new("-")).then(|| file.path.with_file_name(path))
}
