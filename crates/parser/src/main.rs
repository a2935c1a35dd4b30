//! The second WebAssembly module: it parses quiz files of other authors, so the widget's module has no JSON parser.
//!
//! Only a page with its own quiz fetches it. The build uses it for the translations and the drawings of the five-cause quiz.

use wasm_bindgen::prelude::*;
use which_cause_quiz::{Drawings, Problem, Quiz, decode, read, translation_misfit};

/// Checks a quiz file and encodes it for the widget. A translation comes with the file of its `original`.
///
/// # Errors
///
/// If the quiz file is wrong: the message has every problem, one on each line. If the translation does not fit its original, so that
/// a reader could get another result.
#[wasm_bindgen]
pub fn quiz(file: &[u8], original: Option<Box<[u8]>>) -> Result<Vec<u8>, JsError> {
    let quiz = read_quiz(file)?;
    if let Some(original) = original
        && let Some(why) = translation_misfit(&read_quiz(&original)?, &quiz)
    {
        return Err(JsError::new(&why));
    }
    Ok(quiz.to_bytes())
}

fn read_quiz(file: &[u8]) -> Result<Quiz, JsError> {
    read(text(file)?).map_err(|problems| error(&problems))
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
