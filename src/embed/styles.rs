//! The widget's style sheet: `style/widget/`, in one constructable sheet that all widgets of a page share.

use std::cell::OnceCell;

use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, ShadowRoot};

/// The sheets of `style/widget/`, put together by `build.rs`.
const SHEETS: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

#[wasm_bindgen]
extern "C" {
    /// A shadow root with the part of its interface that web-sys does not have yet.
    #[wasm_bindgen(extends = ShadowRoot)]
    type StyledRoot;

    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn adopted_style_sheets(this: &StyledRoot) -> js_sys::Array;

    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_adopted_style_sheets(this: &StyledRoot, sheets: &js_sys::Array);
}

thread_local! {
    static SHEET: OnceCell<CssStyleSheet> = const { OnceCell::new() };
}

/// Adds the widget's sheet to a root, behind those it has.
pub(super) fn adopt(root: &ShadowRoot) -> Result<(), JsValue> {
    let root: &StyledRoot = root.unchecked_ref();
    SHEET.with(|sheet| {
        let sheet = if let Some(sheet) = sheet.get() {
            sheet
        } else {
            let made = CssStyleSheet::new()?;
            made.replace_sync(SHEETS)?;
            sheet.get_or_init(|| made)
        };
        let sheets = js_sys::Array::from(&root.adopted_style_sheets());
        if !sheets.includes(sheet, 0) {
            sheets.push(sheet);
            root.set_adopted_style_sheets(&sheets);
        }
        Ok(())
    })
}
