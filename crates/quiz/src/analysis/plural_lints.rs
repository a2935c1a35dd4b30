//! Looks for what is odd about a quiz as something said in its language: a review that it waits for, a line for
//! readers in another country, and forms of numbers that the language has and the quiz has not, or the other way round. Knows no language's rules: they are handed in.

use crate::analysis::finding::{Finding, FindingKind};
use crate::decode::json_path::Place;
use crate::file::plural::{Form, NumberFormat, Plural, PluralCategory};
use crate::model::quiz::Quiz;

/// The most weeks that a quiz file may tell.
const MOST_WEEKS: u32 = 52;

/// What is odd about how a quiz speaks. `numbers` is how its language counts.
#[must_use]
pub fn plural_findings(quiz: &Quiz, numbers: &dyn NumberFormat) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut find = |place: Place<'_>, kind| found.push(Finding { place: place.path(), kind });
    let top = Place::File;
    if let Some(notice) = &quiz.notice {
        find(top.key("notice"), FindingKind::AwaitsReview { notice: notice.as_written().to_owned() });
    }
    if let Some(care) = &quiz.care {
        let at = top.key("care");
        if care.elsewhere.is_none() {
            find(at.key("elsewhere"), FindingKind::NothingForElsewhere);
        }
        forms(&care.weeks, numbers, at.key("weeks"), &mut find);
    }
    found
}

/// What is odd about the forms of one phrase.
fn forms(
    phrase: &Plural,
    numbers: &dyn NumberFormat,
    at: Place<'_>,
    find: &mut impl FnMut(Place<'_>, FindingKind),
) {
    for &category in PluralCategory::ALL {
        let takes = |n: &u32| numbers.category(*n) == category;
        let weeks: Vec<u32> = (0..=MOST_WEEKS).filter(takes).collect();
        let word = category.as_str();
        let place = at.key(word);
        match phrase.form(category) {
            None => {
                if let Some(n) = weeks.first() {
                    find(at, FindingKind::FormMissing { category: word, n: *n });
                }
            }
            Some(_) if category == PluralCategory::Other => {}
            Some(_) if weeks.is_empty() && !whole_numbers().any(|n| takes(&n)) => {
                find(place, FindingKind::FormNeverUsed { category: word });
            }
            Some(form) if !says_which(form, &weeks) => {
                find(place, FindingKind::NumberLost { one: weeks[0], other: weeks[1] });
            }
            Some(_) => {}
        }
    }
}

/// Whether a reader of a form knows which of some numbers it is.
fn says_which(form: &Form, numbers: &[u32]) -> bool {
    form.has_number() || numbers.len() < 2
}

/// Bounded numbers of every kind that a language's rules tell apart: those look at the last digits, up to six of them.
fn whole_numbers() -> impl Iterator<Item = u32> {
    (0..=1_000).chain((1..=1_000).map(|n| n * 1_000))
}
