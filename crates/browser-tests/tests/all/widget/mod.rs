//! Tests of the widget in Chromium, Firefox and WebKit, against the release build in `dist/`.
//!
//! A test finds a control by its role and its name, as the browser computes them, and never by its class. `make test` builds what these tests
//! need. `engines="chromium firefox" make test` leaves an engine out.
//!
//! A test runs in every engine if engines differ in what it tests: the focus, layout, the keyboard, the accessibility tree, printing. What
//! engines do alike, such as requests, policies, listeners and attributes, is tested in Chromium.

mod accessibility_node;
mod accessibility_tree;
pub(crate) mod article;
mod attributes;
mod axe;
mod color_scheme;
mod conditions;
mod containers;
mod content_security_policy;
mod contrast;
mod copying;
mod emergency_numbers;
mod events;
mod every_screen;
mod facade;
mod forced_colors;
mod frame;
mod host_page;
mod host_styles;
mod image_map;
mod isolation_headers;
mod journeys;
mod keyboard;
mod language_changes;
mod languages;
mod late_start;
mod layout;
mod leaks;
mod lifecycle;
mod listeners;
mod live_region;
mod loading_failures;
mod long_words;
mod markup;
mod markup_mistakes;
mod measurements;
mod navigation;
mod panics;
mod phone;
mod photos;
mod pictures;
mod printing;
mod privacy;
mod progress_bar;
mod pseudo_language;
mod question_kinds;
mod quiz_address;
mod quiz_file;
mod recorded_events;
mod remember;
mod results;
mod scrolling;
mod several_quizzes;
mod stray_clicks;
mod tab_order;
mod timeouts;
mod translation_files;
mod unchanged_screen;
