//! The words before the start, as the page has them.

use leptos::prelude::*;
use which_cause::{BrowserHost, Host, STYLES};
use which_cause_quiz::Session;

use crate::page::Snippet;
use crate::page_file::PageFile;

/// The card with the author's words and the Start button.
#[component]
pub(crate) fn PreviewStart(
    /// The reader's way through the quiz.
    session: RwSignal<Session>,
    /// Called when the reader starts.
    #[prop(into)]
    on_start: UnsyncCallback<()>,
) -> impl IntoView {
    let page = PageFile::get();
    let words_and_label = Memo::new(move |_| {
        session.with(|session| {
            let quiz = session.quiz();
            let numbers = BrowserHost::default().number_format(quiz.language().as_str());
            page.settings.with(|settings| {
                page.look.with(|look| {
                    let snippet = Snippet {
                        quiz,
                        file_name: "",
                        languages: &[],
                        settings,
                        look,
                        build: None,
                        numbers: &numbers,
                    };
                    (snippet.words(), snippet.start_label())
                })
            })
        })
    });
    let words = move || words_and_label.with(|(words, _)| words.clone());
    let label = move || words_and_label.with(|(_, label)| label.clone());
    let language = move || session.with(|session| session.quiz().language().to_string());
    let direction = move || session.with(|session| session.quiz().direction().as_str().to_owned());
    view! {
        <style>{STYLES}</style>
        <div class="which-cause preview-start" lang=language dir=direction>
            <div class="facade">
                // The words are escaped: they are the ones of the snippet.
                <div inner_html=words></div>
                <button type="button" class="primary" on:click=move |_| on_start.run(())>{label}</button>
            </div>
        </div>
    }
}
