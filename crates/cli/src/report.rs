//! Prints problems and findings, each with the line of the file and a caret under the place.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use which_cause_quiz::Finding;
use which_cause_quiz::Problem;

use crate::json_span::{problem_span, value_span};
use crate::source_file::SourceFile;

/// Prints the problems of a file as errors.
pub(crate) fn print_problems(
    file: &SourceFile,
    problems: &[Problem],
    out: &mut impl Write,
) -> io::Result<()> {
    for problem in problems {
        let span = problem_span(&file.text, problem);
        print_annotated(file, &Level::ERROR, &problem.to_string(), span, out)?;
    }
    Ok(())
}

/// Prints the findings about a file as warnings.
pub(crate) fn print_findings(
    file: &SourceFile,
    findings: &[Finding],
    out: &mut impl Write,
) -> io::Result<()> {
    for finding in findings {
        let span = value_span(&file.text, &finding.path);
        print_annotated(file, &Level::WARNING, &finding.to_string(), span, out)?;
    }
    Ok(())
}

/// Prints one message with the line of the file that it is about.
pub(crate) fn print_annotated(
    file: &SourceFile,
    level: &Level<'_>,
    message: &str,
    span: Range<usize>,
    out: &mut impl Write,
) -> io::Result<()> {
    let annotation = AnnotationKind::Primary.span(span);
    let snippet = Snippet::source(&file.text).path(&file.name).annotation(annotation);
    let report = level.clone().primary_title(message).element(snippet);
    writeln!(out, "{}\n", Renderer::styled().render(&[report]))
}
