//! A quiz file on disk, and reports that point into it.

use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use which_cause_quiz::Finding;
use which_cause_quiz::{self, MAX_FILE_BYTES, PathSegment, Problem, ProblemKind, Quiz, decode, read};

use crate::Failure;

/// The text of a file, and what to call it.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    /// What a file is called in what is told of it.
    pub(crate) fn name_of(path: &Path) -> String {
        if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
    }

    /// Reads a file, or standard input where it is called `-`.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        Self::read(path).map_err(|why| Failure::Other(format!("{}: {why}", Self::name_of(path))))
    }

    /// The same; where it cannot be read, why.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        // A byte more than is read at all and a byte order mark, so that too large a file is seen to be that.
        let most = MAX_FILE_BYTES as u64 + 4;
        let mut bytes = Vec::new();
        let read = if path == Path::new("-") {
            io::stdin().lock().take(most).read_to_end(&mut bytes)
        } else {
            std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
        };
        read.map_err(|error| error.to_string())?;
        let text = match decode(&bytes) {
            Ok(text) => text.to_owned(),
            // What is read next says so, with a place.
            Err(Problem { kind: ProblemKind::TooLarge, .. }) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(problem) => return Err(problem.kind.to_string()),
        };
        Ok(Self { name: Self::name_of(path), text })
    }

    /// The quiz in it; where it is wrong, the problems are told on standard error.
    pub(crate) fn quiz(&self) -> Result<Arc<Quiz>, Failure> {
        self.right(read(&self.text)).map(Arc::new)
    }

    /// What was read from it; what is wrong with it is told on standard error.
    pub(crate) fn right<T>(&self, read: Result<T, Vec<Problem>>) -> Result<T, Failure> {
        read.or_else(|problems| {
            self.tell_problems(&problems, &mut anstream::stderr().lock())?;
            Err(Failure::Problems)
        })
    }

    pub(crate) fn tell_problems(&self, problems: &[Problem], out: &mut impl Write) -> io::Result<()> {
        for problem in problems {
            let at = self.span_of_problem(problem);
            self.tell(&Level::ERROR, &problem.to_string(), at, out)?;
        }
        Ok(())
    }

    pub(crate) fn tell_findings(&self, findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
        for finding in findings {
            let at = self.span(&finding.path, false);
            self.tell(&Level::WARNING, &finding.to_string(), at, out)?;
        }
        Ok(())
    }

    /// Tells of one place, with the line it is on and a caret under it.
    pub(crate) fn tell(
        &self,
        level: &Level<'_>,
        title: &str,
        at: Range<usize>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mark = AnnotationKind::Primary.span(at);
        let snippet = Snippet::source(&self.text).path(&self.name).annotation(mark);
        let report = level.clone().primary_title(title).element(snippet);
        writeln!(out, "{}\n", Renderer::styled().render(&[report]))
    }

    /// The line and the column of a place, both from 1, for reports without pictures.
    pub(crate) fn line_and_column(&self, at: usize) -> (usize, usize) {
        let before = &self.text[..at.min(self.text.len())];
        let line_start = before.rfind('\n').map_or(0, |it| it + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    pub(crate) fn span_of_problem(&self, problem: &Problem) -> Range<usize> {
        match &problem.kind {
            ProblemKind::NotJson { line, column, .. } | ProblemKind::TooDeep { line, column } => {
                let mut lines = self.text.split_inclusive('\n');
                let start: usize = lines.by_ref().take(line.saturating_sub(1)).map(str::len).sum();
                let before = lines.next().unwrap_or_default().chars().take(column.saturating_sub(1));
                self.mark(start + before.map(char::len_utf8).sum::<usize>())
            }
            ProblemKind::TooLarge => 0..0,
            ProblemKind::UnknownKey { .. } | ProblemKind::RepeatedKey | ProblemKind::NotARegionCode => {
                self.span(&problem.path, true)
            }
            // The id may be the key there, or what stands under it.
            ProblemKind::UnknownId { id, .. } => {
                let key = matches!(problem.path.segments().last(), Some(PathSegment::Key(key)) if key == id);
                self.span(&problem.path, key)
            }
            _ => self.span(&problem.path, false),
        }
    }

    /// Where a place stands in the text: the value there, or its key. What is missing is where its parent begins.
    pub(crate) fn span(&self, place: &which_cause_quiz::JsonPath, key: bool) -> Range<usize> {
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            ..ParseOptions::default()
        };
        let Ok(parsed) = parse_to_ast(&self.text, &CollectOptions::default(), &strict) else { return 0..0 };
        let Some(mut value) = parsed.value.as_ref() else { return 0..0 };
        for (i, step) in place.segments().iter().enumerate() {
            let last = i + 1 == place.segments().len();
            let child = match (step, value) {
                (PathSegment::Key(name), Value::Object(object)) => {
                    let named = |it: &&ObjectProp<'_>| it.name.as_str() == name;
                    // Of a key that stands twice, the second is the one that is wrong.
                    let found = object.properties.iter().rfind(named);
                    if let Some(property) = found.filter(|_| last && key) {
                        return property.name.range().start..property.name.range().end;
                    }
                    found.map(|it| &it.value)
                }
                (PathSegment::Item(index), Value::Array(array)) => array.elements.get(*index),
                _ => None,
            };
            match child {
                Some(child) => value = child,
                None => return self.mark(value.range().start),
            }
        }
        match value {
            // A whole object or list would fill the screen: where it begins is enough.
            Value::Object(_) | Value::Array(_) => self.mark(value.range().start),
            _ => value.range().start..value.range().end,
        }
    }

    /// One character.
    fn mark(&self, at: usize) -> Range<usize> {
        let at = (0..=at.min(self.text.len())).rev().find(|i| self.text.is_char_boundary(*i)).unwrap_or(0);
        let length = self.text[at..].chars().next().map_or(0, char::len_utf8);
        at..at + length
    }
}
