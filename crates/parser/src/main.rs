//! The second WebAssembly module's entry: reads what other authors write, so that the widget itself need not know how.
//!
//! A page that names no quiz of its own never fetches it. The build uses it as well, for the translations and the drawings
//! that it ships.

use wasm_bindgen::prelude::*;
use which_cause_quiz::{Drawings, Problem, decode, read};

/// The compact form of a quiz file, from its bytes, as the widget takes it.
///
/// # Errors
///
/// Where the quiz file is wrong, with every problem in the error's message, a line each.
#[wasm_bindgen]
pub fn quiz(file: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(read(text(file)?).map_err(|problems| error(&problems))?.to_bytes())
}

/// Checks the bytes of a drawings file.
///
/// # Errors
///
/// Where it is wrong, with every problem in the error's message, a line each.
#[wasm_bindgen]
pub fn drawings(file: &[u8]) -> Result<(), JsError> {
    Drawings::read(text(file)?).map(|_| ()).map_err(|problems| error(&problems))
}

/// The text in the bytes of a file, read as the command reads it.
fn text(file: &[u8]) -> Result<&str, JsError> {
    decode(file).map_err(|problem| error(&[problem]))
}

fn error(problems: &[Problem]) -> JsError {
    JsError::new(&problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn main() {}
