//! The WebAssembly module's entry: exports [`mount`] and [`prepare`], nothing else. The loader calls it.

pub use which_cause::element::{mount, prepare};

fn main() {}
