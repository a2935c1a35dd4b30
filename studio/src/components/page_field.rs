//! Fields for the settings of the page.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, Value};

use super::field_frame::described_by;
use crate::focus::field_id;
use crate::page::AttributeFormat;
use crate::page_file::PageFile;

/// The id of the control for a path. The quiz has fields of its own with the same paths.
pub(super) fn control_id(path: &JsonPath) -> String {
    format!("page-{}", field_id(path))
}

/// A text.
#[component]
pub(crate) fn PageText(
    /// Its path in the file of the page.
    path: JsonPath,
    /// The label of the field.
    #[prop(into)]
    label: String,
    /// The line of help below the label.
    #[prop(into)]
    help: String,
    /// The problem with its value.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// The value that the widget has if it is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Values to choose from, with the name of each.
    #[prop(optional, into)]
    suggestions: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let page = PageFile::get();
    let id = control_id(&path);
    let list = format!("{id}-list");
    let text = page.text(path.clone());
    view! {
        <PageFrame id=id.clone() label help problem>
            <input
                type="text"
                id=id.clone()
                dir="auto"
                autocomplete="off"
                list={
                    let list = list.clone();
                    move || suggestions.with(|values| !values.is_empty()).then(|| list.clone())
                }
                aria-describedby=described_by(&id)
                aria-invalid=move || problem.with(Option::is_some).to_string()
                placeholder=move || placeholder.get()
                prop:value=move || text.get()
                on:input:target=move |event| page.type_text(&path, event.target().value())
                on:change=move |_| page.end_typing()
            />
            <datalist id=list>
                {move || {
                    let options = suggestions.get().into_iter();
                    options.map(|(value, name)| view! { <option value=value>{name}</option> }).collect_view()
                }}
            </datalist>
        </PageFrame>
    }
}

/// One of some words, or a mark that is there or not.
#[component]
pub(crate) fn PageChoice(
    /// The attribute.
    format: AttributeFormat,
    /// Its path in the file of the page.
    path: JsonPath,
    /// The label of the field.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let page = PageFile::get();
    let id = control_id(&path);
    let AttributeFormat { name, help, values, is_flag } = format;
    let control = if is_flag {
        let is_set =
            Memo::new(move |_| page.settings.with(|settings| settings.attributes.contains_key(&name)));
        view! {
            <input
                type="checkbox"
                id=id.clone()
                aria-describedby=described_by(&id)
                prop:checked=move || is_set.get()
                on:change:target=move |event| page.set(&path, event.target().checked().then_some(Value::Bool(true)))
            />
        }
        .into_any()
    } else {
        let word = page.text(path.clone());
        let options = values.into_iter().enumerate().map(|(index, value)| {
            let own = value.clone();
            // The first is the default, which the file leaves out.
            let (value, text) = if index == 0 {
                (String::new(), format!("{value} (the default)"))
            } else {
                (value.clone(), value)
            };
            let is_chosen = move || word.with(|word| *word == own || (index == 0 && word.is_empty()));
            view! { <option value=value prop:selected=is_chosen>{text}</option> }
        });
        view! {
            <select
                id=id.clone()
                aria-describedby=described_by(&id)
                on:change:target=move |event| {
                    let word = event.target().value();
                    page.set(&path, (!word.is_empty()).then_some(Value::String(word)));
                }
            >
                {options.collect_view()}
            </select>
        }
        .into_any()
    };
    view! {
        <PageFrame id label help problem=Signal::stored(None) is_checkbox=is_flag>
            {control}
        </PageFrame>
    }
}

/// The label, the help, the control and the problem.
#[component]
pub(crate) fn PageFrame(
    /// The id of the control.
    id: String,
    /// Its label.
    label: String,
    /// The line of help below the label.
    help: String,
    /// The problem with the value.
    problem: Signal<Option<String>>,
    /// Whether the control comes before its label.
    #[prop(optional)]
    is_checkbox: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let control = Some(children());
    let (first, last) = if is_checkbox { (control, None) } else { (None, control) };
    view! {
        <div class="field" class:checkbox=is_checkbox>
            {first}
            <label class="field-label" for=id.clone()>{label.clone()}</label>
            <p class="help" id=format!("{id}-help")>{help}</p>
            {last}
            <div class="messages" id=format!("{id}-problems")>
                {move || problem.get().map(|problem| view! { <p class="problem">{format!("{label} {problem}.")}</p> })}
            </div>
        </div>
    }
}
