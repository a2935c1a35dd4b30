//! The web worker that analyzes one quiz. It ends when it is dropped: an analysis cannot be asked to stop.
//!
//! Its files are fetched once. So a new worker starts without the network, and within a few milliseconds.

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer, Uint8Array, WebAssembly};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, Response, Url, Worker};
use which_cause_studio_worker::Report;

/// The files of the worker, as Trunk names them.
const SCRIPT: &str = "analysis-worker.js";
const MODULE: &str = "analysis-worker_bg.wasm";

/// What the worker does with its one message, after its own script: it runs the module. `onerror` of the page does not see an error of
/// an async function.
const ON_MESSAGE: &str = "
    onmessage = async ({ data: [module, quiz, tick] }) => {
        try {
            await wasm_bindgen({ module_or_path: module });
            wasm_bindgen.analyze(quiz, tick);
        } catch (error) {
            postMessage(JSON.stringify({ Failed: String(error) }));
        }
    };
";

/// A worker at work.
pub(super) struct RunningWorker {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl RunningWorker {
    /// Ends the worker, and frees its memory.
    pub(super) fn end(&self) {
        self.worker.terminate();
    }
}

impl Drop for RunningWorker {
    fn drop(&mut self) {
        self.end();
    }
}

/// Starts a worker for a quiz, given by its bytes. `tick` is the chance, 0 to 1, that a random reader ticks a box. `on_report` is
/// called with each report.
///
/// # Errors
///
/// Returns the reason as a sentence if the files of the worker cannot be loaded, or if the browser does not let it start.
pub(super) async fn start(
    quiz: Vec<u8>,
    tick: f64,
    on_report: impl Fn(Report) + 'static,
) -> Result<RunningWorker, String> {
    let files = files().await.map_err(|error| error_text(&error))?;
    let worker = Worker::new(&files.script).map_err(|error| error_text(&error))?;
    let on_message = Closure::new(move |event: MessageEvent| {
        let report = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
        on_report(
            report.unwrap_or_else(|| Report::Failed("the worker reports something unknown".to_owned())),
        );
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let job = Array::of3(&files.module, &Uint8Array::from(quiz.as_slice()), &tick.into());
    worker.post_message(&job).map_err(|error| error_text(&error))?;
    Ok(RunningWorker { worker, _on_message: on_message })
}

/// The files of the worker, loaded.
#[derive(Clone)]
struct Files {
    /// The address of the script.
    script: String,
    module: WebAssembly::Module,
}

thread_local! {
    static FILES: RefCell<Option<Files>> = const { RefCell::new(None) };
}

async fn files() -> Result<Files, JsValue> {
    if let Some(files) = FILES.with_borrow(Clone::clone) {
        return Ok(files);
    }
    let script = JsFuture::from(fetched(SCRIPT).await?.text()?).await?;
    let script = Blob::new_with_str_sequence(&Array::of2(&script, &ON_MESSAGE.into()))?;
    let buffer: ArrayBuffer = JsFuture::from(fetched(MODULE).await?.array_buffer()?).await?.unchecked_into();
    let module = JsFuture::from(WebAssembly::compile(&buffer)).await?.unchecked_into();
    let files = Files { script: Url::create_object_url_with_blob(&script)?, module };
    FILES.set(Some(files.clone()));
    Ok(files)
}

async fn fetched(file: &str) -> Result<Response, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(file)).await?.unchecked_into();
    if response.ok() { Ok(response) } else { Err(format!("{file}: status {}", response.status()).into()) }
}

/// The message of an error of the browser.
fn error_text(error: &JsValue) -> String {
    let text =
        error.as_string().unwrap_or_else(|| String::from(js_sys::Object::from(error.clone()).to_string()));
    format!("the worker did not start ({text})")
}
