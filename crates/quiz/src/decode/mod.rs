//! Reads JSON: its values, what is wrong with them and where, their schema, and the compact form of a checked quiz.

pub(crate) mod bounded;
pub(crate) mod codec;
pub(crate) mod encoding;
pub(crate) mod from_json;
pub(crate) mod id;
pub(crate) mod id_index;
pub(crate) mod invisible;
pub(crate) mod json;
pub(crate) mod json_mistakes;
pub(crate) mod json_path;
pub(crate) mod macros;
pub(crate) mod problem;
pub(crate) mod problem_message;
pub(crate) mod schema;
pub(crate) mod single_line;
