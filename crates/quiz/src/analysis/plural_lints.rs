//! Finds what a translator has left open: plural forms, a line for readers in another country, a review. The rules of the
//! language come from the caller.

use crate::analysis::finding::{Finding, FindingKind};
use crate::decode::json_path::PathRef;
use crate::file::plural::{NumberFormat, Plural, PluralCategory, PluralForm};
use crate::model::quiz::Quiz;

/// The most weeks that a quiz file can have in `soon_after_weeks`.
const MOST_WEEKS: u32 = 52;

/// The findings about the language of a quiz. `numbers` has the rules of that language.
#[must_use]
pub fn plural_findings(quiz: &Quiz, numbers: &dyn NumberFormat) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut find = |place: PathRef<'_>, kind| found.push(Finding { path: place.to_path(), kind });
    let top = PathRef::Root;
    if let Some(notice) = &quiz.notice {
        find(top.key("notice"), FindingKind::AwaitsReview { notice: notice.plain() });
    }
    if let Some(care) = &quiz.care {
        let path = top.key("care");
        if quiz.names_numbers && care.elsewhere.is_none() {
            find(path.key("elsewhere"), FindingKind::MissingElsewhereText);
        }
        if let Some(weeks) = &care.weeks {
            lint_forms(weeks, numbers, path.key("weeks"), &mut find);
        }
    }
    found
}

/// The findings about the forms of one phrase.
fn lint_forms(
    phrase: &Plural,
    numbers: &dyn NumberFormat,
    path: PathRef<'_>,
    find: &mut impl FnMut(PathRef<'_>, FindingKind),
) {
    for &category in PluralCategory::ALL {
        let uses = |n: &u32| numbers.category(*n) == category;
        let weeks: Vec<u32> = (0..=MOST_WEEKS).filter(uses).collect();
        let word = category.as_str();
        let place = path.key(word);
        match phrase.form(category) {
            None => {
                if let Some(n) = weeks.first() {
                    find(path, FindingKind::MissingForm { category: word, n: *n });
                }
            }
            Some(_) if category == PluralCategory::Other => {}
            Some(_) if weeks.is_empty() && !whole_numbers().any(|n| uses(&n)) => {
                find(place, FindingKind::UnusedForm { category: word });
            }
            Some(form) if !is_unambiguous(form, &weeks) => {
                find(place, FindingKind::NumberLost { one: weeks[0], other: weeks[1] });
            }
            Some(_) => {}
        }
    }
}

/// Whether a form tells its numbers apart: it contains the number, or is used for one number only.
fn is_unambiguous(form: &PluralForm, numbers: &[u32]) -> bool {
    form.has_number() || numbers.len() < 2
}

/// A sample of whole numbers with one for every plural category: CLDR's rules look at up to six last digits.
fn whole_numbers() -> impl Iterator<Item = u32> {
    (0..=1_000).chain((1..=1_000).map(|n| n * 1_000))
}
