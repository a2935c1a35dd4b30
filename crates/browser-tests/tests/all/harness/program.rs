//! The programs that a test starts. Each goes with the test, however that ends.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The full path of a program: the one that `variable` names, else the first of these that is there, on the PATH or
/// where its own path says.
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
            panic!(
                "none of {names:?} is there; `tools/setup.sh browser` says more, or name one in {variable}"
            )
        })
}

/// A running program. Once it is dropped it has ended and been waited for: nothing of it is left.
pub(crate) struct Program {
    pub(crate) child: Child,
    /// How long it may take to end by itself, as its last client goes; then it is ended.
    grace: Duration,
}

impl Program {
    /// Starts a program whose output goes to `output`.
    pub(crate) fn start(command: &mut Command, output: Stdio) -> Self {
        // What else it has to say is not for the reader of a test's output.
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
        // One that has ended already cannot be ended, and is waited for all the same.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder for what programs leave behind: profiles, sockets, locks. It goes with the test, and all that is in it.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A folder that nobody else has. Its path is short, since browsers put sockets in it, and a socket's path may
    /// have a hundred letters.
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("which-cause-{}-{name}", std::process::id()));
        std::fs::create_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // The last of a browser's processes may still be writing, and then makes its folder anew.
        for _ in 0..100 {
            let _ = std::fs::remove_dir_all(&self.0);
            std::thread::sleep(Duration::from_millis(50));
            if !self.0.exists() {
                return;
            }
        }
    }
}
