//! A web server for `dist/`, with the mishaps that a test wants.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode, Uri};

/// What the server does otherwise than send the file.
#[derive(Default)]
pub(crate) struct Twists {
    /// Paths that are not there.
    pub(crate) missing: Vec<&'static str>,
    /// Paths that take two seconds.
    pub(crate) slow: Vec<&'static str>,
    /// Texts that go before those of the build.
    pub(crate) texts: HashMap<&'static str, String>,
    /// Every path that was asked for, in order.
    pub(crate) asked: Vec<String>,
}

/// A running server. It stops with the test.
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) twists: Arc<Mutex<Twists>>,
}

impl Server {
    pub(crate) async fn start() -> Self {
        let folder = dist();
        assert!(
            folder.join("which-cause-app_bg.wasm").is_file(),
            "{} has no build in it: run `make build` first",
            folder.display()
        );
        let twists = Arc::new(Mutex::new(Twists::default()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let app = Router::new().fallback(send).with_state((folder, Arc::clone(&twists)));
        tokio::spawn(async move { axum::serve(listener, app).await.expect("a server") });
        Self { url, twists }
    }

    pub(crate) fn twist(&self, twist: impl FnOnce(&mut Twists)) {
        twist(&mut self.twists.lock().expect("no test has failed with it"));
    }
}

/// The release build.
pub(crate) fn dist() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist")
}

async fn send(State((folder, twists)): State<(PathBuf, Arc<Mutex<Twists>>)>, uri: Uri) -> Response<Body> {
    let path = match uri.path().trim_start_matches('/') {
        "" => "index.html",
        path => path,
    };
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    let (text, slow) = {
        let mut twists = twists.lock().expect("no test has failed with it");
        twists.asked.push(path.to_owned());
        if twists.missing.contains(&path) {
            return Response::builder()
                .status(StatusCode::NOT_FOUND)
                .body(Body::empty())
                .expect("a response");
        }
        (twists.texts.get(path).cloned(), twists.slow.contains(&path))
    };
    if slow {
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    }
    let bytes = text.map(String::into_bytes).or_else(|| std::fs::read(folder.join(path)).ok());
    match bytes {
        Some(bytes) => Response::builder().header("content-type", kind).body(Body::from(bytes)),
        None => Response::builder().status(StatusCode::NOT_FOUND).body(Body::empty()),
    }
    .expect("a response")
}
