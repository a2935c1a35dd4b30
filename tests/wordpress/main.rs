//! Claims about the WordPress plugin: the zip as `make wordpress` packs it, on a real WordPress, in a real browser, which is
//! Chromium alone: what differs from engine to engine is the widget's to claim.
//!
//! `make test-wordpress` sets up and builds what these tests need.

mod claims;
mod desk;
mod owners;
mod site;

// The reader, the page and the driver are those of the tests in a browser; not everything of theirs is needed here.
#[allow(dead_code)]
#[path = "../browser/display.rs"]
mod display;
#[allow(dead_code)]
#[path = "../browser/doing.rs"]
mod doing;
#[allow(dead_code)]
#[path = "../browser/driver.rs"]
mod driver;
#[allow(dead_code)]
#[path = "../browser/engine.rs"]
mod engine;
#[allow(dead_code)]
#[path = "../browser/page.rs"]
mod page;
#[allow(dead_code)]
#[path = "../browser/program.rs"]
mod program;
#[allow(dead_code)]
#[path = "../browser/reader.rs"]
mod reader;
#[allow(dead_code)]
#[path = "../browser/screen.rs"]
mod screen;
#[allow(dead_code)]
#[path = "../browser/server.rs"]
mod server;
