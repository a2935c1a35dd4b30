//! Tests of the WordPress plugin: the zip that `make wordpress` packs, on a real WordPress, in Chromium. What engines do differently is
//! tested in `widget`.
//!
//! `make test-wordpress` sets up and builds what these tests need.

mod address_check;
mod block;
mod content;
mod counts;
mod editor_quiz;
mod editor_words;
mod hosts;
mod optimizers;
mod package;
mod page;
mod quiz_files;
mod settings;
mod shortcode;
mod site;
mod site_user;
mod translations;
mod uninstall;
mod updates;
mod visitor;
