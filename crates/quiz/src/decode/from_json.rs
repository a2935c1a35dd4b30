//! How a value of the file becomes a part of a quiz file, with every misfit reported and none stopping the rest.
//!
//! `serde`'s derived readers stop at the first thing that is wrong. An author is better served by all of them at
//! once, so each part says here how it is read and what stands in for it where it cannot be. What is read with a
//! problem on record never becomes a [`Quiz`](super::Quiz), so a stand-in is seen by nobody.
//!
//! It is one piece: what a reading keeps, and the kinds of value that are no part of any one quiz.

use crate::decode::codec::{Bytes, Compact};
use crate::decode::json::Value;
use crate::decode::json_path::{Path, Place};
use crate::decode::nearest::nearest;
use crate::decode::problem::{Problem, ProblemKind};

/// The most problems that are told. Nobody reads more, and a file may be a megabyte of them.
pub(crate) const MOST_PROBLEMS: usize = 100;

/// The most keys that an object may have where the author chooses them.
const MOST_ENTRIES: usize = 10_000;

/// What a reading has come upon so far.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// What is wrong, in the order of the file, up to [`MOST_PROBLEMS`].
    pub(crate) problems: Vec<Problem>,
    /// How many more there are.
    more: usize,
    /// Where texts have placeholders that only another part of the file can fill, and the names of those.
    pub(crate) placeholders: Vec<(Path, &'static str)>,
}

impl Reading {
    pub(crate) fn report(&mut self, at: &Place<'_>, kind: ProblemKind) {
        if self.is_full() {
            self.more += 1;
        } else {
            self.problems.push(Problem::at(at, kind));
        }
    }

    /// Reports a problem whose place has been written out already.
    pub(crate) fn push(&mut self, problem: Problem) {
        if self.is_full() {
            self.more += 1;
        } else {
            self.problems.push(problem);
        }
    }

    /// Reports a list that is too short or too long.
    pub(crate) fn count(
        &mut self,
        what: &'static str,
        found: usize,
        least: usize,
        most: usize,
        at: &Place<'_>,
    ) {
        if !(least..=most).contains(&found) {
            self.report(at, ProblemKind::WrongCount { what, least, most, found });
        }
    }

    /// Whether there are so many problems that no other is told.
    pub(crate) fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
    }

    /// What is told of the problems.
    pub(crate) fn told(mut self) -> Vec<Problem> {
        if self.more > 0 {
            self.problems.push(Problem::at(&Place::File, ProblemKind::More { count: self.more }));
        }
        self.problems
    }

    /// Whether something is wrong at this very place.
    pub(crate) fn has_reported(&self, at: &Place<'_>) -> bool {
        let place = at.path();
        self.problems.iter().any(|problem| problem.place == place)
    }

    /// Reports a value that is no `T` and gives the stand-in.
    pub(crate) fn wrong_shape<T: Shape>(&mut self, at: &Place<'_>, found: &Value) -> T {
        self.report(at, ProblemKind::WrongShape { wanted: T::WANTED, found: found.noun() });
        T::stand_in()
    }
}

/// A part of a quiz file that can be read from a value.
pub(crate) trait Shape: Sized {
    /// What belongs there, in words.
    const WANTED: &'static str;

    /// What stands in for it where it cannot be read.
    fn stand_in() -> Self;

    /// Whether it may be left out.
    const OPTIONAL: bool = false;

    /// What fits it, as JSON Schema. Named parts go into `parts` and are referred to.
    fn schema(parts: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema;

    /// Reads it, reporting what does not fit.
    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self;

    /// What to make of its absence: a problem, unless the part may be left out.
    fn absent(at: &Place<'_>, reading: &mut Reading) -> Self {
        reading.report(at, ProblemKind::Missing { wanted: Self::WANTED });
        Self::stand_in()
    }
}

/// A part that may be left out.
impl<T: Shape> Shape for Option<T> {
    const WANTED: &'static str = T::WANTED;

    const OPTIONAL: bool = true;

    fn schema(parts: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        T::schema(parts)
    }

    fn stand_in() -> Self {
        None
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        Some(T::read(value, at, reading))
    }

    fn absent(_: &Place<'_>, _: &mut Reading) -> Self {
        None
    }
}

/// A list may be left out where it is empty. Where it may not be empty, the check of its sense says so.
impl<T: Shape> Shape for Vec<T> {
    const WANTED: &'static str = "a list";

    const OPTIONAL: bool = true;

