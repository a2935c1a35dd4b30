//! Claims about the WordPress plugin: the zip as `make wordpress` packs it, on a real WordPress, in a real browser, which is
//! Chromium alone: what differs from engine to engine is the widget's to claim.
//!
//! `make test-wordpress` sets up and builds what these tests need.

mod claims;
mod desk;
mod owners;
mod site;

// The reader, the page and the driver are those of the tests in a browser; not everything of theirs is needed here.
