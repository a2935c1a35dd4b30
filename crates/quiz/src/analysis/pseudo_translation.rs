//! Makes a pseudo-translation: longer texts with accents, in brackets. It shows which texts a translation can cut off.

use crate::analysis::text_findings::{SCHEMA, each_text};
use crate::analysis::translation_texts::set_text;
use crate::analysis::translation_update::language_of;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;

/// A copy of a quiz file in which each text that readers see is about 40 % longer and has accents and brackets. Its language has the
/// region `XA`. The rest stays as it is.
#[must_use]
pub fn pseudo_translation(original: &Value) -> Value {
    let whole = &*SCHEMA;
    let mut copy = original.clone();
    let Value::Object(entries) = original else { return copy };
    let root = PathRef::Root;
    for (key, value) in entries.iter().filter(|(key, _)| key != "language" && key != "version") {
        let of_key = &whole["$defs"]["QuizFile"]["properties"][key];
        each_text(value, whole, of_key, &root.key(key), &mut |path, text, schema| {
            let most = schema["maxLength"].as_u64().and_then(|it| usize::try_from(it).ok());
            set_text(&mut copy, &path.to_path(), &pseudo_text(text, most.unwrap_or(usize::MAX)));
        });
    }
    let language = language_of(original).and_then(|it| it.split('-').next()).unwrap_or_default();
    set_text(&mut copy, &root.key("language").to_path(), &format!("{language}-XA"));
    copy
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
