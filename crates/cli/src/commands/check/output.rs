//! Prints the reports of `which-cause check`, as text or as JSON.

use std::io::{self, Write};

use serde_json::{Value, json};
use which_cause_quiz::{BalanceAdvice, BalanceFix, JsonPath, line_and_column};

use super::file_kind::FileKind;
use super::file_report::FileReport;
use crate::json_span::{problem_span, value_span};
use crate::report::{print_findings, print_problems};

/// Prints each problem and finding with the line of the file, then a summary for each file.
pub(super) fn print_text(reports: &[FileReport], out: &mut impl Write) -> io::Result<()> {
    for report in reports {
        match &report.source {
            Ok(source) => {
                if let FileKind::Other(what) = report.kind {
                    writeln!(out, "{}: skipped: {what}", report.name)?;
                    continue;
                }
                print_problems(source, &report.problems, out)?;
                print_findings(source, &report.findings, out)?;
                print_summary(report, out)?;
            }
            Err(why) => writeln!(out, "{why}")?,
        }
    }
    Ok(())
}

fn print_summary(report: &FileReport, out: &mut impl Write) -> io::Result<()> {
    let count = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    let problems = count(report.problems.len(), "problem");
    let findings = count(report.findings.len(), "finding");
    write!(out, "{}: {problems}, {findings}", report.name)?;
    if let Some(original) = &report.original {
        write!(out, " (checked as a translation of {original})")?;
    }
    writeln!(out)
}

/// Prints the reports for programs.
pub(super) fn print_json(reports: &[FileReport], out: &mut impl Write) -> io::Result<()> {
    let files: Vec<Value> = reports.iter().map(report_json).collect();
    writeln!(out, "{:#}", json!({"files": files}))
}

fn report_json(report: &FileReport) -> Value {
    let source = match &report.source {
        Ok(source) => source,
        Err(why) => {
            let problem = json!({"kind": "unreadable", "place": "", "message": why});
            return json!({"file": report.name, "original": null, "problems": [problem], "findings": []});
        }
    };
    if let FileKind::Other(what) = report.kind {
        return json!({"file": report.name, "original": null, "passed_over": what, "problems": [], "findings": []});
    }
    let entry = |kind: &str, place: &JsonPath, message: String, offset: usize| {
        let (line, column) = line_and_column(&source.text, offset);
        json!({"kind": kind, "place": place.to_string(), "message": message, "line": line, "column": column})
    };
    let problems = report.problems.iter().map(|problem| {
        let offset = problem_span(source, problem).start;
        entry(problem.kind.code(), &problem.path, problem.kind.to_string(), offset)
    });
    let findings = report.findings.iter().map(|finding| {
        let offset = value_span(source, &finding.path).start;
        let mut entry = entry(finding.kind.code(), &finding.path, finding.kind.to_string(), offset);
        if let Some(advice) = finding.kind.advice() {
            entry["advice"] = advice_json(advice);
        }
        entry
    });
    json!({
        "file": report.name,
        "original": report.original,
        "problems": problems.collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
    })
}

/// The advice on a finding: its lines, and its parts.
fn advice_json(advice: &BalanceAdvice) -> Value {
    let drivers = advice.drivers.iter().map(|driver| {
        let leads = json!({&advice.cause: driver.leads, &advice.rarest: driver.rarest_leads});
        json!({"place": driver.path.to_string(), "points_for": driver.points_for, "without": leads})
    });
    let changes = match &advice.fix {
        Some(BalanceFix::Changes { changes, .. }) => changes.as_slice(),
        _ => &[],
    };
    let changes = changes.iter().map(
        |change| json!({"place": change.path.to_string(), "before": change.before, "after": change.after}),
    );
    json!({
        "lines": advice.lines(),
        "mostly_from": drivers.collect::<Vec<_>>(),
        "changes": changes.collect::<Vec<_>>(),
    })
}
