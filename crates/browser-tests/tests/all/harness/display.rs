//! A display of a test's own, for an engine that does not run without one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::harness::program::{Program, program};
use crate::harness::screen::Screen;

/// A display that nobody sees, with a window manager on it: without one no window has the focus, and nothing in a
/// page `:focus-visible`. What is dropped first goes first.
pub(crate) struct Display {
    pub(crate) name: String,
    _windows: Program,
    _server: Program,
}

impl Display {
    /// A display on which the one window takes up all of the screen.
    pub(crate) fn open(screen: Screen) -> Self {
        let mut server = Program::start(
            Command::new(program("XVFB", &["Xvfb"]))
                // It finds a free display itself and writes down which. It ends as the last window goes, and takes
                // its lock with it, which a server that is killed leaves behind.
                .args(["-displayfd", "1", "-terminate", "-nolisten", "tcp", "-screen", "0"])
                .arg(format!("{}x{}x24", screen.width, screen.height)),
            Stdio::piped(),
        )
        .with_grace(Duration::from_secs(5));
        let mut number = String::new();
        let said = server.child.stdout.as_mut().expect("its output");
        BufReader::new(said).read_line(&mut number).expect("the display's number");
        assert!(!number.is_empty(), "Xvfb found no display");
        let name = format!(":{}", number.trim());
        let windows = Program::start(
            Command::new(program("MATCHBOX", &["matchbox-window-manager"]))
                .args(["-use_titlebar", "no"])
                .env("DISPLAY", &name),
            Stdio::null(),
        );
        Self { name, _windows: windows, _server: server }
    }
}
