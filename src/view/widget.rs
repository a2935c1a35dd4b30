//! The widget: whichever screen the session is at.

use std::cell::Cell;
use std::rc::Rc;

use leptos::html::Section;
use leptos::prelude::*;

use super::effect::effect;
use super::question::question;
use super::result::result;
use super::screening::screening;
use super::stop::stop;
use super::ui::{Around, Told, Ui};
use which_cause_quiz::{Session, Stage};

/// One quiz, from its first screen to its result.
#[component]
pub fn Widget(
    /// The reader's way through the quiz.
    session: RwSignal<Session>,
    /// Rises whenever the reader has to be brought back to where they are.
    recall: RwSignal<u32>,
    /// Rises whenever the element's attributes have changed: texts and links that depend on them follow.
    redraw: RwSignal<u32>,
    /// What has come of the reader's last copying: 0, or one of [`FAILED`](super::FAILED) and [`COPIED`](super::COPIED).
    copied: RwSignal<u32>,
    /// What stands around the widget.
    around: Rc<Around>,
) -> impl IntoView {
    let ui = Ui { session, recall, redraw, copied, around: StoredValue::new_local(around) };
    let quiz = ui.quiz();
    // A screen is made anew when the reader comes to another place, not when they pick something there.
    let place = Memo::new(move |_| session.with(Session::position));
    let base = NodeRef::<Section>::new();
    effect(Box::new(move || {
        let Some(base) = base.get() else { return };
        place.get();
        let screen = session.with_untracked(|session| match session.stage() {
            Stage::SafetyScreen(it, step) => screening(ui, it, step),
            Stage::Question(it, step) => question(ui, it, step),
            Stage::Stopped(it) => stop(ui, &it),
            Stage::Finished(it) => result(ui, &it),
        });
        base.replace_children_with_node_1(&screen);
    }));
    // A step is told once while the reader is at it: told again after a stop that they took back, it would tell of the stop.
    let last = Cell::new((0, 0));
    effect(Box::new(move || {
        place.get();
        let told = session.with_untracked(|session| match session.stage() {
            Stage::SafetyScreen(..) | Stage::Question(..) => {
                let progress = session.progress();
                (last.replace(progress) != progress).then_some(Told::Stepped(progress.0, progress.1))
            }
            Stage::Stopped(_) => None,
            Stage::Finished(_) => Some(Told::Finished),
        });
        if let Some(told) = told {
            ui.tell(told);
        }
    }));
    let (language, direction) = (quiz.language().to_string(), quiz.direction().as_str());
    view! {
        <section
            class="base"
            part="base"
            lang=language.clone()
            dir=direction
            aria-label=move || {
                redraw.track();
                ui.render(quiz.title())
            }
            node_ref=base
        />
        // A live region has to be there, and empty, before it says anything: `focus.js` fills it.
        <p class="announcement" lang=language aria-live="polite"></p>
    }
}
