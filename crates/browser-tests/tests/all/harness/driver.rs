//! A browser under WebDriver, and the commands of it that fantoccini does not have.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
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
use crate::harness::program::{Program, Scratch};
use crate::harness::screen::Screen;

/// A browser of one test's own. It goes with the test, however that ends: the browser first, then its driver, then
/// the display that both were on, and then what they have left behind.
pub(crate) struct Browser {
    pub(crate) client: Client,
    port: u16,
    session: String,
    _driver: Program,
    _display: Option<Display>,
    _scratch: Scratch,
}

impl Drop for Browser {
    /// Asks the driver to close the browser, and waits until it has: a driver that is only killed leaves it running.
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

/// A port that nothing listens on, another one each time. It is none of those that the system gives to whoever asks
/// for any, so nothing takes it before the driver does.
fn port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Two runs of the tests at the same time begin at different places.
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
    /// Opens one on a device that is in no country: the time zone says which emergency number a reader gets.
    pub(crate) async fn open(engine: Engine, screen: Screen) -> Self {
        Self::open_in(engine, screen, "UTC").await
    }

    /// Opens one on a device with a time zone.
    pub(crate) async fn open_in(engine: Engine, screen: Screen, time_zone: &str) -> Self {
        let port = port();
        // What is made first goes last, should this come to nothing.
        let scratch = Scratch::new(&port.to_string());
        let display = engine.display(screen);
        let mut driver = engine.driver(port, screen, display.as_ref());
        let mut driver =
            Program::start(driver.env("TMPDIR", scratch.path()).env("TZ", time_zone), Stdio::null());
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(!driver.has_ended(), "the driver of {engine:?} has ended");
            assert!(start.elapsed() < Duration::from_secs(30), "the driver of {engine:?} does not listen");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(screen))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a session");
        let session = client.session_id().await.expect("a session").expect("a session");
        let browser = Self { client, port, session, _driver: driver, _display: display, _scratch: scratch };
        engine.settle(&browser.client, screen).await;
        browser
    }
}

/// A command of one engine alone, or one that fantoccini does not have.
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

/// Asks the driver for something of this path within the session.
pub(crate) async fn ask(
    client: &Client,
    method: Method,
    path: impl Into<String>,
    body: Option<Value>,
) -> Result<Value, CmdError> {
    client.issue_cmd(Command { method, path: path.into(), body }).await
}

/// What the browser computes of an element for those who do not see it:
/// <https://w3c.github.io/webdriver/#get-computed-label>.
async fn computed(client: &Client, element: &Element, what: &str) -> Result<String, CmdError> {
    let path = format!("element/{}/{what}", element.element_id());
    let value = ask(client, Method::GET, path, None).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// The role or the name of an element by its markup, in a frame: Chromium's driver has no accessibility tree of a page
/// that is in another process.
const MARKED_UP: &str = r"
    const [it, what] = arguments;
    if (window === top) return null;
    if (what === 'computedlabel') {
        const named = it.closest('label') ?? it.getRootNode().getElementById(it.getAttribute('aria-labelledby')) ?? it;
        return named.textContent.replace(/\s+/g, ' ').trim();
    }
    const roles = { a: 'link', button: 'button', fieldset: 'group', input: it.type };
    return roles[it.localName] ?? (/^h[1-6]$/.test(it.localName) ? 'heading' : null);
";

async fn told(client: &Client, element: &Element, what: &'static str) -> Result<String, CmdError> {
    let computed = computed(client, element, what).await;
    if computed.is_err()
        && let Ok(element) = serde_json::to_value(element)
        && let Ok(Value::String(told)) = client.execute(MARKED_UP, vec![element, json!(what)]).await
    {
        return Ok(told);
    }
    computed
}

/// The role of an element, as the accessibility tree has it.
pub(crate) async fn role(client: &Client, element: &Element) -> Result<String, CmdError> {
    told(client, element, "computedrole").await
}

/// The name of an element, as the accessibility tree has it.
pub(crate) async fn name(client: &Client, element: &Element) -> Result<String, CmdError> {
    told(client, element, "computedlabel").await
}
