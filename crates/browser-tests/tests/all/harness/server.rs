//! A web server for a build, with the faults that a test wants.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode, Uri};

use crate::harness::site::content_type;

/// How the server responds where it does not simply send the file. A file of the app goes by its name, without the app's folder, because the
/// name of the folder changes with its content.
#[derive(Default)]
pub(crate) struct ServerState {
    /// Paths without a file.
    pub(crate) missing: Vec<&'static str>,
    /// Paths that are redirected to another address.
    pub(crate) redirected: HashMap<&'static str, String>,
    /// Paths whose response waits until they are removed from this list.
    pub(crate) held: Vec<&'static str>,
    /// Paths whose response has a wrong content type.
    pub(crate) wrong_type: Vec<&'static str>,
    /// Texts in place of files of the build.
    pub(crate) texts: HashMap<&'static str, String>,
    /// Bytes in place of files of the build.
    pub(crate) bytes: HashMap<&'static str, Vec<u8>>,
    /// Paths of which only the first half is sent.
    pub(crate) cut_in_half: Vec<&'static str>,
    /// Headers of every response.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// The path of each request, in order.
    pub(crate) requested: Vec<String>,
    /// The same with the app's folder and the query.
    pub(crate) requested_urls: Vec<String>,
}

/// A running server. It ends with the test.
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) state: Arc<Mutex<ServerState>>,
}

impl Server {
    pub(crate) async fn start(build: Build) -> Self {
        let folder = build.folder();
        let app = app(&folder);
        let state = Arc::new(Mutex::new(ServerState::default()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let app = Router::new().fallback(send).with_state((folder, app, Arc::clone(&state)));
        tokio::spawn(async move { axum::serve(listener, app).await.expect("a server") });
        Self { url, state }
    }

    /// The path of each request so far.
    pub(crate) fn requested(&self) -> Vec<String> {
        self.state.lock().expect("no test has failed with it").requested.clone()
    }

    /// Whether a path was requested.
    pub(crate) fn has_been_asked_for(&self, path: &str) -> bool {
        self.requested().iter().any(|it| it == path)
    }

    /// Waits until a path is requested.
    pub(crate) async fn waits_for_request(&self, path: &str) {
        let start = Instant::now();
        while !self.has_been_asked_for(path) {
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "{path} was not requested: {:?}",
                self.requested()
            );
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Changes how the server responds.
    pub(crate) fn update(&self, change: impl FnOnce(&mut ServerState)) {
        change(&mut self.state.lock().expect("no test has failed with it"));
    }
}

/// Which build is tested.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Build {
    /// The release build.
    Release,
    /// The debug build, which panics if the page asks for it.
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

/// The name of the app's folder in a build.
pub(crate) fn app(build: &Path) -> String {
    let folders = std::fs::read_dir(build).into_iter().flatten().flatten().filter(|it| it.path().is_dir());
    let names = folders.filter_map(|it| it.file_name().into_string().ok());
    let names: Vec<_> = names.filter(|name| name.starts_with("which-cause-")).collect();
    match &names[..] {
        [name] => name.clone(),
        _ => panic!("{} contains no build: run `make test` or `make build` first", build.display()),
    }
}

/// A file of the release build, by its name.
pub(crate) fn built(name: &str) -> PathBuf {
    let beside = dist().join(name);
    if beside.exists() { beside } else { dist().join(app(&dist())).join(name) }
}

type SharedState = (PathBuf, String, Arc<Mutex<ServerState>>);

async fn send(State((folder, app, state)): State<SharedState>, uri: Uri) -> Response<Body> {
    let file = match uri.path().trim_start_matches('/') {
        "" => "index.html",
        path => path,
    };
    let path = file.strip_prefix(&app).and_then(|it| it.strip_prefix('/')).unwrap_or(file);
    if path == "console.js" {
        let listener = Response::builder().header("content-type", "text/javascript");
        return listener.body(Body::from(include_str!("console.js"))).expect("a response");
    }
    let mut kind = content_type(path.rsplit('.').next().unwrap_or_default());
    {
        let mut state = state.lock().expect("no test has failed with it");
        state.requested.push(path.to_owned());
        state.requested_urls.push(uri.to_string());
    }
    while state.lock().expect("no test has failed with it").held.contains(&path) {
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    let (text, cut_in_half, headers) = {
        let state = state.lock().expect("no test has failed with it");
        if state.missing.contains(&path) {
            return Response::builder()
                .status(StatusCode::NOT_FOUND)
                .body(Body::empty())
                .expect("a response");
        }
        if let Some(address) = state.redirected.get(path) {
            let to = Response::builder().status(StatusCode::FOUND).header("location", address);
            return to.body(Body::empty()).expect("a response");
        }
        if state.wrong_type.contains(&path) {
            kind = "application/octet-stream";
        }
        let cut_in_half = state.cut_in_half.contains(&path);
        let text = state.texts.get(path).cloned().map(String::into_bytes);
        (text.or_else(|| state.bytes.get(path).cloned()), cut_in_half, state.headers.clone())
    };
    let mut bytes = text.or_else(|| std::fs::read(folder.join(file)).ok());
    if kind.starts_with("text/html") {
        bytes = bytes.map(with_console_script);
    }
    if cut_in_half {
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

/// Adds a script to a page, before all others, that records the console's messages: each driver has another command for them.
fn with_console_script(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).expect("a page");
    let (doctype, rest) = page.split_once('>').expect("a doctype");
    assert!(doctype.eq_ignore_ascii_case("<!doctype html"), "{doctype} is not a doctype");
    format!("{doctype}><script src=/console.js></script>{rest}").into_bytes()
}
