//! The attributes of the element, as far as they can be set where the quiz goes.

use leptos::prelude::*;
use which_cause::{BrowserHost, Host};
use which_cause_quiz::{Text, canonical_region};
use which_cause_snippet::{FRAME_PARAMETERS, SHORTCODE_ATTRIBUTES};

use super::page_field::{PageChoice, PageText};
use crate::editor::Editor;
use crate::page::{
    AttributeField, AttributeFormat, AttributeGroup, Destination, ElementManifest, FOLDER_LABEL, Package,
    PageSettings, problem_with_attribute, problem_with_folder,
};
use crate::page_file::PageFile;

/// A field for each attribute of the element that the destination takes.
#[component]
pub(crate) fn AttributeForm(
    /// Where the quiz goes.
    destination: Destination,
) -> impl IntoView {
    let manifest = ElementManifest::new();
    let is_taken = |name: &str| match destination {
        Destination::Site => true,
        Destination::WordPress => SHORTCODE_ATTRIBUTES.contains(&name),
        Destination::Frame => FRAME_PARAMETERS.contains(&name),
    };
    let groups = AttributeGroup::ALL.into_iter().map(|group| {
        let fields = group.fields().filter(|field| is_taken(field.name)).filter_map(|field| {
            let format = manifest.attributes.iter().find(|format| format.name == field.name)?.clone();
            Some(view! { <AttributeInput field format /> })
        });
        let fields: Vec<_> = fields.collect();
        let has_folder = group == AttributeGroup::Files && destination != Destination::WordPress;
        (!fields.is_empty()).then(|| {
            view! {
                <fieldset class="fieldset">
                    <legend>{group.title()}</legend>
                    {has_folder.then(|| view! { <FolderInput /> })}
                    {fields}
                </fieldset>
            }
        })
    });
    view! { <div class="fields">{groups.collect_view()}</div> }
}

/// The field of an attribute.
#[component]
fn AttributeInput(
    /// The field.
    field: AttributeField,
    /// What the element says about it.
    format: AttributeFormat,
) -> impl IntoView {
    let editor = Editor::get();
    let page = PageFile::get();
    let path = PageSettings::attribute_path(field.name);
    if format.is_flag || !format.values.is_empty() {
        return view! { <PageChoice format path label=field.label /> }.into_any();
    }
    let help = format.help.clone();
    let problem = move || {
        let settings = page.settings.get();
        let value = settings.attributes.get(field.name)?;
        problem_with_attribute(&format, value).or_else(|| {
            let is_unknown_region = field.name == "region" && !region_is_known(editor, value);
            is_unknown_region.then(|| {
                "has no emergency number in this quiz: readers there get the number for everywhere".to_owned()
            })
        })
    };
    let suggestions = move || if field.name == "region" { known_regions(editor) } else { Vec::new() };
    let placeholder = move || own_value(editor, field.name);
    view! {
        <PageText
            path
            label=field.label
            help
            problem=Signal::derive(problem)
            placeholder=Signal::derive(placeholder)
            suggestions=Signal::derive(suggestions)
        />
    }
    .into_any()
}

/// The address of the folder with the files.
#[component]
fn FolderInput() -> impl IntoView {
    let page = PageFile::get();
    let problem = move || page.settings.with(|settings| problem_with_folder(&settings.folder));
    view! {
        <PageText
            path=PageSettings::folder_path()
            label=FOLDER_LABEL
            help="Where the files of the ZIP file are on your site, such as https://example.org/my-quiz/. If it is empty, they are beside the page."
            problem=Signal::derive(problem)
        />
    }
}

/// What the quiz or the draft has for an attribute that the author leaves empty.
fn own_value(editor: Editor, name: &str) -> String {
    editor.check.with(|check| {
        let Some(quiz) = &check.quiz else { return String::new() };
        let intro = quiz.intro();
        match name {
            "course" => quiz.course_address().unwrap_or_default().to_owned(),
            "start-label" => intro.start.as_written().to_owned(),
            "busy-label" => intro.busy.as_ref().map_or("Starting…", |text| text.as_written()).to_owned(),
            "failed-label" => {
                let failed = intro.failed.as_ref().map(Text::as_written);
                failed.unwrap_or("The quiz could not start. Please try again.").to_owned()
            }
            "translations" => {
                editor.document.with_untracked(|document| Package::of(document, quiz)).languages().join(" ")
            }
            "quiz" => editor.document.with_untracked(|document| Package::of(document, quiz)).quiz_name,
            _ => String::new(),
        }
    })
}

/// The regions with an emergency number of their own, with their names.
fn known_regions(editor: Editor) -> Vec<(String, String)> {
    let host = BrowserHost::default();
    editor.check.with(|check| {
        let regions = check.quiz.iter().flat_map(|quiz| quiz.regions());
        regions.map(|region| (region.to_owned(), host.region_name(region, "en"))).collect()
    })
}

/// Whether the quiz has an emergency number for a region, or needs none.
fn region_is_known(editor: Editor, value: &str) -> bool {
    let region = canonical_region(value.trim());
    editor.check.with(|check| {
        let regions = check.quiz.iter().flat_map(|quiz| quiz.regions());
        let known: Vec<_> = regions.collect();
        region.is_empty() || known.is_empty() || known.contains(&region.as_str())
    })
}
