//! Pieces of a JSON Schema. Knows nothing of what they describe.
//!
//! `translate`, which is no word of JSON Schema's own and which validators pass over, marks what is written in the quiz's
//! language.

use serde_json::{Map, Value, json};

/// A JSON Schema.
pub(crate) type Schema = Value;

/// The named parts of a schema, while it is made.
#[derive(Debug, Default)]
pub(crate) struct Parts(Map<String, Value>);

/// One key of an object.
pub(crate) struct Property {
    name: &'static str,
    schema: Schema,
    required: bool,
}

impl Property {
    pub(crate) fn new(name: &'static str, description: &str, mut schema: Schema, required: bool) -> Self {
        schema["description"] = json!(tidy(description));
        Self { name, schema, required }
    }
}

impl Parts {
    /// Adds an object by its name, once, and refers to it.
    pub(crate) fn object(
        &mut self,
        name: &str,
        description: &str,
        properties: impl FnOnce(&mut Self) -> Vec<Property>,
    ) -> Schema {
        if !self.0.contains_key(name) {
            self.0.insert(name.to_owned(), Value::Null);
            let properties = properties(self);
            let required: Vec<&str> = properties.iter().filter(|it| it.required).map(|it| it.name).collect();
            let of: Map<String, Value> =
                properties.iter().map(|it| (it.name.to_owned(), it.schema.clone())).collect();
            let object = json!({
                "description": tidy(description),
                "type": "object",
                "properties": of,
                "required": required,
                // The author's own notes, and what editors want.
                "patternProperties": {"^[$_]": true},
                "additionalProperties": false,
            });
            self.0.insert(name.to_owned(), object);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    /// The whole, with its parts.
    pub(crate) fn whole(self, title: &str, mut schema: Schema) -> Schema {
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = json!(title);
        schema["$defs"] = Value::Object(self.0);
        schema
    }
}

/// A documentation comment as prose.
fn tidy(comment: &str) -> String {
    comment.split_whitespace().collect::<Vec<_>>().join(" ")
}
