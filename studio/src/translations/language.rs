//! The names of languages, each in the language itself.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsCast;
use which_cause_quiz::BUILT_IN_LANGUAGES;

/// The languages whose words come with the widget: their tags with their names.
pub(crate) fn language_titles() -> Vec<(&'static str, String)> {
    BUILT_IN_LANGUAGES.iter().map(|tag| (*tag, language_title(tag))).collect()
}

/// The name of a language with its tag: "Deutsch (de)".
pub(crate) fn language_title(tag: &str) -> String {
    match name_of(tag) {
        Some(name) if name != tag => {
            let mut letters = name.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            format!("{first}{} ({tag})", letters.as_str())
        }
        _ => tag.to_owned(),
    }
}

/// The name that the browser has for a language. None for a tag that it does not take.
fn name_of(tag: &str) -> Option<String> {
    // The constructor and the method of `js_sys` end the module if the browser does not take the tag.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    let names = Reflect::construct(&class, &Array::of2(&tag.into(), &options)).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &tag.into()).ok()?.as_string()
}
