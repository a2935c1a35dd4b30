//! The state that all screens of one widget share.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;
use web_sys::Element;
use which_cause_quiz::{Action, Placeholders, Quiz, Regions, Session, Text};

use super::focus_control::FocusControl;
use super::host::{Host, WidgetEvent};
use super::marked_text::MarkedText;
use super::page_value::PageValue;

/// A text that follows the signals that it reads. One type for all of them, since Leptos makes code for each kind of closure: 10 KB
/// of the module.
pub(super) type ReactiveText = Box<dyn Fn() -> String + Send + Sync>;

/// Sets an element up once it is made. One type for all directives, as for [`ReactiveText`].
pub(super) type Setup = Rc<dyn Fn(Element)>;

/// A directive: sets up its element.
pub(super) fn set_up(element: Element, run: Setup) {
    run(element);
}

/// The state of one widget. Cheap to copy; screens take it from Leptos' context.
#[derive(Clone, Copy)]
pub(super) struct WidgetContext {
    /// The number of the widget on its page, for ids that no other widget has.
    pub(super) number: usize,
    /// The reader's way through the quiz.
    pub(super) session: RwSignal<Session>,
    /// When the widget may move the focus.
    pub(super) focus: FocusControl,
    /// The page around the widget.
    pub(super) page: StoredValue<Rc<Page>, LocalStorage>,
    /// The listener of the widget's events.
    pub(super) on_event: UnsyncCallback<WidgetEvent>,
}

/// The page around a widget: its values and its services. One stored value for all of them, since Leptos makes code for each kind.
pub(super) struct Page {
    /// The region where the reader is.
    pub(super) region: PageValue,
    /// The region where most readers are.
    pub(super) owner_region: PageValue,
    /// The address of the course page.
    pub(super) course: PageValue,
    /// The page's services.
    pub(super) host: Rc<dyn Host>,
}

impl WidgetContext {
    /// The context of the widget that is being rendered.
    pub(super) fn get() -> Self {
        // Not `expect_context`: its message links the formatting of any text for developers, 4 KB of the module.
        use_context().expect("a component of a widget is within its `<Quiz/>`")
    }

    /// The id of a part of the widget, such as `-question`. An empty name is the whole widget.
    pub(super) fn id(self, part: &str) -> String {
        ["which-cause-", &self.number.to_string(), part].concat()
    }

    /// The quiz that the reader takes.
    pub(super) fn quiz(self) -> Arc<Quiz> {
        self.session.with_untracked(|session| Arc::clone(session.quiz()))
    }

    /// The page around the widget.
    pub(super) fn page(self) -> Rc<Page> {
        self.page.get_value()
    }

    /// The page's services.
    pub(super) fn host(self) -> Rc<dyn Host> {
        Rc::clone(&self.page().host)
    }

    /// A text of the quiz as this reader sees it. With placeholders it follows the reader's region. Without any it needs no
    /// effect, and most texts have none.
    pub(super) fn text(self, text: &Text) -> AnyView {
        if text.has_markup() {
            view! { <MarkedText text /> }.into_inner()
        } else if text.has_placeholders() {
            text_view(self.attribute_text(text))
        } else {
            text.as_written().to_owned().into_any()
        }
    }

    /// A text of the quiz for an attribute. It follows the reader's region.
    pub(super) fn attribute_text(self, text: &Text) -> ReactiveText {
        let text = text.clone();
        self.reactive_text(move |placeholders| placeholders.render(&text))
    }

    /// A text that depends on the placeholders' values.
    pub(super) fn reactive_text(
        self,
        render: impl Fn(&Placeholders) -> String + Send + Sync + 'static,
    ) -> ReactiveText {
        Box::new(move || render(&self.placeholders()))
    }

    /// The values of the texts' placeholders. They follow the reader's region.
    pub(super) fn placeholders(self) -> Placeholders {
        let (quiz, page) = (self.quiz(), self.page());
        let numbers = page.host.number_format(quiz.language().as_str());
        let (reader, owner) = (page.region.get(), page.owner_region.get());
        quiz.placeholders(Regions { reader: reader.as_deref(), owner: owner.as_deref() }, numbers)
    }

    /// Applies an action of the reader.
    pub(super) fn apply(self, action: &Action) {
        self.focus.may_move.set(true);
        self.session.update(|session| *session = session.clone().apply(action));
    }

    /// Applies an action that leads to another screen, and releases the focus.
    pub(super) fn go(self, action: &Action) {
        self.apply(action);
        self.release_focus();
    }

    /// Takes the focus off the pressed button, before the new screen is rendered. If the button still had it when the button goes,
    /// the browser would lay out the old screen together with the new one, and then the new one again.
    ///
    /// This comes last: a listener of the page may remove the widget when the focus moves.
    fn release_focus(self) {
        // The listener of an event may have removed the widget already.
        if let Some(page) = self.page.try_get_value() {
            page.host.release_focus();
        }
    }

    /// Goes on. With an invalid answer the error message appears and takes the focus.
    pub(super) fn next(self) {
        self.apply(&Action::Next);
        if self.session.with_untracked(Session::invalid_answer) {
            self.focus.return_to_reader();
        }
        self.release_focus();
    }

    /// Goes back, from the first screen out of the quiz.
    pub(super) fn back(self) {
        let leaves = self.session.with_untracked(Session::is_at_start);
        // At the first screen this takes an error message away, and nothing else.
        self.apply(&Action::Back);
        if leaves {
            self.on_event.run(WidgetEvent::Left);
        }
        self.release_focus();
    }
}

/// A text as a view. It is a view of the kind of all that change, since Leptos makes code for each kind.
pub(super) fn text_view(text: ReactiveText) -> AnyView {
    (move || text().into_any()).into_any()
}

/// Several views as one. It is of the kind that Leptos makes of an element's children, since Leptos makes code for each kind.
pub(super) fn fragment(views: Vec<AnyView>) -> AnyView {
    StaticVec::from(views).into_any()
}

/// Runs a function after the screen is rendered, and whenever a signal changes that it read. One type for all of them, as for
/// [`ReactiveText`].
pub(super) fn after_rendering(run: Box<dyn Fn()>) {
    Effect::new(run);
}
