//! The WebAssembly module of the custom element. It exports [`mount`] and [`prepare`], which `js/app/` calls.
//!
//! They are in the binary, since wasm-bindgen exports every item of a library from the module of each app that uses it.

// A page calls the exports. `main` would link the start of a Rust program.
#![cfg_attr(target_family = "wasm", no_main)]

mod element;

pub use element::{Handle, HostBridge, mount, prepare};

#[cfg(not(target_family = "wasm"))]
fn main() {}
