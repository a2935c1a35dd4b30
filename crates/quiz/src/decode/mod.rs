//! Reads JSON: values, the problems with them and where they are, their JSON Schema, and the encoding of a checked quiz in
//! bytes.
//!
//! This layer is the first one: it uses none of the others, and knows neither the format of a quiz file nor what a quiz is.

pub(crate) mod bounded;
pub(crate) mod codec;
pub(crate) mod detected_encoding;
pub(crate) mod diagnostics;
pub(crate) mod encoding;
pub(crate) mod entries;
pub(crate) mod format_version;
pub(crate) mod from_json;
pub(crate) mod id;
pub(crate) mod id_index;
pub(crate) mod invisible;
pub(crate) mod json;
pub(crate) mod json_context;
pub(crate) mod json_layout;
pub(crate) mod json_mistakes;
pub(crate) mod json_path;
pub(crate) mod json_repair;
pub(crate) mod macros;
pub(crate) mod nearest;
pub(crate) mod problem;
pub(crate) mod problem_code;
pub(crate) mod problem_message;
pub(crate) mod schema;
pub(crate) mod single_line;
pub(crate) mod text_position;
