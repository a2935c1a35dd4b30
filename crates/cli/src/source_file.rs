//! Reads a file or standard input, and reports problems in its text.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use which_cause_quiz::{MAX_FILE_BYTES, Problem, ProblemKind, Quiz, decode};

use crate::failure::Failure;
use crate::report::print_problems;

/// The text of a file and the name that reports use for it.
pub(crate) struct SourceFile {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl SourceFile {
    /// The name of a file in reports.
    pub(crate) fn display_name(path: &Path) -> String {
        if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
    }

    /// Reads a file, or standard input if the path is `-`.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        Self::read(path).map_err(|why| Failure::Other(format!("{}: {why}", Self::display_name(path))))
    }

    /// Reads a file, or standard input if the path is `-`. The error has no file name.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        // The engine reports a file that is too large, so read a little more than its limit: 1 byte and a byte order mark.
        let limit = MAX_FILE_BYTES as u64 + 4;
        let mut bytes = Vec::new();
        let result = if is_stdin(path) {
            io::stdin().lock().take(limit).read_to_end(&mut bytes)
        } else {
            File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
        };
        result.map_err(|error| error.to_string())?;
        let text = match decode(&bytes) {
            Ok(text) => text.to_owned(),
            // Parsing reports this problem later, with its place.
            Err(Problem { kind: ProblemKind::TooLarge, .. }) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(problem) => return Err(problem.kind.to_string()),
        };
        Ok(Self { name: Self::display_name(path), text })
    }

    /// Reads the quiz in the file. Prints the problems of an invalid quiz to standard error.
    pub(crate) fn quiz(&self) -> Result<Arc<Quiz>, Failure> {
        self.or_print_problems(which_cause_quiz::read(&self.text)).map(Arc::new)
    }

    /// Passes on a value that was read from this file. Prints its problems to standard error if there are any.
    pub(crate) fn or_print_problems<T>(&self, result: Result<T, Vec<Problem>>) -> Result<T, Failure> {
        result.or_else(|problems| {
            print_problems(self, &problems, &mut anstream::stderr().lock())?;
            Err(Failure::Problems)
        })
    }
}

/// Whether a path on the command line means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}
