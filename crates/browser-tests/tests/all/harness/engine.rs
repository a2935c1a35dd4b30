//! The three engines, and how to drive each of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use fantoccini::Client;
use serde_json::{Map, Value, json};

use crate::harness::display::Display;
use crate::harness::driver::{Method, send_command};
use crate::harness::program::program;
use crate::harness::window::Window;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// The engine of Chrome and Edge.
    Chromium,
    Firefox,
    /// The engine of Safari and of all browsers on iPhones. WebKitGTK runs it on Linux.
    WebKit,
}

impl Engine {
    /// The display, for the engine that needs one.
    pub(crate) fn display(self, screen: Window) -> Option<Display> {
        (self == Self::WebKit).then(|| Display::open(screen))
    }

    /// The engine's driver, on a port.
    pub(crate) fn driver(self, port: u16, screen: Window, display: Option<&Display>) -> Command {
        let mut command = match self {
            Self::Chromium => {
                Command::new(program("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"]))
            }
            Self::Firefox => {
                let mut command = Command::new(program("GECKODRIVER", &["geckodriver"]));
                // Lets scripts change the browser's own window: see `resize`.
                command.arg("--allow-system-access");
                command
            }
            Self::WebKit => {
                let mut command = Command::new(program("WEBKIT_DRIVER", &["WebKitWebDriver"]));
                // The desktop of this machine must not change how the page looks.
                command
                    .env("GTK_THEME", if screen.dark { "Adwaita:dark" } else { "Adwaita" })
                    .env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"))
                    // There is no desktop and no screen reader.
                    .env("GDK_BACKEND", "x11")
                    .env("NO_AT_BRIDGE", "1")
                    // Else GTK starts a message bus, which keeps the display open for seconds after the browser has ended.
                    .env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
                if screen.reduced_motion {
                    command.env(
                        "XDG_CONFIG_DIRS",
                        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/harness/reduced-motion"),
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

    /// The capabilities of a session. Only Firefox's profile is named: the other browsers make their own.
    pub(crate) fn capabilities(self, screen: Window, profile: &Path) -> Map<String, Value> {
        let capabilities = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": {"browser": "ALL"},
                "goog:chromeOptions": {
                    "binary": program(
                        "CHROME",
                        // The shell has the same engine without a browser's windows, so a test in it takes half the time.
                        &[
                            "/usr/lib/chromium/chromium-headless-shell",
                            "chrome-headless-shell",
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
                    "binary": firefox(),
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        // No spare processes, which take processor time at each start.
                        "dom.ipc.processPrelaunch.enabled": false,
                        "ui.systemUsesDarkTheme": i32::from(screen.dark),
                        "ui.prefersReducedMotion": i32::from(screen.reduced_motion),
                        "ui.useAccessibilityTheme": i32::from(screen.forced_colors),
                        "browser.display.document_color_use": if screen.forced_colors { 2 } else { 1 },
                    }
                }
            }),
            Self::WebKit => match std::env::var_os("MINIBROWSER") {
                Some(named) => json!({
                    "webkitgtk:browserOptions": { "binary": named.to_string_lossy(), "args": ["--automation"] }
                }),
                // The driver knows its own browser.
                None => json!({ "browserName": "MiniBrowser" }),
            },
        };
        let Value::Object(mut capabilities) = capabilities else { unreachable!("all are objects") };
        // A slow script fails by the limit of its test, and not after WebDriver's 30 seconds.
        capabilities.insert("timeouts".to_owned(), json!({ "script": 120_000 }));
        capabilities
    }

    /// Applies the settings that need a running browser.
    pub(crate) async fn apply_settings(self, client: &Client, screen: Window) {
        match self {
            Self::Chromium => {
                let feature = |name: &str, on: bool, yes: &str, no: &str| json!({"name": name, "value": if on { yes } else { no }});
                let features = json!([
                    feature("prefers-color-scheme", screen.dark, "dark", "light"),
                    feature("prefers-reduced-motion", screen.reduced_motion, "reduce", "no-preference"),
                    feature("forced-colors", screen.forced_colors, "active", "none"),
                ]);
                let body = json!({"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}});
                send_command(client, Method::POST, "goog/cdp/execute", Some(body))
                    .await
                    .expect("emulated media");
            }
            Self::Firefox => self.resize(client, screen.width, screen.height).await,
            Self::WebKit => assert!(!screen.forced_colors, "WebKit does not support forced colors"),
        }
    }

    /// Changes the size of the window, as turning a phone does.
    pub(crate) async fn resize(self, client: &Client, width: u32, height: u32) {
        match self {
            Self::Chromium => {
                let metrics =
                    json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": true});
                let body = json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": metrics});
                send_command(client, Method::POST, "goog/cdp/execute", Some(body))
                    .await
                    .expect("another size");
            }
            Self::Firefox => {
                // Firefox's window is at least 500 pixels wide. The page in it can be narrower.
                const SIZE: &str = "
                    const [width, height] = arguments, { style } = gBrowser.selectedBrowser;
                    style.setProperty('width', width + 'px');
                    style.setProperty('height', height + 'px');
                ";
                let context = async |context| {
                    let body = json!({ "context": context });
                    send_command(client, Method::POST, "moz/context", Some(body)).await.expect("a window");
                };
                context("chrome").await;
                client.set_window_size(width.max(800), height + 200).await.expect("a window");
                client.execute(SIZE, vec![json!(width), json!(height)]).await.expect("a page of this size");
                context("content").await;
            }
            Self::WebKit => unreachable!("the display cannot change its size"),
        }
    }

    /// The role of a `summary`. ARIA has no name for it, and only Chromium gives it one.
    pub(crate) fn disclosure(self) -> &'static str {
        if self == Self::Chromium { "DisclosureTriangle" } else { "" }
    }
}

/// The program of Firefox.
pub(crate) fn firefox() -> PathBuf {
    program("FIREFOX", &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"])
}
