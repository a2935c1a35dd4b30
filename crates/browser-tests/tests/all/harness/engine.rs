//! The three engines: all in which driving one differs from driving another.

use std::process::Command;

use fantoccini::Client;
use serde_json::{Map, Value, json};

use crate::harness::display::Display;
use crate::harness::driver::{Method, ask};
use crate::harness::program::program;
use crate::harness::screen::Screen;

/// What draws a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chrome, Edge, and most of what is on phones.
    Chromium,
    Firefox,
    /// What Safari and everything on an iPhone is made of; here in the shape that runs on Linux, WebKitGTK.
    WebKit,
}

impl Engine {
    /// The display that the engine needs; the others draw without one.
    pub(crate) fn display(self, screen: Screen) -> Option<Display> {
        (self == Self::WebKit).then(|| Display::open(screen))
    }

    /// The engine's driver, on a port.
    pub(crate) fn driver(self, port: u16, screen: Screen, display: Option<&Display>) -> Command {
        let mut command = match self {
            Self::Chromium => {
                Command::new(program("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"]))
            }
            Self::Firefox => {
                let mut command = Command::new(program("GECKODRIVER", &["geckodriver"]));
                // The browser's own window can then be scripted: see `settle`.
                command.arg("--allow-system-access");
                command
            }
            Self::WebKit => {
                let mut command = Command::new(program("WEBKIT_DRIVER", &["WebKitWebDriver"]));
                // The desktop of whoever runs the tests has no say in how the page looks.
                command
                    .env("GTK_THEME", if screen.dark { "Adwaita:dark" } else { "Adwaita" })
                    .env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"))
                    // Nobody listens on these: no desktop is here, and no screen reader.
                    .env("GDK_BACKEND", "x11")
                    .env("NO_AT_BRIDGE", "1");
                if screen.calm {
                    command.env(
                        "XDG_CONFIG_DIRS",
                        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/harness/calm"),
                    );
                }
                command
            }
        };
        if let Some(display) = display {
            command.env("DISPLAY", &display.name);
        }
        command.arg(format!("--port={port}"));
        command
    }

    /// What is asked of the driver for a session.
    pub(crate) fn capabilities(self, screen: Screen) -> Map<String, Value> {
        let capabilities = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": {"browser": "ALL"},
                "goog:chromeOptions": {
                    "binary": program(
                        "CHROME",
                        &[
                            "chromium",
                            "chromium-browser",
                            "google-chrome",
                            "google-chrome-stable",
                            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                            "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        ],
                    ),
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync"
                    ],
                    "mobileEmulation": {
                        "deviceMetrics": {
                            "width": screen.width, "height": screen.height, "pixelRatio": 1, "touch": false
                        }
                    }
                }
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program(
                        "FIREFOX",
                        &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"],
                    ),
                    "args": ["-headless"],
                    "prefs": {
                        "ui.systemUsesDarkTheme": i32::from(screen.dark),
                        "ui.prefersReducedMotion": i32::from(screen.calm),
                        "ui.useAccessibilityTheme": i32::from(screen.forced_colors),
                        "browser.display.document_color_use": if screen.forced_colors { 2 } else { 1 },
                    }
                }
            }),
            Self::WebKit => match std::env::var_os("MINIBROWSER") {
                Some(named) => json!({
                    "webkitgtk:browserOptions": { "binary": named.to_string_lossy(), "args": ["--automation"] }
                }),
                // The driver knows where the browser is that came with it.
                None => json!({ "browserName": "MiniBrowser" }),
            },
        };
        let Value::Object(capabilities) = capabilities else { unreachable!("each of them is an object") };
        capabilities
    }

    /// Does what can only be done once the browser runs.
    pub(crate) async fn settle(self, client: &Client, screen: Screen) {
        match self {
            Self::Chromium => {
                let feature = |name: &str, on: bool, yes: &str, no: &str| json!({"name": name, "value": if on { yes } else { no }});
                let features = json!([
                    feature("prefers-color-scheme", screen.dark, "dark", "light"),
                    feature("prefers-reduced-motion", screen.calm, "reduce", "no-preference"),
                    feature("forced-colors", screen.forced_colors, "active", "none"),
                ]);
                let body = json!({"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}});
                ask(client, Method::POST, "goog/cdp/execute", Some(body)).await.expect("the reader's likes");
            }
            Self::Firefox => self.turn(client, screen.width, screen.height).await,
            Self::WebKit => assert!(!screen.forced_colors, "WebKit knows no forced colours"),
        }
    }

    /// Gives the window another shape, as a phone that is turned does.
    pub(crate) async fn turn(self, client: &Client, width: u32, height: u32) {
        match self {
            Self::Chromium => {
                let metrics =
                    json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": true});
                let body = json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": metrics});
                ask(client, Method::POST, "goog/cdp/execute", Some(body)).await.expect("another shape");
            }
            Self::Firefox => {
                // No window of Firefox is narrower than 500 pixels; the page in it can be.
                const SHAPE: &str = "
                    const [width, height] = arguments, { style } = gBrowser.selectedBrowser;
                    style.setProperty('width', width + 'px');
                    style.setProperty('height', height + 'px');
                ";
                let context = async |context| {
                    let body = json!({ "context": context });
                    ask(client, Method::POST, "moz/context", Some(body)).await.expect("a window");
                };
                context("chrome").await;
                client.set_window_size(width.max(800), height + 200).await.expect("room for the page");
                client.execute(SHAPE, vec![json!(width), json!(height)]).await.expect("a page of this shape");
                context("content").await;
            }
            Self::WebKit => unreachable!("the display is as large as the window was"),
        }
    }

    /// What the engine calls the role of a `summary`, for which ARIA has no word; two of three have none either.
    pub(crate) fn disclosure(self) -> &'static str {
        if self == Self::Chromium { "DisclosureTriangle" } else { "" }
    }
}
