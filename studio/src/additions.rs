//! Files that are added to an open draft: where each belongs, or why it does not. Nothing here knows the page.

use which_cause_quiz::{Drawings, JsonPath, Value, language_of};

use crate::document::{Document, File, get, is_json_name};
use crate::page::drawings_file;

/// The way in which a draft gets a file.
#[derive(Debug, PartialEq)]
pub(crate) enum Addition {
    /// The draft does not have it yet.
    New(File),
    /// It is another version of the companion with this index, which gets this content.
    Replacement { index: usize, content: Value },
}

/// The way in which a draft gets a companion: a translation, drawings, test cases or the settings of the page.
///
/// # Errors
///
/// Returns the reason, without the name of the file, if the quiz has no use for it.
pub(crate) fn addition(document: &Document, mut file: File) -> Result<Addition, String> {
    let companions = || document.files().iter().enumerate().skip(Document::QUIZ + 1);
    let old = if let Some(language) = language_of(&file.value) {
        let is_same = |other: &File| {
            language_of(&other.value).is_some_and(|other| other.eq_ignore_ascii_case(language))
        };
        companions().find(|(_, other)| is_same(other)).map(|(index, _)| index)
    } else if get(&file.value, &JsonPath::to_key("drawings")).is_some() {
        let Some((address, old)) = drawings_file(document) else {
            return Err(
                "the quiz names no drawings file. Write its name into the field Drawings of “The quiz” first"
                    .to_owned(),
            );
        };
        let name = address.rsplit('/').next().unwrap_or(address);
        if !is_json_name(name) {
            return Err(format!(
                "the quiz names {name} as its drawings file, and such a name ends in .json. Change the field Drawings of “The quiz” first"
            ));
        }
        if let Err(problems) = Drawings::read(&file.to_text()) {
            return Err(problems.first().map_or_else(String::new, ToString::to_string));
        }
        if file.name != name {
            file = file.renamed(name);
        }
        old
    } else {
        companions().find(|(_, other)| other.name == file.name).map(|(index, _)| index)
    };
    Ok(match old {
        Some(index) => Addition::Replacement { index, content: file.value },
        None => Addition::New(file.with_free_name(document.files())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_get_no_name_of_another_kind_of_file() {
        let quiz = file("q.json", r#"{"id": "q", "drawings": "frame.html"}"#);
        let drawings = file("a.drawings.json", r#"{"format": 1, "drawings": {}}"#);
        let error = addition(&Document::new(quiz, []), drawings).expect_err("another name");
        assert_eq!(
            error,
            "the quiz names frame.html as its drawings file, and such a name ends in .json. Change the field Drawings of “The quiz” first"
        );
    }

    fn file(name: &str, text: &str) -> File {
        File::open(name, text).expect("JSON")
    }

    fn document(quiz: &str) -> Document {
        let german = file("bread.de.json", r#"{"id": "bread", "language": "de"}"#);
        Document::new(file("bread.json", quiz), [german])
    }

    const QUIZ: &str = r#"{"id": "bread", "language": "en", "drawings": "pictures/loaf.json"}"#;
    const DRAWINGS: &str = r#"{"format": 1, "drawings": {}}"#;

    #[test]
    fn a_new_companion_is_added_and_another_version_replaces_the_old_one() {
        let document = document(QUIZ);
        let french = file("bread.fr.json", r#"{"language": "fr"}"#);
        assert_eq!(addition(&document, french.clone()), Ok(Addition::New(french)));
        let german = file("from-jo.json", r#"{"language": "de"}"#);
        let content = german.value.clone();
        assert_eq!(addition(&document, german), Ok(Addition::Replacement { index: 1, content }));
        let cases = file("bread.test-cases.json", r#"{"test_cases": []}"#);
        assert_eq!(addition(&document, cases.clone()), Ok(Addition::New(cases)));
    }

    #[test]
    fn drawings_get_the_name_that_the_quiz_has_for_them() {
        let drawings = addition(&document(QUIZ), file("mine.json", DRAWINGS));
        assert_eq!(drawings, Ok(Addition::New(file("mine.json", DRAWINGS).renamed("loaf.json"))));
        let none = addition(&document(r#"{"language": "en"}"#), file("mine.json", DRAWINGS));
        assert!(none.is_err_and(|why| why.contains("names no drawings file")));
        let wrong = addition(&document(QUIZ), file("mine.json", r#"{"format": 1, "drawings": []}"#));
        assert!(wrong.is_err_and(|why| why.starts_with("drawings: ")));
    }

    #[test]
    fn two_files_of_a_draft_have_different_names() {
        let french = file("bread.json", r#"{"language": "fr"}"#);
        let added = addition(&document(QUIZ), french.clone());
        assert_eq!(added, Ok(Addition::New(french.renamed("bread.fr.json"))));
        let cases = file("Bread.json", r#"{"test_cases": []}"#);
        let added = addition(&document(QUIZ), cases.clone());
        assert_eq!(added, Ok(Addition::New(cases.renamed("Bread-2.json"))));
    }
}
