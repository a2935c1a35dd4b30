//! `which-cause pseudo` prints a pseudo-translation of a quiz: longer texts with accents, in brackets.
//!
//! The JSON Schema marks the texts that readers see with `translate`. The rest of the file stays as it is.

use std::io::Write;
use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Value as Schema, json};
use which_cause_quiz::schema;

use crate::arguments::QuizFile;
use crate::failure::Failure;
use crate::json_span::range;
use crate::source_file::SourceFile;

/// A value of the file and the text that replaces it.
type Replacement = (Range<usize>, String);

pub(crate) fn run(options: &QuizFile, out: &mut impl Write) -> Result<(), Failure> {
    let file = SourceFile::open(&options.path)?;
    let quiz = file.quiz()?;
    let parsed = parse_to_ast(&file.text, &CollectOptions::default(), &ParseOptions::default());
    // The quiz is valid, so its file is a JSON object.
    let Some(Value::Object(root)) = parsed.ok().and_then(|it| it.value) else {
        return Err(Failure::Problems);
    };
    let schema = schema();
    let mut replacements = Vec::new();
    for property in &root.properties {
        match property.name.as_str() {
            "language" => {
                let language = quiz.language().as_str().split('-').next().unwrap_or_default();
                replacements.push((range(&property.value), format!("{language}-XA")));
            }
            "version" => {}
            key => {
                let value_schema = &schema["$defs"]["QuizFile"]["properties"][key];
                replace_texts(&property.value, &schema, value_schema, &mut replacements);
            }
        }
    }
    let mut copied = 0;
    for (span, text) in replacements {
        write!(out, "{}{}", &file.text[copied..span.start], json!(text))?;
        copied = span.end;
    }
    Ok(writeln!(out, "{}", file.text[copied..].trim_end())?)
}

/// Collects the replacements for all texts in a value. `schema` describes the value; `root` is the whole schema.
fn replace_texts(value: &Value<'_>, root: &Schema, schema: &Schema, replacements: &mut Vec<Replacement>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).unwrap_or(&Schema::Null);
        return replace_texts(value, root, target, replacements);
    }
    for option in ["anyOf", "oneOf"].iter().filter_map(|key| schema[key].as_array()).flatten() {
        replace_texts(value, root, option, replacements);
    }
    match value {
        Value::StringLit(text) if schema["translate"] == true => {
            let max_length = schema["maxLength"].as_u64().and_then(|it| usize::try_from(it).ok());
            let text = pseudo_text(&text.value, max_length.unwrap_or(usize::MAX));
            replacements.push((range(value), text));
        }
        Value::Array(array) => {
            for item in &array.elements {
                replace_texts(item, root, &schema["items"], replacements);
            }
        }
        Value::Object(object) => {
            for property in &object.properties {
                let key = property.name.as_str();
                if !key.starts_with(['$', '_']) {
                    let known = schema["properties"].get(key);
                    let value_schema = known.unwrap_or(&schema["additionalProperties"]);
                    replace_texts(&property.value, root, value_schema, replacements);
                }
            }
        }
        _ => {}
    }
}

/// The pseudo-translation of a text: about 40 % longer if `max_length` allows, else with accents alone, else unchanged.
fn pseudo_text(text: &str, max_length: usize) -> String {
    let wanted_length = text.chars().count() * 7 / 5;
    let mut long = replace_letters(text, |letter, output| {
        output.push(accented(letter));
        if "aeiouAEIOU".contains(letter) {
            output.push(accented(letter.to_ascii_lowercase()));
        }
    });
    let mut padding = ["one", "two", "three", "four", "five"].iter().cycle();
    while text.contains(char::is_alphabetic) && long.chars().count() < wanted_length {
        long = [&long, " ", padding.next().expect("an endless list")].concat();
    }
    let short = replace_letters(text, |letter, output| output.push(accented(letter)));
    let candidates = [long, short].map(|text| format!("[{text}]"));
    let fitting = candidates.into_iter().find(|text| text.chars().count() <= max_length);
    fitting.unwrap_or_else(|| text.to_owned())
}

/// Replaces the letters of a text, but not those in placeholders such as `{course_name}` and in the addresses of links.
fn replace_letters(text: &str, replace: impl Fn(char, &mut String)) -> String {
    let mut output = String::new();
    let (mut in_placeholder, mut in_address) = (false, false);
    for letter in text.chars() {
        in_placeholder = letter == '{' || in_placeholder && letter != '}';
        in_address = output.ends_with("](") || in_address && letter != ')';
        if in_placeholder || in_address { output.push(letter) } else { replace(letter, &mut output) }
    }
    output
}

/// A letter with an accent. Letters stay plain if not every font has them with one.
fn accented(letter: char) -> char {
    const PLAIN: &str = "aceinosuyzACEINOSUYZ";
    const ACCENTED: &str = "åçéîñöšûýžÅÇÉÎÑÖŠÛÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, it)| it)
}
