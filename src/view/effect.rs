//! One kind of effect for all.
//!
//! Leptos makes code for every distinct closure that it is handed, one to four kilobytes an effect before compression; behind one
//! type that code is there once.

use leptos::prelude::Effect;

/// Runs once the screen that is being made stands, and again whenever a signal changes that it read.
pub(crate) fn effect(run: Box<dyn Fn()>) {
    Effect::new(run);
}
