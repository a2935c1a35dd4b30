//! A quiz that answers "which one is mine?" for an article that lists possible causes, as a web component.

pub mod embed;
pub mod view;
