//! Puts a widget into the element's shadow root, and takes it away again.

use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use super::counting::Counting;
use super::events::{Detail, emit};
use super::options::{Options, region, warn};
use super::{course, death, paper, styles};
use crate::quiz::{Act, Blanks, Drawings, Link, Numbers, Problem, Quiz, Session, read};
use crate::view::{Told, Widget};

/// The five-cause quiz, without what its readers do not see in the widget; `build.rs` makes it.
const COMPILED_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/quiz.json"));

/// A widget that stands in a page.
#[wasm_bindgen]
pub struct Handle {
    surroundings: Surroundings,
    session: RwSignal<Session>,
    recall: RwSignal<u32>,
    redraw: RwSignal<u32>,
    parent: HtmlElement,
    unmount: Box<dyn FnOnce()>,
}

#[wasm_bindgen]
impl Handle {
    /// Brings the reader back to where they are in the quiz, or, with `again`, to its start with nothing picked.
    pub fn recall(&self, again: bool) {
        if again {
            self.session.update(|session| *session = session.clone().after(&Act::Restart));
        }
        self.surroundings.attentive.set_value(true);
        self.recall.update(|times| *times += 1);
    }

    /// Reads the element's attributes again. The reader stays where they are, and so does their focus.
    pub fn changed(&self) {
        self.surroundings.read();
        self.surroundings.attentive.set_value(false);
        self.redraw.update(|times| *times += 1);
    }

    /// Gives the quiz its drawings, from the text of a drawings file. The screen that stands stays as it is, so that nothing
    /// moves under the reader's finger; the next has its pictures.
    ///
    /// # Errors
    ///
    /// Where the file is wrong, with every problem in the error's message, a line each.
    pub fn draw(&self, text: &str) -> Result<(), JsError> {
        let drawings = self.surroundings.drawings;
        if drawings.with_value(Option::is_none) {
            let read = Drawings::read(text).map_err(|problems| JsError::new(&lines(&problems)))?;
            drawings.set_value(Some(read));
        }
        Ok(())
    }

    /// Takes the widget away, with every node, signal and listener that it has.
    pub fn unmount(self) {
        (self.unmount)();
        self.parent.remove();
    }
}

/// What the element and the page say, as it stands now.
#[derive(Clone)]
pub(super) struct Surroundings {
    pub(super) options: Rc<Options>,
    pub(super) quiz: Arc<Quiz>,
    attentive: StoredValue<bool>,
    numbers: Rc<dyn Numbers>,
    pub(super) blanks: StoredValue<Blanks, LocalStorage>,
    /// Whether the reader's last copying worked, once they have tried.
    pub(super) copied: RwSignal<Option<bool>>,
    course: StoredValue<Option<String>>,
    drawings: StoredValue<Option<Drawings>>,
}

impl Surroundings {
    /// What is around a quiz. It belongs to the owner in which it is made.
    fn of(quiz: Arc<Quiz>, options: Options) -> Self {
        let options = Rc::new(options);
        let numbers: Rc<dyn Numbers> = Rc::new(Counting::of(quiz.language().as_str(), &options));
        let it = Self {
            attentive: StoredValue::new(options.attentive()),
            blanks: StoredValue::new_local(quiz.blanks(None, Rc::clone(&numbers))),
            copied: RwSignal::new(None),
            course: StoredValue::default(),
            drawings: StoredValue::default(),
            numbers,
            options,
            quiz,
        };
        it.read();
        // What is wrong with drawings is told when they are handed over.
        let here = it.quiz.drawings().and_then(|address| it.options.drawings(address.as_str()));
        it.drawings.set_value(here.and_then(|text| Drawings::read(&text).ok()));
        let region = region(it.options.get("region").as_deref(), it.options.lang().as_deref());
        if region.is_none() && it.quiz.care().is_some() {
            warn(
                "no `region`, and none in `lang`: readers are told the emergency number that is for everywhere",
            );
        }
        it
    }

    /// Reads the attributes that the texts and the links depend on.
    fn read(&self) {
        let region = region(self.options.get("region").as_deref(), self.options.lang().as_deref());
        self.blanks.set_value(self.quiz.blanks(region.as_deref(), Rc::clone(&self.numbers)));
        let named = self.options.get("course");
        let quizs_own = self.quiz.course().and_then(|it| it.url.as_ref());
        let course = course::address(named.as_deref(), quizs_own.map(Link::as_str));
        if course.is_none() && named.is_some() {
            warn("`course` is no web address: there is no link to the course");
        }
        self.course.set_value(course);
    }
}

/// Starts a quiz in a shadow root, with the reader at its first screen or where their memory has them.
///
/// # Errors
///
/// Where the quiz file is wrong, with every problem in the error's message, a line each; or where the browser
/// cannot show the widget.
#[wasm_bindgen]
pub fn mount(root: &ShadowRoot, options: Options) -> Result<Handle, JsValue> {
    death::tell(options.died());
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

    let owner = Owner::new_root(None);
    let memory = options.memory().unwrap_or_default();
    let (surroundings, session, recall, redraw) = owner.with(|| {
        let session = RwSignal::new(Session::recalled(Arc::clone(&quiz), &memory));
        (Surroundings::of(quiz, options), session, RwSignal::new(0), RwSignal::new(0))
    });
    let told = {
        let surroundings = surroundings.clone();
        move |told| hear(told, &surroundings, session)
    };
    let Surroundings { attentive, blanks, copied, course, drawings, .. } = surroundings;
    let around = surroundings.clone();
    let mounted = owner.with(|| {
        // The browser's objects stay on the thread that made them, which is the only one there is.
        let tell = StoredValue::new_local(told);
        let tell = Callback::new(move |it| tell.with_value(|tell| tell(it)));
        mount_to(parent.clone(), move || {
            // Told once the loader has the handle, and before the first step is: whoever hears it may take the
            // element away.
            let Surroundings { options, quiz, .. } = around;
            let keeper = Rc::clone(&options);
            Effect::new(move || keeper.keep(&session.with(Session::to_memory)));
            Effect::new(move || emit(&options, &quiz, "start", Detail::None));
            view! { <Widget session recall redraw attentive blanks copied course drawings tell /> }
        })
    });
    let unmount = Box::new(move || {
        drop(mounted);
        owner.unset();
    });
    Ok(Handle { surroundings, session, recall, redraw, parent, unmount })
}

/// Does what the widget asks of the page around it.
fn hear(told: Told, around: &Surroundings, session: RwSignal<Session>) {
    let Surroundings { options, quiz, .. } = around;
    #[cfg(debug_assertions)]
    death::if_asked(options, told);
    match told {
        Told::Stepped(step, of) => emit(options, quiz, "step", Detail::Step(step, of)),
        Told::Finished => {
            let may_tell = options.get("report").as_deref() == Some("result");
            session.with_untracked(|session| {
                let detail = if may_tell { Detail::Result(session) } else { Detail::None };
                emit(options, quiz, "finish", detail);
            });
        }
        Told::Course => emit(options, quiz, "course", Detail::None),
        Told::Left => options.leave(),
        Told::Print => paper::print(around, session),
        Told::Copy => paper::copy(around, session),
    }
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
