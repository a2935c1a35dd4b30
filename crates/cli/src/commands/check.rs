//! `which-cause check` reports the problems and findings of quiz files and their drawings files.

mod drawings;
mod file_kind;
mod file_report;
mod output;
mod photos;
mod test_cases;
mod translations;

use std::io::Write;
use std::path::PathBuf;

use crate::arguments::parse_chance;
use crate::failure::Failure;
use crate::progress_bar::ProgressBar;

use self::file_kind::FileKind;
use self::file_report::FileReport;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The quiz files; - reads standard input. JSON files among them that are something else are skipped
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The original of translations that are not beside it; without it, the file with the shortest name
    #[arg(long, value_name = "FILE")]
    original: Option<PathBuf>,
    /// The chance that a random reader ticks a box, 0 to 1
    #[arg(long, value_name = "P", default_value_t = 0.25, value_parser = parse_chance)]
    tick: f64,
    /// Also find causes without a test case, and exit with code 1 if there is any finding
    #[arg(long)]
    strict: bool,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let mut reports: Vec<FileReport> = Vec::new();
    let progress = ProgressBar::start();
    for path in translations::with_files_beside(options.original.iter().chain(&options.files)) {
        reports.push(FileReport::check(&path, options.tick, &progress));
    }
    // Without a quiz among them, a file was meant to be one.
    if reports.iter().all(|report| matches!(report.kind, FileKind::Other(_))) {
        for report in &mut reports {
            report.check_quiz(options.tick, &progress);
        }
    }
    drop(progress);
    test_cases::check_beside(&mut reports);
    translations::compare(&mut reports, options.original.as_deref());
    drawings::check_beside(&mut reports);
    photos::check_beside(&mut reports);
    if options.strict {
        test_cases::find_untested(&mut reports);
    }
    if options.json {
        output::print_json(&reports, out)?;
    } else {
        output::print_text(&reports, out)?;
    }
    if reports.iter().any(FileReport::is_invalid) {
        Err(Failure::Problems)
    } else if options.strict && reports.iter().any(|report| !report.findings.is_empty()) {
        Err(Failure::Findings)
    } else {
        Ok(())
    }
}
