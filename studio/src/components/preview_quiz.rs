//! The quiz that runs in the preview: the words before the start, and then the widget.

use std::rc::Rc;
use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlImageElement;
use which_cause::{FocusControl, Host, Quiz, QuizStyles, WidgetEvent};
use which_cause_quiz::{Drawings, Quiz as CheckedQuiz, Session, canonical_region};

use super::preview_start::PreviewStart;
use super::test_case_from_preview::TestCaseFromPreview;
use crate::by_address::ByAddress;
use crate::editor::Editor;
use crate::page_file::PageFile;
use crate::part::{Group, Part};
use crate::photos::{Photos, PreviewHost};
use crate::preview_session::session_at;

/// The running quiz.
#[component]
pub(crate) fn RunningQuiz(
    /// The quiz: the original, or a translation.
    quiz: Memo<Option<ByAddress<CheckedQuiz>>>,
    /// Its drawings.
    drawings: Memo<Option<ByAddress<Drawings>>>,
    /// The addresses of the photos on the web that did not arrive.
    lost_photos: RwSignal<Vec<String>>,
) -> impl IntoView {
    let (editor, photos) = (Editor::get(), Photos::get());
    let first = quiz.get_untracked().map(|ByAddress(quiz)| quiz);
    first.map(|first| {
        let session = RwSignal::new(Session::new(Arc::clone(&first)));
        let focus = FocusControl::default();
        let is_at_start = RwSignal::new(false);
        let show_part = move || {
            let part = editor.part.get_untracked();
            let is_of_the_start = matches!(part, Part::Group(Group::Intro) | Part::Publish);
            if is_of_the_start {
                is_at_start.set(true);
                return;
            }
            let quiz = session.with_untracked(|session| Arc::clone(session.quiz()));
            let at_part =
                editor.document.with_untracked(|document| session_at(document.value(), &quiz, part));
            if let Some(at_part) = at_part {
                focus.leave();
                is_at_start.set(false);
                session.set(at_part);
            }
        };
        Effect::watch(move || editor.part.get(), move |_, _, _| show_part(), true);
        // The session keeps its step and its answers when the author changes the quiz or the language.
        let follow =
            move |quiz: &Option<ByAddress<CheckedQuiz>>, _: Option<&Option<ByAddress<CheckedQuiz>>>, _| {
                let Some(ByAddress(quiz)) = quiz else { return };
                focus.leave();
                session.update(|session| *session = session.clone().in_quiz(quiz));
            };
        Effect::watch(move || quiz.get(), follow, false);
        let restart = move || {
            focus.leave();
            is_at_start.set(false);
            session.update(|session| *session = Session::new(Arc::clone(session.quiz())));
        };
        let last_event = RwSignal::new(None::<String>);
        let urls = photos.urls();
        view! {
            <div class="preview-actions">
                <button type="button" class="small" on:click=move |_| show_part()>"Show this part"</button>
                <button type="button" class="small" on:click=move |_| restart()>"Start over"</button>
            </div>
            <TestCaseFromPreview session focus />
            <div
                class="preview-screen"
                on:error:capture=move |event| note_photo(&event, lost_photos, true)
                on:load:capture=move |event: Event| note_photo(&event, lost_photos, false)
            >
                <Show
                    when=move || is_at_start.get()
                    fallback=move || {
                        // A closure of its own: other drawings and photos are shown by another widget, in the same session.
                        move || {
                            urls.track();
                            let drawings = drawings.get().map(|ByAddress(drawings)| drawings);
                            view! { <Widget session focus drawings is_at_start last_event /> }
                        }
                    }
                >
                    <PreviewStart session on_start=move |()| restart() />
                </Show>
            </div>
            {move || last_event.get().map(|event| view! {
                <p class="preview-note">"Last event: " <span class="code">{event}</span></p>
            })}
        }
    })
}

/// The widget, as the page has it.
#[component]
fn Widget(
    /// The reader's session.
    session: RwSignal<Session>,
    /// When the widget may move the focus.
    focus: FocusControl,
    /// Its drawings.
    drawings: Option<Arc<Drawings>>,
    /// Set when the reader goes back from the first screen.
    is_at_start: RwSignal<bool>,
    /// Set to the last event for the page.
    last_event: RwSignal<Option<String>>,
) -> impl IntoView {
    let (page, photos) = (PageFile::get(), Photos::get());
    let quiz = session.with_untracked(|session| Arc::clone(session.quiz()));
    let course = move || {
        let named = page.settings.with(|settings| settings.attribute("course").map(str::to_owned));
        named.or_else(|| session.with(|session| session.quiz().course_address().map(str::to_owned)))
    };
    let region = Memo::new(move |_| {
        let region = page.settings.with(|settings| settings.attribute("region").map(canonical_region))?;
        session.with(|session| session.quiz().regions().contains(&region.as_str())).then_some(region)
    });
    let host = move || -> Rc<dyn Host> { Rc::new(PreviewHost::new(drawings, photos)) };
    let on_event = move |event: WidgetEvent| {
        if event == WidgetEvent::Left {
            is_at_start.set(true);
        }
        let reports = page.settings.with_untracked(|settings| settings.attribute("report") == Some("result"));
        if let Some(text) = event_text(&event, reports) {
            last_event.set(Some(text));
        }
    };
    view! {
        <QuizStyles>
            <Quiz
                quiz
                course=Signal::derive(course)
                region=region
                owner_region=region
                session
                focus
                host=host()
                on_event
            />
        </QuizStyles>
    }
}

/// An event as the element dispatches it: its name, and what it carries besides the quiz's id.
fn event_text(event: &WidgetEvent, reports: bool) -> Option<String> {
    Some(match event {
        WidgetEvent::Started => "which-cause-start".to_owned(),
        WidgetEvent::Step { number, of } => format!("which-cause-step, step {number} of {of}"),
        WidgetEvent::Finished { verdict, causes } if reports => {
            format!("which-cause-finish, verdict {verdict}, shown {}", causes.join(" "))
        }
        WidgetEvent::Finished { .. } => "which-cause-finish".to_owned(),
        WidgetEvent::CourseOpened => "which-cause-course".to_owned(),
        WidgetEvent::Left => return None,
    })
}

/// Keeps the address of a photo on the web that did not arrive, until it has. The others are in the draft, or named as missing.
fn note_photo(event: &Event, lost: RwSignal<Vec<String>>, is_lost: bool) {
    let image = event.target().and_then(|target| target.dyn_into::<HtmlImageElement>().ok());
    let address = image.and_then(|image| image.get_attribute("src"));
    let Some(address) = address.filter(|address| address.starts_with("http")) else { return };
    if lost.with_untracked(|lost| lost.contains(&address)) != is_lost {
        lost.update(|lost| {
            lost.retain(|known| *known != address);
            if is_lost {
                lost.push(address);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_carries_the_result_only_if_the_page_wants_it() {
        let finished =
            WidgetEvent::Finished { verdict: "leads", causes: vec!["a".to_owned(), "b".to_owned()] };
        assert_eq!(event_text(&finished, false).as_deref(), Some("which-cause-finish"));
        assert_eq!(
            event_text(&finished, true).as_deref(),
            Some("which-cause-finish, verdict leads, shown a b")
        );
        assert_eq!(event_text(&WidgetEvent::Left, true), None);
    }
}
