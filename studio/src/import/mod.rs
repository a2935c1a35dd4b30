//! Quizzes that were made elsewhere: in a spreadsheet, with H5P or with SurveyJS. Each becomes a quiz file, and a list of what could
//! not be imported. Nothing here knows the page.

mod archive;
mod cells;
mod content;
mod h5p;
mod html;
mod ids;
mod quiz_file;
mod surveyjs;
mod table;

pub(crate) use archive::{Archive, ArchiveError};
pub(crate) use cells::{BYTE_ORDER_MARK, rows_of};
pub(crate) use h5p::{
    from_archive as from_h5p, from_content as from_h5p_content, is_content as is_h5p_content,
    is_package as is_h5p_package,
};
pub(crate) use surveyjs::{from_survey, is_survey};
pub(crate) use table::{EXAMPLE_TABLE, from_table};

#[cfg(test)]
pub(crate) use archive::tests::packed;

use which_cause_quiz::Value;

use crate::photos::Photo;

/// A quiz that was made elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Imported {
    /// The quiz file.
    pub(crate) quiz: Value,
    /// A sentence for each part that could not be imported.
    pub(crate) left_out: Vec<String>,
    /// The photos that the quiz file names.
    pub(crate) photos: Vec<Photo>,
}
