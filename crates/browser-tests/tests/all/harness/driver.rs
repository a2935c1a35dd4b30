//! A browser under WebDriver, and the WebDriver commands that fantoccini does not have.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
pub(crate) use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::harness::display::Display;
use crate::harness::engine::Engine;
use crate::harness::firefox_profile;
use crate::harness::program::{Program, TempFolder};
use crate::harness::window::{PHONE, Window};

/// A browser for one test. When the test ends, the browser is closed first, then its driver, then the display, and then the temporary
/// files are removed.
pub(crate) struct Browser {
    pub(crate) client: Client,
    port: u16,
    session: String,
    _driver: Program,
    _display: Option<Display>,
    _temp_folder: TempFolder,
}

impl Drop for Browser {
    /// Asks the driver to close the browser, and waits for it. A killed driver would leave the browser running.
    fn drop(&mut self) {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) else { return };
        let request = format!(
            "DELETE /session/{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.session, self.port
        );
        let _ = stream.set_read_timeout(Some(Duration::from_secs(30)));
        if stream.write_all(request.as_bytes()).is_ok() {
            let _ = stream.read(&mut [0; 1024]);
        }
    }
}

/// A free port, another one each time. It is outside the range from which the system takes ports, so no other program takes it before the
/// driver does.
fn port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Each test is a process of its own, and begins at another port.
    let from = std::process::id().wrapping_mul(64);
    loop {
        let next = u32::from(NEXT.fetch_add(1, Ordering::Relaxed));
        let port = 10_000 + u16::try_from(from.wrapping_add(next) % 20_000).expect("it is below 20,000");
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

impl Browser {
    /// Opens a browser in a time zone without a country. The time zone decides which emergency number a reader gets.
    pub(crate) async fn open(engine: Engine, screen: Window) -> Self {
        Self::open_in(engine, screen, "UTC").await
    }

    /// Opens a browser in a time zone.
    pub(crate) async fn open_in(engine: Engine, screen: Window, time_zone: &str) -> Self {
        // Dropped last if something below fails.
        let temp_folder = TempFolder::new();
        let profile = temp_folder.path().join("profile");
        if engine == Engine::Firefox {
            firefox_profile::copy_to(&profile).await;
        }
        let browser = Self::start(engine, screen, time_zone, temp_folder, &profile).await;
        engine.apply_settings(&browser.client, screen).await;
        browser
    }

    /// Starts Firefox with a new profile and closes it.
    pub(crate) async fn uses_firefox_once(profile: &Path) {
        drop(Self::start(Engine::Firefox, PHONE, "UTC", TempFolder::new(), profile).await);
    }

    async fn start(
        engine: Engine,
        screen: Window,
        time_zone: &str,
        temp_folder: TempFolder,
        profile: &Path,
    ) -> Self {
        let port = port();
        let display = engine.display(screen);
        let mut driver = engine.driver(port, screen, display.as_ref());
        let mut driver =
            Program::start(driver.env("TMPDIR", temp_folder.path()).env("TZ", time_zone), Stdio::null());
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(!driver.has_ended(), "the driver of {engine:?} has ended");
            assert!(start.elapsed() < Duration::from_secs(30), "the driver of {engine:?} does not listen");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(screen, profile))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a session");
        let session = client.session_id().await.expect("a session").expect("a session");
        Self { client, port, session, _driver: driver, _display: display, _temp_folder: temp_folder }
    }
}

/// A WebDriver command that fantoccini does not have.
#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.as_ref().map(Value::to_string))
    }
}

/// Sends a command to the driver, at a path of the session.
pub(crate) async fn send_command(
    client: &Client,
    method: Method,
    path: impl Into<String>,
    body: Option<Value>,
) -> Result<Value, CmdError> {
    client.issue_cmd(Command { method, path: path.into(), body }).await
}

/// A property that the browser computes for assistive technology: <https://w3c.github.io/webdriver/#get-computed-label>.
async fn computed(client: &Client, element: &Element, property: &str) -> Result<String, CmdError> {
    let path = format!("element/{}/{property}", element.element_id());
    let value = send_command(client, Method::GET, path, None).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// The role or the name of an element by its markup. It is for frames: Chromium's driver has no accessibility tree of a page in another
/// process.
const BY_MARKUP: &str = r"
    const [element, property] = arguments;
    if (window === top) return null;
    if (property === 'computedlabel') {
        const named = element.closest('label') ?? element.getRootNode().getElementById(element.getAttribute('aria-labelledby')) ?? element;
        return named.textContent.replace(/\s+/g, ' ').trim();
    }
    const roles = { a: 'link', button: 'button', fieldset: 'group', input: element.type };
    return roles[element.localName] ?? (/^h[1-6]$/.test(element.localName) ? 'heading' : null);
";

async fn computed_or_by_markup(
    client: &Client,
    element: &Element,
    property: &'static str,
) -> Result<String, CmdError> {
    let computed = computed(client, element, property).await;
    if computed.is_err()
        && let Ok(element) = serde_json::to_value(element)
        && let Ok(Value::String(value)) = client.execute(BY_MARKUP, vec![element, json!(property)]).await
    {
        return Ok(value);
    }
    computed
}

/// The role of an element in the accessibility tree.
pub(crate) async fn role(client: &Client, element: &Element) -> Result<String, CmdError> {
    computed_or_by_markup(client, element, "computedrole").await
}

/// The name of an element in the accessibility tree.
pub(crate) async fn name(client: &Client, element: &Element) -> Result<String, CmdError> {
    computed_or_by_markup(client, element, "computedlabel").await
}
