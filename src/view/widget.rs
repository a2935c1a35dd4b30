//! The widget: whichever screen the session is at.

use leptos::prelude::*;

use super::question::question;
use super::result::result;
use super::screening::screening;
use super::stop::stop;
use super::ui::{Told, Ui};
use crate::quiz::{Blanks, Drawings, Session, Stage};

/// One quiz, from its first screen to its result.
#[component]
pub fn Widget(
    /// The reader's way through the quiz.
    session: RwSignal<Session>,
    /// Rises whenever the reader has to be brought back to where they are.
    recall: RwSignal<u32>,
    /// Rises whenever what is around the quiz has changed: its words or its links are to be said anew.
    redraw: RwSignal<u32>,
    /// Whether the reader is with the quiz, so that their focus may be moved.
    attentive: StoredValue<bool>,
    /// The quiz's words for the reader's region.
    blanks: StoredValue<Blanks, LocalStorage>,
    /// Whether the reader's last copying worked, once they have tried.
    copied: RwSignal<Option<bool>>,
    /// The address of the course page; without one there is no link to it.
    course: StoredValue<Option<String>>,
    /// What the quiz's pictures are drawn from, as far as it is here.
    drawings: StoredValue<Option<Drawings>>,
    /// Hears what concerns the page around the widget.
    tell: Callback<Told>,
) -> impl IntoView {
    let ui = Ui { session, recall, attentive, course, blanks, copied, drawings, tell };
    let quiz = ui.quiz();
    // A screen is made anew when the reader comes to another place, not when they pick something there.
    let place = Memo::new(move |_| session.with(Session::place));
    let screen = move || {
        place.get();
        redraw.get();
        session.with_untracked(|session| match session.stage() {
            Stage::Screening(it, step) => screening(ui, it, step),
            Stage::Asking(it, step) => question(ui, it, step),
            Stage::Stopped(it) => stop(ui, &it),
            Stage::Finished(it) => result(ui, &it),
        })
    };
    // Told after the screen stands: whoever hears it may take the widget away. A step is told once while the reader is at
    // it: told again after a stop that they took back, it would tell of the stop.
    let last = StoredValue::new((0, 0));
    Effect::new(move || {
        place.get();
        let told = session.with_untracked(|session| match session.stage() {
            Stage::Screening(..) | Stage::Asking(..) => {
                let progress = session.progress();
                let told = last.get_value() == progress;
                last.set_value(progress);
                (!told).then_some(Told::Stepped(progress.0, progress.1))
            }
            Stage::Stopped(_) => None,
            Stage::Finished(_) => Some(Told::Finished),
        });
        if let Some(told) = told {
            tell.run(told);
        }
    });
    view! {
        <section
            class="base"
            part="base"
            lang=quiz.language().to_string()
            dir=quiz.direction().as_str()
            aria-label=ui.say(quiz.title())
        >
            {screen}
        </section>
    }
}
