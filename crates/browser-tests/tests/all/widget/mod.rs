//! Claims about the widget in real browsers of three engines, against the release build in `dist/`.
//!
//! A test drives what a reader meets: roles and names, as the browser computes them for everyone, never a class.
//! `make test` builds what these tests need, and `engines="chromium firefox" make test` leaves an engine out.

mod accessibility_tree;
mod attributes;
mod author_files;
mod axe;
mod boxes;
mod claims;
mod contract;
mod contrast;
mod dark_pages;
mod frame;
mod frame_owners;
mod hosts;
mod in_view;
mod keyboard;
mod keys;
mod languages;
mod lifecycle;
mod listeners;
mod long_words;
mod look;
mod mistakes;
mod panics;
mod paper_and_clipboard;
mod patience;
mod phone;
mod pictures;
mod policies;
mod policy_headers;
mod pseudo;
mod regions;
mod result;
mod room;
mod stray_clicks;
mod tree;
mod walk;
