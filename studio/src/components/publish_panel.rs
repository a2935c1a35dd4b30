//! The panel “Publish”: where the quiz goes, the settings for the page, the files to upload and the text to paste.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause::{BrowserHost, Host};
use which_cause_quiz::Value;

use super::attribute_form::AttributeForm;
use super::paste_box::PasteBox;
use super::zip_button::ZipButton;
use crate::editor::Editor;
use crate::page::{Destination, Package, PageSettings, Paste, Snippet, WidgetBuild};
use crate::page_file::PageFile;
use crate::widget_files::widget_build;

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
pub(crate) fn PublishPanel() -> impl IntoView {
    let page = PageFile::get();
    let destination = Memo::new(move |_| page.settings.with(|settings| settings.destination));
    let widget = RwSignal::new(Widget::Loading);
    spawn_local(async move {
        widget.try_set(widget_build().await.map_or(Widget::Missing, Widget::Found));
    });
    view! {
        <h2 id="part" tabindex="-1">"Publish"</h2>
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

/// The steps with the files.
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
                    <li>"If the quiz has photos, upload them to the media library, and enter their web addresses in their fields, under Write."</li>
                    <li>"Add the block Which Cause quiz to a post, press Choose a quiz and then Upload a quiz file. Choose the quiz file of the ZIP file, and its drawings file together with it."</li>
                    <li>"Set the region and the course in the block. For a page in another language, upload the translation in the same way."</li>
                </ol>
            }
            .into_any()
        }
    }
}

/// The steps with the text.
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
