//! A stub of the crate `wasm-streams`, with the items that `server_fn` 0.8 names.
//!
//! Leptos depends on `server_fn`, which reads and writes the streams of server functions by `wasm-streams`. The widget has no
//! server functions. Yet `wasm-streams` exports JavaScript classes, and the linker keeps every export with all that it calls:
//! some kilobytes that no script uses. This crate exports nothing. `[patch.crates-io]` in the workspace's `Cargo.toml` puts it
//! in the place of the real one.
//!
//! No value of these types can exist, so no code that handles one is compiled. If an update of `server_fn` names another item,
//! the build fails, and that item belongs here.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of JavaScript, which is never made.
#[derive(Debug)]
pub enum ReadableStream {}

impl ReadableStream {
    /// # Panics
    ///
    /// Always: only a server function calls this.
    #[must_use]
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unimplemented!("the widget has no server functions")
    }

    /// # Panics
    ///
    /// Always: only a server function calls this.
    #[must_use]
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unimplemented!("the widget has no server functions")
    }

    /// The stream as JavaScript has it.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }

    /// The stream as Rust has it.
    #[must_use]
    pub fn into_stream(self) -> IntoStream {
        match self {}
    }
}

/// A stream of Rust, which is never made.
#[derive(Debug)]
pub enum IntoStream {}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match *self {}
    }
}
