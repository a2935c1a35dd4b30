//! Tests in real browsers, against the release build in `dist/`. One binary, so that they are compiled once.

mod example_app;
mod harness;
mod recipes;
mod widget;
mod wordpress;
