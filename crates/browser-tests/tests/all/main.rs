//! Tests in real browsers, against the release build in `dist/`. They are one program, so they are linked once.

mod documents;
mod harness;
mod recipes;
mod widget;
mod wordpress;
