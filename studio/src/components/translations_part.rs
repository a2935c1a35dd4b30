//! All translations of the quiz, and ways to add one.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::file_button::FileButton;
use super::translation_actions::TranslationActions;
use crate::editor::Editor;
use crate::files::read_text;
use crate::part::Part;
use crate::translations::{NewTranslation, Translation, Translations, language_title, language_titles};

/// The languages of the quiz.
#[component]
pub(crate) fn TranslationsPart() -> impl IntoView {
    let translations = Translations::get();
    view! {
        <h2 id="part" tabindex="-1">"Translations"</h2>
        <p class="part-help">
            "A translation is a file of its own beside the quiz. Only its texts differ: points and rules are those of the original. Readers get the one for the language of the page."
        </p>
        <Show
            when=move || translations.list.with(|list| !list.is_empty())
            fallback=|| view! { <p class="quiet">"There is none yet."</p> }
        >
            <ul class="translation-list">
                <For
                    each=move || translations.list.get()
                    key=|translation| (translation.file, translation.file_name.clone())
                    let(translation)
                >
                    <TranslationItem file=translation.file />
                </For>
            </ul>
        </Show>
        <NewTranslationForm />
        <OpenTranslation />
    }
}

/// A translation, with what is left to do.
#[component]
fn TranslationItem(
    /// Its file.
    file: usize,
) -> impl IntoView {
    let editor = Editor::get();
    let translation = Translations::get().translation(file);
    move || {
        translation.get().map(|translation| {
            let title = language_title(&translation.language);
            view! {
                <li class="translation-item">
                    <button type="button" class="link" on:click=move |_| editor.part.set(Part::Translation(file))>
                        {title}
                    </button>
                    <span class="quiet">{translation.file_name.clone()} " · " {summary(&translation)}</span>
                    <TranslationActions translation />
                </li>
            }
        })
    }
}

/// What is left to do about a translation: "12 of 73 to do".
pub(super) fn summary(translation: &Arc<Translation>) -> String {
    let to_do = match translation.to_do().count() {
        0 => "nothing to do".to_owned(),
        to_do => format!("{to_do} of {} to do", translation.entries.len()),
    };
    match translation.problems.len() {
        0 => to_do,
        1 => format!("{to_do}, 1 problem"),
        problems => format!("{to_do}, {problems} problems"),
    }
}

/// A language in the list, or one of the choices after them.
const OTHER: &str = "other";
const PSEUDO: &str = "pseudo";

/// Adds a translation that begins with the words of the original.
#[component]
fn NewTranslationForm() -> impl IntoView {
    let translations = Translations::get();
    let choice = RwSignal::new(String::new());
    let tag = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let is_other = Memo::new(move |_| choice.with(|choice| choice == OTHER));
    let add = move |_| {
        let new = match choice.get_untracked().as_str() {
            "" => return error.set(Some("Choose a language.".to_owned())),
            OTHER => NewTranslation::Into(tag.get_untracked().trim().to_owned()),
            PSEUDO => NewTranslation::Pseudo,
            language => NewTranslation::Into(language.to_owned()),
        };
        error.set(translations.add(&new).err());
    };
    let options =
        language_titles().into_iter().map(|(tag, title)| view! { <option value=tag>{title}</option> });
    view! {
        <section class="translation-new" aria-labelledby="new-translation">
            <h3 id="new-translation">"New translation"</h3>
            <p class="help" id="new-translation-help">
                "It begins with the words of the original. The buttons of the languages in the list come with the widget."
            </p>
            <div class="list-buttons">
                <label for="new-translation-language">"Language"</label>
                <select
                    id="new-translation-language"
                    aria-describedby="new-translation-help new-translation-error"
                    prop:value=move || choice.get()
                    on:change:target=move |event| choice.set(event.target().value())
                >
                    <option value="">"Choose"</option>
                    {options.collect_view()}
                    <option value=OTHER>"Another language"</option>
                    <option value=PSEUDO>"Pseudo-translation: longer texts, to test the layout"</option>
                </select>
                <Show when=move || is_other.get()>
                    <label for="new-translation-tag">"Language tag"</label>
                    <input
                        type="text"
                        class="code number"
                        id="new-translation-tag"
                        spellcheck="false"
                        autocomplete="off"
                        placeholder="fi, pt-PT"
                        aria-describedby="new-translation-error"
                        prop:value=move || tag.get()
                        on:input:target=move |event| tag.set(event.target().value())
                    />
                </Show>
                <button type="button" class="add" on:click=add>"Add the translation"</button>
            </div>
            <div role="alert" id="new-translation-error">
                {move || error.get().map(|text| view! { <p class="problem">{text}</p> })}
            </div>
        </section>
    }
}

/// Adds a translation that somebody made elsewhere.
#[component]
fn OpenTranslation() -> impl IntoView {
    let translations = Translations::get();
    let error = RwSignal::new(None::<String>);
    let open = move |file: File| {
        spawn_local(async move {
            let name = file.name();
            let opened = match read_text(&file).await {
                Ok(text) => translations.open(&name, text),
                Err(reason) => Err(format!("{name}: {reason}")),
            };
            error.try_set(opened.err());
        });
    };
    view! {
        <section class="translation-new" aria-labelledby="open-translation">
            <h3 id="open-translation">"From a file"</h3>
            <p class="help">"A translation of this quiz that somebody made elsewhere."</p>
            <FileButton label="Add a translation file" accept=".json,application/json" on_file=open />
            <div role="alert">{move || error.get().map(|text| view! { <p class="problem">{text}</p> })}</div>
        </section>
    }
}
