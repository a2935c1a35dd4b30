//! The WebAssembly module's entry: exports [`mount`], nothing else. The loader calls it.

pub use which_cause::embed::mount;

fn main() {}
