//! The programs that a test starts. Each ends with the test.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The full path of a program: the one that the environment variable names, else the first of these names on the PATH.
pub(crate) fn program(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(named) = std::env::var_os(variable) {
        return named.into();
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| std::env::split_paths(&folders).map(move |it| it.join(name)))
        .find(|it| it.is_file())
        .unwrap_or_else(|| {
            panic!("none of {names:?} is installed: run `tools/setup.sh browser`, or name one in {variable}")
        })
}

/// A running program. Dropping it ends it and waits for its end.
pub(crate) struct Program {
    pub(crate) child: Child,
    /// How long it may take to end by itself before it is killed.
    grace: Duration,
}

impl Program {
    /// Starts a program whose output goes to `output`.
    pub(crate) fn start(command: &mut Command, output: Stdio) -> Self {
        // Its messages do not belong in the output of a test.
        let child = command.stdin(Stdio::null()).stdout(output).stderr(Stdio::null()).spawn();
        let child = child.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        Self { child, grace: Duration::ZERO }
    }

    pub(crate) fn with_grace(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    pub(crate) fn has_ended(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|ended| ended.is_some())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let start = Instant::now();
        while start.elapsed() < self.grace && !self.has_ended() {
            std::thread::sleep(Duration::from_millis(5));
        }
        // Killing fails if the program has ended. It is waited for in any case.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A temporary folder for profiles, sockets and locks, with a name of its own. It is removed with the test.
pub(crate) struct TempFolder(TempDir);

impl TempFolder {
    /// Creates a folder with a short path: browsers put sockets in it, and the path of a socket has at most about a hundred bytes.
    pub(crate) fn new() -> Self {
        Self(tempfile::Builder::new().prefix("which-cause-").tempdir().expect("a temporary folder"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // A browser's last process may still write, and so create its folder again.
        for _ in 0..500 {
            let _ = std::fs::remove_dir_all(self.path());
            std::thread::sleep(Duration::from_millis(10));
            if !self.path().exists() {
                return;
            }
        }
    }
}
