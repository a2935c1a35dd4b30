//! `pseudo`: a quiz in a language that is none, to see what a translation would do to it before there is one.
//!
//! Every text that a reader sees has accents, is about 40 % longer and stands in brackets: what is cut off lacks a
//! bracket, and what is not in the quiz file has neither. The rest of the file stays as its author wrote it.

use std::io::Write;
use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Value as Schema, json};
use which_cause_quiz::schema;

use crate::source::Source;
use crate::{Failure, QuizFile};

/// Keys of the file whose lines no reader sees.
const UNSEEN: [&str; 2] = ["language", "version"];

pub(crate) fn run(options: &QuizFile, out: &mut impl Write) -> Result<(), Failure> {
    let source = Source::open(&options.path)?;
    let quiz = source.quiz()?;
    let parsed = parse_to_ast(&source.text, &CollectOptions::default(), &ParseOptions::default());
    // A quiz has been read from it.
    let Some(file) = parsed.ok().and_then(|it| it.value) else { return Err(Failure::Problems) };
    let schema = schema();
    let mut new = Vec::new();
    if let Value::Object(file) = &file {
        for property in &file.properties {
            let key = property.name.as_str();
            if key == "language" {
                let language = quiz.language().as_str().split('-').next().unwrap_or_default();
                new.push((range(&property.value), format!("{language}-XA")));
            } else if !UNSEEN.contains(&key) {
                seen(&property.value, &schema, &schema["$defs"]["QuizFile"]["properties"][key], &mut new);
            }
        }
    }
    let mut rest = 0;
    for (at, text) in new {
        write!(out, "{}{}", &source.text[rest..at.start], json!(text))?;
        rest = at.end;
    }
    Ok(writeln!(out, "{}", source.text[rest..].trim_end())?)
}

fn range(value: &Value<'_>) -> Range<usize> {
    value.range().start..value.range().end
}

/// Collects what a reader sees of a value, by its schema: each text with its place and what goes there.
fn seen(value: &Value<'_>, whole: &Schema, schema: &Schema, new: &mut Vec<(Range<usize>, String)>) {
    if let Some(part) = schema["$ref"].as_str() {
        let part = part.trim_start_matches('#');
        return seen(value, whole, whole.pointer(part).unwrap_or(&Schema::Null), new);
    }
    for choice in ["anyOf", "oneOf"].iter().filter_map(|it| schema[it].as_array()).flatten() {
        seen(value, whole, choice, new);
    }
    match value {
        Value::StringLit(text) if schema["translate"] == true => {
            let most = schema["maxLength"].as_u64().and_then(|it| usize::try_from(it).ok());
            new.push((range(value), pseudo(&text.value, most.unwrap_or(usize::MAX))));
        }
        Value::Array(items) => items.elements.iter().for_each(|it| seen(it, whole, &schema["items"], new)),
        Value::Object(object) => {
            for property in &object.properties {
                let key = property.name.as_str();
                if !key.starts_with(['$', '_']) {
                    let known = schema["properties"].get(key).unwrap_or(&schema["additionalProperties"]);
                    seen(&property.value, whole, known, new);
                }
            }
        }
        _ => {}
    }
}

/// A text in the pseudo-language, of at most so many characters.
fn pseudo(text: &str, most: usize) -> String {
    let wanted = text.chars().count() * 7 / 5;
    let mut long = each_letter(text, |letter, new| {
        new.push(accented(letter));
        if "aeiouAEIOU".contains(letter) {
            new.push(accented(letter.to_ascii_lowercase()));
        }
    });
    let mut words = ["one", "two", "three", "four", "five"].iter().cycle();
    while text.contains(char::is_alphabetic) && long.chars().count() < wanted {
        long = [&long, " ", words.next().expect("they go round")].concat();
    }
    let short = each_letter(text, |letter, new| new.push(accented(letter)));
    let bracketed = [long, short].map(|it| ["[", &it, "]"].concat());
    bracketed.into_iter().find(|it| it.chars().count() <= most).unwrap_or_else(|| text.to_owned())
}

/// A text with each letter turned into others, and its placeholders as they are.
fn each_letter(text: &str, turn: impl Fn(char, &mut String)) -> String {
    let mut new = String::new();
    let mut in_blank = false;
    for letter in text.chars() {
        in_blank = letter == '{' || in_blank && letter != '}';
        if in_blank { new.push(letter) } else { turn(letter, &mut new) }
    }
    new
}

/// A letter with an accent, where it can have one that every typeface has.
fn accented(letter: char) -> char {
    const PLAIN: &str = "aceinosuyzACEINOSUYZ";
    const ACCENTED: &str = "åçéîñöšûýžÅÇÉÎÑÖŠÛÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, it)| it)
}
