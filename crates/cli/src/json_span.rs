//! Finds the bytes of a JSON text that a problem or a path in it is about.

use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use which_cause_quiz::{JsonPath, PathSegment, Problem, ProblemKind};

use crate::source_file::SourceFile;
use crate::text_position::{char_span, offset};

/// The part of a value that a span covers.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Key,
    Value,
}

/// The bytes that a problem is about.
pub(crate) fn problem_span(file: &SourceFile, problem: &Problem) -> Range<usize> {
    let part = match &problem.kind {
        ProblemKind::NotJson { line, column, .. } | ProblemKind::TooDeep { line, column } => {
            let start = offset(&file.text, *line, *column);
            let at_end = file.text[start..].starts_with(['\r', '\n']);
            return if at_end { start..start } else { char_span(&file.text, start) };
        }
        ProblemKind::TooLarge => return 0..0,
        ProblemKind::UnknownKey { .. } | ProblemKind::RepeatedKey | ProblemKind::NotARegionCode => Part::Key,
        // The unknown id can be a key or a value.
        ProblemKind::UnknownId { id, .. } | ProblemKind::RenamedId { id, .. } => {
            match problem.path.segments().last() {
                Some(PathSegment::Key(key)) if key == id => Part::Key,
                _ => Part::Value,
            }
        }
        _ => Part::Value,
    };
    span_in(file, &problem.path, part)
}

/// The bytes of the value at a path.
pub(crate) fn value_span(file: &SourceFile, path: &JsonPath) -> Range<usize> {
    span_in(file, path, Part::Value)
}

/// The bytes of one part of the value at a path. A repaired quote can be in the middle of the character that was written.
fn span_in(file: &SourceFile, path: &JsonPath, part: Part) -> Range<usize> {
    let Range { start, end } = span(file.json(), path, part);
    file.text.floor_char_boundary(start)..file.text.ceil_char_boundary(end)
}

/// The bytes of one part of the value at a path. If the value is missing, the first character of its parent.
fn span(text: &str, path: &JsonPath, part: Part) -> Range<usize> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        ..ParseOptions::default()
    };
    let Ok(parsed) = parse_to_ast(text, &CollectOptions::default(), &strict) else { return 0..0 };
    let Some(mut value) = parsed.value.as_ref() else { return 0..0 };
    for (i, segment) in path.segments().iter().enumerate() {
        let is_last = i + 1 == path.segments().len();
        let child = match (segment, value) {
            (PathSegment::Key(key), Value::Object(object)) => {
                // If a key is there twice, the second one is the problem.
                let property = object.properties.iter().rfind(|it| it.name.as_str() == key);
                if let Some(property) = property.filter(|_| is_last && part == Part::Key) {
                    return range(&property.name);
                }
                property.map(|property| &property.value)
            }
            (PathSegment::Item(index), Value::Array(array)) => array.elements.get(*index),
            _ => None,
        };
        match child {
            Some(child) => value = child,
            None => return char_span(text, value.range().start),
        }
    }
    match value {
        // A whole object or array would fill the screen.
        Value::Object(_) | Value::Array(_) => char_span(text, value.range().start),
        _ => shortened(text, range(value)),
    }
}

/// The first characters of a long value: a mark under all of it would fill the screen.
fn shortened(text: &str, range: Range<usize>) -> Range<usize> {
    const MAX_BYTES: usize = 60;
    range.start..range.end.min(text.floor_char_boundary(range.start + MAX_BYTES))
}

/// The byte range of a node in the syntax tree.
pub(crate) fn range(node: &impl Ranged) -> Range<usize> {
    node.range().start..node.range().end
}
