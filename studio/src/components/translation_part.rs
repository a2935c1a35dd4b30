//! A translation beside its original, text by text.

use std::collections::HashSet;

use leptos::prelude::*;
use which_cause_quiz::Problem;

use super::field_frame::Messages;
use super::translation_actions::TranslationActions;
use super::translation_row::TranslationRow;
use super::translation_table::TranslationTable;
use super::translations_part::{TranslationsPart, summary};
use crate::check::FieldMessage;
use crate::editor::Editor;
use crate::part::Part;
use crate::translations::{OpenTranslation, TextsOfPart, Translations, by_parts, language_title};

/// The form of a translation. If there is none in the file any more, the list of all.
#[component]
pub(crate) fn TranslationPart(
    /// The file of the translation.
    file: usize,
) -> impl IntoView {
    let open = OpenTranslation::new(file);
    provide_context(open);
    move || match open.language.get() {
        language if language.is_empty() => view! { <TranslationsPart /> }.into_any(),
        language => view! { <TranslationForm language /> }.into_any(),
    }
}

/// The head of the form, and the texts.
#[component]
fn TranslationForm(
    /// The language of the translation.
    language: String,
) -> impl IntoView {
    let OpenTranslation { translation, .. } = OpenTranslation::get();
    let first = translation.get_untracked();
    let progress =
        move || translation.with(|it| it.as_ref().map(|it| format!("{} · {}", it.file_name, summary(it))));
    view! {
        <div class="part-head">
            <h2 id="part" tabindex="-1">{language_title(&language)}</h2>
            {first.map(|translation| view! { <TranslationActions translation /> })}
        </div>
        <p class="part-help" role="status">{progress}</p>
        <OutOfDate />
        <OtherProblems />
        <NoticeField />
        <TranslationTable />
        <Texts />
    }
}

/// Says that the translation lacks parts of its original, with a button that adds them.
#[component]
fn OutOfDate() -> impl IntoView {
    let translations = Translations::get();
    let OpenTranslation { translation, .. } = OpenTranslation::get();
    let is_behind = Memo::new(move |_| translation.with(|it| it.as_ref().is_some_and(|it| it.is_behind)));
    let update = move |_| {
        if let Some(translation) = translation.get_untracked() {
            translations.bring_up_to_date(&translation);
        }
    };
    view! {
        <Show when=move || is_behind.get()>
            <div class="translation-behind">
                <p>
                    "The original has other parts, points or rules than this file. New texts begin with the words of the original. Translated texts stay."
                </p>
                <button type="button" class="primary" on:click=update>"Bring up to date"</button>
            </div>
        </Show>
    }
}

/// The problems of the file that are not with one of its texts.
#[component]
fn OtherProblems() -> impl IntoView {
    let OpenTranslation { translation, .. } = OpenTranslation::get();
    let messages = Memo::new(move |_| {
        let problems = translation.with(|it| it.as_ref().map(|it| it.other_problems()).unwrap_or_default());
        let line = |problem: &Problem| {
            FieldMessage::Problem(format!("{}: {}", Part::name_of(&problem.path), problem.kind))
        };
        problems.iter().map(line).collect::<Vec<_>>()
    });
    view! { <Messages messages id=String::new() /> }
}

/// The notice that the texts await a review.
#[component]
fn NoticeField() -> impl IntoView {
    let (editor, translations) = (Editor::get(), Translations::get());
    let open = OpenTranslation::get();
    let OpenTranslation { file, direction, .. } = open;
    let notice = open.notice();
    let help =
        editor.format().object("QuizFile").key("notice").map(|key| key.help.clone()).unwrap_or_default();
    view! {
        <div class="field">
            <label class="field-label" for="translation-notice">
                "Notice "
                <Show when=move || notice.with(|it| !it.is_empty())>
                    <span class="state awaits-review">"Awaits review"</span>
                </Show>
            </label>
            <p class="help" id="translation-notice-help">{help}</p>
            <textarea
                id="translation-notice"
                rows="1"
                dir=move || direction.get()
                aria-describedby="translation-notice-help"
                prop:value=move || notice.get()
                on:input:target=move |event| translations.type_notice(file, Some(event.target().value()))
                on:change:target=move |event| {
                    if event.target().value().is_empty() {
                        translations.type_notice(file, None);
                    }
                    editor.end_typing();
                }
            ></textarea>
        </div>
    }
}

/// The texts, by the parts of the quiz.
#[component]
fn Texts() -> impl IntoView {
    let OpenTranslation { translation, .. } = OpenTranslation::get();
    // The names of the texts that were to do when the author asked for these alone: a text stays while it is translated.
    let chosen = RwSignal::new(None::<HashSet<String>>);
    let toggle = move |_| {
        let is_on = chosen.with_untracked(Option::is_some);
        chosen.set((!is_on).then(|| {
            translation.with_untracked(|it| {
                let to_do = it.iter().flat_map(|it| it.to_do());
                to_do.map(|entry| entry.name.clone()).collect()
            })
        }));
    };
    let parts = Memo::new(move |_| {
        let chosen = chosen.get();
        translation.with(|translation| {
            let Some(translation) = translation else { return Vec::new() };
            by_parts(&translation.entries, |entry| {
                let is_chosen = |chosen: &HashSet<String>| chosen.contains(&entry.name);
                chosen.as_ref().is_none_or(|chosen| is_chosen(chosen) || translation.is_to_do(entry))
            })
        })
    });
    view! {
        <div class="translation-filter">
            <button
                type="button"
                class="small toggle"
                aria-pressed=move || chosen.with(Option::is_some).to_string()
                on:click=toggle
            >
                "Only what is to do"
            </button>
            <span class="quiet">"Ctrl+Enter goes to the next text to do."</span>
        </div>
        <Show when=move || parts.with(Vec::is_empty)>
            <p class="quiet">"Nothing is left to do."</p>
        </Show>
        <For each=move || parts.get() key=|part| part.heading.clone() let(part)>
            <PartTexts parts heading=part.heading />
        </For>
    }
}

/// The texts of one part of the quiz.
#[component]
fn PartTexts(
    /// All parts.
    parts: Memo<Vec<TextsOfPart>>,
    /// The name of this part.
    heading: String,
) -> impl IntoView {
    let id = format!("translation-{}", heading.to_lowercase().replace(' ', "-"));
    let names = {
        let heading = heading.clone();
        Memo::new(move |_| {
            parts.with(|parts| {
                parts
                    .iter()
                    .find(|part| part.heading == heading)
                    .map(|part| part.names.clone())
                    .unwrap_or_default()
            })
        })
    };
    let part = heading.clone();
    view! {
        <section class="translation-section" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{heading}</h3>
            <ul>
                <For each=move || names.get() key=String::clone let(name)>
                    <TranslationRow name part=part.clone() />
                </For>
            </ul>
        </section>
    }
}
