//! The words before the start, as the page has them.

use leptos::prelude::*;
use which_cause::{BrowserHost, Host, STYLES};
use which_cause_quiz::Session;

use crate::page::Snippet;
use crate::page_file::PageFile;
use crate::photos::Photos;

/// The card with the author's words and the Start button.
#[component]
pub(crate) fn PreviewStart(
    /// The reader's way through the quiz.
    session: RwSignal<Session>,
    /// Called when the reader starts.
    #[prop(into)]
    on_start: UnsyncCallback<()>,
) -> impl IntoView {
    let (page, photos) = (PageFile::get(), Photos::get());
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
    let photo = Memo::new(move |_| {
        session.with(|session| {
            let picture = session.quiz().intro().picture.as_ref()?;
            Some(photos.url_of(picture.photo.address.as_str()))
        })
    });
    let words =
        move || words_and_label.with(|(words, _)| photo.with(|url| with_photo(words, url.as_deref())));
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

/// The words with another address of their photo. The author's texts are escaped, so there is no other `<img>`.
fn with_photo(words: &str, url: Option<&str>) -> String {
    const START: &str = "<img src=\"";
    let changed = url.and_then(|url| {
        let (before, rest) = words.split_once(START)?;
        let (_, after) = rest.split_once('"')?;
        Some(format!("{before}{START}{url}\"{after}"))
    });
    changed.unwrap_or_else(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_have_the_photo_of_the_draft() {
        let words = "<h2>A</h2>\n  <img src=\"a.webp\" alt=\"Leaf\">\n";
        let shown = with_photo(words, Some("blob:1"));
        assert_eq!(shown, words.replace("a.webp", "blob:1"));
        assert_eq!(with_photo(words, None), words);
        assert_eq!(with_photo("<h2>A</h2>", Some("blob:1")), "<h2>A</h2>");
    }
}
