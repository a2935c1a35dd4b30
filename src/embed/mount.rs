//! Puts a widget into the element's shadow root, and takes it away again.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::counting::Counting;
use super::options::Options;
use super::{death, events, paper};
use crate::view::{Around, COPIED, FAILED, NOT_PRINTED, Told, Widget, effect};
use which_cause_quiz::{Action, Link, NumberFormat, Placeholders, Quiz, Regions, Session};

/// The five-cause quiz in its compact form; `build.rs` makes it.
const COMPILED_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/quiz"));

thread_local! {
    /// The same, once it has been read: one for all widgets of the page.
    static READ: OnceCell<Option<Arc<Quiz>>> = const { OnceCell::new() };
}

fn compiled_in() -> Option<Arc<Quiz>> {
    READ.with(|it| it.get_or_init(|| Quiz::from_bytes(COMPILED_IN).map(Arc::new)).clone())
}

/// Does ahead of a reader's press what need not wait for it.
#[wasm_bindgen]
pub fn prepare() {
    compiled_in();
}

/// A widget that stands in a page.
#[wasm_bindgen]
pub struct Handle {
    surroundings: Surroundings,
    around: Rc<Around>,
    session: RwSignal<Session>,
    recall: RwSignal<u32>,
    redraw: RwSignal<u32>,
    copied: RwSignal<u32>,
    unmount: Box<dyn FnOnce()>,
}

#[wasm_bindgen]
impl Handle {
    /// Brings the reader back to where they are in the quiz, or, with `again`, to its start with nothing picked.
    pub fn recall(&self, again: bool) {
        if again {
            self.session.update(|session| *session = session.clone().apply(&Action::Restart));
        }
        self.around.attentive.set(true);
        self.recall.update(|times| *times += 1);
    }

    /// Reads the element's attributes again. Only the texts and links that depend on them change.
    pub fn changed(&self) {
        self.around.placeholders.replace(self.surroundings.placeholders());
        self.around.course.replace(self.surroundings.course());
        self.redraw.update(|times| *times += 1);
    }

    /// Hears whether the reader's text is in the clipboard. They may have left the result meanwhile, or the page the quiz.
    pub fn copied(&self, worked: bool) {
        self.copied.try_set(if worked { COPIED } else { FAILED });
    }

    /// Tells the reader that the browser did not offer to print.
    pub fn not_printed(&self) {
        self.copied.try_set(NOT_PRINTED);
    }

    /// Takes the widget away, with every node, signal and listener that it has.
    pub fn unmount(self) {
        (self.unmount)();
    }
}

/// What the element and the page say, as it stands now.
#[derive(Clone)]
struct Surroundings {
    options: Rc<Options>,
    quiz: Arc<Quiz>,
    numbers: Rc<dyn NumberFormat>,
}

impl Surroundings {
    /// What fills the placeholders in the quiz's texts.
    fn placeholders(&self) -> Placeholders {
        let known = self.quiz.regions();
        let regions = if known.is_empty() { String::new() } else { self.options.regions(&known.join(" ")) };
        let (reader, owner) = regions.split_once(' ').unwrap_or_default();
        let [reader, owner] = [reader, owner].map(|it| Some(it).filter(|it| !it.is_empty()));
        self.quiz.placeholders(Regions { reader, owner }, Rc::clone(&self.numbers))
    }

    /// The address of the course page, if there is one.
    fn course(&self) -> Option<String> {
        let quizs_own = self.quiz.course().and_then(|it| it.url.as_ref());
        self.options.course(quizs_own.map_or("", Link::as_str))
    }

    /// What the widget is given of it. `session` is what it shows.
    fn around(&self, session: RwSignal<Session>) -> Rc<Around> {
        Rc::new_cyclic(|around: &Weak<Around>| {
            let [drawer, focuser, namer, options] = [(); 4].map(|()| Rc::clone(&self.options));
            let quiz = Arc::clone(&self.quiz);
            let around = around.clone();
            let hear = move |told| {
                if let Some(around) = around.upgrade() {
                    // Copies: scripts of the page may run meanwhile and call this module again.
                    let (placeholders, session) =
                        (around.placeholders.borrow().clone(), session.get_untracked());
                    hear(told, &options, &placeholders, &session);
                }
            };
            Around {
                attentive: Cell::new(self.options.attentive()),
                placeholders: RefCell::new(self.placeholders()),
                country: Box::new(move |region| namer.country(region, quiz.language().as_str())),
                course: RefCell::new(self.course()),
                draw: Box::new(move |name| drawer.picture(name)),
                focus: Box::new(move |element| focuser.focus(element)),
                tell: Box::new(hear),
            }
        })
    }
}

/// Starts a quiz in an element that is empty, with the reader at its first screen or where their memory has them. (Leptos
/// takes a bare shadow root for an element, and parts of what is mounted into one then never show.)
///
/// # Errors
///
/// Where the quiz is none of this version.
#[wasm_bindgen]
pub fn mount(parent: HtmlElement, options: Options) -> Result<Handle, JsError> {
    death::tell(options.died());
    let quiz = match options.quiz() {
        Some(bytes) => Quiz::from_bytes(&bytes).map(Arc::new),
        None => compiled_in(),
    };
    let quiz = quiz.ok_or_else(|| JsError::new("not a quiz of this version, or not all of it"))?;
    if let Some(address) = quiz.drawings() {
        options.drawings(address.as_str());
    }

    let memory = options.memory().unwrap_or_default();
    let options = Rc::new(options);
    let numbers: Rc<dyn NumberFormat> = Rc::new(Counting::of(quiz.language().as_str(), &options));
    let surroundings = Surroundings { options, quiz, numbers };
    let owner = Owner::new_root(None);
    let (session, recall, redraw, copied) = owner.with(|| {
        let session = RwSignal::new(Session::restore(Arc::clone(&surroundings.quiz), &memory));
        (session, RwSignal::new(0), RwSignal::new(0), RwSignal::new(0))
    });
    let around = surroundings.around(session);
    let mounted = owner.with(|| {
        let (keeper, starter) = (Rc::clone(&surroundings.options), surroundings.clone());
        let around = Rc::clone(&around);
        mount_to(parent, move || {
            effect(Box::new(move || keeper.keep(&session.with(Session::serialize))));
            effect(Box::new(move || events::started(&starter.options, &starter.quiz)));
            view! { <Widget session recall redraw copied around /> }
        })
    });
    let unmount = Box::new(move || {
        drop(mounted);
        owner.unset();
    });
    Ok(Handle { surroundings, around, session, recall, redraw, copied, unmount })
}

/// Does what the widget asks of the page around it.
fn hear(told: Told, options: &Options, placeholders: &Placeholders, session: &Session) {
    #[cfg(debug_assertions)]
    death::if_asked(options, told);
    match told {
        Told::Stepped(step, of) => events::stepped(options, session.quiz(), step, of),
        Told::Finished => events::finished(options, session),
        Told::Course => events::followed(options, session.quiz()),
        Told::Left => options.leave(),
        Told::Print => paper::print(options, placeholders, session),
        Told::Copy => paper::copy(options, placeholders, session),
    }
}
