//! The parts of a quiz. An author opens one at a time.

use which_cause_quiz::{JsonPath, PathSegment};

use crate::document::Document;
use crate::format::label;

/// A part of the quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Some keys of the file.
    Group(Group),
    /// An item of a list.
    Item(List, usize),
    /// The table of all points.
    Points,
    /// The photos of the draft.
    Photos,
    /// Colors and shape.
    Look,
    /// The settings, files and HTML to publish the quiz.
    Publish,
    /// All translations.
    Translations,
    /// The translation in one file of the document.
    Translation(usize),
    /// All test cases.
    TestCases,
    /// A test case, by its index among those of all files.
    TestCase(usize),
    /// How often readers get each cause.
    Fairness,
}

/// A list whose items are parts of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    Screens,
    Questions,
    Causes,
}

/// Keys of the file that have one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    About,
    Intro,
    Flags,
    Scoring,
    Verdicts,
    Course,
    Notes,
    Sources,
    Care,
    Words,
}

impl List {
    pub(crate) const ALL: [Self; 3] = [Self::Screens, Self::Questions, Self::Causes];

    /// The key of the list in the file.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Screens => "screens",
            Self::Questions => "questions",
            Self::Causes => "causes",
        }
    }

    /// The path of the list.
    pub(crate) fn path(self) -> JsonPath {
        JsonPath::to_key(self.key())
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Screens => "Safety screens",
            Self::Questions => "Questions",
            Self::Causes => "Causes",
        }
    }

    /// One of its items.
    pub(crate) fn item_name(self) -> &'static str {
        match self {
            Self::Screens => "safety screen",
            Self::Questions => "question",
            Self::Causes => "cause",
        }
    }
}

impl Group {
    pub(crate) const ALL: [Self; 10] = [
        Self::About,
        Self::Intro,
        Self::Flags,
        Self::Scoring,
        Self::Verdicts,
        Self::Course,
        Self::Notes,
        Self::Sources,
        Self::Care,
        Self::Words,
    ];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::About => "The quiz",
            Self::Intro => "Before the start",
            Self::Flags => "Flags",
            Self::Scoring => "Scores",
            Self::Verdicts => "Result texts",
            Self::Course => "Course",
            Self::Notes => "Disclaimer and note",
            Self::Sources => "Sources",
            Self::Care => "Care and numbers",
            Self::Words => "Buttons and headings",
        }
    }

    /// The keys of the file that belong to it.
    pub(crate) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::About => {
                &["title", "subtitle", "language", "direction", "id", "version", "notice", "drawings"]
            }
            Self::Intro => &["intro"],
            Self::Flags => &["flags"],
            Self::Scoring => &["scoring", "bands"],
            Self::Verdicts => &["verdicts"],
            Self::Course => &["course"],
            Self::Notes => &["disclaimer", "also"],
            Self::Sources => &["sources", "safety_sources"],
            Self::Care => &["care"],
            Self::Words => &["words"],
        }
    }
}

impl Part {
    /// The part that a path is in. `None` if the studio has no form for it.
    pub(crate) fn of(path: &JsonPath) -> Option<Self> {
        let Some(PathSegment::Key(key)) = path.segments().first() else { return None };
        if key == "test_cases" {
            return Some(match path.segments().get(1) {
                // Those of the quiz file come first.
                Some(PathSegment::Item(index)) => Self::TestCase(*index),
                _ => Self::TestCases,
            });
        }
        if let Some(list) = List::ALL.into_iter().find(|list| list.key() == key) {
            return match path.segments().get(1) {
                Some(PathSegment::Item(index)) => Some(Self::Item(list, *index)),
                _ => None,
            };
        }
        Group::ALL.into_iter().find(|group| group.keys().contains(&key.as_str())).map(Self::Group)
    }

    /// The name of what is at a path, for its author: "Question 3, Choice 2, Text".
    pub(crate) fn name_of(path: &JsonPath) -> String {
        let mut names: Vec<String> = Vec::new();
        for segment in path.segments() {
            match segment {
                PathSegment::Key(key) => names.push(label(key)),
                PathSegment::Item(index) => {
                    let list = names.pop().unwrap_or_default();
                    let item = match list.as_str() {
                        "Screens" => "Safety screen",
                        list => list.strip_suffix('s').unwrap_or(list),
                    };
                    names.push(format!("{item} {}", index + 1));
                }
            }
        }
        names.join(", ")
    }

