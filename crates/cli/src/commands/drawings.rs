//! `which-cause drawings` makes a drawings file from SVG files.

use std::io::Write;
use std::path::{Path, PathBuf};

use annotate_snippets::Level;
use serde_json::json;
use which_cause_quiz::{DRAWINGS_FORMAT, Drawings, JsonPath, Problem, ProblemKind};

use crate::failure::Failure;
use crate::path_shortener::shorten_path;
use crate::report::print_annotated;
use crate::source_file::SourceFile;
use crate::svg_drawing::{self, ColorRole, ColorUse, SvgDrawing};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The SVG files
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The role of a color, such as '#86b37a=cloth'; `none` leaves it out. Without it, the command chooses one and prints it. The roles
    /// of fills are body, cloth, thing, paper, ink and spot, and those of lines are line, fine, guide and mark
    #[arg(long = "role", value_name = "COLOR=ROLE")]
    roles: Vec<ColorRole>,
    /// The drawings file to write; without it, the drawings are printed
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if let Some(out) = options.out.as_ref().filter(|out| options.files.iter().any(|file| is_same(file, out)))
    {
        let message = format!("{} is one of the SVG files; give another name to --out", out.display());
        return Err(Failure::Other(message));
    }
    let mut drawings: Vec<(String, String)> = Vec::new();
    let mut colors: Vec<ColorUse> = Vec::new();
    let mut has_errors = false;
    for path in &options.files {
        let file = SourceFile::open_whole(path)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match svg_drawing::read(&file.text, &options.roles) {
            Ok(drawing) => {
                drawings.push((name, drawing_json(&drawing)));
                for color in drawing.colors {
                    if !colors.contains(&color) {
                        colors.push(color);
                    }
                }
            }
            Err(errors) => {
                has_errors = true;
                let mut stderr = anstream::stderr().lock();
                for error in errors {
                    print_annotated(
                        &file,
                        &Level::ERROR,
                        &error.message,
                        vec![error.span],
                        None,
                        &mut stderr,
                    )?;
                }
            }
        }
    }
    if has_errors {
        return Err(Failure::Problems);
    }
    drawings.sort();
    let text = file_json(&drawings);
    // Some problems need all files: a name that is not an id, a name that comes twice, too many drawings.
    let problems = match Drawings::read(&text) {
        // A key that begins with `_` is a note, so a drawing of such a name is left out.
        Ok(read) => {
            let left_out = drawings.iter().filter(|(name, _)| read.named(name).is_none());
            left_out.map(|(name, _)| not_an_id(name)).collect()
        }
        Err(problems) => problems,
    };
    if !problems.is_empty() {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        return Err(Failure::Other(lines.join("\n")));
    }
    if !colors.is_empty() {
        anstream::eprintln!("The roles of the colors:");
        for color in colors {
            anstream::eprintln!("  {color}");
        }
    }
    match &options.out {
        None => out.write_all(text.as_bytes())?,
        Some(path) => std::fs::write(path, &text)
            .map_err(|error| Failure::Other(format!("{}: {error}", path.display())))?,
    }
    Ok(())
}

/// Whether two paths lead to the same file.
fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

fn not_an_id(name: &str) -> Problem {
    Problem {
        path: JsonPath::to_key("drawings").key(name),
        kind: ProblemKind::NotAnId { found: name.to_owned() },
    }
}

/// The drawings file. Each drawing has a line of its own, so a diff shows which drawings changed.
fn file_json(drawings: &[(String, String)]) -> String {
    let lines: Vec<String> =
        drawings.iter().map(|(name, drawing)| format!("{}:{drawing}", json!(name))).collect();
    format!("{{\"format\":{DRAWINGS_FORMAT},\"drawings\":{{\n{}\n}}}}\n", lines.join(",\n"))
}

fn drawing_json(drawing: &SvgDrawing) -> String {
    let strokes = drawing.strokes.iter().map(|stroke| {
        let (role, data) = (stroke.role.as_str(), shorten_path(&stroke.data));
        match &stroke.choice {
            None => json!([role, data]),
            Some(choice) => json!([role, data, choice]),
        }
    });
    let [width, height] = drawing.size;
    format!("{{\"width\":{width},\"height\":{height},\"strokes\":{}}}", json!(strokes.collect::<Vec<_>>()))
}
