//! The texts of a translation by the parts of the quiz that they are in.

use which_cause_quiz::{JsonPath, TranslationEntry};

use crate::part::Part;

/// Some texts under a heading.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextsOfPart {
    /// The name of the part: "Question 3".
    pub(crate) heading: String,
    /// The names of its texts.
    pub(crate) names: Vec<String>,
}

/// The texts that are chosen, by parts in the order of the quiz.
pub(crate) fn by_parts(
    entries: &[TranslationEntry],
    is_chosen: impl Fn(&TranslationEntry) -> bool,
) -> Vec<TextsOfPart> {
    let mut parts: Vec<TextsOfPart> = Vec::new();
    for entry in entries.iter().filter(|entry| is_chosen(entry)) {
        let heading = entry.path().map(heading_of).unwrap_or_default();
        match parts.iter_mut().find(|part| part.heading == heading) {
            Some(part) => part.names.push(entry.name.clone()),
            None => parts.push(TextsOfPart { heading, names: vec![entry.name.clone()] }),
        }
    }
    parts
}

/// The name of a text in its part: "Choice 2, Text".
pub(crate) fn label_of(entry: &TranslationEntry) -> String {
    let Some(path) = entry.path() else { return String::new() };
    let (name, heading) = (Part::name_of(path), heading_of(path));
    match name.strip_prefix(&heading).and_then(|rest| rest.strip_prefix(", ")) {
        Some(label) => label.to_owned(),
        None => name,
    }
}

fn heading_of(path: &JsonPath) -> String {
    match Part::of(path) {
        Some(Part::Item(list, index)) => Part::name_of(&list.path().item(index)),
        Some(Part::Group(group)) => group.title().to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::List;
    use which_cause_quiz::{PlacedText, TranslationState};

    fn entry(path: JsonPath) -> TranslationEntry {
        TranslationEntry {
            name: path.to_string(),
            original: Some(PlacedText { path, text: String::new() }),
            translation: None,
            state: TranslationState::Missing,
            lost_placeholders: Vec::new(),
        }
    }

    #[test]
    fn texts_are_under_the_part_that_they_are_in() {
        let question = List::Questions.path().item(2);
        let entries = [
            entry(JsonPath::to_key("title")),
            entry(question.key("text")),
            entry(JsonPath::to_key("subtitle")),
            entry(question.key("choices").item(1).key("text")),
        ];
        let parts = by_parts(&entries, |_| true);
        let headings: Vec<&str> = parts.iter().map(|part| part.heading.as_str()).collect();
        assert_eq!(headings, ["The quiz", "Question 3"]);
        assert_eq!(parts[1].names, [entries[1].name.clone(), entries[3].name.clone()]);
        assert_eq!(entries.each_ref().map(label_of), ["Title", "Text", "Subtitle", "Choice 2, Text"]);
        assert_eq!(by_parts(&entries, |entry| entry.name == "title").len(), 1);
    }
}
