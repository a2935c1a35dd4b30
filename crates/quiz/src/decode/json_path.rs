//! Where in a quiz file something stands, as an author would point at it.

use std::fmt;

/// The way to a part of a quiz file, from the outermost in. It reads `questions[3].choices[1].points`; that of the file
/// itself is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path(Vec<Step>);

/// One step of a way into a quiz file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into an object, by key.
    Key(String),
    /// Into a list, by the item's number from 0.
    Item(usize),
}

impl Path {
    /// The way to a key of the file.
    #[must_use]
    pub fn to_key(key: &str) -> Self {
        Self(vec![Step::Key(key.to_owned())])
    }

    /// The steps, from the outermost in.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether it leads into this key of the file.
    pub(crate) fn is_in(&self, key: &str) -> bool {
        matches!(self.0.first(), Some(Step::Key(first)) if first == key)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if i == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A place in a quiz file while it is read: written out only when there is something to report.
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

    pub(crate) fn path(&self) -> Path {
        let (parent, step) = match self {
            Self::File => return Path::default(),
            Self::Key(parent, key) => (parent, Step::Key((*key).to_owned())),
            Self::Item(parent, index) => (parent, Step::Item(*index)),
        };
        let mut path = parent.path();
        path.0.push(step);
        path
    }
}
