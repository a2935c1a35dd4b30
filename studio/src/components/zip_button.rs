//! The button that puts everything into one ZIP file.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause::{BrowserHost, Host};
use which_cause_quiz::Quiz;

use super::publish_panel::Widget;
use crate::editor::Editor;
use crate::files::download;
use crate::page::{Look, Package, PackageFile, PageSettings, Snippet, WidgetBuild, pack};
use crate::page_file::PageFile;
use crate::photos::Photos;
use crate::widget_files::widget_file;

/// The button, and lists of the files that the ZIP file has and has not.
#[component]
pub(crate) fn ZipButton(
    /// The widget's files beside the studio.
    widget: RwSignal<Widget>,
) -> impl IntoView {
    let editor = Editor::get();
    let page = PageFile::get();
    let photos = Photos::get();
    // The bytes of photos are shared, and not copied after each change.
    let package_of = move |quiz: &Quiz| {
        let package = editor
            .document
            .with_untracked(|document| Package::of(document, quiz).with_photos(document, &photos.all()));
        widget.with_untracked(|widget| match widget {
            Widget::Found(build) => package.beside_widget(&build.files),
            Widget::Loading | Widget::Missing => package,
        })
    };
    let left_out = Memo::new(move |_| {
        photos.list.track();
        widget.track();
        editor.check.with(|check| {
            let quiz = check.quiz.as_ref()?;
            Some(package_of(quiz).left_out)
        })
    });
    let make = move |_| {
        let Some(quiz) = editor.check.with_untracked(|check| check.quiz.clone()) else {
            editor
                .message
                .set("The file has problems. Fix them first: the widget refuses this quiz.".to_owned());
            return;
        };
        let package = package_of(&quiz);
        let settings = page.settings.get_untracked().beside();
        let look = page.look.get_untracked();
        let build = match widget.get_untracked() {
            Widget::Found(build) => Some(build),
            Widget::Loading | Widget::Missing => None,
        };
        spawn_local(async move {
            let name = format!("{}.zip", package.folder());
            editor.message.try_set(format!("Packing {name}…"));
            let message = match zip_file(package, &quiz, &settings, &look, build.as_ref()).await {
                Ok(bytes) if download(&name, &bytes).is_ok() => {
                    format!("{name} is among your downloads.")
                }
                Ok(_) => "The browser did not save the file.".to_owned(),
                Err(reason) => format!("There is no ZIP file: {reason}."),
            };
            editor.message.try_set(message);
        });
    };
    view! {
        <p class="help">
            {move || match widget.get() {
                Widget::Missing => {
                    "This copy of the studio does not have the widget's files, so the ZIP file has only the quiz, its translations, drawings and photos. Add the files of which-cause-widget-VERSION.zip. (A studio that make build has made has them.)"
                }
                Widget::Loading | Widget::Found(_) => {
                    "The ZIP file has the quiz, its translations, drawings and photos, the widget, and index.html, a page to try the quiz on. Unpack it. Browsers load the quiz from a web server only, and not from a file on your disk."
                }
            }}
        </p>
        {move || {
            let left_out = left_out.get().unwrap_or_default();
            (!left_out.is_empty()).then(|| view! {
                <p>"It is without:"</p>
                <ul class="left-out">{left_out.into_iter().map(|what| view! { <li>{what}</li> }).collect_view()}</ul>
            })
        }}
        <button type="button" class="primary" on:click=make>"Download the ZIP file"</button>
    }
}

/// The ZIP file of a package, with the widget if there is one.
async fn zip_file(
    mut package: Package,
    quiz: &Arc<Quiz>,
    settings: &PageSettings,
    look: &Look,
    build: Option<&WidgetBuild>,
) -> Result<Vec<u8>, String> {
    if let Some(build) = build {
        let mut files = Vec::with_capacity(build.files.len());
        for path in &build.files {
            files.push(PackageFile { path: path.clone(), bytes: widget_file(path).await?.into() });
        }
        let words = package.in_language(quiz, settings.attribute("lang")).clone();
        let (file_name, languages) = (package.quiz_name.clone(), package.languages());
        let numbers = BrowserHost::default().number_format(words.language().as_str());
        let snippet = Snippet {
            quiz: &words,
            file_name: &file_name,
            languages: &languages,
            settings,
            look,
            build: None,
            numbers: &Rc::clone(&numbers),
        };
        package = package.with_widget(&snippet, files);
    }
    pack(package.folder(), &package.files).map_err(|error| error.to_string())
}
