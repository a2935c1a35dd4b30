//! The format of a quiz file as forms need it: the keys of each object, with what an author writes there. It comes from the engine's
//! own schema, so a new key of the format has a field without a change here.

use serde_json::Value as Schema;
use which_cause_quiz::{JsonPath, PathSegment, Value, schema_objects};

/// All objects of a quiz file.
#[derive(Debug)]
pub(crate) struct Format(Vec<ObjectFormat>);

/// An object of a quiz file.
#[derive(Debug, PartialEq)]
pub(crate) struct ObjectFormat {
    /// Its name in the schema: `QuestionFile`.
    name: String,
    /// Its keys, in their order.
    pub(crate) keys: Vec<KeyFormat>,
}

/// A key of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeyFormat {
    /// The key.
    pub(crate) name: String,
    /// Its name for the author: "Article name".
    pub(crate) label: String,
    /// What it is for.
    pub(crate) help: String,
    /// Whether the object must have it.
    pub(crate) is_required: bool,
    /// What an author writes there.
    pub(crate) kind: Kind,
    /// The most items of a list, if there is a limit.
    pub(crate) max_items: Option<usize>,
}

/// What an author writes at a path.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// A text that no reader sees, such as an id or an address.
    Code,
    /// A text for readers. `max_length` is in characters. A text with markup can have several lines.
    Text { max_length: usize, has_markup: bool },
    /// A whole number.
    Number { min: i64, max: i64 },
    /// Yes or no.
    Flag,
    /// One of some words.
    Keyword(Vec<Keyword>),
    /// An object, by its name in the schema.
    Object(String),
    /// A list.
    List(Box<Kind>),
    /// An object with keys that the author chooses.
    Map(Box<Kind>),
    /// One of several.
    Either(Vec<Kind>),
}

/// A word that an author can choose.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Keyword {
    pub(crate) word: String,
    /// What it means.
    pub(crate) help: String,
}

impl Format {
    /// The format that the engine reads.
    pub(crate) fn new() -> Self {
        let objects = schema_objects().into_iter().map(|object| ObjectFormat {
            name: object.name.to_owned(),
            keys: object
                .keys
                .into_iter()
                .filter_map(|key| {
                    Some(KeyFormat {
                        name: key.name.to_owned(),
                        label: label(key.name),
                        help: text(&key.schema["description"]).replace('`', ""),
                        is_required: key.required,
                        kind: Kind::beyond_the_schema(object.name, key.name)
                            .or_else(|| Kind::of(&key.schema))?,
                        max_items: key.schema["maxItems"].as_u64().and_then(|max| usize::try_from(max).ok()),
                    })
                })
                .collect(),
        });
        Self(objects.collect())
    }

    /// An object by its name.
    ///
    /// # Panics
    ///
    /// If the schema has no such object.
    pub(crate) fn object(&self, name: &str) -> &ObjectFormat {
        self.0.iter().find(|object| object.name == name).expect("the schema has every object that it names")
    }

    /// What an author writes at a path.
    pub(crate) fn kind_at(&self, path: &JsonPath) -> Option<Kind> {
        path.segments().iter().try_fold(Kind::Object("QuizFile".to_owned()), |kind, segment| {
            let kinds = match kind {
                Kind::Either(kinds) => kinds,
                kind => vec![kind],
            };
            kinds.iter().find_map(|kind| match (kind, segment) {
                (Kind::Object(name), PathSegment::Key(key)) => {
                    self.object(name).key(key).map(|key| key.kind.clone())
                }
                (Kind::Map(kind), PathSegment::Key(_)) | (Kind::List(kind), PathSegment::Item(_)) => {
                    Some((**kind).clone())
                }
                _ => None,
            })
        })
    }

    /// The most items that the list at a path can have, if there is a limit.
    pub(crate) fn max_items(&self, list: &JsonPath) -> Option<usize> {
        let (PathSegment::Key(key), object) = list.segments().split_last()? else { return None };
        match self.kind_at(&object.iter().cloned().collect())? {
            Kind::Object(name) => self.object(&name).key(key)?.max_items,
            _ => None,
        }
    }

    /// A new value: everything that is required, without any text.
    pub(crate) fn blank(&self, kind: &Kind) -> Value {
        match kind {
            Kind::Code | Kind::Text { .. } => Value::String(String::new()),
            Kind::Number { min, .. } => Value::Integer((*min).max(0)),
            Kind::Flag => Value::Bool(false),
            Kind::Keyword(words) => Value::String(words[0].word.clone()),
            Kind::Object(name) => {
                let required = self.object(name).keys.iter().filter(|key| key.is_required);
                Value::Object(required.map(|key| (key.name.clone(), self.blank(&key.kind))).collect())
            }
            Kind::List(_) => Value::Array(Vec::new()),
            Kind::Map(_) => Value::Object(Vec::new()),
            Kind::Either(kinds) => self.blank(&kinds[0]),
        }
    }
}

impl ObjectFormat {
    /// Its name in the schema.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A key by its name.
    pub(crate) fn key(&self, name: &str) -> Option<&KeyFormat> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The names of all keys, in their order.
    pub(crate) fn key_names(&self) -> Vec<&str> {
        self.keys.iter().map(|key| key.name.as_str()).collect()
    }
}

