//! The widget. It renders the screen of the reader's session.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;
use which_cause_quiz::{self as engine, Position, Session, Stage};

use super::browser_host::BrowserHost;
use super::context::{Page, ReactiveText, Setup, WidgetContext, after_rendering, set_up};
use super::focus_control::FocusControl;
use super::host::{Host, WidgetEvent};
use super::page_value::PageValue;
use super::question_form::{Prompt, QuestionForm};
use super::result::ResultScreen;
use super::stop_screen::StopScreen;
use super::translations::Translations;

/// The number of the next widget.
static NUMBER: AtomicUsize = AtomicUsize::new(1);

/// One quiz, from its first screen to its result.
///
/// All props but `quiz` are optional. When a signal among them changes, the texts follow, and the reader keeps their place and
/// their picks.
#[component]
pub fn Quiz(
    /// The quiz. [`read`](which_cause_quiz::read) makes one from a quiz file.
    #[prop(into)]
    quiz: Arc<engine::Quiz>,
    /// Its translations: quizzes in other languages with the same ids.
    #[prop(into, optional)]
    translations: Translations,
    /// The language that the reader wants, as a BCP 47 tag. The quiz is shown in the translation that suits it best, or as it is
    /// written.
    #[prop(into, optional)]
    language: PageValue,
    /// The address of the course page, in place of the quiz's own. Without an address the result has no link to the course.
    #[prop(into, default = quiz.course_address().map(str::to_owned).into())]
    course: PageValue,
    /// The region where the reader is, as an ISO 3166-1 code in capitals. It decides the emergency number.
    #[prop(into, optional)]
    region: PageValue,
    /// The region where most readers are. If the quiz lists another emergency number for it, both are shown.
    #[prop(into, optional)]
    owner_region: PageValue,
    /// Called with each event of the widget.
    #[prop(into, default = UnsyncCallback::new(|_| ()))]
    on_event: UnsyncCallback<WidgetEvent>,
    /// The reader's way through the quiz, for an app that stores, restores or restarts it.
    #[prop(default = RwSignal::new(Session::new(Arc::clone(&quiz))))]
    session: RwSignal<Session>,
    /// When the quiz may move the focus.
    #[prop(optional)]
    focus: FocusControl,
    /// What the widget needs of the page around it. [`BrowserHost::with_drawings`] draws the quiz's drawings.
    #[prop(default = Rc::new(BrowserHost::default()))]
    host: Rc<dyn Host>,
) -> impl IntoView {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let page = StoredValue::new_local(Rc::new(Page { region, owner_region, course, host }));
    let context = WidgetContext { number, session, focus, page, on_event };
    provide_context(context);
    translations.follow_language(quiz, language, context);

    // A screen is rendered anew when the reader comes to another one or reads another language, not when they pick something.
    let screen_key = Memo::new(move |_| session.with(ScreenKey::of));
    dispatch_events(context, screen_key);
    let language = move || -> ReactiveText { Box::new(move || quiz_of(session).language().to_string()) };
    let direction: ReactiveText = Box::new(move || quiz_of(session).direction().as_str().to_owned());
    let title = context.reactive_text(move |placeholders| placeholders.render(quiz_of(session).title()));
    let drop_stray_clicks: Setup = Rc::new(move |section| {
        after_rendering(Box::new(move || context.host().drop_stray_clicks(&section)));
    });
    view! {
        <section
            class="base"
            id=context.id("")
            part="base"
            lang=language()
            dir=direction
            aria-label=title
            use:set_up=drop_stray_clicks
        >
            {move || {
                // Read, and not only tracked: a memo that has not been read yet changes with its first reading, and the first screen
                // would be rendered twice.
                screen_key.get();
                // A closure of its own for each screen: Leptos would patch the elements of the last screen, and the focus would stay
                // where it was. Its type is erased, because Leptos makes code for each kind of view that changes.
                (move || view! { <Screen /> }.into_inner()).into_any()
            }}
        </section>
        // A live region has to be there, and empty, before it says anything.
        <p class="announcement" lang=language() aria-live="polite"></p>
    }
}

fn quiz_of(session: RwSignal<Session>) -> Arc<engine::Quiz> {
    session.with(|session| Arc::clone(session.quiz()))
}

/// Which screen the reader sees, and in which translation. With another key the screen is rendered anew.
#[derive(Clone, Copy, PartialEq)]
struct ScreenKey {
    position: Position,
    /// The address of the quiz: that of a translation is another one.
    quiz: usize,
}

impl ScreenKey {
    fn of(session: &Session) -> Self {
        Self { position: session.position(), quiz: Arc::as_ptr(session.quiz()).addr() }
    }
}

/// The screen that the reader is at.
#[component]
fn Screen() -> AnyView {
    let context = WidgetContext::get();
    context.session.with_untracked(|session| match session.stage() {
        Stage::SafetyScreen(screen, step) => {
            question_form(Prompt::of_screen(context, session.quiz(), screen, step))
        }
        Stage::Question(question, step) => {
            question_form(Prompt::of_question(context, session.quiz(), question, step))
        }
        Stage::Stopped(stop) => view! { <StopScreen stop /> }.into_inner(),
        Stage::Finished(outcome) => view! { <ResultScreen outcome=&outcome /> }.into_inner(),
    })
}

fn question_form(prompt: Prompt<'_>) -> AnyView {
    view! { <QuestionForm prompt /> }.into_inner()
}

/// Dispatches the widget's events after rendering: a listener may remove the widget.
fn dispatch_events(context: WidgetContext, screen_key: Memo<ScreenKey>) {
    let last_position = Cell::new(None);
    let last_step = Cell::new(None);
    after_rendering(Box::new(move || {
        let position = Some(screen_key.get().position);
        match last_position.replace(position) {
            None => context.on_event.run(WidgetEvent::Started),
            // The reader sees the same screen in another language.
            last if last == position => return,
            Some(_) => {}
        }
        let event = context.session.with_untracked(|session| match session.stage() {
            Stage::SafetyScreen(..) | Stage::Question(..) => {
                let (number, _) = session.progress();
                // All steps of the quiz, asked or not: from a total that got smaller, the page could tell an answer.
                let of = session.quiz().screens().len() + session.quiz().questions().len();
                // A step is dispatched once while the reader is at it. Dispatched again after a stop that they took back, it would
                // tell of the stop.
                let is_new = last_step.replace(Some(number)) != Some(number);
                is_new.then_some(WidgetEvent::Step { number, of })
            }
            Stage::Stopped(_) => None,
            Stage::Finished(outcome) => {
                // Back from the result, the last step is dispatched again.
                last_step.set(None);
                let causes = outcome.verdict.shown().iter().map(|it| it.cause.id.to_string()).collect();
                Some(WidgetEvent::Finished { verdict: outcome.verdict.as_str(), causes })
            }
        });
        if let Some(event) = event {
            context.on_event.run(event);
        }
    }));
}