    fn schema(parts: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"type": "array", "items": T::schema(parts)})
    }

    fn stand_in() -> Self {
        Vec::new()
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        match value {
            Value::List(items) => {
                items.into_iter().enumerate().map(|(i, item)| T::read(item, &at.item(i), reading)).collect()
            }
            other => reading.wrong_shape(at, &other),
        }
    }

    fn absent(_: &Place<'_>, _: &mut Reading) -> Self {
        Self::stand_in()
    }
}

/// A mark that is off where it is left out.
impl Shape for bool {
    const WANTED: &'static str = "true or false";

    const OPTIONAL: bool = true;

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"type": "boolean"})
    }

    fn stand_in() -> Self {
        false
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        match value {
            Value::Bool(it) => it,
            other => reading.wrong_shape(at, &other),
        }
    }

    fn absent(_: &Place<'_>, _: &mut Reading) -> Self {
        Self::stand_in()
    }
}

/// An object whose keys the author chooses, in the order of the file. A key that starts with `$` or `_` is a note,
/// as anywhere else.
#[derive(Debug, Clone)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T: Compact> Compact for Entries<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Self(Compact::unpack(from))
    }
}

impl<T: Shape> Shape for Entries<T> {
    const WANTED: &'static str = "an object";

    const OPTIONAL: bool = true;

    fn schema(parts: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({
            "type": "object",
            "patternProperties": {"^[$_]": true},
            "additionalProperties": T::schema(parts),
        })
    }

    fn stand_in() -> Self {
        Self(Vec::new())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        let Value::Map(entries) = value else { return reading.wrong_shape(at, &value) };
        // Each key is held to all before it.
        if entries.len() > MOST_ENTRIES {
            reading.count("keys", entries.len(), 0, MOST_ENTRIES, at);
            return Self::stand_in();
        }
        let mut read: Vec<(String, T)> = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            if is_note(&key) {
                continue;
            }
            let place = at.key(&key);
            if read.iter().any(|(known, _)| *known == key) {
                reading.report(&place, ProblemKind::RepeatedKey);
            } else {
                let value = T::read(value, &place, reading);
                read.push((key, value));
            }
        }
        Self(read)
    }

    fn absent(_: &Place<'_>, _: &mut Reading) -> Self {
        Self::stand_in()
    }
}

impl<T> Entries<T> {
    /// What stands under a key.
    pub(crate) fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, it)| it)
    }
}

/// Whether a key is the author's own, for an editor or as a note.
fn is_note(key: &str) -> bool {
    key.starts_with(['$', '_'])
}

/// What others read: it is passed over here.
#[derive(Debug, Clone)]
pub(crate) struct Anything;

impl Shape for Anything {
    const WANTED: &'static str = "anything";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({})
    }

    fn stand_in() -> Self {
        Self
    }

    fn read(_: Value, _: &Place<'_>, _: &mut Reading) -> Self {
        Self
    }
}

/// An object whose keys the format knows, while its parts are taken out one by one.
pub(crate) struct Keys<'p, 'r> {
    entries: Vec<(String, Value)>,
    at: &'p Place<'p>,
    reading: &'r mut Reading,
}

impl<'p, 'r> Keys<'p, 'r> {
    /// Opens an object, reporting keys that stand twice and keys that nobody reads. A key that starts with `$`
    /// or `_` is the author's own, for an editor or as a note, and is passed over.
    pub(crate) fn open(value: Value, known: &[&str], at: &'p Place<'p>, reading: &'r mut Reading) -> Self {
        let mut entries: Vec<(String, Value)> = Vec::new();
        match value {
            Value::Map(map) => {
                for (key, value) in map {
                    if is_note(&key) {
                        continue;
                    }
                    if !known.contains(&key.as_str()) {
                        let nearest =
                            if reading.is_full() { None } else { nearest(&key, known.iter().copied()) };
                        reading.report(&at.key(&key), ProblemKind::UnknownKey { nearest });
                    } else if entries.iter().any(|(taken, _)| *taken == key) {
                        reading.report(&at.key(&key), ProblemKind::RepeatedKey);
                    } else {
                        entries.push((key, value));
                    }
                }
            }
            other => reading.report(at, ProblemKind::WrongShape { wanted: "an object", found: other.noun() }),
        }
        Self { entries, at, reading }
    }

    /// Takes the part under `key` out. A quiz file has over a hundred keys: in one place, this is small.
    #[inline(never)]
    pub(crate) fn take<T: Shape>(&mut self, key: &str) -> T {
        let place = self.at.key(key);
        match self.entries.iter().position(|(known, _)| known == key) {
            Some(i) => T::read(self.entries.swap_remove(i).1, &place, self.reading),
            None => T::absent(&place, self.reading),
        }
    }
}
