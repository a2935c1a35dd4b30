//! Turns the state of a [`Session`](which_cause_quiz::Session) into Leptos views, and what a reader does into its
//! acts. Knows nothing of storage, of the network, or of the page around the widget: what concerns those goes
//! out as [`Told`].

#![allow(unreachable_pub)] // The component macro makes the types of props public, wherever they stand.

mod ask;
mod card;
mod effect;
mod focus;
mod page;
mod picture;
mod question;
mod result;
mod screening;
mod stop;
mod ui;
mod widget;

pub(crate) use effect::effect;
pub use ui::{Around, COPIED, FAILED, NOT_PRINTED, Told};
pub use widget::Widget;
