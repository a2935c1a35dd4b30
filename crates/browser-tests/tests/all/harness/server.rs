//! A web server for `dist/`, with the mishaps that a test wants.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode, Uri};

/// What the server does otherwise than send the file. Files of the app are known by their names alone, without the folder that
/// they are in: what that is called changes with what is in it.
#[derive(Default)]
pub(crate) struct Twists {
    /// Paths that are not there.
    pub(crate) missing: Vec<&'static str>,
    /// Paths that are never answered.
    pub(crate) silent: Vec<&'static str>,
    /// Paths that lead to another address.
    pub(crate) redirected: HashMap<&'static str, String>,
    /// Paths that take two seconds.
    pub(crate) slow: Vec<&'static str>,
    /// Paths whose type the server does not know.
    pub(crate) mistyped: Vec<&'static str>,
    /// Texts that go before those of the build.
    pub(crate) texts: HashMap<&'static str, String>,
    /// Bytes that go before those of the build, where they are no text.
    pub(crate) bytes: HashMap<&'static str, Vec<u8>>,
    /// Paths of which only the first half comes.
    pub(crate) halved: Vec<&'static str>,
    /// Headers that every response has.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// Every path that was asked for, in order.
    pub(crate) asked: Vec<String>,
    /// The same as addresses: with that folder, and with what is behind a question mark.
    pub(crate) addresses: Vec<String>,
}

/// A running server. It stops with the test.
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) twists: Arc<Mutex<Twists>>,
}

impl Server {
    pub(crate) async fn start(build: Build) -> Self {
        let folder = build.folder();
        let app = app(&folder);
        let twists = Arc::new(Mutex::new(Twists::default()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let app = Router::new().fallback(send).with_state((folder, app, Arc::clone(&twists)));
        tokio::spawn(async move { axum::serve(listener, app).await.expect("a server") });
        Self { url, twists }
    }

    pub(crate) fn twist(&self, twist: impl FnOnce(&mut Twists)) {
        twist(&mut self.twists.lock().expect("no test has failed with it"));
    }
}

/// One of the two builds that are tested.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Build {
    /// What is shipped.
    Release,
    /// The one that panics when it is asked to.
    Debug,
}

impl Build {
    fn folder(self) -> PathBuf {
        match self {
            Self::Release => dist(),
            Self::Debug => repository().join("target/dist-debug"),
        }
    }
}

/// The top of the repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// The release build.
pub(crate) fn dist() -> PathBuf {
    repository().join("dist")
}

/// The name of the folder in a build that the app's files are in.
pub(crate) fn app(build: &Path) -> String {
    let names = std::fs::read_dir(build).into_iter().flatten().flatten().filter(|it| it.path().is_dir());
    let names: Vec<_> = names.filter_map(|it| it.file_name().into_string().ok()).collect();
    match &names[..] {
        [name] if name.starts_with("which-cause-") => name.clone(),
        _ => panic!("{} has no build in it: run `make test` or `make build` first", build.display()),
    }
}

/// A file of the release build, by its name.
pub(crate) fn built(name: &str) -> PathBuf {
    let beside = dist().join(name);
    if beside.exists() { beside } else { dist().join(app(&dist())).join(name) }
}

type Told = (PathBuf, String, Arc<Mutex<Twists>>);

async fn send(State((folder, app, twists)): State<Told>, uri: Uri) -> Response<Body> {
    let file = match uri.path().trim_start_matches('/') {
        "" => "index.html",
        path => path,
    };
    let path = file.strip_prefix(&app).and_then(|it| it.strip_prefix('/')).unwrap_or(file);
    if path == "console.js" {
        let listener = Response::builder().header("content-type", "text/javascript");
        return listener.body(Body::from(include_str!("console.js"))).expect("a response");
    }
    let mut kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    let silent;
    let (text, slow, halved, headers) = {
        let mut twists = twists.lock().expect("no test has failed with it");
        twists.asked.push(path.to_owned());
        twists.addresses.push(uri.to_string());
        if twists.missing.contains(&path) {
            return Response::builder()
                .status(StatusCode::NOT_FOUND)
                .body(Body::empty())
                .expect("a response");
        }
        if let Some(address) = twists.redirected.get(path) {
            let to = Response::builder().status(StatusCode::FOUND).header("location", address);
            return to.body(Body::empty()).expect("a response");
        }
        if twists.mistyped.contains(&path) {
            kind = "application/octet-stream";
        }
        silent = twists.silent.contains(&path);
        let (slow, halved) = (twists.slow.contains(&path), twists.halved.contains(&path));
        let text = twists.texts.get(path).cloned().map(String::into_bytes);
        (text.or_else(|| twists.bytes.get(path).cloned()), slow, halved, twists.headers.clone())
    };
    if silent {
        std::future::pending::<()>().await;
    }
    if slow {
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    }
    let mut bytes = text.or_else(|| std::fs::read(folder.join(file)).ok());
    if kind.starts_with("text/html") {
        bytes = bytes.map(listened_to);
    }
    if halved {
        bytes = bytes.map(|mut bytes| {
            bytes.truncate(bytes.len() / 2);
            bytes
        });
    }
    let mut response = Response::builder();
    for (name, value) in headers {
        response = response.header(name, value);
    }
    match bytes {
        Some(bytes) => response.header("content-type", kind).body(Body::from(bytes)),
        None => response.status(StatusCode::NOT_FOUND).body(Body::empty()),
    }
    .expect("a response")
}

/// A page with a script before all others that writes down what is said in its console: of the three engines'
/// drivers none gives that out by the same command.
fn listened_to(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).expect("a page");
    let (doctype, rest) = page.split_once('>').expect("a doctype");
    assert!(doctype.eq_ignore_ascii_case("<!doctype html"), "{doctype} is no doctype");
    format!("{doctype}><script src=/console.js></script>{rest}").into_bytes()
}
