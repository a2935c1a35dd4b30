//! Claims about the widget in real browsers of three engines, against the release build in `dist/`.
//!
//! A test drives what a reader meets: roles and names, as the browser computes them for everyone, never a class.
//! `make test` builds what these tests need, and `engines="chromium firefox" make test` leaves an engine out.

#[macro_use]
mod each;

mod claims;
mod contract;
mod display;
mod driver;
mod engine;
//mod frame;
mod hosts;
mod lifecycle;
mod page;
mod panics;
mod policies;
mod program;
mod reader;
mod screen;
mod server;
//mod site;
