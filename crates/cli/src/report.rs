//! Prints problems and findings, each with the line of the file and a caret under the place.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use which_cause_quiz::ProblemKind::{PlaceholderNeedsPart, RenamedId, UnknownId};
use which_cause_quiz::{Finding, Problem};

use crate::json_span::{problem_span, value_span};
use crate::source_file::SourceFile;

/// Prints the problems of a file as errors.
pub(crate) fn print_problems(
    file: &SourceFile,
    problems: &[Problem],
    out: &mut impl Write,
) -> io::Result<()> {
    for (i, problem) in problems.iter().enumerate() {
        if problems[..i].iter().any(|earlier| is_same(earlier, problem)) {
            continue;
        }
        let same: Vec<&Problem> = problems[i..].iter().filter(|later| is_same(problem, later)).collect();
        let message = match same.len() {
            1 => problem.to_string(),
            places => format!("{problem} ({places} places)"),
        };
        let spans = same.iter().map(|problem| problem_span(file, problem));
        print_annotated(file, &Level::ERROR, &message, spans.collect(), None, out)?;
    }
    Ok(())
}

/// Whether two problems are one mistake in two places, such as the old name of a renamed cause.
fn is_same(one: &Problem, other: &Problem) -> bool {
    let is_about_a_name =
        matches!(one.kind, UnknownId { .. } | RenamedId { .. } | PlaceholderNeedsPart { .. });
    let is_same_kind = match (&one.kind, &other.kind) {
        // What it was renamed to can differ from place to place.
        (RenamedId { what, id, .. }, RenamedId { what: other_what, id: other_id, .. }) => {
            (what, id) == (other_what, other_id)
        }
        (one, other) => one == other,
    };
    is_about_a_name && is_same_kind || one == other
}

/// Prints the findings about a file as warnings.
pub(crate) fn print_findings(
    file: &SourceFile,
    findings: &[Finding],
    out: &mut impl Write,
) -> io::Result<()> {
    for finding in findings {
        let span = value_span(file, &finding.path);
        let advice = finding.kind.advice().map(|advice| advice.lines().join("\n"));
        let message = finding.to_string();
        print_annotated(file, &Level::WARNING, &message, vec![span], advice.as_deref(), out)?;
    }
    Ok(())
}

/// Prints one message with the lines of the file that it is about, and advice under them.
pub(crate) fn print_annotated(
    file: &SourceFile,
    level: &Level<'_>,
    message: &str,
    spans: Vec<Range<usize>>,
    advice: Option<&str>,
    out: &mut impl Write,
) -> io::Result<()> {
    let annotations = spans.into_iter().map(|span| AnnotationKind::Primary.span(span));
    let snippet = Snippet::source(&file.text).path(&file.name).annotations(annotations);
    let report = level.clone().primary_title(message).element(snippet);
    let report = report.elements(advice.map(|lines| Level::HELP.message(lines)));
    writeln!(out, "{}\n", Renderer::styled().render(&[report]))
}
