//! A map: a question's picture in which regions stand for choices. The native controls stay the only ones; a region is the label
//! of a choice once more, in the picture. What is pointed at or focused in the one shows in the other.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement};

use super::focus::focus_in_place;
use super::ui::Ui;
use crate::quiz::ChoiceId;

/// What is heard of the picture and of the choices beside it. A press of a choice is the browser's own business.
const HEARD: [&str; 5] = ["click", "pointerover", "pointerleave", "focusin", "focusout"];

/// What stands for the choices.
struct Parts {
    /// The labels, in the order of the choices.
    labels: Vec<Element>,
    /// The regions, each with the place of its choice.
    regions: Vec<(usize, Element)>,
}

/// Ties the regions of a picture to the choices that stand beside it.
pub(super) fn tie(ui: Ui, picture: &Element, regions: Vec<(ChoiceId, Element)>, choices: &[ChoiceId]) {
    let Some(around) = picture.parent_element() else { return };
    let place = |id: &ChoiceId| choices.iter().position(|it| it == id);
    let regions = regions.into_iter().filter_map(|(id, region)| Some((place(&id)?, region))).collect();
    let parts = Rc::new(Parts { labels: all(&around, "label"), regions });
    let pointed = RwSignal::new(None);
    let focused = RwSignal::new(None);
    show(ui, Rc::clone(&parts), pointed, focused);

    let hear = move |event: Event| {
        let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else { return };
        let region = parts.regions.iter().find(|(_, it)| it.contains(Some(&target))).map(|(i, _)| *i);
        let choice = region.or_else(|| parts.labels.iter().position(|it| it.contains(Some(&target))));
        match event.type_().as_str() {
            "pointerover" => pointed.set(choice),
            "pointerleave" => pointed.set(None),
            // Whether it is to be seen the browser decides: the style sheet asks it.
            "focusin" => focused.set(choice),
            "focusout" => focused.set(None),
            _ => {
                if let Some(control) = region.and_then(|it| all(parts.labels.get(it)?, "input").pop()) {
                    // A press of a region is one of the control, with all that comes of it.
                    let control: HtmlElement = control.unchecked_into();
                    focus_in_place(&control);
                    control.click();
                }
            }
        }
    };
    let hear = Closure::<dyn Fn(Event)>::new(hear);
    let listener = StoredValue::new_local((around, hear));
    listener.with_value(|(around, hear)| {
        for name in HEARD {
            // Adding a listener never fails.
            let _ = around.add_event_listener_with_callback(name, hear.as_ref().unchecked_ref());
        }
    });
    // What goes with the screen tells so, when it can no longer be heard.
    on_cleanup(move || {
        listener.with_value(|(around, hear)| {
            for name in HEARD {
                let _ = around.remove_event_listener_with_callback(name, hear.as_ref().unchecked_ref());
            }
        });
    });
}

/// Shows in picture and list what is picked, what is pointed at, and what a reader at a keyboard is on.
fn show(ui: Ui, parts: Rc<Parts>, pointed: RwSignal<Option<usize>>, focused: RwSignal<Option<usize>>) {
    Effect::new(move || {
        let picks = ui.session.with(crate::quiz::Session::picks);
        let (pointed, focused) = (pointed.get(), focused.get());
        let mark = |it: &Element, name: &str, is| _ = it.toggle_attribute_with_force(name, is);
        for (i, label) in parts.labels.iter().enumerate() {
            mark(label, "data-pointed", pointed == Some(i));
        }
        for (i, region) in &parts.regions {
            mark(region, "data-pointed", pointed == Some(*i));
            mark(region, "data-focused", focused == Some(*i));
            mark(region, "data-picked", picks.has(*i));
        }
    });
}

/// The elements of a selector in another.
fn all(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = element.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)).map(JsCast::unchecked_into).collect()
}
