//! The widget in somebody's page: the only layer that touches what is around it. It never names a screen, a
//! question or a cause.
//!
//! `which-cause.js` beside this file is the loader: it defines the element, shows the author's own words and a
//! Start button, and fetches the app when the reader wants it. `instance.js` is the app's JavaScript half: it stands
//! between an element and this module.

mod counting;
mod death;
mod events;
mod mount;
mod options;
mod paper;

pub use mount::{Handle, mount, prepare};
pub use options::Options;
