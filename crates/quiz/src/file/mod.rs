//! The parts of a quiz file, a drawings file and a test case file, as authors write them.

pub mod drawing;
pub mod path_data;
pub(crate) mod plural;
pub mod quiz_file;
pub(crate) mod template;
pub mod test_case_file;
pub(crate) mod to_try;
