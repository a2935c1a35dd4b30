//! Puts a widget into the element's shadow root, and takes it away again.

use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Object, Reflect};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, ShadowRoot};

use super::options::{Options, region, warn};
use super::{course, styles};
use crate::quiz::{Link, Problem, Quiz, Session, read};
use crate::view::{Told, Widget};

/// The five-cause quiz, without what only its reviewers read; `build.rs` makes it.
const COMPILED_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/quiz.json"));

/// A widget that stands in a page.
#[wasm_bindgen]
pub struct Handle {
    recall: RwSignal<u32>,
    parent: HtmlElement,
    unmount: Box<dyn FnOnce()>,
}

#[wasm_bindgen]
impl Handle {
    /// Brings the reader back to where they are in the quiz.
    pub fn recall(&self) {
        self.recall.update(|times| *times += 1);
    }

    /// Takes the widget away, with every node, signal and listener that it has.
    pub fn unmount(self) {
        (self.unmount)();
        self.parent.remove();
    }
}

/// Starts a quiz in a shadow root, with the reader at its first screen.
///
/// # Errors
///
/// Where the quiz file is wrong, with every problem in the error's message, a line each; or where the browser
/// cannot show the widget.
#[wasm_bindgen]
pub fn mount(root: &ShadowRoot, options: Options) -> Result<Handle, JsValue> {
    console_error_panic_hook::set_once();
    let quiz = match options.quiz() {
        Some(file) => read(&file),
        None => read(COMPILED_IN),
    };
    let quiz = Arc::new(quiz.map_err(|problems| JsError::new(&lines(&problems)))?);
    styles::adopt(root)?;
    let document = root.owner_document().ok_or("a shadow root without a document")?;
    // Leptos mounts into an element and takes a bare shadow root for one, in which parts of it then never show.
    let parent: HtmlElement = document.create_element("div")?.unchecked_into();
    parent.set_class_name("widget");
    root.append_child(&parent)?;

    let region = region(options.region().as_deref(), options.lang().as_deref());
    if region.is_none() && quiz.care().is_some() {
        warn("no `region`, and none in `lang`: readers are told the emergency number that is for everywhere");
    }
    let blanks = quiz.blanks(region.as_deref());
    let quizs_own = quiz.course().and_then(|it| it.url.as_ref());
    let course = course::address(options.course().as_deref(), quizs_own.map(Link::as_str));
    if course.is_none() && options.course().is_some() {
        warn("`course` is no web address: there is no link to the course");
    }
    let owner = Owner::new_root(None);
    let (session, recall) = owner.with(|| (RwSignal::new(Session::new(Arc::clone(&quiz))), RwSignal::new(0)));
    let options = Rc::new(options);
    let started = {
        let (options, quiz) = (Rc::clone(&options), Arc::clone(&quiz));
        move || emit(&options, &quiz, "start", &[])
    };
    let attentive = options.attentive();
    let told = {
        let parent = parent.clone();
        move |told| hear(told, &options, &quiz, &parent)
    };
    let mounted = owner.with(|| {
        // The browser's objects stay on the thread that made them, which is the only one there is.
        let tell = StoredValue::new_local(told);
        let tell = Callback::new(move |it| tell.with_value(|tell| tell(it)));
        mount_to(parent.clone(), move || {
            // Told once the loader has the handle, and before the first step is: whoever hears it may take the
            // element away.
            Effect::new(started);
            view! { <Widget session recall attentive blanks course tell /> }
        })
    });
    let unmount = Box::new(move || {
        drop(mounted);
        owner.unset();
    });
    Ok(Handle { recall, parent, unmount })
}

/// Does what the widget asks of the page around it.
fn hear(told: Told, options: &Options, quiz: &Quiz, parent: &Element) {
    match told {
        Told::Stepped(step, of) => emit(options, quiz, "step", &[("step", step), ("of", of)]),
        Told::Finished => emit(options, quiz, "finish", &[]),
        Told::Course => emit(options, quiz, "course", &[]),
        Told::Left => options.leave(),
        Told::Print => print(parent),
    }
}

/// Dispatches an event. Its detail has the quiz's id and no more than `numbers`: no answer, no flag, no cause.
fn emit(options: &Options, quiz: &Quiz, name: &str, numbers: &[(&str, usize)]) {
    let detail = Object::new();
    // Setting a key of an object of our own cannot fail.
    let _ = Reflect::set(&detail, &"quiz".into(), &quiz.id().as_str().into());
    for (key, number) in numbers {
        #[allow(clippy::cast_precision_loss)] // counts of steps, far below 2^53
        let _ = Reflect::set(&detail, &(*key).into(), &(*number as f64).into());
    }
    options.emit(name, &detail);
}

/// Prints the page, with every closed section of the result open.
fn print(parent: &Element) {
    if let Ok(sections) = parent.query_selector_all("details") {
        for i in 0..sections.length() {
            if let Some(section) = sections.get(i) {
                section.unchecked_into::<HtmlDetailsElement>().set_open(true);
            }
        }
    }
    // A host may forbid printing; then nothing happens, as anywhere else in it.
    let _ = window().print();
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
