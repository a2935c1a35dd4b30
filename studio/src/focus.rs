//! The focus, and the ids of fields.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use which_cause_quiz::{JsonPath, PathSegment};

/// The id of the element for a path.
pub(crate) fn field_id(path: &JsonPath) -> String {
    let mut id = "field".to_owned();
    for segment in path.segments() {
        id.push('-');
        match segment {
            PathSegment::Key(key) => id.push_str(key),
            PathSegment::Item(index) => id.push_str(&index.to_string()),
        }
    }
    id
}

/// Takes the focus away, and returns the field that had it. A field reports what was typed when it is left. One that is removed while it
/// has the focus would report it to an editor that is already gone.
pub(crate) fn leave_field() -> Option<HtmlElement> {
    let field: HtmlElement = document().active_element()?.dyn_into().ok()?;
    _ = field.blur();
    Some(field)
}

/// Does something after the field with the focus has reported what was typed. The field has the focus again then, if it is still there.
pub(crate) fn after_field(action: impl FnOnce()) {
    let field = leave_field();
    action();
    if let Some(field) = field.filter(|field| field.is_connected()) {
        _ = field.focus();
    }
}

/// Moves the focus to an element, once it is rendered. If it cannot take the focus, the first field in it
/// does. If there is no such element, the one around it does: a problem with a part that has no field leads to the form.
pub(crate) fn focus_on(id: &str) {
    let id = id.to_owned();
    set_timeout(
        move || {
            let mut id = id.as_str();
            while !focus_now(id) {
                let Some((parent, _)) = id.rsplit_once('-') else { return };
                id = parent;
            }
        },
        Duration::from_millis(30),
    );
}

fn focus_now(id: &str) -> bool {
    const FOCUSABLE: &str = "input, textarea, select, button";
    let Some(element) = document().get_element_by_id(id) else { return false };
    let can_take_focus = element.matches(FOCUSABLE).unwrap_or(false) || element.has_attribute("tabindex");
    let inner = element.query_selector(FOCUSABLE).ok().flatten();
    let target = if can_take_focus { Some(element) } else { inner };
    let Some(target) = target.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return false };
    // A field in a closed part cannot take the focus.
    let mut around = target.parent_element();
    while let Some(element) = around {
        if element.local_name() == "details" {
            _ = element.set_attribute("open", "");
        }
        around = element.parent_element();
    }
    target.focus().is_ok()
}
