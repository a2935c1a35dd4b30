//! The quiz itself, beside its form.

use std::sync::Arc;

use leptos::prelude::*;
use which_cause::{FocusControl, Quiz, QuizStyles};
use which_cause_quiz::Session;

use super::test_case_from_preview::TestCaseFromPreview;
use crate::editor::Editor;
use crate::preview_session::session_at;

/// The preview. It follows the file while it has no problems, and the author from part to part.
#[component]
pub(crate) fn Preview() -> impl IntoView {
    let editor = Editor::get();
    let is_desk = RwSignal::new(false);
    let is_dark = RwSignal::new(false);
    // The quiz of the last check without problems.
    let quiz = Memo::new(move |last: Option<&Option<Same>>| {
        let quiz = editor.check.with(|check| check.quiz.clone());
        quiz.map(Same).or_else(|| last.cloned().flatten())
    });
    let is_behind = move || editor.check.with(|check| check.quiz.is_none());
    let has_quiz = Memo::new(move |_| quiz.with(Option::is_some));
    view! {
        <section class="preview" aria-label="Preview">
            <div class="preview-bar">
                <h2>"Preview"</h2>
                <Toggle label="Desk" is_on=is_desk />
                <Toggle label="Dark" is_on=is_dark />
            </div>
            <Show when=move || has_quiz.get() && is_behind()>
                <p class="preview-note">"The file has problems. This is the last version without any."</p>
            </Show>
            <Show
                when=move || has_quiz.get()
                fallback=|| view! { <p class="preview-note">"The preview appears when the file has no problems."</p> }
            >
                <div class="preview-frame" class:desk=move || is_desk.get() class:dark=move || is_dark.get()>
                    <Running quiz />
                </div>
            </Show>
        </section>
    }
}

/// A checked quiz, equal only to itself.
#[derive(Debug, Clone)]
struct Same(Arc<which_cause_quiz::Quiz>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The running quiz.
#[component]
fn Running(
    /// The quiz.
    quiz: Memo<Option<Same>>,
) -> impl IntoView {
    let editor = Editor::get();
    let first = quiz.get_untracked().map(|Same(quiz)| quiz);
    first.map(|first| {
        let session = RwSignal::new(Session::new(Arc::clone(&first)));
        let focus = FocusControl::default();
        let show_part = move || {
            let quiz = session.with_untracked(|session| Arc::clone(session.quiz()));
            let place = editor.place.get_untracked();
            let at_part =
                editor.document.with_untracked(|document| session_at(document.value(), &quiz, place));
            if let Some(at_part) = at_part {
                focus.leave();
                session.set(at_part);
            }
        };
        Effect::watch(move || editor.place.get(), move |_, _, _| show_part(), true);
        // The reader of the preview keeps the place and the answers when the author changes the quiz.
        let follow = move |quiz: &Option<Same>, _: Option<&Option<Same>>, _| {
            let Some(Same(quiz)) = quiz else { return };
            focus.leave();
            session.update(|session| *session = session.clone().in_quiz(quiz));
        };
        Effect::watch(move || quiz.get(), follow, false);
        let course = move || session.with(|session| session.quiz().course_address().map(str::to_owned));
        let restart = move |_| {
            focus.leave();
            session.update(|session| *session = Session::new(Arc::clone(session.quiz())));
        };
        view! {
            <div class="preview-actions">
                <button type="button" class="small" on:click=move |_| show_part()>"Show this part"</button>
                <button type="button" class="small" on:click=restart>"Start over"</button>
            </div>
            <TestCaseFromPreview session focus />
            <div class="preview-screen">
                <QuizStyles>
                    <Quiz quiz=first course=Signal::derive(course) session focus />
                </QuizStyles>
            </div>
        }
    })
}

/// A button that is on or off.
#[component]
fn Toggle(
    /// Its name.
    label: &'static str,
    /// Whether it is on.
    is_on: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="small toggle"
            aria-pressed=move || is_on.get().to_string()
            on:click=move |_| is_on.update(|it| *it = !*it)
        >
            {label}
        </button>
    }
}