    /// The same name in a sentence: "“Text” of choice 2 of question 3". Edits are named so.
    fn phrase_of(path: &JsonPath) -> String {
        let mut names: Vec<String> = Vec::new();
        let mut list = "";
        for segment in path.segments() {
            match segment {
                PathSegment::Key(key) => {
                    list = key;
                    names.push(format!("“{}”", label(key)));
                }
                PathSegment::Item(index) => {
                    let item = format!("{} {}", item_name(list), index + 1);
                    match names.last_mut() {
                        Some(name) if !is_list_of_texts(list) => *name = item,
                        _ => names.push(item),
                    }
                }
            }
        }
        names.reverse();
        names.join(" of ")
    }

    /// The name of what is at a path of a file: "“Text” of question 3 in bread.de.json". The quiz file itself is not named.
    pub(crate) fn phrase_in(document: &Document, file: usize, path: &JsonPath) -> String {
        let phrase = Self::phrase_of(path);
        match document.files().get(file) {
            Some(companion) if file != Document::QUIZ => format!("{phrase} in {}", companion.name),
            _ => phrase,
        }
    }

    /// Whether a path is in this part.
    pub(crate) fn contains(self, path: &JsonPath) -> bool {
        match (self, Self::of(path)) {
            (Self::TestCases, Some(Self::TestCase(_))) => true,
            (part, of) => of == Some(part),
        }
    }
}

/// The name of an item of the list at a path: "choice" for a list `choices`.
pub(crate) fn item_name_of(list: &JsonPath) -> String {
    match list.segments().last() {
        Some(PathSegment::Key(key)) => item_name(key),
        _ => String::new(),
    }
}

/// The same, by the key of the list.
fn item_name(list: &str) -> String {
    if is_list_of_texts(list) {
        return "text".to_owned();
    }
    if let Some(list) = List::ALL.into_iter().find(|it| it.key() == list) {
        return list.item_name().to_owned();
    }
    let name = list.replace('_', " ");
    name.strip_suffix('s').unwrap_or(&name).to_owned()
}

/// Whether the key of a list does not name its items, which are texts.
fn is_list_of_texts(list: &str) -> bool {
    ["look_next", "try_this", "get_checked"].contains(&list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_of_the_file_with_a_form_is_in_one_part() {
        let format = crate::format::Format::new();
        for key in &format.object("QuizFile").keys {
            let in_groups =
                Group::ALL.iter().filter(|group| group.keys().contains(&key.name.as_str())).count();
            let in_lists = List::ALL.iter().filter(|list| list.key() == key.name).count();
            let expected = usize::from(!["format", "test_cases"].contains(&key.name.as_str()));
            assert_eq!(in_groups + in_lists, expected, "{}", key.name);
        }
    }

    #[test]
    fn a_path_leads_to_the_part_that_it_is_in() {
        let choice = JsonPath::to_key("questions").item(2).key("choices").item(0);
        assert_eq!(Part::of(&choice), Some(Part::Item(List::Questions, 2)));
        assert_eq!(Part::name_of(&choice.key("text")), "Question 3, Choice 1, Text");
        assert_eq!(Part::of(&JsonPath::to_key("subtitle")), Some(Part::Group(Group::About)));
        assert_eq!(Part::of(&JsonPath::to_key("test_cases").item(1)), Some(Part::TestCase(1)));
        assert_eq!(Part::of(&JsonPath::to_key("mine")), None);
    }

    #[test]
    fn a_path_is_named_in_a_sentence() {
        let choice = List::Questions.path().item(2).key("choices").item(0);
        let cause = List::Causes.path().item(0);
        for (path, phrase) in [
            (JsonPath::to_key("title"), "“Title”"),
            (JsonPath::to_key("intro").key("lead"), "“Lead” of “Intro”"),
            (List::Screens.path().item(1), "safety screen 2"),
            (choice.key("text"), "“Text” of choice 1 of question 3"),
            (choice.key("points").key("too_wet"), "“Too wet” of “Points” of choice 1 of question 3"),
            (cause.key("look_next").item(1), "text 2 of “Look next” of cause 1"),
            (JsonPath::to_key("test_cases").item(4), "test case 5"),
        ] {
            assert_eq!(Part::phrase_of(&path), phrase);
        }
    }
}
