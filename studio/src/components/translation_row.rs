//! One text of a translation: the original, its state, and the field for the translation.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, TranslationEntry, TranslationState};

use super::field_frame::{Messages, described_by};
use super::photo_picture::PhotoPicture;
use crate::check::Message;
use crate::document::text_at;
use crate::editor::Editor;
use crate::focus::focus_on;
use crate::format::Kind;
use crate::photos::Photos;
use crate::translations::{OpenTranslation, TranslationText, Translations, difference, label_of, text_id};

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
                <Original id=format!("{id}-original") shown />
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

/// The state of a text, in words.
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

/// The original of today. If it has changed since it was translated, the former one too, with the words that differ.
#[component]
fn Original(
    /// The id of the element.
    id: String,
    /// The text.
    shown: Memo<Option<TranslationEntry>>,
) -> impl IntoView {
    let OpenTranslation { original_direction: direction, original_language: language, .. } =
        OpenTranslation::get();
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
            aria-invalid=move || messages.with(|it| it.iter().any(Message::is_problem)).to_string()
            prop:value=move || written.get()
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
        <PluralHelp id=format!("{id}-help") entry=first />
        <Show when=move || is_near_limit.get()>
            <p class="help">{move || format!("{} of at most {max_length} characters", length.get())}</p>
        </Show>
        <Messages messages id=format!("{id}-problems") />
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

/// What can be done about a text that is not translated.
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
