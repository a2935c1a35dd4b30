//! A virtual display for one test. WebKitGTK needs one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::harness::program::{Program, program};
use crate::harness::window::Window;

/// A virtual display with a window manager. Without a window manager no window gets the focus, and nothing on a page matches
/// `:focus-visible`. Fields are dropped in order.
pub(crate) struct Display {
    pub(crate) name: String,
    _windows: Program,
    _server: Program,
}

impl Display {
    /// Opens a display that one window fills.
    pub(crate) fn open(screen: Window) -> Self {
        let mut server = Program::start(
            Command::new(program("XVFB", &["Xvfb"]))
                // It finds a free display and prints its number. It ends with its last window and removes its lock, which a killed server
                // would leave behind.
                .args(["-displayfd", "1", "-terminate", "-nolisten", "tcp", "-screen", "0"])
                .arg(format!("{}x{}x24", screen.width, screen.height)),
            Stdio::piped(),
        )
        .with_grace(Duration::from_secs(5));
        let mut number = String::new();
        let output = server.child.stdout.as_mut().expect("its output");
        BufReader::new(output).read_line(&mut number).expect("the display's number");
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
