//! A new translation of the quiz: with the words of the original, or from a file.

use which_cause_quiz::{
    ChangedTexts, JsonPath, NumberFormat, Value, is_language, language_of, pseudo_translation,
    translation_file_name, update_translation,
};

use super::companions;
use crate::document::{Document, File, text_at};

/// The texts that a new translation begins with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NewTranslation {
    /// The words of the original, to translate into a language.
    Into(String),
    /// Longer texts with accents, which show what is cut off.
    Pseudo,
}

/// The file of a new translation. `numbers` has the rules of a language.
///
/// # Errors
///
/// Returns the reason as a sentence if there cannot be one.
pub(super) fn make<N: NumberFormat>(
    document: &Document,
    new: &NewTranslation,
    numbers: impl Fn(&str) -> N,
) -> Result<File, String> {
    let original = document.value();
    let value = match new {
        NewTranslation::Into(language) => {
            check_language(document, language)?;
            let changed = ChangedTexts::HoldTheOriginal;
            update_translation(original, None, language, changed, &numbers(language)).file
        }
        NewTranslation::Pseudo => {
            let value = pseudo_translation(original);
            check_language(document, language_of(&value).unwrap_or_default())?;
            value
        }
    };
    let name = translation_file_name(
        &document.files()[Document::QUIZ].name,
        language_of(&value).unwrap_or_default(),
    );
    File::new(name, value.to_json()).map_err(|problem| problem.to_string())
}

/// The file of a translation that was opened.
///
/// # Errors
///
/// Returns the reason as a sentence if it is not a translation of this quiz.
pub(super) fn open(document: &Document, name: &str, text: String) -> Result<File, String> {
    let file = File::open(name, text).map_err(|problem| format!("{name}: {problem}"))?;
    let Some(language) = language_of(&file.value) else {
        return Err(format!("{name} is not a quiz file: it has no `language`."));
    };
    let id = |value: &Value| text_at(value, &JsonPath::to_key("id")).unwrap_or_default().to_owned();
    let (own, quiz) = (id(&file.value), id(document.value()));
    if own != quiz {
        return Err(format!(
            "{name} is another quiz: its id is `{own}`. A translation of this quiz has the id `{quiz}`."
        ));
    }
    check_language(document, language).map_err(|why| format!("{name}: {why}"))?;
    Ok(file)
}

/// Whether there can be a translation into a language.
fn check_language(document: &Document, language: &str) -> Result<(), String> {
    if !is_language(language) {
        return Err(format!("“{language}” is not a language tag. Write one such as de or pt-BR."));
    }
    let is_same = |value: &Value| language_of(value).is_some_and(|it| it.eq_ignore_ascii_case(language));
    if is_same(document.value()) {
        return Err(format!("The quiz itself is in {language}."));
    }
    match companions(document).find(|(_, file)| is_same(&file.value)) {
        Some((_, file)) => Err(format!("There is a translation into {language}: {}.", file.name)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use which_cause_quiz::PlainDigits;

    const QUIZ: &str = r#"{"id": "bread", "language": "en", "title": "Bread"}"#;

    fn document() -> Document {
        let german = r#"{"id": "bread", "language": "de", "title": "Brot"}"#;
        let german = File::open("bread.de.json", german).expect("JSON");
        Document::new(File::open("bread.json", QUIZ).expect("JSON"), [german])
    }

    fn into(language: &str) -> Result<File, String> {
        make(&document(), &NewTranslation::Into(language.to_owned()), |_| PlainDigits)
    }

    #[test]
    fn a_new_translation_has_the_words_of_the_original_and_the_name_of_the_command() {
        let file = into("pt-BR").expect("a file");
        assert_eq!(file.name, "bread.pt-BR.json");
        assert_eq!(language_of(&file.value), Some("pt-BR"));
        assert_eq!(text_at(&file.value, &JsonPath::to_key("title")), Some("Bread"));
        let pseudo = make(&document(), &NewTranslation::Pseudo, |_| PlainDigits).expect("a file");
        assert_eq!((pseudo.name.as_str(), language_of(&pseudo.value)), ("bread.en-XA.json", Some("en-XA")));
    }

    #[test]
    fn there_is_one_translation_into_each_language_and_none_into_that_of_the_quiz() {
        for (language, reason) in [
            ("en", "itself"),
            ("DE", "bread.de.json"),
            ("german", "not a language tag"),
            ("", "not a language tag"),
        ] {
            let why = into(language).expect_err("a reason");
            assert!(why.contains(reason), "{language}: {why}");
        }
    }

    #[test]
    fn an_opened_file_must_be_a_translation_of_this_quiz() {
        let open = |text: &str| open(&document(), "file.json", text.to_owned());
        assert!(open(r#"{"id": "bread", "language": "fr"}"#).is_ok());
        for (text, reason) in [
            ("{", "file.json: "),
            (r#"{"format": 1}"#, "no `language`"),
            (r#"{"id": "cake", "language": "fr"}"#, "`cake`"),
            (r#"{"id": "bread", "language": "de"}"#, "bread.de.json"),
        ] {
            let why = open(text).expect_err("a reason");
            assert!(why.contains(reason), "{text}: {why}");
        }
    }
}
