//! What `instance.js` hands over when a reader starts.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// What the module is given: what the element's attributes say, and whom to tell. `ARCHITECTURE.md`, "Between loader
    /// and app", has the whole of it.
    pub type Options;

    /// A quiz in its compact form; without one, the compiled-in quiz.
    #[wasm_bindgen(method, getter)]
    pub(super) fn quiz(this: &Options) -> Option<Vec<u8>>;

    /// The reader's way so far, as [`Session::serialize`](which_cause_quiz::Session::serialize) has it; empty, they begin.
    #[wasm_bindgen(method, getter)]
    pub(super) fn memory(this: &Options) -> Option<String>;

    /// Whether the reader is still where they pressed Start.
    #[wasm_bindgen(method, getter)]
    pub(super) fn attentive(this: &Options) -> bool;

    /// Where the reader is now and where the page's owner says that they are, out of `known` regions with a space between two: two
    /// capital letters each or nothing, with a space between them.
    #[wasm_bindgen(method)]
    pub(super) fn regions(this: &Options, known: &str) -> String;

    /// The name of a region in a language.
    #[wasm_bindgen(method)]
    pub(super) fn country(this: &Options, region: &str, language: &str) -> String;

    /// The address of the course page now: the element's, else this one of the quiz; none where there is none.
    #[wasm_bindgen(method)]
    pub(super) fn course(this: &Options, quizs_own: &str) -> Option<String>;

    /// Whether the page's owner wants results to be told.
    #[wasm_bindgen(method)]
    pub(super) fn reports(this: &Options) -> bool;

    /// What an attribute of the element says now, if that fits.
    #[cfg(debug_assertions)]
    #[wasm_bindgen(method)]
    pub(super) fn get(this: &Options, name: &str) -> Option<String>;

    /// A number as it is written in a language.
    #[wasm_bindgen(method)]
    pub(super) fn number(this: &Options, language: &str, n: u32) -> String;

    /// The plural category of a number in a language, as CLDR calls it.
    #[wasm_bindgen(method)]
    pub(super) fn plural(this: &Options, language: &str, n: u32) -> String;

    /// Asks for the drawings at an address, as the quiz names it.
    #[wasm_bindgen(method)]
    pub(super) fn drawings(this: &Options, address: &str);

    /// The picture of a name, drawn anew, where the drawings are here already. Its regions are tied to the choices beside it.
    #[wasm_bindgen(method)]
    pub(super) fn picture(this: &Options, name: &str) -> Option<Element>;

    /// Focuses an element, and brings it into view with what stands above it in the widget.
    #[wasm_bindgen(method)]
    pub(super) fn focus(this: &Options, element: &HtmlElement);

    /// Keeps the reader's way so far.
    #[wasm_bindgen(method)]
    pub(super) fn keep(this: &Options, memory: &str);

    /// Dispatches the event `which-cause-{name}` on the element. It carries the quiz's id; where `of` is not 0 the number of
    /// the step and how many there are; where `verdict` is not empty that, and the ids of the causes that are shown, a space
    /// between two.
    #[wasm_bindgen(method)]
    pub(super) fn emit(
        this: &Options,
        name: &str,
        quiz: &str,
        step: usize,
        of: usize,
        verdict: &str,
        shown: &str,
    );

    /// When and where the result came about, in words of a language.
    #[wasm_bindgen(method)]
    pub(super) fn about(this: &Options, lang: &str) -> String;

    /// Prints a sheet, as [`paper`](super::paper) writes it; its language and which way that runs. Where the browser does not offer to,
    /// [`Handle::not_printed`](super::mount::Handle::not_printed) is called.
    #[wasm_bindgen(method)]
    pub(super) fn print(this: &Options, lines: &str, lang: &str, direction: &str);

    /// Copies a text. Whether that worked, [`Handle::copied`](super::mount::Handle::copied) is told.
    #[wasm_bindgen(method)]
    pub(super) fn copy(this: &Options, text: &str);

    /// Shows the author's own words and the Start button again.
    #[wasm_bindgen(method)]
    pub(super) fn leave(this: &Options);

    /// Hears of a panic. It is the same function whoever hands it over.
    #[wasm_bindgen(method, getter)]
    pub(super) fn died(this: &Options) -> Function;
}
