//! Reads a file or standard input, and reports problems in its text.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use which_cause_quiz::{MAX_FILE_BYTES, Problem, ProblemKind, Quiz, RepairedJson, decode, repair_json};

use crate::failure::Failure;
use crate::report::print_problems;

/// The text of a file and the name that reports use for it.
pub(crate) struct SourceFile {
    pub(crate) name: String,
    pub(crate) text: String,
    /// The text without its mistakes, if it is not JSON and [`repair`](Self::repair) has mended it. Everything else is at its place.
    repaired: Option<String>,
}

impl SourceFile {
    /// The name of a file in reports.
    pub(crate) fn display_name(path: &Path) -> String {
        if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
    }

    /// Reads a file, or standard input if the path is `-`.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        Self::read(path).map_err(Failure::Other)
    }

    /// Reads a file whose parser has no limit of its own, and refuses one that is too large.
    pub(crate) fn open_whole(path: &Path) -> Result<Self, Failure> {
        let file = Self::open(path)?;
        if file.text.len() > MAX_FILE_BYTES {
            return Err(Failure::Other(format!("{}: {}", file.name, ProblemKind::TooLarge)));
        }
        Ok(file)
    }

    /// Reads a file, or standard input if the path is `-`. The error names the file.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        // The engine reports a file that is too large, so read a little more than its limit: 1 byte and a byte order mark.
        let limit = MAX_FILE_BYTES as u64 + 4;
        let mut bytes = Vec::new();
        let result = if is_stdin(path) {
            io::stdin().lock().take(limit).read_to_end(&mut bytes)
        } else {
            File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
        };
        let name = Self::display_name(path);
        result.map_err(|error| match error.kind() {
            ErrorKind::NotFound => format!("no such file: {name}"),
            ErrorKind::IsADirectory => format!("{name}: this is a folder; name the files in it"),
            _ => format!("{name}: {error}"),
        })?;
        let text = match decode(&bytes) {
            Ok(text) => text.to_owned(),
            // Parsing JSON reports this problem later, with its place.
            Err(Problem { kind: ProblemKind::TooLarge, .. }) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(problem) => return Err(format!("{name}: {}", problem.kind)),
        };
        Ok(Self { name, text, repaired: None })
    }

    /// The JSON in the file, as far as it can be read.
    pub(crate) fn json(&self) -> &str {
        self.repaired.as_deref().unwrap_or(&self.text)
    }

    /// Finds the mistakes in a text that is not JSON. Afterward, [`json`](Self::json) is without those that can be mended.
    pub(crate) fn repair(&mut self) -> Vec<Problem> {
        let RepairedJson { text, problems } = repair_json(&self.text);
        self.repaired = Some(text);
        problems
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
