//! A browser under WebDriver, and the commands of it that fantoccini does not have.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use url::{ParseError, Url};

/// A browser of one test's own. It goes with the test, however that ends.
pub(crate) struct Browser {
    pub(crate) client: Client,
    port: String,
    session: String,
    _driver: Child,
}

impl Drop for Browser {
    /// Asks the driver to close the browser, and waits until it has: a driver that is only killed leaves it running.
    fn drop(&mut self) {
        let Ok(mut stream) = TcpStream::connect(format!("127.0.0.1:{}", self.port)) else { return };
        let request = format!(
            "DELETE /session/{} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
            self.session
        );
        let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
        if stream.write_all(request.as_bytes()).is_ok() {
            let _ = stream.read(&mut [0; 1024]);
        }
    }
}

/// How large the window is, and how the reader likes pages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// A common phone.
pub(crate) const PHONE: Screen = Screen { width: 360, height: 740 };

/// The full path of a program: the one that `variable` names, else the first of these that is there, on the PATH or
/// where its own path says.
fn program(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(named) = std::env::var_os(variable) {
        return named.into();
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| std::env::split_paths(&folders).map(move |it| it.join(name)))
        .find(|it| it.is_file())
        .unwrap_or_else(|| panic!("none of {names:?} is on the PATH; name one in {variable}"))
}

/// Starts a driver on a port of its own. Now and then another program takes the port that it has just chosen;
/// then it ends, and another one is started.
async fn start_driver() -> (Child, String) {
    for _ in 0..5 {
        let mut driver = Command::new(program("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"]))
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the driver starts");
        let mut said = BufReader::new(driver.stdout.take().expect("its output")).lines();
        while let Ok(Some(line)) = said.next_line().await {
            if let Some((_, port)) = line.split_once("started successfully on port ") {
                // The driver must not block on an output that nobody reads.
                tokio::spawn(async move { while let Ok(Some(_)) = said.next_line().await {} });
                return (driver, port.trim_end_matches('.').to_owned());
            }
        }
    }
    panic!("the driver found no port");
}

impl Browser {
    pub(crate) async fn open(screen: Screen) -> Self {
        let (driver, port) = start_driver().await;
        let chrome =
            program("CHROME", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": chrome,
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync"
                ],
                "mobileEmulation": {
                    "deviceMetrics": {"width": screen.width, "height": screen.height, "pixelRatio": 1, "touch": false}
                }
            }
        });
        let serde_json::Value::Object(capabilities) = capabilities else { unreachable!("it is an object") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a session");
        let session = client.session_id().await.expect("a session").expect("a session");
        Self { client, port, session, _driver: driver }
    }
}

/// What the browser computes of an element for those who do not see it:
/// <https://w3c.github.io/webdriver/#get-computed-label>.
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/element/{}/{}", session.unwrap_or_default(), self.element, self.what))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::GET, None)
    }
}

async fn computed(client: &Client, element: &Element, what: &'static str) -> Result<String, CmdError> {
    let element = element.element_id().to_string();
    let value = client.issue_cmd(Computed { element, what }).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// The role of an element, as the accessibility tree has it.
pub(crate) async fn role(client: &Client, element: &Element) -> Result<String, CmdError> {
    computed(client, element, "computedrole").await
}

/// The name of an element, as the accessibility tree has it.
pub(crate) async fn name(client: &Client, element: &Element) -> Result<String, CmdError> {
    computed(client, element, "computedlabel").await
}
