//! The form of the open part, with its heading and the buttons for the part.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::fairness_panel::FairnessPanel;
use super::item_actions::ItemActions;
use super::look_panel::LookPanel;
use super::object_fields::ObjectFields;
use super::photos_panel::PhotosPanel;
use super::points_table::PointsTable;
use super::publish_panel::PublishPanel;
use super::test_case_form::TestCaseForm;
use super::test_cases_panel::TestCasesPanel;
use super::translation_part::TranslationPart;
use super::translations_part::TranslationsPart;
use crate::editor::Editor;
use crate::focus::field_id;
use crate::format::label;
use crate::part::{Group, List, Part};

/// The form of the open part.
#[component]
pub(crate) fn PartForm() -> impl IntoView {
    let editor = Editor::get();
    Effect::watch(move || editor.part.get(), |_, _, _| scroll_to_start(), false);
    move || {
        match editor.part.get() {
        Part::Group(group) => view! { <GroupForm group /> }.into_any(),
        Part::Item(list, index) => view! { <ItemForm list index /> }.into_any(),
        Part::Photos => view! { <PhotosPanel /> }.into_any(),
        Part::Look => view! { <LookPanel /> }.into_any(),
        Part::Publish => view! { <PublishPanel /> }.into_any(),
        Part::TestCases => view! { <TestCasesPanel /> }.into_any(),
        Part::TestCase(number) => view! { <TestCaseForm number /> }.into_any(),
        Part::Points => {
            view! {
                <h2 id="part" tabindex="-1">"Points"</h2>
                <p class="part-help">
                    "What each choice says about each cause: 1 for a weak sign, 3 for a strong one, negative if it speaks against. The arrow keys move between cells."
                </p>
                <PointsTable question=None />
            }
            .into_any()
        }
        Part::Translations => view! { <TranslationsPart /> }.into_any(),
        Part::Translation(file) => view! { <TranslationPart file /> }.into_any(),
        Part::Fairness => view! { <FairnessPanel /> }.into_any(),
    }
    }
}

/// The form of some keys of the file.
#[component]
fn GroupForm(
    /// The keys.
    group: Group,
) -> impl IntoView {
    view! {
        <h2 id="part" tabindex="-1">{group.title()}</h2>
        <ObjectFields path=JsonPath::default() object="QuizFile".to_owned() only=group.keys() />
    }
}

/// The form of an item, with the buttons that move, duplicate and remove it.
#[component]
fn ItemForm(
    /// The list.
    list: List,
    /// The item.
    index: usize,
) -> impl IntoView {
    let editor = Editor::get();
    let count = editor.count(list.path());
    let name = list.item_name();
    let path = list.path().item(index);
    let id = field_id(&path);
    let object = match list {
        List::Screens => "ScreenFile",
        List::Questions => "QuestionFile",
        List::Causes => "CauseFile",
    };
    view! {
        <div class="part-head">
            <h2 id="part" tabindex="-1">
                {move || format!("{} {} of {}", label(name), index + 1, count.get())}
            </h2>
            <div class="part-actions">
                <ItemActions
                    list=list.path()
                    index
                    on_go=move |to| editor.part.set(Part::Item(list, to))
                    on_removed=|()| ()
                />
            </div>
        </div>
        <div id=id>
            <ObjectFields path=path object=object.to_owned() />
        </div>
        {(list == List::Questions)
            .then(|| view! {
                <section class="question-points" aria-labelledby="question-points">
                    <h3 id="question-points">"Points"</h3>
                    <PointsTable question=Some(index) />
                </section>
            })}
    }
}

/// Scrolls the form and the preview to their start, for another part.
fn scroll_to_start() {
    for panel in ["#panel-form", "#panel-preview"] {
        if let Ok(Some(panel)) = document().query_selector(panel) {
            panel.set_scroll_top(0);
        }
    }
}
