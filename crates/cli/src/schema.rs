//! `schema`: the JSON Schema of a quiz file.

use std::io::Write;

use crate::Failure;

pub(crate) fn run(out: &mut impl Write) -> Result<(), Failure> {
    writeln!(out, "{:#}", which_cause_quiz::schema())?;
    Ok(())
}
