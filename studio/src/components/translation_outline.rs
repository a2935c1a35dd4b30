//! The translations in the outline, each with what is left to do.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::Editor;
use crate::part::Part;
use crate::translations::{Translation, Translations, language_title};

/// An entry for all translations, and one for each.
#[component]
pub(crate) fn TranslationOutline() -> impl IntoView {
    let translations = Translations::get();
    view! {
        <TranslationEntry part=Part::Translations label="Translations".to_owned()>""</TranslationEntry>
        <For
            each=move || translations.list.get()
            key=|translation| (translation.file, translation.language.clone())
            let(translation)
        >
            <TranslationEntry
                part=Part::Translation(translation.file)
                label=language_title(&translation.language)
            >
                <Counts translation=translations.translation(translation.file) />
            </TranslationEntry>
        </For>
    }
}

/// A button that leads to a part of the form.
#[component]
fn TranslationEntry(
    /// The part.
    part: Part,
    /// The label of the field.
    label: String,
    /// What is left to do.
    children: Children,
) -> impl IntoView {
    let editor = Editor::get();
    view! {
        <li>
            <button
                type="button"
                class="outline-entry"
                aria-current=move || (editor.part.get() == part).then_some("true")
                on:click=move |_| editor.part.set(part)
            >
                <span class="outline-label">{label}</span>
                {children()}
            </button>
        </li>
    }
}

/// How many problems a translation has, and how many of its texts are to do.
#[component]
fn Counts(
    /// The translation.
    translation: Memo<Option<Arc<Translation>>>,
) -> impl IntoView {
    let count = move |of: fn(&Translation) -> usize| {
        Memo::new(move |_| translation.with(|it| it.as_deref().map(of).unwrap_or_default()))
    };
    let (problems, to_do) = (count(|it| it.problems.len()), count(|it| it.to_do().count()));
    view! {
        <Show when=move || to_do.get() != 0>
            <span class="count to-do">{to_do} <span class="visually-hidden">" to do"</span></span>
        </Show>
        <Show when=move || problems.get() != 0>
            <span class="count">
                {problems}
                <span class="visually-hidden">{move || if problems.get() == 1 { " problem" } else { " problems" }}</span>
            </span>
        </Show>
    }
}
