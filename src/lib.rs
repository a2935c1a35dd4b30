//! A quiz that answers "which one is mine?" for an article that lists possible causes, as a web component.
//!
//! Three layers, one direction:
//!
//! - [`quiz`] is the engine. Plain Rust, always compiled.
//! - `view` (feature `web`) turns the engine's state into Leptos views and a reader's acts into transitions.
//! - `embed` (feature `web`) is the only layer that touches the page around the widget.
//!
//! `ARCHITECTURE.md` has the whole map.

pub mod quiz;

#[cfg(feature = "web")]
pub mod embed;
#[cfg(feature = "web")]
pub mod view;
