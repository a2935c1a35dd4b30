//! The object that `js/app/` hands to [`mount`](super::mount()): the element's attributes, and the page's services.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The element's side of the bridge.
    pub type HostBridge;

    /// The encoded quiz. Without one, the compiled-in quiz is mounted.
    #[wasm_bindgen(method, getter)]
    pub(super) fn quiz(this: &HostBridge) -> Option<Vec<u8>>;

    /// The serialized session to restore. Without one, a new session starts.
    #[wasm_bindgen(method, getter)]
    pub(super) fn session(this: &HostBridge) -> Option<String>;

    /// Whether the widget may move the focus when it is mounted: not where the reader has gone elsewhere after Start.
    #[wasm_bindgen(method, getter, js_name = mayMoveFocus)]
    pub(super) fn may_move_focus(this: &HostBridge) -> bool;

    /// The reader's region and the owner's, out of the `known` regions: `"DE AT"`. Either may be empty: `" AT"`. Regions are two
    /// capitals; `known` separates them by spaces.
    #[wasm_bindgen(method)]
    pub(super) fn regions(this: &HostBridge, known: &str) -> String;

    /// The name of a region in a language.
    #[wasm_bindgen(method, js_name = regionName)]
    pub(super) fn region_name(this: &HostBridge, region: &str, language: &str) -> String;

    /// The address of the course page: the element's, or else the quiz's own.
    #[wasm_bindgen(method)]
    pub(super) fn course(this: &HostBridge, of_quiz: &str) -> Option<String>;

    /// The value of an attribute of the element.
    #[cfg(debug_assertions)]
    #[wasm_bindgen(method)]
    pub(super) fn get(this: &HostBridge, name: &str) -> Option<String>;

    /// A number as a language writes it.
    #[wasm_bindgen(method)]
    pub(super) fn number(this: &HostBridge, language: &str, n: u32) -> String;

    /// The CLDR plural category of a number in a language.
    #[wasm_bindgen(method)]
    pub(super) fn plural(this: &HostBridge, language: &str, n: u32) -> String;

    /// Fetches the drawings at the address that the quiz names.
    #[wasm_bindgen(method)]
    pub(super) fn drawings(this: &HostBridge, address: &str);

    /// Whether a drawing has arrived.
    #[wasm_bindgen(method, js_name = hasDrawing)]
    pub(super) fn has_drawing(this: &HostBridge, name: &str) -> bool;

    /// Draws a drawing into an empty `<svg>` element.
    #[wasm_bindgen(method)]
    pub(super) fn draw(this: &HostBridge, name: &str, svg: &Element);

    /// Takes the addresses of the photos that only some answers show, with spaces between them. All are requested when the quiz is
    /// shown.
    #[wasm_bindgen(method, js_name = photosByAnswers)]
    pub(super) fn photos_by_answers(this: &HostBridge, addresses: &str);

    /// The address of a photo that the quiz has relative to its own file.
    #[wasm_bindgen(method, js_name = photoAddress)]
    pub(super) fn photo_address(this: &HostBridge, address: &str) -> String;

    /// Moves the focus to an element and brings it into view with the content above it in the widget.
    #[wasm_bindgen(method)]
    pub(super) fn focus(this: &HostBridge, element: &Element);

    /// Takes the focus off the control of the quiz that has it.
    #[wasm_bindgen(method, js_name = releaseFocus)]
    pub(super) fn release_focus(this: &HostBridge);

    /// Stores the serialized session.
    #[wasm_bindgen(method, js_name = storeSession)]
    pub(super) fn store_session(this: &HostBridge, session: &str);

    /// Dispatches the event `which-cause-{name}` with the quiz's id. A step has its number and how many there are (`of` is 0
    /// otherwise). A result has its verdict (empty otherwise) and the ids of its causes, separated by spaces. JavaScript leaves them out
    /// unless the page's owner asks for results.
    #[wasm_bindgen(method)]
    pub(super) fn emit(
        this: &HostBridge,
        name: &str,
        quiz: &str,
        step: usize,
        of: usize,
        verdict: &str,
        shown: &str,
    );

    /// A line that says when and where the quiz was taken, in a language.
    #[wasm_bindgen(method, js_name = resultNote)]
    pub(super) fn result_note(this: &HostBridge, language: &str) -> String;

    /// Prints a sheet as [`print`](super::print) encodes it. The promise says whether the browser offered to print.
    #[wasm_bindgen(method)]
    pub(super) fn print(this: &HostBridge, lines: &str, language: &str, direction: &str) -> Promise;

    /// Copies a text. The promise says whether the clipboard has it.
    #[wasm_bindgen(method)]
    pub(super) fn copy(this: &HostBridge, text: &str) -> Promise;

    /// Shows the author's words and the Start button again.
    #[wasm_bindgen(method)]
    pub(super) fn leave(this: &HostBridge);

    /// The listener of panics. All bridges have the same one.
    #[wasm_bindgen(method, getter, js_name = onPanic)]
    pub(super) fn on_panic(this: &HostBridge) -> Function;
}
