//! Items of a list that an author drags, by `SortableJS`. <https://github.com/SortableJS/Sortable>
//!
//! `SortableJS` moves elements while the author drags. When the author lets go, the element is put back, and the document
//! changes instead: the elements of the page are Leptos's own.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

#[wasm_bindgen]
extern "C" {
    /// `SortableJS` on a list. `index.html` loads it.
    type Sortable;

    #[wasm_bindgen(constructor, catch)]
    fn new(list: &Element, options: &Object) -> Result<Sortable, JsValue>;

    #[wasm_bindgen(method)]
    fn destroy(this: &Sortable);

    /// <https://github.com/SortableJS/Sortable#event-object-demo>
    type SortableEvent;

    #[wasm_bindgen(method, getter)]
    fn item(this: &SortableEvent) -> Node;

    /// The index of the item before the drag.
    #[wasm_bindgen(method, getter, js_name = oldDraggableIndex)]
    fn from(this: &SortableEvent) -> Option<f64>;

    /// The index of the item after the drag.
    #[wasm_bindgen(method, getter, js_name = newDraggableIndex)]
    fn to(this: &SortableEvent) -> Option<f64>;
}

/// How far the pointer moves, in CSS pixels, before a press becomes a drag.
const TOLERANCE: f64 = 4.0;

/// How long a finger rests on an item, in milliseconds, before it drags it. A shorter touch scrolls.
const TOUCH_DELAY: f64 = 250.0;

/// How long other items take to make room, in milliseconds.
const ANIMATION: f64 = 120.0;

/// A list whose items can be dragged, until this is dropped.
pub(crate) struct DraggableItems {
    sortable: Sortable,
    _callbacks: [Closure<dyn FnMut(SortableEvent)>; 2],
}

impl Drop for DraggableItems {
    fn drop(&mut self) {
        self.sortable.destroy();
    }
}

/// Lets an author drag the items of a list, by the part of an item that `handle` selects. `on_move` gets the indexes before and after.
/// If `SortableJS` was not loaded, only buttons and keys move items.
pub(crate) fn make_draggable(
    list: &Element,
    handle: Option<&str>,
    on_move: impl Fn(usize, usize) + 'static,
) -> Option<DraggableItems> {
    // What follows the item before the drag.
    let next: Rc<RefCell<Option<Node>>> = Rc::default();
    let on_choose: Closure<dyn FnMut(SortableEvent)> = {
        let next = Rc::clone(&next);
        Closure::new(move |event: SortableEvent| *next.borrow_mut() = event.item().next_sibling())
    };
    let on_end: Closure<dyn FnMut(SortableEvent)> = Closure::new(move |event: SortableEvent| {
        let item = event.item();
        if let Some(list) = item.parent_node() {
            _ = list.insert_before(&item, next.borrow_mut().take().as_ref());
        }
        if let (Some(from), Some(to)) = (index(event.from()), index(event.to()))
            && from != to
        {
            on_move(from, to);
        }
    });
    let less_motion = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    let animation = if less_motion.is_some_and(|query| query.matches()) { 0.0 } else { ANIMATION };
    let options = Object::new();
    for (key, value) in [
        ("animation", animation.into()),
        // The browser's own drag events differ between engines, most of all on touch screens.
        ("forceFallback", true.into()),
        ("fallbackTolerance", TOLERANCE.into()),
        ("delay", TOUCH_DELAY.into()),
        ("delayOnTouchOnly", true.into()),
        ("touchStartThreshold", TOLERANCE.into()),
        ("ghostClass", "drag-place".into()),
        ("fallbackClass", "dragged".into()),
        ("handle", handle.map_or(JsValue::UNDEFINED, JsValue::from)),
        ("onChoose", on_choose.as_ref().clone()),
        ("onEnd", on_end.as_ref().clone()),
    ] {
        Reflect::set(&options, &key.into(), &value).ok()?;
    }
    let sortable = Sortable::new(list, &options).ok()?;
    Some(DraggableItems { sortable, _callbacks: [on_choose, on_end] })
}

/// An index that is there. `SortableJS` has -1 for an item that is no longer in the list.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an index is a small whole number"
)]
fn index(number: Option<f64>) -> Option<usize> {
    number.filter(|number| *number >= 0.0).map(|number| number as usize)
}
