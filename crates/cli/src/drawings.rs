//! `drawings`: the drawings file of a quiz's pictures, from SVG files.

use std::io::Write;
use std::path::PathBuf;

use annotate_snippets::Level;
use serde_json::json;
use which_cause_quiz::DRAWINGS_FORMAT;
use which_cause_quiz::Drawings;

use crate::Failure;
use crate::compact::compact;
use crate::source::Source;
use crate::svg::{Drawn, read};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The SVG files
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Where to write the drawings; without it, they are printed
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let mut drawings: Vec<(String, String)> = Vec::new();
    let mut wrong = false;
    for path in &options.files {
        let source = Source::open(path)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match read(&source.text) {
            Ok(drawn) => drawings.push((name, as_json(&drawn))),
            Err(slips) => {
                wrong = true;
                for slip in slips {
                    source.tell(&Level::ERROR, &slip.message, slip.at, &mut anstream::stderr().lock())?;
                }
            }
        }
    }
    if wrong {
        return Err(Failure::Problems);
    }
    drawings.sort();
    let text = whole(&drawings);
    // What can still be wrong concerns no single file: a name that is no id or stands twice, too much of something.
    if let Err(problems) = Drawings::read(&text) {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        return Err(Failure::Other(lines.join("\n")));
    }
    match &options.out {
        None => out.write_all(text.as_bytes())?,
        Some(path) => std::fs::write(path, &text)
            .map_err(|error| Failure::Other(format!("{}: {error}", path.display())))?,
    }
    Ok(())
}

/// The file: a line for each drawing, so that a change to one shows as that.
fn whole(drawings: &[(String, String)]) -> String {
    let lines: Vec<String> =
        drawings.iter().map(|(name, drawing)| format!("{}:{drawing}", json!(name))).collect();
    format!("{{\"format\":{DRAWINGS_FORMAT},\"drawings\":{{\n{}\n}}}}\n", lines.join(",\n"))
}

fn as_json(drawn: &Drawn<'_>) -> String {
    let strokes: Vec<_> = drawn
        .strokes
        .iter()
        .map(|it| match it.choice {
            None => json!([it.role, compact(it.data)]),
            Some(choice) => json!([it.role, compact(it.data), choice]),
        })
        .collect();
    let [width, height] = drawn.size;
    format!("{{\"width\":{width},\"height\":{height},\"strokes\":{}}}", json!(strokes))
}
