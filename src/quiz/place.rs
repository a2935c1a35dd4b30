//! Where in a quiz file something stands, as an author would point at it.

use std::fmt;

use super::problem::{Fault, Problem};

/// A way into a quiz file, written out only when there is something to report.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    /// The file itself.
    File,
    /// A key of an object.
    Key(&'a Place<'a>, &'a str),
    /// An item of a list, counted from 0.
    Item(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> Place<'a> {
        Place::Key(self, key)
    }

    pub(crate) fn item(&'a self, index: usize) -> Place<'a> {
        Place::Item(self, index)
    }

    pub(crate) fn report(&self, fault: Fault) -> Problem {
        Problem { place: self.to_string(), fault }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Key(Self::File, key) => f.write_str(key),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
