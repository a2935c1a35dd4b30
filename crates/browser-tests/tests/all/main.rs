//! Tests in real browsers, against the release build in `dist/`. They are one program, so they are linked once.

mod documents;
mod example_app;
mod harness;
mod recipes;
mod studio;
mod widget;
mod wordpress;
