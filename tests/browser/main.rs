//! Claims about the widget in a real browser, against the release build in `dist/`.
//!
//! A test drives what a reader meets: roles and names, as the browser computes them for everyone, never a class.
//! `make test` builds what these tests need.

mod claims;
mod driver;
mod page;
mod reader;
mod server;
