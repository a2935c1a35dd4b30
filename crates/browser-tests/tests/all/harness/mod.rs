//! Drives the widget in real browsers: the harness that the tests in `tests/` share.
//!
//! A test finds controls by role and name, as the browser computes them for assistive technology, and never by class.

pub(crate) mod display;
pub(crate) mod driver;
pub(crate) mod engine;
pub(crate) mod engines;
pub(crate) mod last_action;
pub(crate) mod page;
pub(crate) mod program;
pub(crate) mod reader;
pub(crate) mod screen;
pub(crate) mod server;
pub(crate) mod site;