impl Kind {
    /// What a schema stands for. `None` for values that no author writes by hand.
    fn of(schema: &Schema) -> Option<Self> {
        if let Some(reference) = schema["$ref"].as_str() {
            return Some(Self::Object(reference.rsplit('/').next()?.to_owned()));
        }
        if let Some(words) = schema["oneOf"].as_array() {
            let words = words.iter().map(|word| Keyword {
                word: text(&word["const"]),
                help: text(&word["description"]).replace('`', ""),
            });
            return Some(Self::Keyword(words.collect()));
        }
        if let Some(kinds) = schema["anyOf"].as_array() {
            return Some(Self::Either(kinds.iter().filter_map(Self::of).collect()));
        }
        match schema["type"].as_str()? {
            "string" if schema["translate"] == true => Some(Self::Text {
                max_length: schema["maxLength"].as_u64().and_then(|max| usize::try_from(max).ok())?,
                has_markup: schema["markup"] == true,
            }),
            "string" => Some(Self::Code),
            "integer" => Some(Self::Number {
                min: schema["minimum"].as_i64().unwrap_or(i64::MIN),
                max: schema["maximum"].as_i64().unwrap_or(i64::MAX),
            }),
            "boolean" => Some(Self::Flag),
            "array" => Some(Self::List(Box::new(Self::of(&schema["items"])?))),
            "object" => Some(Self::Map(Box::new(Self::of(&schema["additionalProperties"])?))),
            _ => None,
        }
    }

    /// The kind of a key whose value the engine does not read in a quiz: the schema says nothing about it.
    fn beyond_the_schema(object: &str, key: &str) -> Option<Self> {
        match (object, key) {
            ("QuizFile", "test_cases") => Some(Self::List(Box::new(Self::Object("TestCaseFile".to_owned())))),
            ("TestCaseFile", "story") => Some(Self::Text { max_length: usize::MAX / 8, has_markup: true }),
            _ => None,
        }
    }

    /// Whether a field for it is shown even if the file does not have it: one control, and not a form of its own.
    pub(crate) fn is_single(&self) -> bool {
        matches!(self, Self::Code | Self::Text { .. } | Self::Number { .. } | Self::Flag | Self::Keyword(_))
    }

    /// The one of several kinds that a value has.
    pub(crate) fn for_value(&self, value: &Value) -> Self {
        let Self::Either(kinds) = self else { return self.clone() };
        let fits = |kind: &&Self| match value {
            Value::String(_) => matches!(kind, Self::Code | Self::Text { .. } | Self::Keyword(_)),
            Value::Integer(_) => matches!(kind, Self::Number { .. }),
            Value::Array(_) => matches!(kind, Self::List(_)),
            Value::Object(_) => matches!(kind, Self::Object(_) | Self::Map(_)),
            _ => false,
        };
        kinds.iter().find(fits).unwrap_or(&kinds[0]).clone()
    }
}

/// The name of a key for an author: "Article name" for `article_name`.
pub(crate) fn label(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn text(schema: &Schema) -> String {
    schema.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_a_question_and_a_cause_has_a_field() {
        let format = Format::new();
        for (object, key, kind) in [
            ("QuestionFile", "help", Kind::Text { max_length: 2000, has_markup: true }),
            ("QuestionFile", "at_most", Kind::Number { min: 1, max: 100 }),
            ("QuestionFile", "scale", Kind::Object("Scale".to_owned())),
            ("QuestionFile", "choices", Kind::List(Box::new(Kind::Object("ChoiceFile".to_owned())))),
            ("CauseFile", "doctor_first", Kind::Flag),
            ("CauseFile", "picture", Kind::Object("PictureFile".to_owned())),
        ] {
            let found = format.object(object).key(key).unwrap_or_else(|| panic!("{object}.{key}"));
            assert_eq!(found.kind, kind, "{object}.{key}");
            assert!(!found.help.is_empty(), "{object}.{key}");
        }
    }

    #[test]
    fn a_path_leads_to_its_kind() {
        let format = Format::new();
        let choice = JsonPath::to_key("questions").item(0).key("choices").item(3);
        assert_eq!(format.kind_at(&choice), Some(Kind::Object("ChoiceFile".to_owned())));
        let picture = choice.key("picture").key("width");
        assert!(matches!(format.kind_at(&picture), Some(Kind::Number { .. })));
        assert_eq!(format.kind_at(&JsonPath::to_key("mine")), None);
    }

    #[test]
    fn the_picture_of_the_intro_is_a_photo() {
        let format = Format::new();
        let picture = JsonPath::to_key("intro").key("picture");
        let Some(Kind::Object(name)) = format.kind_at(&picture) else { panic!("an object") };
        assert_eq!(format.object(&name).key_names(), ["photo", "width", "height", "text"]);
    }

    #[test]
    fn a_list_has_the_limit_of_the_engine() {
        let format = Format::new();
        let questions = JsonPath::to_key("questions");
        assert_eq!(format.max_items(&questions), Some(1_000));
        assert_eq!(format.max_items(&questions.item(0).key("choices")), Some(64));
        assert_eq!(format.max_items(&JsonPath::to_key("causes")), Some(50));
        assert_eq!(format.max_items(&JsonPath::to_key("test_cases")), None);
    }

    #[test]
    fn test_cases_have_the_format_of_the_engine() {
        let format = Format::new();
        let case = JsonPath::to_key("test_cases").item(0);
        assert_eq!(format.kind_at(&case), Some(Kind::Object("TestCaseFile".to_owned())));
        assert!(matches!(format.kind_at(&case.key("expect").key("gap")), Some(Kind::Number { .. })));
        assert!(matches!(format.kind_at(&case.key("story")), Some(Kind::Text { .. })));
    }

    #[test]
    fn a_key_is_named_in_words() {
        assert_eq!(label("article_name"), "Article name");
    }
}
