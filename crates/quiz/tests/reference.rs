//! The tables of keys in `docs/quiz-file.md` come from the declarations that read a quiz file.
//!
//! After a change of the declarations, write the tables again:
//! `WRITE_REFERENCE=1 cargo nextest run -p which-cause-quiz reference`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::{Value, json};
use which_cause_quiz::{ObjectSchema, ProblemKind, read, schema_objects};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/quiz-file.md");
/// A table of the keys of an object is between these lines.
const BEGIN: &str = "<!-- keys of ";
const END: &str = "<!-- end of keys -->";

#[test]
fn the_reference_has_the_tables_of_the_declarations() {
    let document = std::fs::read_to_string(PATH).expect("the reference");
    let objects = schema_objects();
    let headings = headings_of_objects(&document);
    for object in &objects {
        assert!(
            headings.contains_key(object.name),
            "no table for {0}: add `{BEGIN}{0} -->` and `{END}`",
            object.name
        );
    }
    let mut written = String::new();
    let mut is_old_table = false;
    for line in document.lines() {
        is_old_table &= line != END;
        if is_old_table {
            continue;
        }
        writeln!(written, "{line}").expect("text");
        if let Some(name) = table_name(line) {
            let object = objects.iter().find(|object| object.name == name);
            let object = object.unwrap_or_else(|| panic!("there is no object {name}; remove its table"));
            written.push_str(&table(object, &headings));
            is_old_table = true;
        }
    }
    if std::env::var_os("WRITE_REFERENCE").is_some() {
        std::fs::write(PATH, written).expect("a file");
    } else {
        assert!(
            written == document,
            "docs/quiz-file.md is out of date; the comment in this test says how to write it"
        );
    }
}

/// The name of the object whose table begins after a line.
fn table_name(line: &str) -> Option<&str> {
    line.strip_prefix(BEGIN)?.strip_suffix(" -->")
}

/// The heading above the table of each object.
fn headings_of_objects(document: &str) -> BTreeMap<&str, &str> {
    let mut heading = "";
    let mut headings = BTreeMap::new();
    for line in document.lines() {
        if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim();
        } else if let Some(name) = table_name(line) {
            headings.insert(name, heading);
        }
    }
    headings
}

fn table(object: &ObjectSchema, headings: &BTreeMap<&str, &str>) -> String {
    let mut table =
        format!("\n{}\n\n| key | value | needed | meaning |\n|---|---|---|---|\n", object.description);
    for key in &object.keys {
        let needed = if key.required { "yes" } else { "" };
        let meaning = [vec![text_of(&key.schema["description"])], words(&key.schema)].concat().join("<br>");
        let value = value(&key.schema, headings);
        writeln!(table, "| `{}` | {value} | {needed} | {} |", key.name, meaning.replace('|', "\\|"))
            .expect("text");
    }
    table + "\n"
}

/// What a value is, in words.
fn value(schema: &Value, headings: &BTreeMap<&str, &str>) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        let heading = headings.get(name).copied().unwrap_or_default();
        return format!(
            "[{}](#{})",
            in_words(name),
            heading.to_lowercase().replace(' ', "-").replace(',', "")
        );
    }
    let alternatives = |key: &str| schema[key].as_array().filter(|list| !list.is_empty());
    if alternatives("oneOf").is_some() {
        return "one of these words".to_owned();
    }
    if let Some(alternatives) = alternatives("anyOf") {
        return any_of(alternatives, headings);
    }
    match schema["type"].as_str() {
        Some("array") => match value(&schema["items"], headings) {
            word if word.bytes().all(|byte| byte.is_ascii_lowercase()) => format!("list of {word}s"),
            items => format!("list: {items}"),
        },
        Some("object") => {
            format!("object, for each key: {}", value(&schema["additionalProperties"], headings))
        }
        Some("boolean") => "`true` or `false`".to_owned(),
        Some("integer") => match (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
            (Some(least), Some(most)) if least == most => least.to_string(),
            (Some(least), Some(most)) => format!("{} to {}", grouped(least), grouped(most)),
            _ => "whole number".to_owned(),
        },
        Some("string") => string(schema),
        None => "anything".to_owned(),
        other => panic!("no words for {other:?}: {schema}"),
    }
}

