//! A web server on its own origin, for folders and for pages that a test writes.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode, Uri, response};

/// The content of a site.
#[derive(Clone, Default)]
pub(crate) struct Site {
    folders: Vec<(&'static str, PathBuf)>,
    pages: HashMap<&'static str, String>,
    headers: Vec<(&'static str, &'static str)>,
    lost_once: Option<String>,
}

/// A site with a running server. It ends with the test.
pub(crate) struct RunningSite {
    /// Its address, with an IP address and a slash at the end.
    pub(crate) url: String,
    /// The path of each request, in order.
    requested: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Adds a folder, below a path that begins and ends with a slash.
    pub(crate) fn folder(mut self, below: &'static str, folder: impl Into<PathBuf>) -> Self {
        self.folders.push((below, folder.into()));
        self
    }

    /// Adds a page at a path. Pages come before folders.
    pub(crate) fn page(mut self, path: &'static str, html: impl Into<String>) -> Self {
        self.pages.insert(path, html.into());
        self
    }

    /// Adds a header to every response.
    pub(crate) fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Answers the first request for a path as if nothing were there.
    pub(crate) fn loses_once(mut self, path: String) -> Self {
        self.lost_once = Some(path);
        self
    }

    /// Starts the server.
    pub(crate) async fn serve(self) -> RunningSite {
        let requested = Arc::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let app = Router::new().fallback(send).with_state((Arc::new(self), Arc::clone(&requested)));
        tokio::spawn(async move { axum::serve(listener, app).await.expect("a server") });
        RunningSite { url, requested }
    }

    fn find(&self, path: &str) -> Option<(Vec<u8>, &'static str)> {
        if let Some(page) = self.pages.get(path) {
            return Some((page.clone().into_bytes(), content_type("html")));
        }
        self.folders.iter().find_map(|(below, folder)| {
            let mut file = folder.join(path.strip_prefix(below)?);
            if file.is_dir() {
                file.push("index.html");
            }
            // Nothing above the folder belongs to the site.
            if file.components().any(|it| it == Component::ParentDir) {
                return None;
            }
            let ending = Path::new(&file).extension()?.to_str()?;
            Some((std::fs::read(&file).ok()?, content_type(ending)))
        })
    }
}

impl RunningSite {
    /// The same site at `localhost`, which is another site to a browser.
    pub(crate) fn on_localhost(&self) -> String {
        self.url.replace("127.0.0.1", "localhost")
    }

    /// Waits until a path is requested.
    pub(crate) async fn waits_for_request(&self, path: &str) {
        let start = Instant::now();
        while !self.requested().iter().any(|it| it == path) {
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "{path} was not requested: {:?}",
                self.requested()
            );
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// The path of each request so far.
    pub(crate) fn requested(&self) -> Vec<String> {
        self.requested.lock().expect("no test has failed with it").clone()
    }
}

/// The content type of a file, by the ending of its name.
pub(crate) fn content_type(ending: &str) -> &'static str {
    match ending {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

type SharedState = (Arc<Site>, Arc<Mutex<Vec<String>>>);

async fn send(State((site, requested)): State<SharedState>, uri: Uri) -> Response<Body> {
    let path = uri.path().to_owned();
    let mut requested = requested.lock().expect("no test has failed with it");
    let is_lost = site.lost_once.as_ref() == Some(&path) && !requested.contains(&path);
    requested.push(path);
    drop(requested);
    let mut response = response::Builder::new();
    for (name, value) in &site.headers {
        response = response.header(*name, *value);
    }
    match site.find(uri.path()).filter(|_| !is_lost) {
        Some((bytes, kind)) => response.header("content-type", kind).body(Body::from(bytes)),
        None => response.status(StatusCode::NOT_FOUND).body(Body::empty()),
    }
    .expect("a response")
}
