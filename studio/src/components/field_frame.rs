//! The label, the help, the problems and the findings of a control.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use crate::check::FieldMessage;
use crate::editor::Editor;
use crate::focus::field_id;

/// The ids of the texts that describe a control.
pub(super) fn described_by(id: &str) -> String {
    format!("{id}-help {id}-problems")
}

/// The problems and findings at a path.
pub(super) fn messages_at(path: &JsonPath) -> Memo<Vec<FieldMessage>> {
    let editor = Editor::get();
    let path = path.clone();
    Memo::new(move |_| editor.messages_at(|other| *other == path))
}

/// The problems and findings at a path and below it.
pub(super) fn messages_within(path: &JsonPath) -> Memo<Vec<FieldMessage>> {
    let editor = Editor::get();
    let path = path.clone();
    Memo::new(move |_| editor.messages_at(|other| other.segments().starts_with(path.segments())))
}

/// Whether a control has a wrong value, for `aria-invalid`. A finding is nothing wrong.
pub(super) fn is_invalid(messages: Memo<Vec<FieldMessage>>) -> impl Fn() -> String + Copy {
    move || messages.with(|messages| messages.iter().any(FieldMessage::is_problem)).to_string()
}

/// A field: the label, the help, the control, the problems and the findings.
#[component]
pub(crate) fn FieldFrame(
    /// The path of the value.
    path: JsonPath,
    /// The label of the control.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the control comes before its label.
    #[prop(optional)]
    is_checkbox: bool,
    /// Whether there is one control for the label.
    #[prop(default = true)]
    has_control: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let id = field_id(&path);
    let messages = messages_at(&path);
    let label = if has_control {
        view! { <label class="field-label" for=id.clone()>{label}</label> }.into_any()
    } else {
        view! { <span class="field-label">{label}</span> }.into_any()
    };
    let control = children();
    let (first, second) = if is_checkbox { (control.into_any(), label) } else { (label, control.into_any()) };
    view! {
        <div class="field" class:checkbox=is_checkbox class:wrong=move || messages.with(|it| it.iter().any(FieldMessage::is_problem))>
            {first}
            <p class="help" id=format!("{id}-help")>{help}</p>
            {second}
            <Messages messages id=format!("{id}-problems") />
        </div>
    }
}

/// A part with fields of its own, which can be removed if it is optional.
#[component]
pub(crate) fn Fieldset(
    /// The path of the part.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the file must have it.
    is_required: bool,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let messages = messages_at(&path);
    let remove = {
        let path = path.clone();
        move |_| editor.remove(&path)
    };
    let remove_label = format!("Remove “{label}”");
    view! {
        <fieldset class="fieldset" id=id.clone() aria-describedby=described_by(&id)>
            <legend>{label}</legend>
            <p class="help" id=format!("{id}-help")>{help}</p>
            <Messages messages id=format!("{id}-problems") />
            {children()}
            {(!is_required)
                .then(|| view! { <button type="button" class="small" on:click=remove>{remove_label}</button> })}
        </fieldset>
    }
}

/// The problems and findings of a field.
#[component]
pub(crate) fn Messages(
    /// The messages.
    messages: Memo<Vec<FieldMessage>>,
    /// The id of the element, for the control that they are about; empty if there is none.
    id: String,
) -> impl IntoView {
    view! {
        <div class="messages" id=(!id.is_empty()).then_some(id)>
            <For each=move || messages.get() key=FieldMessage::clone let(message)>
                {match message {
                    FieldMessage::Problem(text) => view! { <p class="problem">{text}</p> }.into_any(),
                    FieldMessage::Finding(text) => {
                        view! { <p class="finding"><span class="visually-hidden">"Finding: "</span>{text}</p> }.into_any()
                    }
                }}
            </For>
        </div>
    }
}
