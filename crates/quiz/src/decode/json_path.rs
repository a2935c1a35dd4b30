//! Where a value is in a JSON file: an owned path, and a borrowed one that costs nothing until there is a problem.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The path to a value in a JSON file, from the outermost segment in. It displays as `questions[3].choices[1].points`. The
/// path of the file itself is empty. As JSON it is the list of its segments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct JsonPath(Vec<PathSegment>);

/// One segment of a [`JsonPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PathSegment {
    /// A key of an object.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

impl JsonPath {
    /// The path of a key of the outermost object.
    #[must_use]
    pub fn to_key(key: &str) -> Self {
        Self(vec![PathSegment::Key(key.to_owned())])
    }

    /// The path of a key of the object at this path.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(PathSegment::Key(key.to_owned()))
    }

    /// The path of an item of the list at this path, from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.with(PathSegment::Item(index))
    }

    fn with(&self, segment: PathSegment) -> Self {
        Self(self.0.iter().cloned().chain([segment]).collect())
    }

    /// The segments, from the outermost in.
    #[must_use]
    pub fn segments(&self) -> &[PathSegment] {
        &self.0
    }

    /// Whether the path starts with this key.
    pub(crate) fn starts_with(&self, key: &str) -> bool {
        matches!(self.0.first(), Some(PathSegment::Key(first)) if first == key)
    }
}

impl FromIterator<PathSegment> for JsonPath {
    fn from_iter<I: IntoIterator<Item = PathSegment>>(segments: I) -> Self {
        Self(segments.into_iter().collect())
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, segment) in self.0.iter().enumerate() {
            match segment {
                PathSegment::Key(key) if i == 0 => f.write_str(key)?,
                PathSegment::Key(key) => write!(f, ".{key}")?,
                PathSegment::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A path while a file is read: a chain of segments on the stack. It becomes a [`JsonPath`] when there is something to report.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PathRef<'a> {
    /// The file itself.
    Root,
    /// A key of an object.
    Key(&'a PathRef<'a>, &'a str),
    /// An item of a list, from 0.
    Item(&'a PathRef<'a>, usize),
}

impl<'a> PathRef<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> PathRef<'a> {
        PathRef::Key(self, key)
    }

    pub(crate) fn item(&'a self, index: usize) -> PathRef<'a> {
        PathRef::Item(self, index)
    }

    pub(crate) fn to_path(self) -> JsonPath {
        let (parent, segment) = match self {
            Self::Root => return JsonPath::default(),
            Self::Key(parent, key) => (parent, PathSegment::Key(key.to_owned())),
            Self::Item(parent, index) => (parent, PathSegment::Item(index)),
        };
        let mut path = parent.to_path();
        path.0.push(segment);
        path
    }
}
