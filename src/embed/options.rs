//! What the loader hands over when a reader starts, and how it becomes closed values.

use js_sys::{Array, Function, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the loader hands over: what the element's attributes say, as text, and whom to tell. `ARCHITECTURE.md`,
    /// "Between loader and app", has the whole of it.
    pub type Options;

    /// The text of a quiz file; without one, the compiled-in quiz.
    #[wasm_bindgen(method, getter)]
    pub(super) fn quiz(this: &Options) -> Option<String>;

    /// The reader's way so far, as [`Session::to_memory`](crate::quiz::Session::to_memory) has it; without one, or
    /// with an empty one, they begin.
    #[wasm_bindgen(method, getter)]
    pub(super) fn memory(this: &Options) -> Option<String>;

    /// Whether the reader is still where they pressed Start.
    #[wasm_bindgen(method, getter)]
    pub(super) fn attentive(this: &Options) -> bool;

    /// What an attribute of the element says now, if that fits.
    #[wasm_bindgen(method)]
    pub(super) fn get(this: &Options, name: &str) -> Option<String>;

    /// The language around the element now, as a BCP 47 tag.
    #[wasm_bindgen(method)]
    pub(super) fn lang(this: &Options) -> Option<String>;

    /// A number as it is written in a language.
    #[wasm_bindgen(method)]
    pub(super) fn number(this: &Options, language: &str, n: u32) -> String;

    /// The plural category of a number in a language, as CLDR calls it.
    #[wasm_bindgen(method)]
    pub(super) fn plural(this: &Options, language: &str, n: u32) -> String;

    /// Asks for the drawings at an address, as the quiz names it. Those that are here already are given back; the others are
    /// handed to [`Handle::draw`](super::mount::Handle::draw) when they come.
    #[wasm_bindgen(method)]
    pub(super) fn drawings(this: &Options, address: &str) -> Option<String>;

    /// Keeps the reader's way so far.
    #[wasm_bindgen(method)]
    pub(super) fn keep(this: &Options, memory: &str);

    /// Dispatches the event `which-cause-{name}` on the element.
    #[wasm_bindgen(method)]
    pub(super) fn emit(this: &Options, name: &str, detail: &Object);

    /// When and where the result came about, in words of a language.
    #[wasm_bindgen(method)]
    pub(super) fn about(this: &Options, lang: &str) -> String;

    /// Prints a sheet: of each line an element's name, a text, and perhaps what is said of that; the language and which way it runs.
    #[wasm_bindgen(method)]
    pub(super) fn print(this: &Options, lines: &Array, lang: &str, direction: &str);

    /// Copies a text, and tells `done` whether that worked.
    #[wasm_bindgen(method)]
    pub(super) fn copy(this: &Options, text: &str, done: &JsValue);

    /// Shows the author's own words and the Start button again.
    #[wasm_bindgen(method)]
    pub(super) fn leave(this: &Options);

    /// Hears of a panic. It is the same function whoever hands it over.
    #[wasm_bindgen(method, getter)]
    pub(super) fn died(this: &Options) -> Function;
}

/// Tells the page's owner, in the console, of something on the element that is not as it should be.
pub(super) fn warn(message: &str) {
    web_sys::console::warn_1(&["<which-cause>: ", message].concat().into());
}

/// The reader's region: the one that is named, else that of the language, else none.
pub(super) fn region(named: Option<&str>, language: Option<&str>) -> Option<String> {
    let region = named.filter(|it| is_region(it)).or_else(|| {
        // Behind the language a tag may name a script, of four letters, and then the region; what follows a
        // single letter is no region any more (RFC 5646).
        language?.split('-').skip(1).take_while(|it| it.len() > 1).find(|it| is_region(it))
    });
    region.map(str::to_ascii_uppercase)
}

fn is_region(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::region;

    #[test]
    fn the_region_is_the_named_one_or_that_of_the_language() {
        assert_eq!(region(Some("gb"), Some("en-US")).as_deref(), Some("GB"));
        assert_eq!(region(None, Some("en-US")).as_deref(), Some("US"));
        assert_eq!(region(None, Some("zh-Hant-TW")).as_deref(), Some("TW"));
        assert_eq!(region(Some("Britain"), Some("en-NZ")).as_deref(), Some("NZ"));
        assert_eq!(region(None, Some("en")), None);
        assert_eq!(region(None, Some("en-u-rg-gb")), None);
        assert_eq!(region(None, None), None);
    }
}
