//! A question's picture with a region for each choice. The native controls stay the only controls: a region is one more label of its
//! choice. A choice that is pointed at or focused in the list shows in the picture, and the other way round.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node};

/// A region of a picture.
pub(super) struct Region {
    /// The value of its choice's control.
    pub(super) choice: String,
    /// Its strokes.
    pub(super) element: Element,
}

const EVENTS: [&str; 6] = ["click", "pointerover", "pointerleave", "focusin", "focusout", "change"];

/// Links the regions of a picture to the choices beside it in an element.
pub(super) fn link_regions(question: Element, regions: &[Region]) {
    let map = Rc::new(ImageMap::new(&question, regions));
    map.update();
    map.update_in_next_frame();
    let listener = Closure::<dyn Fn(Event)>::new(move |event| map.on_event(&event)).into_js_value();
    for name in EVENTS {
        // The listeners end with the element.
        _ = question.add_event_listener_with_callback(name, listener.unchecked_ref());
    }
}

/// The choices of a question with their regions, and which choice the reader is at.
struct ImageMap {
    labels: Vec<Element>,
    controls: Vec<HtmlInputElement>,
    /// Each region with the index of its choice.
    regions: Vec<(usize, Element)>,
    pointed: Cell<Option<usize>>,
    focused: Cell<Option<usize>>,
}

impl ImageMap {
    fn new(question: &Element, regions: &[Region]) -> Self {
        let list = question.query_selector_all("label").ok();
        let nodes = (0..list.as_ref().map_or(0, web_sys::NodeList::length))
            .filter_map(|index| list.as_ref()?.get(index));
        let choices = nodes.filter_map(|node| {
            let label = node.dyn_into::<Element>().ok()?;
            let control = label.query_selector("input").ok()??.dyn_into().ok()?;
            Some((label, control))
        });
        let (labels, controls): (Vec<Element>, Vec<HtmlInputElement>) = choices.unzip();
        let regions = regions.iter().filter_map(|region| {
            let index = controls.iter().position(|control| control.value() == region.choice)?;
            Some((index, region.element.clone()))
        });
        Self {
            regions: regions.collect(),
            labels,
            controls,
            pointed: Cell::default(),
            focused: Cell::default(),
        }
    }

    fn on_event(self: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let region = self
            .regions
            .iter()
            .find(|(_, element)| element.contains(target.as_ref()))
            .map(|(index, _)| *index);
        let choice = region.or_else(|| self.labels.iter().position(|label| label.contains(target.as_ref())));
        match &*event.type_() {
            "pointerover" => self.pointed.set(choice),
            "pointerleave" => self.pointed.set(None),
            // The style sheet shows the focus where the browser would: by `:focus-visible`.
            "focusin" => self.focused.set(choice),
            "focusout" => self.focused.set(None),
            "click" => {
                // A press of a region is a press of its control, with all its effects.
                if let Some(control) = region.and_then(|index| self.controls.get(index)) {
                    let control: &HtmlElement = control;
                    _ = control.focus();
                    control.click();
                }
            }
            // By the next frame the pick has had its effect on the other choices.
            _ => self.update_in_next_frame(),
        }
        self.update();
    }

    /// Marks the picked, the pointed and the focused choice in the picture and in the list.
    fn update(&self) {
        for (index, label) in self.labels.iter().enumerate() {
            mark(label, "data-pointed", self.pointed.get() == Some(index));
        }
        for (index, region) in &self.regions {
            mark(region, "data-pointed", self.pointed.get() == Some(*index));
            mark(region, "data-focused", self.focused.get() == Some(*index));
            mark(region, "data-picked", self.controls[*index].checked());
        }
    }

    fn update_in_next_frame(self: &Rc<Self>) {
        let map = Rc::clone(self);
        request_animation_frame(move || map.update());
    }
}

/// Sets or removes an attribute without a value, whose name is valid.
fn mark(element: &Element, name: &str, is_set: bool) {
    _ = element.toggle_attribute_with_force(name, is_set);
}