/// Several kinds of value. A list or an object of the other kinds says so, and does not repeat them.
fn any_of(alternatives: &[Value], headings: &BTreeMap<&str, &str>) -> String {
    let is_single = |schema: &&Value| schema["items"].is_null() && schema["additionalProperties"].is_null();
    let kinds = |schema: &Value| schema["anyOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
    let single: Vec<Value> = alternatives.iter().filter(is_single).cloned().collect();
    let mut words: Vec<String> = single.iter().map(|it| value(it, headings)).collect();
    for schema in alternatives.iter().filter(|schema| !is_single(schema)) {
        words.push(
            match (kinds(&schema["items"]) == single, kinds(&schema["additionalProperties"]) == single) {
                (true, _) => "a list of these".to_owned(),
                (_, true) => "an object with this for each key".to_owned(),
                _ => value(schema, headings),
            },
        );
    }
    words.join(", or ")
}

fn string(schema: &Value) -> String {
    let placeholders = placeholders(schema);
    if !placeholders.is_empty() {
        let named: Vec<String> = placeholders.iter().map(|name| format!("`{{{name}}}`")).collect();
        return format!("text with {}", named.join(" and "));
    }
    match schema["pattern"].as_str().unwrap_or_default() {
        _ if schema["markup"] == true => "[text with markup](#strong-words-links-and-paragraphs)",
        _ if schema["translate"] == true && schema["maxLength"] == 200 => "line",
        _ if schema["translate"] == true => "text",
        id if id.contains("a-z0-9_-") => "id",
        link if link.starts_with("^https?") => "link",
        number if number.contains("0-9") => "telephone number",
        _ => "address",
    }
    .to_owned()
}

/// The words that a value can be, each with its meaning.
fn words(schema: &Value) -> Vec<String> {
    let words = schema["oneOf"].as_array().into_iter().flatten();
    words.map(|it| format!("`{}`: {}", text_of(&it["const"]), text_of(&it["description"]))).collect()
}

/// The placeholders that a text must have.
fn placeholders(schema: &Value) -> Vec<&str> {
    let patterns = schema["allOf"].as_array().into_iter().flatten().filter_map(|it| it["pattern"].as_str());
    patterns.map(|pattern| pattern.trim_matches(['\\', '{', '}'])).collect()
}

fn text_of(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// A name of a declaration in words: "emergency numbers" for `EmergencyNumbers`, "question" for `QuestionFile`.
fn in_words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.trim_end_matches("File").chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// A number with commas between thousands.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if number < 0 { format!("-{grouped}") } else { grouped }
}

#[test]
fn the_list_of_placeholders_is_complete() {
    let document = std::fs::read_to_string(PATH).expect("the reference");
    let (_, section) = document.split_once("\n## Placeholders\n").expect("the section about placeholders");
    let section = section.split("\n## ").next().expect("the section");
    let mut listed = BTreeSet::new();
    for row in section.lines().filter_map(|line| line.strip_prefix("| `{")) {
        let (names, rest) = row.split_once(" | ").expect("a second column");
        let text = rest.split(" | ").next().expect("a third column");
        let key = text.split('`').nth(1).and_then(|path| path.rsplit('.').next());
        for name in names.split('`').filter(|it| !it.trim().is_empty() && *it != " and ") {
            listed.insert((key.map(str::to_owned), name.trim_matches(['{', '}']).to_owned()));
        }
    }
    let mut known = BTreeSet::new();
    for object in schema_objects() {
        for key in object.keys {
            let names = placeholders(&key.schema).into_iter().map(str::to_owned).collect::<Vec<_>>();
            known.extend(names.into_iter().map(|name| (Some(key.name.to_owned()), name)));
        }
    }
    // The schema does not say which placeholders any text and a phrase for a number can have. The messages about wrong ones do.
    let file = include_str!("../../../quizzes/upper-back-knots.json");
    for (pointer, key) in [("/title", None), ("/care/weeks/other", Some("weeks"))] {
        let mut file: Value = serde_json::from_str(file).expect("JSON");
        *file.pointer_mut(pointer).expect("a text") = json!("{nothing}");
        let problems = read(&file.to_string()).expect_err("an unknown placeholder");
        let names = problems.iter().find_map(|problem| match &problem.kind {
            ProblemKind::UnknownPlaceholder { known, .. } => Some(*known),
            _ => None,
        });
        let names = names.expect("a message about the placeholder");
        known.extend(names.iter().map(|name| (key.map(str::to_owned), (*name).to_owned())));
    }
    assert_eq!(listed, known);
}
