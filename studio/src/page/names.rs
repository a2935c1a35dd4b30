//! The files of a draft by what they are, and the names that they have on a server.

use which_cause_quiz::{JsonPath, Quiz, is_language};

use crate::document::{Document, text_at};

/// The translations of the quiz among the companions: the index of each file, and its language.
pub(crate) fn translations_of(document: &Document) -> Vec<(usize, String)> {
    let text = |file: usize, key: &str| text_at(&document.files()[file].value, &JsonPath::to_key(key));
    let (id, own) = (text(Document::QUIZ, "id"), text(Document::QUIZ, "language"));
    let companions = 1..document.files().len();
    companions
        .filter_map(|file| {
            let language = text(file, "language").filter(|language| is_language(language))?;
            (id.is_some() && text(file, "id") == id && Some(language) != own)
                .then(|| (file, language.to_owned()))
        })
        .collect()
}

/// The address of the drawings file, and its index if it is among the companions. `None` if the quiz has no drawings.
pub(crate) fn drawings_file(document: &Document) -> Option<(&str, Option<usize>)> {
    let address =
        text_at(document.value(), &JsonPath::to_key("drawings")).filter(|address| !address.is_empty())?;
    let name = address.rsplit('/').next().unwrap_or(address);
    let file = document.files().iter().skip(1).position(|file| file.name == name);
    Some((address, file.map(|index| index + 1)))
}

/// A file name that every server and every system takes: the letters a to z in both cases, digits, and `-`, `_`, `.`. It has no path.
pub(super) fn safe_name(name: &str, quiz: &Quiz) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = name.strip_suffix(".json").unwrap_or(name);
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let stem: String = stem.chars().map(|c| if fits(c) { c } else { '-' }).collect();
    let stem = stem.trim_matches(['-', '.']);
    let stem = if stem.is_empty() { quiz.id().as_str() } else { stem };
    format!("{stem}.json")
}

/// The name of a translation beside its quiz: `bread.es.json` for `bread.json`.
pub(super) fn translation_name(quiz: &str, language: &str) -> String {
    format!("{}.{language}.json", quiz.strip_suffix(".json").unwrap_or(quiz))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::File;
    use which_cause_quiz::read;

    #[test]
    fn a_name_has_no_path_and_no_odd_characters() {
        let quiz = read(crate::examples::EXAMPLES[0].text).expect("a quiz");
        for (name, safe) in [
            ("bread.json", "bread.json"),
            ("../../etc/passwd", "passwd.json"),
            ("C:\\quizzes\\my quiz?.json", "my-quiz.json"),
            ("..", &format!("{}.json", quiz.id())),
            ("頭痛.json", &format!("{}.json", quiz.id())),
            (".htaccess", "htaccess.json"),
        ] {
            assert_eq!(safe_name(name, &quiz), safe, "{name}");
        }
    }

    #[test]
    fn companions_are_told_apart_by_what_they_are() {
        let open = |name: &str, text: &str| File::open(name, text).expect("JSON");
        let document = Document::new(
            open("q.json", r#"{"id": "q", "language": "en", "drawings": "pictures/q.drawings.json"}"#),
            [
                open("q.de.json", r#"{"id": "q", "language": "de"}"#),
                open("other.json", r#"{"id": "o", "language": "fr"}"#),
                open("copy.json", r#"{"id": "q", "language": "en"}"#),
                open("wrong.json", r#"{"id": "q", "language": "no language"}"#),
                open("q.drawings.json", "{}"),
            ],
        );
        assert_eq!(translations_of(&document), [(1, "de".to_owned())]);
        assert_eq!(drawings_file(&document), Some(("pictures/q.drawings.json", Some(5))));
    }
}
