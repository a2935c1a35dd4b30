//! The second WebAssembly module: it parses quiz files of other authors, so the widget's module has no JSON parser.
//!
//! Only a page with its own quiz fetches it. The build uses it for the translations and the drawings of the five-cause quiz.

use wasm_bindgen::prelude::*;
use which_cause_quiz::{Drawings, Problem, decode, read};

/// Checks a quiz file and encodes it for the widget.
///
/// # Errors
///
/// If the quiz file is wrong. The message has every problem, one on each line.
#[wasm_bindgen]
pub fn quiz(file: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(read(text(file)?).map_err(|problems| error(&problems))?.to_bytes())
}

/// Checks the bytes of a drawings file.
///
/// # Errors
///
/// If the drawings file is wrong. The message has every problem, one on each line.
#[wasm_bindgen]
pub fn drawings(file: &[u8]) -> Result<(), JsError> {
    Drawings::read(text(file)?).map(|_| ()).map_err(|problems| error(&problems))
}

/// Decodes the text of a file, like the command `which-cause`.
fn text(file: &[u8]) -> Result<&str, JsError> {
    decode(file).map_err(|problem| error(&[problem]))
}

fn error(problems: &[Problem]) -> JsError {
    JsError::new(&problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn main() {}
