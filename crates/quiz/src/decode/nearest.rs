//! Finds the name that an author most likely meant by a misspelled one.

/// The known name with the fewest typing errors between it and `typed`, if those are at most a third of its letters. Errors
/// are counted by the optimal string alignment distance.
pub(crate) fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|name| (strsim::osa_distance(typed, name), name))
        .filter(|(errors, name)| errors * 3 <= name.chars().count())
        .min_by_key(|(errors, _)| *errors)
        .map(|(_, name)| name.to_owned())
}
