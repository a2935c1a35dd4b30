//! One text of a translation: the original, its state, and the field for the translation.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, TranslationEntry, TranslationState};

use super::photo_picture::PhotoPicture;
use super::translation_field::TranslationField;
use super::translation_original::TranslationOriginal;
use crate::document::text_at;
use crate::editor::Editor;
use crate::photos::Photos;
use crate::translations::{OpenTranslation, TranslationText, Translations, label_of, text_id};

/// The two texts side by side.
#[component]
pub(crate) fn TranslationRow(
    /// The name of the text.
    name: String,
    /// The part of the quiz that it is in.
    part: String,
) -> impl IntoView {
    let open = OpenTranslation::get();
    let id = text_id(open.file, &name);
    let text = open.text(&name);
    // The former original and the last translation stay while the translator writes, and go when the field is left.
    let is_focused = RwSignal::new(false);
    let shown = Memo::new(move |last: Option<&Option<TranslationEntry>>| match last {
        Some(Some(last)) if is_focused.get() => Some(last.clone()),
        _ => text.with(|text| text.entry.clone()),
    });
    let state = Memo::new(move |_| text.with(State::of));
    let is_missing = Memo::new(move |_| {
        text.with(|text| text.entry.as_ref().is_none_or(|entry| entry.translation.is_none()))
    });
    let label = text.with_untracked(|text| text.entry.as_ref().map(label_of).unwrap_or_default());
    let full_label = format!("{part}, {label}");
    let is_of_picture = text.with_untracked(|text| picture_of(text).is_some());
    let field = {
        let (id, full_label) = (id.clone(), full_label.clone());
        move || {
            if is_missing.get() {
                view! { <p class="quiet">"Not in this file yet. “Bring up to date” adds it."</p> }.into_any()
            } else {
                view! { <TranslationField id=id.clone() label=full_label.clone() text is_focused /> }
                    .into_any()
            }
        }
    };
    view! {
        <li class="translation-text" class:to-do=move || state.with(|it| it.is_some_and(|it| it.is_to_do))>
            <div class="translation-head">
                <span class="field-label" aria-hidden="true">{label}</span>
                <span class="state" id=format!("{id}-state")>{move || state.get().map(|it| it.name)}</span>
            </div>
            <div>
                {is_of_picture.then(|| view! { <PhotoOfText text /> })}
                <TranslationOriginal id=format!("{id}-original") shown />
            </div>
            <div class="translation-field">
                {field}
                <Actions label=full_label text shown />
            </div>
        </li>
    }
}

/// The picture of the quiz that a text describes.
fn picture_of(text: &TranslationText) -> Option<JsonPath> {
    let path = &text.entry.as_ref()?.original.as_ref()?.path;
    let (PathSegment::Key(key), picture) = path.segments().split_last()? else { return None };
    let is_picture = matches!(picture.last(), Some(PathSegment::Key(key)) if key == "picture");
    (is_picture && key == "text").then(|| picture.iter().cloned().collect())
}

/// The photo that a text describes, if the draft has it.
#[component]
fn PhotoOfText(
    /// The text.
    text: RwSignal<TranslationText>,
) -> impl IntoView {
    let (editor, photos) = (Editor::get(), Photos::get());
    let shown = Memo::new(move |_| {
        let address = text.with(picture_of)?.key("photo");
        let address = editor.with_file_at(&address, |file| text_at(file, &address).map(str::to_owned))?;
        photos.photo(&address)
    });
    move || shown.get().map(|shown| view! { <PhotoPicture shown size=RwSignal::new(None) /> })
}

/// The state of a text, as a phrase.
#[derive(Clone, Copy, PartialEq)]
struct State {
    name: &'static str,
    is_to_do: bool,
}

impl State {
    fn of(text: &TranslationText) -> Option<Self> {
        let entry = text.entry.as_ref()?;
        let has_message = !text.messages.is_empty();
        let name = match entry.state {
            TranslationState::Missing => "▲ Missing",
            TranslationState::Untranslated { .. } => "● Same as the original",
            TranslationState::OriginalChanged { .. } => "◆ Original changed",
            TranslationState::Translated if !entry.lost_placeholders.is_empty() => "▲ Placeholder missing",
            TranslationState::Translated | TranslationState::Own if has_message => "▲ Problem",
            TranslationState::Translated => "✓ Translated",
            TranslationState::Own => "Only in the translation",
        };
        Some(Self { name, is_to_do: entry.state.is_to_do() || has_message })
    }
}

/// The buttons for a text that is not translated.
#[component]
fn Actions(
    /// The name of the text.
    label: String,
    /// The text.
    text: RwSignal<TranslationText>,
    /// The text as it was when the author came to its field.
    shown: Memo<Option<TranslationEntry>>,
) -> impl IntoView {
    let translations = Translations::get();
    let OpenTranslation { file, .. } = OpenTranslation::get();
    let entry = move || text.with_untracked(|text| text.entry.clone());
    let can_accept = Memo::new(move |_| {
        text.with(|text| {
            let state = text.entry.as_ref().map(|entry| &entry.state);
            matches!(
                state,
                Some(TranslationState::Untranslated { .. } | TranslationState::OriginalChanged { .. })
            )
        })
    });
    let last = Memo::new(move |_| {
        shown.with(|entry| match &entry.as_ref()?.state {
            TranslationState::Untranslated { last_translation } => last_translation.clone(),
            _ => None,
        })
    });
    let accept = move |_| {
        if let Some(entry) = entry() {
            translations.accept(file, &entry);
        }
    };
    let take_last = move |_| {
        if let (Some(entry), Some(last)) = (entry(), last.get_untracked()) {
            translations.set_text(file, &entry, &last);
        }
    };
    let (accept_label, last_label) =
        (format!("Right as it is: {label}"), format!("Use the last translation: {label}"));
    view! {
        <Show when=move || last.with(Option::is_some)>
            <div class="translation-last">
                <p class="help">"Last translation: " <span dir="auto">{move || last.get()}</span></p>
                <button type="button" class="small" aria-label=last_label.clone() on:click=take_last>"Use the last translation"</button>
            </div>
        </Show>
        <Show when=move || can_accept.get()>
            <button type="button" class="small" aria-label=accept_label.clone() on:click=accept>"Right as it is"</button>
        </Show>
    }
}
