//! `which-cause schema` prints the JSON Schema of a quiz file.

use std::io::Write;

use crate::failure::Failure;

pub(crate) fn run(out: &mut impl Write) -> Result<(), Failure> {
    writeln!(out, "{:#}", which_cause_quiz::schema())?;
    Ok(())
}
