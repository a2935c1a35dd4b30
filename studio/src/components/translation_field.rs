//! The field for one text of a translation.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, TranslationEntry};

use super::field_frame::{Messages, described_by};
use crate::check::FieldMessage;
use crate::editor::Editor;
use crate::focus::focus_on;
use crate::format::Kind;
use crate::translations::{OpenTranslation, TranslationText, Translations, text_id};

/// The field for the translation.
#[component]
pub(crate) fn TranslationField(
    /// The id of the control.
    id: String,
    /// The name of the control.
    label: String,
    /// The text.
    text: RwSignal<TranslationText>,
    /// Whether the author is in the field.
    is_focused: RwSignal<bool>,
) -> impl IntoView {
    let (editor, translations) = (Editor::get(), Translations::get());
    let OpenTranslation { file, translation, language, direction, .. } = OpenTranslation::get();
    let written = Memo::new(move |_| text.with(|text| text.written().to_owned()));
    let length = Memo::new(move |_| written.with(|written| written.chars().count()));
    let messages = Memo::new(move |_| text.with(|text| text.messages.clone()));
    let entry = move || text.with_untracked(|text| text.entry.clone());
    let first = entry();
    let (max_length, has_markup) =
        match first.as_ref().and_then(|it| it.path()).and_then(|it| editor.format().kind_at(it)) {
            Some(Kind::Text { max_length, has_markup }) => (max_length, has_markup),
            _ => (usize::MAX, false),
        };
    let is_near_limit = Memo::new(move |_| length.get().saturating_mul(5) > max_length.saturating_mul(4));
    let typed = move |new: String| {
        if let Some(entry) = entry() {
            translations.type_text(file, &entry, &new);
            text.update(|text| text.write(&new));
        }
    };
    let to_next = move || {
        let Some((translation, entry)) = translation.get_untracked().zip(entry()) else { return };
        if let Some(next) = translation.next_to_do(&entry.name) {
            focus_on(&text_id(file, &next.name));
        }
    };
    view! {
        <textarea
            id=id.clone()
            rows="1"
            lang=move || language.get()
            dir=move || direction.get()
            aria-label=label
            aria-describedby=format!("{id}-original {id}-state {}", described_by(&id))
            aria-invalid=move || messages.with(|it| it.iter().any(FieldMessage::is_problem)).to_string()
            prop:value=move || written.get()
            on:input:target=move |event| typed(event.target().value())
            on:change=move |_| editor.end_typing()
            on:focus=move |_| is_focused.set(true)
            on:blur=move |_| is_focused.set(false)
            on:keydown=move |event| on_key(&event, has_markup, to_next)
        ></textarea>
        <PluralHelp id=format!("{id}-help") entry=first />
        <Show when=move || is_near_limit.get()>
            <p class="help">{move || format!("{} of at most {max_length} characters", length.get())}</p>
        </Show>
        <Messages messages id=format!("{id}-problems") />
    }
}

/// Goes to the next text at Ctrl+Enter. Another Enter makes a line break only in a text with markup.
fn on_key(event: &KeyboardEvent, has_markup: bool, to_next: impl Fn()) {
    if event.key() != "Enter" {
        return;
    }
    if event.ctrl_key() || event.meta_key() {
        event.prevent_default();
        to_next();
    } else if !has_markup {
        event.prevent_default();
    }
}

/// The numbers that a plural form is for.
#[component]
fn PluralHelp(
    /// The id of the element.
    id: String,
    /// The text.
    entry: Option<TranslationEntry>,
) -> impl IntoView {
    let OpenTranslation { translation, .. } = OpenTranslation::get();
    let form = match entry.as_ref().and_then(|entry| entry.path()).map(JsonPath::segments) {
        Some([PathSegment::Key(care), PathSegment::Key(weeks), PathSegment::Key(form)])
            if care == "care" && weeks == "weeks" =>
        {
            Some(form.clone())
        }
        _ => None,
    };
    form.map(|form| {
        let examples = translation.with_untracked(|it| it.as_ref().map(|it| it.plurals.examples(&form)));
        let help = match examples {
            Some(examples) if !examples.is_empty() => format!("{{n}} is the number: {examples}"),
            _ => "No number uses this form in this language.".to_owned(),
        };
        view! { <p class="help" id=id>{help}</p> }
    })
}
