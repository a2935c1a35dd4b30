//! Mounts a widget into the element's shadow root.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use which_cause::quiz::{self as engine, Action, Session};
use which_cause::{FocusControl, Host, Quiz, WidgetEvent};

use super::element_host::ElementHost;
use super::host_bridge::HostBridge;
use super::{events, panic_hook};

/// The five-cause quiz, as `build.rs` encodes it.
const COMPILED_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/quiz"));

thread_local! {
    /// The five-cause quiz, decoded once for all widgets of the page.
    static DECODED: OnceCell<Option<Arc<engine::Quiz>>> = const { OnceCell::new() };
}

fn compiled_in() -> Option<Arc<engine::Quiz>> {
    DECODED.with(|cell| cell.get_or_init(|| engine::Quiz::from_bytes(COMPILED_IN).map(Arc::new)).clone())
}

/// Decodes the compiled-in quiz, so that a reader's press of Start need not wait for it.
#[wasm_bindgen]
pub fn prepare() {
    compiled_in();
}

/// A mounted widget.
#[wasm_bindgen]
pub struct Handle {
    bridge: Rc<HostBridge>,
    session: RwSignal<Session>,
    course: RwSignal<Option<String>>,
    region: RwSignal<Option<String>>,
    owner_region: RwSignal<Option<String>>,
    focus: FocusControl,
    unmount: Box<dyn FnOnce()>,
}

#[wasm_bindgen]
impl Handle {
    /// Moves the focus to where the reader is in the quiz; with `restart`, to its start with nothing picked.
    #[wasm_bindgen(js_name = returnToReader)]
    pub fn return_to_reader(&self, restart: bool) {
        if restart {
            self.session.update(|session| *session = session.clone().apply(&Action::Restart));
        }
        self.focus.return_to_reader();
    }

    /// Reads the element's attributes again. The texts and links that depend on them follow.
    pub fn changed(&self) {
        let quiz = self.session.with_untracked(|session| Arc::clone(session.quiz()));
        self.course.set(course(&self.bridge, &quiz));
        let [reader, owner] = regions(&self.bridge, &quiz);
        self.region.set(reader);
        self.owner_region.set(owner);
    }

    /// Removes the widget with its nodes, signals and listeners.
    pub fn unmount(self) {
        (self.unmount)();
    }
}

/// The address of the course page, if there is one.
fn course(bridge: &HostBridge, quiz: &engine::Quiz) -> Option<String> {
    bridge.course(quiz.course_address().unwrap_or_default())
}

/// The regions of the reader and of the page's owner, as far as the quiz knows them.
fn regions(bridge: &HostBridge, quiz: &engine::Quiz) -> [Option<String>; 2] {
    let known = quiz.regions();
    let regions = if known.is_empty() { String::new() } else { bridge.regions(&known.join(" ")) };
    let (reader, owner) = regions.split_once(' ').unwrap_or_default();
    [reader, owner].map(|region| (!region.is_empty()).then(|| region.to_owned()))
}

/// Mounts a widget into an empty element, at the quiz's first screen or where the stored session has the reader. (A bare shadow
/// root will not do: Leptos takes it for an element, and parts that are mounted later never show.)
///
/// # Errors
///
/// Where the encoded quiz is not of this build's format.
#[wasm_bindgen]
pub fn mount(parent: HtmlElement, bridge: HostBridge) -> Result<Handle, JsError> {
    panic_hook::set(bridge.on_panic());
    let quiz = match bridge.quiz() {
        Some(bytes) => engine::Quiz::from_bytes(&bytes).map(Arc::new),
        None => compiled_in(),
    };
    let quiz = quiz.ok_or_else(|| JsError::new("not a quiz of this version, or not all of it"))?;
    if let Some(address) = quiz.drawings() {
        bridge.drawings(address.as_str());
    }
    let photos = quiz.photos_by_answers();
    if !photos.is_empty() {
        bridge.photos_by_answers(photos);
    }
    let stored = bridge.session().unwrap_or_default();
    let bridge = Rc::new(bridge);

    let owner = Owner::new_root(None);
    let root = owner.clone();
    Ok(root.with(|| {
        let [reader, of_page] = regions(&bridge, &quiz);
        let session = RwSignal::new(Session::restore(Arc::clone(&quiz), &stored));
        let course = RwSignal::new(course(&bridge, &quiz));
        let (region, owner_region) = (RwSignal::new(reader), RwSignal::new(of_page));
        let focus = FocusControl::new(bridge.may_move_focus());
        let host: Rc<dyn Host> = Rc::new(ElementHost {
            bridge: Rc::clone(&bridge),
            direction: quiz.direction().as_str(),
            language: quiz.language().to_string(),
        });
        let (events, id) = (Rc::clone(&bridge), quiz.id().to_string());
        let on_event = move |event: WidgetEvent| events::dispatch(&events, &id, &event);
        let storage = Rc::clone(&bridge);
        let mounted = mount_to(parent, move || {
            // Of the type of the widget's own effects: another one would be 1 KB of the module.
            let store: Box<dyn Fn()> =
                Box::new(move || storage.store_session(&session.with(Session::serialize)));
            Effect::new(store);
            view! { <Quiz quiz session course region owner_region on_event focus host /> }
        });
        let unmount = Box::new(move || {
            drop(mounted);
            owner.unset();
        });
        Handle { bridge, session, course, region, owner_region, focus, unmount }
    }))
}
