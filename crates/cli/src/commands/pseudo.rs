//! `which-cause pseudo` prints a pseudo-translation of a quiz: longer texts with accents, in brackets.

use std::io::Write;
use std::ops::Range;

use jsonc_parser::ast::Value as Node;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::json;
use which_cause_quiz::{Value, pseudo_translation};

use crate::arguments::QuizFile;
use crate::failure::Failure;
use crate::json_span::range;
use crate::source_file::SourceFile;

/// A value of the file and the text that replaces it.
type Replacement = (Range<usize>, String);

pub(crate) fn run(options: &QuizFile, out: &mut impl Write) -> Result<(), Failure> {
    let file = SourceFile::open(&options.path)?;
    // The quiz is valid, so its file is JSON.
    file.quiz()?;
    let parsed = parse_to_ast(&file.text, &CollectOptions::default(), &ParseOptions::default());
    let (Some(root), Ok(original)) = (parsed.ok().and_then(|it| it.value), Value::parse(&file.text)) else {
        return Err(Failure::Problems);
    };
    let mut replacements = Vec::new();
    replace_texts(&root, &original, &pseudo_translation(&original), &mut replacements);
    let mut copied = 0;
    for (span, text) in replacements {
        write!(out, "{}{}", &file.text[copied..span.start], json!(text))?;
        copied = span.end;
    }
    Ok(writeln!(out, "{}", file.text[copied..].trim_end())?)
}

/// Collects the replacements for all texts that differ. The rest of the file stays as it is.
fn replace_texts(node: &Node<'_>, before: &Value, now: &Value, replacements: &mut Vec<Replacement>) {
    match (node, before, now) {
        (Node::StringLit(_), before, Value::String(text)) if before != now => {
            replacements.push((range(node), text.clone()));
        }
        (Node::Array(array), Value::Array(before), Value::Array(now)) => {
            for ((node, before), now) in array.elements.iter().zip(before).zip(now) {
                replace_texts(node, before, now, replacements);
            }
        }
        (Node::Object(object), Value::Object(before), Value::Object(now)) => {
            for ((property, (_, before)), (_, now)) in object.properties.iter().zip(before).zip(now) {
                replace_texts(&property.value, before, now, replacements);
            }
        }
        _ => {}
    }
}
