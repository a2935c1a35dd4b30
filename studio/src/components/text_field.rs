//! Fields for texts that readers see, and for codes such as ids and addresses.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use which_cause_quiz::{JsonPath, MAX_READING_GRADE, PathSegment, Value, built_in_words, reading_grade_at};

use super::field_frame::{FieldFrame, described_by, is_invalid, messages_at};
use crate::editor::Editor;
use crate::focus::field_id;

/// A text that readers see.
#[component]
pub(crate) fn TextField(
    /// The path of the text.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the file must have it.
    is_required: bool,
    /// The most characters that it can have.
    max_length: usize,
    /// Whether it can have markup: several paragraphs, and strong words.
    has_markup: bool,
) -> impl IntoView {
    view! {
        <FieldFrame path=path.clone() label help>
            <TextArea path is_required max_length has_markup />
        </FieldFrame>
    }
}

/// The control of a text, without its frame.
#[component]
pub(crate) fn TextArea(
    /// The path of the text.
    path: JsonPath,
    /// Whether the file must have it.
    is_required: bool,
    /// The most characters that it can have.
    max_length: usize,
    /// Whether it can have markup, and so several lines.
    has_markup: bool,
    /// The name of the control for screen readers, if it has no label.
    #[prop(optional, into)]
    name: Option<String>,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let text = editor.text(path.clone());
    let messages = messages_at(&path);
    let placeholder = built_in_word(editor, &path);
    let grade = reading_grade(editor, path.clone());
    let on_input = {
        let path = path.clone();
        move |text| editor.type_text(&path, text)
    };
    let on_change = move |text: String| editor.end_text(&path, &text, is_required);
    view! {
        <textarea
            id=id.clone()
            rows="1"
            dir="auto"
            aria-label=name
            aria-describedby=format!("{} {id}-grade", described_by(&id))
            aria-invalid=is_invalid(messages)
            placeholder=move || placeholder.get()
            prop:value=move || text.get()
            on:input:target=move |event| on_input(event.target().value())
            on:change:target=move |event| on_change(event.target().value())
            on:keydown=move |event: KeyboardEvent| {
                // Only a text with markup has line breaks.
                if event.key() == "Enter" && !has_markup {
                    event.prevent_default();
                }
            }
        ></textarea>
        <p class="help" id=format!("{id}-grade")>{move || grade.get()}</p>
        // The limit matters to few texts, so it appears when it is near.
        <Show when=move || text.with(|text| text.chars().count() * 5 > max_length * 4)>
            <p class="help">{move || format!("{} of at most {max_length} characters", text.with(|text| text.chars().count()))}</p>
        </Show>
    }
}

/// A text that no reader sees, such as an id or an address.
#[component]
pub(crate) fn CodeField(
    /// The path of the text.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the file must have it.
    is_required: bool,
) -> impl IntoView {
    view! {
        <FieldFrame path=path.clone() label help>
            <CodeInput path is_required />
        </FieldFrame>
    }
}

/// The control of a code, without its frame.
#[component]
pub(crate) fn CodeInput(
    /// The path of the text.
    path: JsonPath,
    /// Whether the file must have it.
    is_required: bool,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let text = editor.text(path.clone());
    let messages = messages_at(&path);
    let on_input = {
        let path = path.clone();
        move |text| editor.type_text(&path, text)
    };
    let on_change = move |text: String| editor.end_text(&path, &text, is_required);
    view! {
        <input
            type="text"
            class="code"
            id=id.clone()
            spellcheck="false"
            autocomplete="off"
            aria-describedby=described_by(&id)
            aria-invalid=is_invalid(messages)
            prop:value=move || text.get()
            on:input:target=move |event| on_input(event.target().value())
            on:change:target=move |event| on_change(event.target().value())
        />
    }
}

/// The reading grade of the text, as a sentence; empty if the text has none.
fn reading_grade(editor: Editor, path: JsonPath) -> Memo<String> {
    let language = editor.text(JsonPath::to_key("language"));
    Memo::new(move |_| {
        language.read();
        let grade = editor.with_file_at(&path, |file| reading_grade_at(file, &path));
        grade.map_or_else(String::new, |grade| {
            format!("Reading grade {:.1}; up to {MAX_READING_GRADE} is easy to read", grade.max(0.0))
        })
    })
}

/// The widget's own word for a key of `words`: readers see it as long as the file has none.
fn built_in_word(editor: Editor, path: &JsonPath) -> Memo<String> {
    let key = match path.segments() {
        [PathSegment::Key(words), PathSegment::Key(key)] if words == "words" => Some(key.clone()),
        _ => None,
    };
    let language = editor.text(JsonPath::to_key("language"));
    Memo::new(move |_| {
        let Some(key) = &key else { return String::new() };
        let words = built_in_words(&language.get());
        match words.into_iter().find(|(known, _)| known == key) {
            Some((_, Value::String(word))) => word,
            _ => String::new(),
        }
    })
}
