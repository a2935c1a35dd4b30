//! Take it along: where the quiz goes, what the page says about it, the files to upload and the text to paste.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause::{BrowserHost, Host};
use which_cause_quiz::{Text, Value};
use which_cause_snippet::{FRAME_PARAMETERS, SHORTCODE_ATTRIBUTES};

use super::page_field::{PageChoice, PageText};
use super::paste_box::PasteBox;
use super::zip_button::ZipButton;
use crate::editor::Editor;
use crate::page::{
    AttributeField, AttributeFormat, AttributeGroup, Destination, ElementManifest, FOLDER_LABEL, Package,
    PageSettings, Paste, Snippet, WidgetBuild, problem_with_attribute, problem_with_folder,
};
use crate::page_file::PageFile;
use crate::transfer::widget_build;

/// The widget's files beside the studio.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Widget {
    Loading,
    /// A development build of the studio has none.
    Missing,
    Found(WidgetBuild),
}

/// The panel.
#[component]
pub(crate) fn PagePanel() -> impl IntoView {
    let page = PageFile::get();
    let destination = Memo::new(move |_| page.settings.with(|settings| settings.destination));
    let widget = RwSignal::new(Widget::Loading);
    spawn_local(async move {
        widget.try_set(widget_build().await.map_or(Widget::Missing, Widget::Found));
    });
    view! {
        <h2 id="part" tabindex="-1">"Take it along"</h2>
        <div class="fields page-steps">
            <section>
                <h3 id="destination">"1. Where does it go?"</h3>
                <DestinationChoice destination />
            </section>
            <section>
                <h3>"2. Settings for the page"</h3>
                <p class="help">"All of them can stay empty. The preview follows. Colors and shape have a form of their own."</p>
                {move || view! { <AttributeForm destination=destination.get() /> }}
            </section>
            <section>
                <h3>"3. Upload the files"</h3>
                {move || view! { <UploadSteps destination=destination.get() /> }}
                <ZipButton widget />
            </section>
            <section>
                <h3>"4. Paste this"</h3>
                {move || view! { <PasteSteps destination=destination.get() /> }}
                <Pastes widget />
            </section>
        </div>
    }
}

/// Where the quiz goes.
#[component]
fn DestinationChoice(
    /// Where it goes now.
    destination: Memo<Destination>,
) -> impl IntoView {
    let page = PageFile::get();
    let choices = Destination::ALL.map(|choice| {
        view! {
            <label class="destination">
                <input
                    type="radio"
                    name="destination"
                    prop:checked=move || destination.get() == choice
                    on:change=move |_| page.set(&PageSettings::destination_path(), Some(Value::String(choice.word().to_owned())))
                />
                <span><strong>{choice.title()}</strong>" "<span class="help">{choice.help()}</span></span>
            </label>
        }
    });
    view! {
        <div class="destinations" role="radiogroup" aria-labelledby="destination">{choices}</div>
    }
}

/// The attributes of the element that a destination takes.
#[component]
fn AttributeForm(
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
    let region = value.trim().to_ascii_uppercase();
    let region = if region == "UK" { "GB".to_owned() } else { region };
    editor.check.with(|check| {
        let regions = check.quiz.iter().flat_map(|quiz| quiz.regions());
        let known: Vec<_> = regions.collect();
        region.is_empty() || known.is_empty() || known.contains(&region.as_str())
    })
}

/// What to do with the files.
#[component]
fn UploadSteps(
    /// Where the quiz goes.
    destination: Destination,
) -> impl IntoView {
    match destination {
        Destination::Site | Destination::Frame => {
            view! { <p>"Unpack the ZIP file and upload the folder to your site. Then enter its address above, under Files."</p> }.into_any()
        }
        Destination::WordPress => {
            view! {
                <ol>
                    <li>"Install and activate the plugin Which Cause: the file which-cause-wordpress of a release, under Plugins > Add New Plugin > Upload Plugin."</li>
                    <li>"Add the block Which Cause quiz to a post, press Choose a quiz and then Upload a quiz file. Choose the quiz file of the ZIP file, and its drawings file together with it."</li>
                    <li>"Set the region and the course in the block. For a page in another language, upload the translation in the same way."</li>
                </ol>
            }
            .into_any()
        }
    }
}

/// What to do with the text.
#[component]
fn PasteSteps(
    /// Where the quiz goes.
    destination: Destination,
) -> impl IntoView {
    match destination {
        Destination::Site => {
            "Paste the HTML where the quiz belongs. In a site builder, use its block for HTML."
        }
        Destination::Frame => {
            "Paste the HTML where the quiz belongs. If the site removes the script at its end, the frame keeps its height. The labels come from the quiz file, and the colors from frame.css of the ZIP file."
        }
        Destination::WordPress => {
            "The block needs nothing else. The shortcode does the same in the classic editor or a page builder: it appears here when you enter the address of the uploaded quiz file above, under Files. CSS belongs into Additional CSS, or set the colors in the block's tab Styles."
        }
    }
}

/// The texts to paste.
#[component]
fn Pastes(
    /// The widget's files beside the studio.
    widget: RwSignal<Widget>,
) -> impl IntoView {
    let editor = Editor::get();
    let page = PageFile::get();
    let pastes = Memo::new(move |_| {
        let build = match widget.get() {
            Widget::Found(build) => Some(build),
            Widget::Loading | Widget::Missing => None,
        };
        editor.check.with(|check| {
            let quiz = check.quiz.as_ref()?;
            let package = editor.document.with_untracked(|document| Package::of(document, quiz));
            page.settings.with(|settings| {
                page.look.with(|look| {
                    let words = package.in_language(quiz, settings.attribute("lang"));
                    let numbers: Rc<_> = BrowserHost::default().number_format(words.language().as_str());
                    let snippet = Snippet {
                        quiz: words,
                        file_name: &package.quiz_name,
                        languages: &package.languages(),
                        settings,
                        look,
                        build: build.as_ref(),
                        numbers: &numbers,
                    };
                    Some(snippet.pastes())
                })
            })
        })
    });
    move || match pastes.get() {
        None => view! { <p class="help">"It appears when the file has no problems."</p> }.into_any(),
        Some(pastes) => {
            pastes.into_iter().map(|paste: Paste| view! { <PasteBox paste /> }).collect_view().into_any()
        }
    }
}
