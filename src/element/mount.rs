//! Mounts a widget into the element's shadow root.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use which_cause_quiz::{Action, Link, Quiz as CheckedQuiz, Session};

use super::element_host::ElementHost;
use super::host_bridge::HostBridge;
use super::{events, panic_hook};
use crate::components::{Host, Quiz, Regions, WidgetEvent};

/// The five-cause quiz, as `build.rs` encodes it.
const COMPILED_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/quiz"));

thread_local! {
    /// The five-cause quiz, decoded once for all widgets of the page.
    static DECODED: OnceCell<Option<Arc<CheckedQuiz>>> = const { OnceCell::new() };
}

fn compiled_in() -> Option<Arc<CheckedQuiz>> {
    DECODED.with(|cell| cell.get_or_init(|| CheckedQuiz::from_bytes(COMPILED_IN).map(Arc::new)).clone())
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
    regions: RwSignal<Regions>,
    may_move_focus: RwSignal<bool>,
    refocus: RwSignal<u32>,
    unmount: Box<dyn FnOnce()>,
}

#[wasm_bindgen]
impl Handle {
    /// Moves the focus to where the reader is in the quiz; with `again`, to its start with nothing picked.
    pub fn recall(&self, again: bool) {
        if again {
            self.session.update(|session| *session = session.clone().apply(&Action::Restart));
        }
        self.may_move_focus.set(true);
        self.refocus.update(|times| *times += 1);
    }

    /// Reads the element's attributes again. The texts and links that depend on them follow.
    pub fn changed(&self) {
        let quiz = self.session.with_untracked(|session| Arc::clone(session.quiz()));
        self.course.set(course(&self.bridge, &quiz));
        self.regions.set(regions(&self.bridge, &quiz));
    }

    /// Removes the widget with its nodes, signals and listeners.
    pub fn unmount(self) {
        (self.unmount)();
    }
}

/// The address of the course page, if there is one.
fn course(bridge: &HostBridge, quiz: &CheckedQuiz) -> Option<String> {
    let of_quiz = quiz.course().and_then(|course| course.url.as_ref());
    bridge.course(of_quiz.map_or("", Link::as_str))
}

/// The regions of the reader and of the page's owner, as far as the quiz knows them.
fn regions(bridge: &HostBridge, quiz: &CheckedQuiz) -> Regions {
    let known = quiz.regions();
    let regions = if known.is_empty() { String::new() } else { bridge.regions(&known.join(" ")) };
    let (reader, owner) = regions.split_once(' ').unwrap_or_default();
    let [reader, owner] = [reader, owner].map(|region| Some(region.to_owned()).filter(|it| !it.is_empty()));
    Regions { reader, owner }
}

/// Mounts a widget into an empty element, at the quiz's first screen or where the stored session has the reader. (A bare shadow
/// root will not do: Leptos takes it for an element, and parts that are mounted later never show.)
///
/// # Errors
///
/// Where the encoded quiz is not of this build's format.
#[wasm_bindgen]
pub fn mount(parent: HtmlElement, bridge: HostBridge) -> Result<Handle, JsError> {
    panic_hook::set(bridge.died());
    let quiz = match bridge.quiz() {
        Some(bytes) => CheckedQuiz::from_bytes(&bytes).map(Arc::new),
        None => compiled_in(),
    };
    let quiz = quiz.ok_or_else(|| JsError::new("not a quiz of this version, or not all of it"))?;
    if let Some(address) = quiz.drawings() {
        bridge.drawings(address.as_str());
    }
    let memory = bridge.memory().unwrap_or_default();
    let bridge = Rc::new(bridge);

    let owner = Owner::new_root(None);
    let handle = |unmount| {
        let handle = Handle {
            session: RwSignal::new(Session::restore(Arc::clone(&quiz), &memory)),
            course: RwSignal::new(course(&bridge, &quiz)),
            regions: RwSignal::new(regions(&bridge, &quiz)),
            may_move_focus: RwSignal::new(bridge.attentive()),
            refocus: RwSignal::new(0),
            bridge: Rc::clone(&bridge),
            unmount,
        };
        handle
    };
    let mut handle = owner.with(|| handle(Box::new(|| ())));
    let mounted = owner.with(|| {
        let Handle { session, course, regions, may_move_focus, refocus, .. } = handle;
        let host: Rc<dyn Host> = Rc::new(ElementHost {
            bridge: Rc::clone(&bridge),
            direction: quiz.direction().as_str(),
            language: quiz.language().to_string(),
        });
        let id = quiz.id().to_string();
        let on_event = {
            let bridge = Rc::clone(&bridge);
            move |event: WidgetEvent| events::dispatch(&bridge, &id, &event)
        };
        mount_to(parent, move || {
            Effect::new(move || bridge.keep(&session.with(Session::serialize)));
            view! { <Quiz session host course regions may_move_focus refocus on_event /> }
        })
    });
    handle.unmount = Box::new(move || {
        drop(mounted);
        owner.unset();
    });
    Ok(handle)
}
