//! Whether a translation fits its original: whether a reader gets the same result and the same numbers to call in both.
//!
//! This is small, because the widget's parser does it. `analysis` compares a translation for its author, with the place of each
//! difference, and texts too.

use crate::decode::codec::Codec;
use crate::decode::from_json::FromJson;
use crate::file::care::Card;
use crate::file::template::Text;
use crate::model::quiz::{Choice, LeadsTo, Question, Quiz};

/// Why a translation does not fit its original, as a line for an author. `None` if it fits.
///
/// ```
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/dense-bread.json"));
/// let original = which_cause_quiz::read(file).expect("a valid quiz");
/// let other = file.replace("\"id\": \"crumb\"", "\"id\": \"inside\"");
/// let other = which_cause_quiz::read(&other).expect("a valid quiz");
/// assert_eq!(which_cause_quiz::translation_misfit(&original, &original), None);
/// let why = which_cause_quiz::translation_misfit(&original, &other);
/// assert_eq!(why.as_deref(), Some("`questions.inside` is not as in the original; only the words may differ"));
/// ```
#[must_use]
pub fn translation_misfit(original: &Quiz, translation: &Quiz) -> Option<String> {
    let [wanted, found] = [original, translation].map(|quiz| rules(quiz, original));
    let same = wanted.iter().zip(&found).take_while(|(one, other)| one == other).count();
    let (name, _) = found.get(same).or(wanted.get(same))?;
    Some(format!("`{name}` is not as in the original; only the words may differ"))
}

/// Everything in a quiz that decides a result or a call, without words: the name of each part, and its encoding. Regions are in the
/// order of the original.
fn rules(quiz: &Quiz, original: &Quiz) -> Vec<(String, Vec<u8>)> {
    let mut rules = Vec::new();
    let mut add = |name: String, encode: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = Vec::new();
        encode(&mut bytes);
        rules.push((name, bytes));
    };
    add("id".to_owned(), &|bytes| quiz.id.encode(bytes));
    // Choices name flags and causes by their positions, so these come first.
    for flag in &quiz.flags {
        add(format!("flags.{}", flag.id), &|bytes| flag.visit.encode(bytes));
    }
    for cause in &quiz.causes {
        add(format!("causes.{}", cause.id), &|bytes| cause.doctor_first.encode(bytes));
    }
    for screen in &quiz.screens {
        add(format!("screens.{}", screen.id), &|bytes| {
            screen.level().encode(bytes);
            matches!(&screen.leads_to, LeadsTo::Stop(_, Card { call: Some(_), .. })).encode(bytes);
            without_words(&screen.choices, quiz).encode(bytes);
        });
    }
    for question in &quiz.questions {
        add(format!("questions.{}", question.id), &|bytes| {
            let choices = without_words(&question.choices, quiz);
            let question = question.clone();
            Question { text: Text::fallback(), help: None, limit: None, picture: None, choices, ..question }
                .encode(bytes);
        });
    }
    for band in &quiz.bands {
        add(format!("bands.{}", band.id), &|bytes| band.from.encode(bytes));
    }
    add("scoring".to_owned(), &|bytes| quiz.scoring.encode(bytes));
    add("care".to_owned(), &|bytes| {
        let Some(care) = &quiz.care else { return };
        let original = original.care();
        care.soon_after_weeks.encode(bytes);
        if let Some(numbers) = &care.emergency {
            numbers.number.encode(bytes);
            let original = original.and_then(|it| it.emergency.as_ref());
            for (region, _) in original.into_iter().flat_map(|it| &it.regions.0) {
                numbers.regions.get(region).map(|it| it.number.clone()).encode(bytes);
            }
            numbers.regions.0.len().encode(bytes);
        }
        if let Some(lines) = &care.urgent_line {
            let original = original.and_then(|it| it.urgent_line.as_ref());
            for (region, _) in original.into_iter().flat_map(|it| &it.regions.0) {
                lines.regions.get(region).is_some().encode(bytes);
            }
            lines.regions.0.len().encode(bytes);
        }
    });
    rules
}

/// Choices without their words and pictures. Points and flags are in the order of the quiz, whatever their order in the file. They are
/// looked up, because code that sorts is large.
fn without_words(choices: &[Choice], quiz: &Quiz) -> Vec<Choice> {
    let without_words = |choice: &Choice| Choice {
        text: Text::fallback(),
        picture: None,
        points: (0..quiz.causes.len()).map(|cause| (cause, choice.points_for(cause))).collect(),
        flags: (0..quiz.flags.len()).filter(|flag| choice.flags.contains(flag)).collect(),
        ..choice.clone()
    };
    choices.iter().map(without_words).collect()
}
