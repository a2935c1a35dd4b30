//! The WebAssembly module of the custom element. It exports [`mount`] and [`prepare`], which `js/app/` calls.
//!
//! They are in the binary, since wasm-bindgen exports every item of a library from the module of each app that uses it.

mod element;

pub use element::{Handle, HostBridge, mount, prepare};

fn main() {}
