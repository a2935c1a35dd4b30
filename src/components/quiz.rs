//! The widget: whichever screen the reader's session is at.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use which_cause_quiz::{self as engine, Session, Stage};

use super::context::{WidgetContext, Words};
use super::host::{Host, Regions, WidgetEvent};
use super::question_form::{Prompt, QuestionForm};
use super::result::ResultScreen;
use super::stop_screen::StopScreen;

/// One quiz, from its first screen to its result.
#[component]
pub fn Quiz(
    /// The reader's way through the quiz. `RwSignal::new(Session::new(quiz))` starts one.
    session: RwSignal<Session>,
    /// The page's services.
    host: Rc<dyn Host>,
    /// The address of the course page. Without one the result has no link to the course.
    #[prop(into, optional)]
    course: Signal<Option<String>>,
    /// Where the reader is. It decides the emergency number.
    #[prop(into, optional)]
    regions: Signal<Regions>,
    /// Whether the widget may move the focus. A reader's press sets it.
    #[prop(default = RwSignal::new(true))]
    may_move_focus: RwSignal<bool>,
    /// Rises whenever the focus has to return to where the reader is.
    #[prop(default = RwSignal::new(0))]
    refocus: RwSignal<u32>,
    /// Called with each event of the widget.
    #[prop(into)]
    on_event: UnsyncCallback<WidgetEvent>,
) -> impl IntoView {
    let host = StoredValue::new_local(host);
    let placeholders = Signal::derive_local(move || {
        let quiz = quiz_of(session);
        let numbers = host.get_value().number_format(quiz.language().as_str());
        regions.with(|regions| {
            let regions =
                engine::Regions { reader: regions.reader.as_deref(), owner: regions.owner.as_deref() };
            quiz.placeholders(regions, numbers)
        })
    });
    let context = WidgetContext { session, placeholders, course, may_move_focus, refocus, host, on_event };
    provide_context(context);
    dispatch_events(context);

    // A screen is rendered anew when the reader comes to another place, not when they pick something there.
    let place = Memo::new(move |_| session.with(Session::position));
    let language = move || -> Words { Box::new(move || quiz_of(session).language().to_string()) };
    let direction: Words = Box::new(move || quiz_of(session).direction().as_str().to_owned());
    let title = context.words(move |placeholders| placeholders.render(quiz_of(session).title()));
    view! {
        <section class="base" part="base" lang=language() dir=direction aria-label=title>
            {move || {
                place.get();
                // A closure of its own for each screen: Leptos would patch the elements of the last screen, and the focus would stay
                // where it was.
                move || view! { <Screen /> }
            }}
        </section>
        // A live region has to be there, and empty, before it says anything.
        <p class="announcement" lang=language() aria-live="polite"></p>
    }
}

fn quiz_of(session: RwSignal<Session>) -> Arc<engine::Quiz> {
    session.with(|session| Arc::clone(session.quiz()))
}

/// The screen that the reader is at.
#[component]
fn Screen() -> AnyView {
    let context = WidgetContext::get();
    context.session.with_untracked(|session| match session.stage() {
        Stage::SafetyScreen(screen, step) => question_form(Prompt::of_screen(context, screen, step)),
        Stage::Question(question, step) => question_form(Prompt::of_question(context, question, step)),
        Stage::Stopped(stop) => view! { <StopScreen stop /> }.into_inner(),
        Stage::Finished(outcome) => view! { <ResultScreen outcome=&outcome /> }.into_inner(),
    })
}

fn question_form(prompt: Prompt) -> AnyView {
    view! { <QuestionForm prompt /> }.into_inner()
}

/// Dispatches the widget's events after rendering: a listener may remove the widget.
fn dispatch_events(context: WidgetContext) {
    let place = Memo::new(move |_| context.session.with(Session::position));
    Effect::new(move |last: Option<(usize, usize)>| {
        if last.is_none() {
            context.on_event.run(WidgetEvent::Started);
        }
        place.get();
        let (event, progress) = context.session.with_untracked(|session| match session.stage() {
            Stage::SafetyScreen(..) | Stage::Question(..) => {
                let (number, of) = session.progress();
                // A step is dispatched once while the reader is at it. Dispatched again after a stop that they took back, it would
                // tell of the stop.
                let event = (last != Some((number, of))).then_some(WidgetEvent::Step { number, of });
                (event, (number, of))
            }
            Stage::Stopped(_) => (None, last.unwrap_or_default()),
            Stage::Finished(outcome) => {
                let causes = outcome.verdict.shown().iter().map(|it| it.cause.id.to_string()).collect();
                (
                    Some(WidgetEvent::Finished { verdict: outcome.verdict.as_str(), causes }),
                    last.unwrap_or_default(),
                )
            }
        });
        if let Some(event) = event {
            context.on_event.run(event);
        }
        progress
    });
}
