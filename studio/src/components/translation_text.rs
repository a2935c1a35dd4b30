//! One text of a translation: the original, its state, and the field for the translation.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use which_cause_quiz::{PathSegment, TranslationEntry, TranslationState};

use super::field_frame::{Messages, described_by};
use crate::check::Message;
use crate::document::Document;
use crate::editor::Editor;
use crate::focus::focus_on;
use crate::format::Kind;
use crate::translations::{Translations, difference, is_to_do, label_of, text_id};

/// The two texts side by side.
#[component]
pub(crate) fn TranslationText(
    /// The file of the translation.
    file: usize,
    /// The name of the text.
    name: String,
    /// The part of the quiz that it is in.
    part: String,
    /// The language of the translation.
    language: String,
) -> impl IntoView {
    let translations = Translations::get();
    let id = text_id(file, &name);
    let entry = translations.entry(file, name);
    // The former original and the last translation stay while the translator writes, and go when the field is left.
    let is_focused = RwSignal::new(false);
    let shown = Memo::new(move |last: Option<&Option<TranslationEntry>>| match last {
        Some(Some(last)) if is_focused.get() => Some(last.clone()),
        _ => entry.get(),
    });
    let state = Memo::new(move |_| entry.with(|entry| entry.as_ref().map(State::of)));
    let is_missing =
        Memo::new(move |_| entry.with(|entry| entry.as_ref().is_none_or(|it| it.translation.is_none())));
    let label = entry.with_untracked(|entry| entry.as_ref().map(label_of).unwrap_or_default());
    let full_label = format!("{part}, {label}");
    let field = {
        let (id, full_label) = (id.clone(), full_label.clone());
        move || {
            if is_missing.get() {
                view! { <p class="quiet">"Not in this file yet. “Bring up to date” adds it."</p> }.into_any()
            } else {
                view! {
                    <TranslationField file id=id.clone() label=full_label.clone() entry language=language.clone() is_focused />
                }
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
            <Original id=format!("{id}-original") shown />
            <div class="translation-field">
                {field}
                <Actions file label=full_label entry shown />
            </div>
        </li>
    }
}

/// The state of a text, in words.
#[derive(Clone, Copy, PartialEq)]
struct State {
    name: &'static str,
    is_to_do: bool,
}

impl State {
    fn of(entry: &TranslationEntry) -> Self {
        let name = match entry.state {
            TranslationState::Missing => "▲ Missing",
            TranslationState::Untranslated { .. } => "● Same as the original",
            TranslationState::OriginalChanged { .. } => "◆ Original changed",
            TranslationState::Translated if !entry.lost_placeholders.is_empty() => "▲ Placeholder missing",
            TranslationState::Translated => "✓ Translated",
            TranslationState::Own => "Only in the translation",
        };
        Self { name, is_to_do: is_to_do(entry) }
    }
}

/// The original of today. If it has changed since it was translated, the former one too, with the words that differ.
#[component]
fn Original(
    /// The id of the element.
    id: String,
    /// The text.
    shown: Memo<Option<TranslationEntry>>,
) -> impl IntoView {
    let translations = Translations::get();
    let editor = Editor::get();
    let direction = translations.direction(Document::QUIZ);
    let language = editor.text(which_cause_quiz::JsonPath::to_key("language"));
    let texts = Memo::new(move |_| {
        shown.with(|entry| {
            let entry = entry.as_ref()?;
            let now = entry.original.as_ref()?.text.clone();
            match &entry.state {
                TranslationState::OriginalChanged { before } => Some((Some(before.clone()), now)),
                _ => Some((None, now)),
            }
        })
    });
    view! {
        <div class="translation-original" id=id>
            {move || match texts.get() {
                None => ().into_any(),
                Some((None, now)) => view! { <p dir=direction.get() lang=language.get()>{now}</p> }.into_any(),
                Some((Some(before), now)) => {
                    let [before, now] = difference(&before, &now);
                    let (direction, language) = (direction.get(), language.get());
                    view! {
                        <p class="help">"Before"</p>
                        <p dir=direction lang=language.clone()>
                            {before.into_iter().map(|(text, is_gone)| if is_gone { view! { <del>{text}</del> }.into_any() } else { text.into_any() }).collect_view()}
                        </p>
                        <p class="help">"Now"</p>
                        <p dir=direction lang=language>
                            {now.into_iter().map(|(text, is_new)| if is_new { view! { <ins>{text}</ins> }.into_any() } else { text.into_any() }).collect_view()}
                        </p>
                    }
                    .into_any()
                }
            }}
        </div>
    }
}

/// The field for the translation.
#[component]
fn TranslationField(
    /// The file of the translation.
    file: usize,
    /// The id of the control.
    id: String,
    /// The name of the control.
    label: String,
    /// The text.
    entry: Memo<Option<TranslationEntry>>,
    /// The language of the translation.
    language: String,
    /// Whether the author is in the field.
    is_focused: RwSignal<bool>,
) -> impl IntoView {
    let (editor, translations) = (Editor::get(), Translations::get());
    let translation = translations.translation(file);
    let text = translations.text(file, entry);
    let direction = translations.direction(file);
    let messages = Memo::new(move |_| {
        translation.with(|it| match (it, entry.get()) {
            (Some(translation), Some(entry)) => {
                translation.messages(&entry).into_iter().map(Message::Problem).collect()
            }
            _ => Vec::new(),
        })
    });
    let (most, has_markup) = entry.with_untracked(|entry| {
        let path = entry.as_ref().and_then(|entry| entry.path());
        match path.and_then(|path| editor.format().kind_at(path)) {
            Some(Kind::Text { most, has_markup }) => (most, has_markup),
            _ => (usize::MAX, false),
        }
    });
    let typed = move |text: String| {
        if let Some(entry) = entry.get_untracked() {
            translations.type_text(file, &entry, &text);
        }
    };
    let to_next = move || {
        let Some((translation, entry)) = translation.get_untracked().zip(entry.get_untracked()) else {
            return;
        };
        if let Some(next) = translation.next_to_do(&entry.name) {
            focus_on(&text_id(file, &next.name));
        }
    };
    view! {
        <textarea
            id=id.clone()
            rows="1"
            lang=language
            dir=move || direction.get()
            aria-label=label
            aria-describedby=format!("{id}-original {id}-state {}", described_by(&id))
            aria-invalid=move || (!messages.with(Vec::is_empty)).to_string()
            prop:value=move || text.get()
            on:input:target=move |event| typed(event.target().value())
            on:change=move |_| editor.end_typing()
            on:focus=move |_| is_focused.set(true)
            on:blur=move |_| is_focused.set(false)
            on:keydown=move |event: KeyboardEvent| {
                if event.key() != "Enter" {
                    return;
                }
                if event.ctrl_key() || event.meta_key() {
                    event.prevent_default();
                    to_next();
                } else if !has_markup {
                    // Only a text with markup has line breaks.
                    event.prevent_default();
                }
            }
        ></textarea>
        <PluralHelp id=format!("{id}-help") file entry />
        <Show when=move || text.with(|text| text.chars().count() * 5 > most.saturating_mul(4))>
            <p class="help">{move || format!("{} of at most {most} characters", text.with(|text| text.chars().count()))}</p>
        </Show>
        <Messages messages id=format!("{id}-problems") />
    }
}

/// The numbers that a plural form is for.
#[component]
fn PluralHelp(
    /// The id of the element.
    id: String,
    /// The file of the translation.
    file: usize,
    /// The text.
    entry: Memo<Option<TranslationEntry>>,
) -> impl IntoView {
    let translation = Translations::get().translation(file);
    let form = entry.with_untracked(|entry| match entry.as_ref()?.path()?.segments() {
        [PathSegment::Key(care), PathSegment::Key(weeks), PathSegment::Key(form)]
            if care == "care" && weeks == "weeks" =>
        {
            Some(form.clone())
        }
        _ => None,
    });
    form.map(|form| {
        let examples = translation.with_untracked(|it| it.as_ref().map(|it| it.plurals.examples(&form)));
        let help = match examples {
            Some(examples) if !examples.is_empty() => format!("For {examples}. {{n}} is the number."),
            _ => "No number uses this form in this language.".to_owned(),
        };
        view! { <p class="help" id=id>{help}</p> }
    })
}

/// What can be done about a text that is not translated.
#[component]
fn Actions(
    /// The file of the translation.
    file: usize,
    /// The name of the text.
    label: String,
    /// The text.
    entry: Memo<Option<TranslationEntry>>,
    /// The text as it was when the author came to its field.
    shown: Memo<Option<TranslationEntry>>,
) -> impl IntoView {
    let translations = Translations::get();
    let can_accept = Memo::new(move |_| {
        entry.with(|entry| {
            entry.as_ref().is_some_and(|entry| {
                matches!(
                    entry.state,
                    TranslationState::Untranslated { .. } | TranslationState::OriginalChanged { .. }
                )
            })
        })
    });
    let last = Memo::new(move |_| {
        shown.with(|entry| match &entry.as_ref()?.state {
            TranslationState::Untranslated { last_translation } => last_translation.clone(),
            _ => None,
        })
    });
    let accept = move |_| {
        if let Some(entry) = entry.get_untracked() {
            translations.accept(file, &entry);
        }
    };
    let take_last = move |_| {
        if let (Some(entry), Some(last)) = (entry.get_untracked(), last.get_untracked()) {
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
