//! Builds a JSON Schema (draft 2020-12).
//!
//! The keyword `translate` marks texts in the quiz's language, and `markup` those that can have markup. They are not part of JSON
//! Schema, so validators ignore them.

use serde_json::{Map, Value, json};

/// A JSON Schema.
pub(crate) type Schema = Value;

/// The named definitions (`$defs`) of a schema under construction.
#[derive(Debug, Default)]
pub(crate) struct Definitions(Map<String, Value>);

/// One property of an object.
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

impl Definitions {
    /// Adds an object once, and returns a reference to it.
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
            let properties: Map<String, Value> =
                properties.iter().map(|it| (it.name.to_owned(), it.schema.clone())).collect();
            let object = json!({
                "description": tidy(description),
                "type": "object",
                "properties": properties,
                "required": required,
                // Notes of the author, and keys for editors.
                "patternProperties": {"^[$_]": true},
                "additionalProperties": false,
            });
            self.0.insert(name.to_owned(), object);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    /// The whole schema, with its definitions.
    pub(crate) fn into_schema(self, title: &str, mut schema: Schema) -> Schema {
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = json!(title);
        schema["$defs"] = Value::Object(self.0);
        schema
    }
}

/// A documentation comment on one line.
fn tidy(comment: &str) -> String {
    comment.split_whitespace().collect::<Vec<_>>().join(" ")
}
