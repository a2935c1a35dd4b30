//! Finds the name that an author most likely meant by a misspelled one.

/// The name among `known` that an author most likely meant by `typed`: the one with the fewest slips between
/// them, if those are at most a third of its letters.
pub(crate) fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|name| (strsim::osa_distance(typed, name), name))
        .filter(|(slips, name)| *slips <= name.chars().count().div_ceil(3))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name.to_owned())
}
