//! Whether one quiz is a translation of another: the same parts by the same ids, with the same points and rules, in
//! other words.

use super::definition::{Choice, Quiz};
use super::file::Scoring;
use super::number::Whole;
use super::place::Place;
use super::problem::{Fault, Problem};

/// Where a translation differs from its original in anything but words.
#[must_use]
pub fn differences(original: &Quiz, translation: &Quiz) -> Vec<Problem> {
    let mut found = Differences(Vec::new());
    let top = Place::File;
    found.same(&top.key("id"), original.id(), translation.id());

    let at = top.key("screens");
    for (i, pair) in found.pairs(&at, &original.screens, &translation.screens) {
        let (at, [one, other]) = (at.item(i), pair);
        found.same(&at.key("id"), &one.id, &other.id);
        found.same(&at.key("level"), one.level().as_str(), other.level().as_str());
        found.choices(&at, (original, &one.choices), (translation, &other.choices));
    }
    let at = top.key("questions");
    for (i, pair) in found.pairs(&at, &original.questions, &translation.questions) {
        let (at, [one, other]) = (at.item(i), pair);
        found.same(&at.key("id"), &one.id, &other.id);
        found.same(&at.key("kind"), one.kind.as_str(), other.kind.as_str());
        found.choices(&at, (original, &one.choices), (translation, &other.choices));
    }
    let at = top.key("flags");
    for (i, pair) in found.pairs(&at, &original.flags, &translation.flags) {
        let (at, [one, other]) = (at.item(i), pair);
        found.same(&at.key("id"), &one.id, &other.id);
        found.same(&at.key("visit"), &one.visit, &other.visit);
    }
    let at = top.key("causes");
    for (i, pair) in found.pairs(&at, &original.causes, &translation.causes) {
        let (at, [one, other]) = (at.item(i), pair);
        found.same(&at.key("id"), &one.id, &other.id);
        found.same(&at.key("doctor_first"), &one.doctor_first, &other.doctor_first);
    }
    let at = top.key("bands");
    for (i, pair) in found.pairs(&at, &original.bands, &translation.bands) {
        let (at, [one, other]) = (at.item(i), pair);
        found.same(&at.key("id"), &one.id, &other.id);
        found.same(&at.key("from"), &one.from.get(), &other.from.get());
    }
    let at = top.key("scoring");
    let (one, other) = (&original.scoring, &translation.scoring);
    found.same(&at.key("lead_from"), &one.lead_from.get(), &other.lead_from.get());
    found.same(&at.key("margin"), &one.margin.get(), &other.margin.get());
    found.same(&at.key("most_shown"), &one.most_shown.get(), &other.most_shown.get());
    let from = |it: &Scoring| it.doctor_first_from.map_or(0, Whole::get);
    found.same(&at.key("doctor_first_from"), &from(one), &from(other));
    found.0
}

struct Differences(Vec<Problem>);

impl Differences {
    fn same<T: PartialEq + ToString + ?Sized>(&mut self, at: &Place<'_>, original: &T, found: &T) {
        if original != found {
            let (original, found) = (original.to_string(), found.to_string());
            self.0.push(Problem::at(at, Fault::NotAsInTheOriginal { original, found }));
        }
    }

    /// The items of two lists side by side, where they are as many.
    fn pairs<'q, T>(
        &mut self,
        at: &Place<'_>,
        original: &'q [T],
        found: &'q [T],
    ) -> impl Iterator<Item = (usize, [&'q T; 2])> + use<'q, T> {
        let items = |count: usize| format!("{count} items");
        self.same(at, &items(original.len()), &items(found.len()));
        let same = original.len() == found.len();
        original
            .iter()
            .zip(found)
            .enumerate()
            .filter(move |_| same)
            .map(|(i, (one, other))| (i, [one, other]))
    }

    fn choices(&mut self, at: &Place<'_>, original: (&Quiz, &[Choice]), found: (&Quiz, &[Choice])) {
        let at = at.key("choices");
        for (i, [one, other]) in self.pairs(&at, original.1, found.1) {
            let at = at.item(i);
            self.same(&at.key("id"), &one.id, &other.id);
            self.same(&at.key("exclusive"), &one.exclusive, &other.exclusive);
            self.same(&at.key("points"), &points(original.0, one), &points(found.0, other));
            self.same(&at.key("flags"), &flags(original.0, one), &flags(found.0, other));
        }
    }
}

/// What a choice gives, in words that do not depend on the order in the file.
fn points(quiz: &Quiz, choice: &Choice) -> String {
    let mut points: Vec<String> =
        choice.points.iter().map(|(cause, points)| format!("{} {points}", quiz.causes[*cause].id)).collect();
    points.sort();
    points.join(", ")
}

fn flags(quiz: &Quiz, choice: &Choice) -> String {
    let mut flags: Vec<&str> = choice.flags.iter().map(|flag| quiz.flags[*flag].id.as_str()).collect();
    flags.sort_unstable();
    flags.join(", ")
}
