//! A quiz that answers "which one is mine?" for an article that lists possible causes, as Leptos components and as the custom element
//! `<which-cause>`.
//!
//! [`components::Quiz`] renders a quiz in any Leptos app. [`element`] mounts it into the custom element. The engine is the
//! crate `which_cause_quiz`.

pub mod components;
pub mod element;
