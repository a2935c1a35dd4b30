//! The formats that authors write: a quiz file, a drawings file and test cases, with the type of each part.
//!
//! It uses `decode`. It does not know whether a part makes sense beside the others: `model` checks that.

pub(crate) mod care;
pub(crate) mod condition;
pub(crate) mod drawing;
pub(crate) mod limits;
pub(crate) mod markup;
pub(crate) mod parts;
pub(crate) mod path_data;
pub(crate) mod picture;
pub(crate) mod plural;
pub(crate) mod points;
pub(crate) mod quiz_file;
pub(crate) mod rich_text;
pub(crate) mod scale;
pub(crate) mod scoring;
pub(crate) mod suggestion;
pub(crate) mod template;
pub(crate) mod test_case_file;
pub(crate) mod verdict_texts;
pub(crate) mod words;
