//! `which-cause`, the author's command. It checks, tests and embeds quiz files.
//!
//! Each subcommand is a file in `commands`. The other files hold code that several subcommands share.

mod arguments;
mod commands;
mod failure;
mod json_span;
mod number_format;
mod path_shortener;
mod percent_encoding;
mod photo_file;
mod progress_bar;
mod report;
mod source_file;
mod starter;
mod svg_drawing;
mod text_position;
mod translation_files;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Cli;
use crate::failure::Failure;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = anstream::stdout().lock();
    let result = commands::run(&cli.command, &mut out);
    match result.and_then(|()| Ok(out.flush()?)) {
        Ok(()) | Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Err(Failure::Findings) => ExitCode::from(1),
        Err(Failure::Problems) => ExitCode::from(2),
        Err(Failure::Other(message)) => {
            anstream::eprintln!("which-cause: {message}");
            ExitCode::from(2)
        }
    }
}
