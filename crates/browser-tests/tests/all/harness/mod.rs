//! What all browser tests share: browsers and their drivers, web servers, and a reader who uses a page by mouse or keyboard.

pub(crate) mod answers;
pub(crate) mod axe;
pub(crate) mod display;
pub(crate) mod downloads;
pub(crate) mod driver;
pub(crate) mod engine;
pub(crate) mod engines;
pub(crate) mod firefox_profile;
pub(crate) mod last_action;
pub(crate) mod page;
mod page_scripts;
pub(crate) mod program;
pub(crate) mod quiz;
pub(crate) mod reader;
pub(crate) mod server;
pub(crate) mod site;
pub(crate) mod window;
