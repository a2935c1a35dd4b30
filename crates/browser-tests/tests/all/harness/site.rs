//! A web server on an origin of its own, for folders and for pages that a test writes.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode, Uri, response};

/// What a site has.
#[derive(Clone, Default)]
pub(crate) struct Site {
    folders: Vec<(&'static str, PathBuf)>,
    pages: HashMap<&'static str, String>,
    headers: Vec<(&'static str, &'static str)>,
}

/// A site that is served. It goes with the test.
pub(crate) struct Served {
    /// Its address by number, with a slash at the end.
    pub(crate) url: String,
    /// Every path that was asked for, in order.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Has what is in a folder, below a path that begins and ends with a slash.
    pub(crate) fn folder(mut self, below: &'static str, folder: impl Into<PathBuf>) -> Self {
        self.folders.push((below, folder.into()));
        self
    }

    /// Has a page at a path, before any folder.
    pub(crate) fn page(mut self, path: &'static str, html: impl Into<String>) -> Self {
        self.pages.insert(path, html.into());
        self
    }

    /// Sends a header with everything.
    pub(crate) fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(crate) async fn serve(self) -> Served {
        let asked = Arc::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let app = Router::new().fallback(send).with_state((Arc::new(self), Arc::clone(&asked)));
        tokio::spawn(async move { axum::serve(listener, app).await.expect("a server") });
        Served { url, asked }
    }

    fn find(&self, path: &str) -> Option<(Vec<u8>, &'static str)> {
        if let Some(page) = self.pages.get(path) {
            return Some((page.clone().into_bytes(), kind("html")));
        }
        self.folders.iter().find_map(|(below, folder)| {
            let mut file = folder.join(path.strip_prefix(below)?);
            if file.is_dir() {
                file.push("index.html");
            }
            // A path of a test's own making; still, nothing above the folder is of the site.
            if file.components().any(|it| it == Component::ParentDir) {
                return None;
            }
            let ending = Path::new(&file).extension()?.to_str()?;
            Some((std::fs::read(&file).ok()?, kind(ending)))
        })
    }
}

impl Served {
    /// The same site under its other name, which browsers take for another site altogether.
    pub(crate) fn by_name(&self) -> String {
        self.url.replace("127.0.0.1", "localhost")
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no test has failed with it").clone()
    }
}

fn kind(ending: &str) -> &'static str {
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

type Told = (Arc<Site>, Arc<Mutex<Vec<String>>>);

async fn send(State((site, asked)): State<Told>, uri: Uri) -> Response<Body> {
    asked.lock().expect("no test has failed with it").push(uri.path().to_owned());
    let mut response = response::Builder::new();
    for (name, value) in &site.headers {
        response = response.header(*name, *value);
    }
    match site.find(uri.path()) {
        Some((bytes, kind)) => response.header("content-type", kind).body(Body::from(bytes)),
        None => response.status(StatusCode::NOT_FOUND).body(Body::empty()),
    }
    .expect("a response")
}
