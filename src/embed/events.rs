//! What the element tells the page: events, and what they may carry.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use super::options::Options;
use crate::quiz::{Quiz, Session, Stage};

/// What an event carries beside the quiz's id.
#[derive(Clone, Copy)]
pub(super) enum Detail<'s> {
    /// Nothing.
    None,
    /// The number of a step, from 1, and how many there are.
    Step(usize, usize),
    /// The verdict and the causes that are shown, where the page's owner has asked for that.
    Result(&'s Session),
}

/// Dispatches an event. No answer and no flag is ever in it, and no cause unless the page's owner has asked for that.
pub(super) fn emit(options: &Options, quiz: &Quiz, name: &str, detail: Detail<'_>) {
    let object = Object::new();
    // Setting a key of an object of our own cannot fail.
    let set = |key: &str, value: &JsValue| _ = Reflect::set(&object, &key.into(), value);
    set("quiz", &quiz.id().as_str().into());
    match detail {
        Detail::None => {}
        #[allow(clippy::cast_precision_loss)] // counts of steps, far below 2^53
        Detail::Step(step, of) => {
            set("step", &(step as f64).into());
            set("of", &(of as f64).into());
        }
        Detail::Result(session) => {
            if let Stage::Finished(outcome) = session.stage() {
                set("verdict", &outcome.verdict.as_str().into());
                let causes = Array::new();
                for it in outcome.verdict.shown() {
                    causes.push(&it.cause.id.as_str().into());
                }
                set("shown", &causes);
            }
        }
    }
    options.emit(name, &object);
}
