//! The ids of one kind, and where each leads. Knows nothing of what they name.

use std::collections::HashSet;

use crate::decode::from_json::Reading;
use crate::decode::json_path::Place;
use crate::decode::nearest::nearest;
use crate::decode::problem::ProblemKind;

/// The ids of one kind, in the order of the file.
pub(crate) struct Names {
    what: &'static str,
    ids: Vec<String>,
}

impl Names {
    /// The most ids of one kind among which another may be looked for.
    pub(crate) const MOST: usize = 200;

    /// No ids: nothing of this kind may be named.
    pub(crate) fn none(what: &'static str) -> Self {
        Self { what, ids: Vec::new() }
    }

    /// Takes the ids of a list, reporting those that stand in it twice. An empty one is a stand-in, and has been
    /// reported.
    pub(crate) fn of<'i>(
        what: &'static str,
        at: &Place<'_>,
        ids: impl Iterator<Item = &'i str>,
        reading: &mut Reading,
    ) -> Self {
        let ids: Vec<String> = ids.map(str::to_owned).collect();
        let mut seen = HashSet::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            if !id.is_empty() && !seen.insert(id.as_str()) {
                reading.report(&at.item(i).key("id"), ProblemKind::RepeatedId { what, id: id.clone() });
            }
        }
        Self { what, ids }
    }

    /// Where in its list the part called `id` stands.
    pub(crate) fn place_of(&self, id: &str, at: &Place<'_>, reading: &mut Reading) -> Option<usize> {
        let found = self.ids.iter().take(Self::MOST).position(|known| known == id);
        if found.is_none() && !id.is_empty() {
            let known = self.ids.iter().map(String::as_str);
            let nearest = if reading.is_full() { None } else { nearest(id, known) };
            reading.report(at, ProblemKind::UnknownId { what: self.what, id: id.to_owned(), nearest });
        }
        found
    }

    /// The same for a list of ids, none of which may stand in it twice.
    pub(crate) fn places_of<'i>(
        &self,
        ids: impl Iterator<Item = &'i str>,
        at: &Place<'_>,
        reading: &mut Reading,
    ) -> Vec<usize> {
        let mut places = Vec::new();
        for (i, id) in ids.enumerate() {
            let Some(place) = self.place_of(id, &at.item(i), reading) else { continue };
            if places.contains(&place) {
                reading.report(&at.item(i), ProblemKind::NamedTwice { id: id.to_owned() });
            } else {
                places.push(place);
            }
        }
        places
    }
}
