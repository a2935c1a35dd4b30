//! The ways in which a subcommand can fail. `main` turns them into exit codes.

use std::io;

/// The reason why a subcommand did not succeed.
pub(crate) enum Failure {
    /// The command has printed findings or failed test cases: exit code 1.
    Findings,
    /// A file is invalid, and the command has printed its problems: exit code 2.
    Problems,
    /// Anything else, with a message to print: exit code 2.
    Other(String),
    /// The program that reads the output has closed the pipe: exit code 0, as is usual in a shell.
    BrokenPipe,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::Other(error.to_string()),
        }
    }
}
