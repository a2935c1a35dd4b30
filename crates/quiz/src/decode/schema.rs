//! Builds a JSON Schema (draft 2020-12).
//!
//! The keyword `translate` marks texts in the quiz's language, and `markup` those that can have markup. They are not part of JSON
//! Schema, so validators ignore them.

use serde_json::{Map, Value, json};

/// A JSON Schema.
pub(crate) type Schema = Value;

/// An object of a file: the keys that it can have, in the order of their declarations.
#[derive(Debug)]
pub struct ObjectSchema {
    /// The name of the definition in the schema: `QuestionFile`.
    pub name: &'static str,
    /// What it is.
    pub description: String,
    /// Its keys.
    pub keys: Vec<KeySchema>,
}

/// A key of an object.
#[derive(Debug)]
pub struct KeySchema {
    /// The key.
    pub name: &'static str,
    /// The JSON Schema of its value, with a description.
    pub schema: Value,
    /// Whether the object must have it.
    pub required: bool,
}

impl KeySchema {
    pub(crate) fn new(name: &'static str, description: &str, mut schema: Schema, required: bool) -> Self {
        schema["description"] = json!(tidy(description));
        Self { name, schema, required }
    }
}

/// The objects of a schema under construction, its named definitions (`$defs`). An object comes before those in it.
#[derive(Debug, Default)]
pub(crate) struct Definitions(Vec<ObjectSchema>);

impl Definitions {
    /// Adds an object once, and returns a reference to it.
    pub(crate) fn object(
        &mut self,
        name: &'static str,
        description: &str,
        keys: impl FnOnce(&mut Self) -> Vec<KeySchema>,
    ) -> Schema {
        if self.find(name).is_none() {
            let index = self.0.len();
            self.0.push(ObjectSchema { name, description: tidy(description), keys: Vec::new() });
            self.0[index].keys = keys(self);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    /// Makes keys of an object optional.
    pub(crate) fn make_optional(&mut self, name: &str, is_optional: impl Fn(&str) -> bool) {
        for key in self.find(name).into_iter().flat_map(|object| &mut object.keys) {
            key.required &= !is_optional(key.name);
        }
    }

    /// Says how many items a list of an object can have. How few it can have depends on other keys, so the schema leaves that to
    /// the check.
    pub(crate) fn limit_items(&mut self, object: &str, key: &str, most: usize) {
        let keys = self.find(object).into_iter().flat_map(|object| &mut object.keys);
        for key in keys.filter(|it| it.name == key) {
            key.schema["maxItems"] = json!(most);
        }
    }

    fn find(&mut self, name: &str) -> Option<&mut ObjectSchema> {
        self.0.iter_mut().find(|object| object.name == name)
    }

    /// The objects.
    pub(crate) fn into_objects(self) -> Vec<ObjectSchema> {
        self.0
    }

    /// The whole schema, with its definitions.
    pub(crate) fn into_schema(self, title: &str, mut schema: Schema) -> Schema {
        let definitions = self.0.into_iter().map(|object| {
            let required: Vec<&str> = object.keys.iter().filter(|it| it.required).map(|it| it.name).collect();
            let properties: Map<String, Value> =
                object.keys.iter().map(|it| (it.name.to_owned(), it.schema.clone())).collect();
            let definition = json!({
                "description": object.description,
                "type": "object",
                "properties": properties,
                "required": required,
                // Notes of the author, and keys for editors.
                "patternProperties": {"^[$_]": true},
                "additionalProperties": false,
            });
            (object.name.to_owned(), definition)
        });
        schema["$defs"] = Value::Object(definitions.collect());
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = json!(title);
        schema
    }
}

/// A documentation comment on one line.
fn tidy(comment: &str) -> String {
    comment.split_whitespace().collect::<Vec<_>>().join(" ")
}
