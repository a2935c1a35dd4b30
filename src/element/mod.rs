//! The bridge between the widget and the custom element `<which-cause>`: mounts [`Quiz`](which_cause::Quiz) into the
//! element's shadow root, and hands what the widget needs of the page to JavaScript (`js/app/`). It knows no screen, question or cause.

mod element_host;
mod events;
mod host_bridge;
mod mount;
mod number_format;
mod panic_hook;
mod print;

pub use host_bridge::HostBridge;
pub use mount::{Handle, mount, prepare};
