//! All photos of the draft: where each is used, and those that are not here.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, FileList, HtmlInputElement};
use which_cause_quiz::JsonPath;

use super::photo_picture::PhotoPicture;
use crate::document::Document;
use crate::editor::Editor;
use crate::focus::focus_on;
use crate::part::Part;
use crate::photos::{ACCEPT, Photos, ShownPhoto, file_name_of, named_photos, photo_places};

/// The photos.
#[component]
pub(crate) fn PhotosPanel() -> impl IntoView {
    let (editor, photos) = (Editor::get(), Photos::get());
    let missing = photos.missing;
    let errors = RwSignal::new(Vec::<String>::new());
    // After each check, and not with each press.
    let places = Memo::new(move |_| {
        editor.check.track();
        editor.document.with_untracked(|document| photo_places(document.value()))
    });
    let companions = Memo::new(move |_| {
        editor.check.track();
        editor.document.with_untracked(|document| {
            let companions = document.files().iter().skip(Document::QUIZ + 1);
            companions.map(|file| (file.name.clone(), named_photos(&file.value))).collect()
        })
    });
    view! {
        <h2 id="part" tabindex="-1">"Photos"</h2>
        <p class="part-help">
            "The photos that the quiz names. They are kept with the draft, and they are in the ZIP file. Add a photo in the field of a picture: of a question, a choice, a cause, or before the start."
        </p>
        <Show when=move || !missing.with(Vec::is_empty)>
            <MissingPhotos missing errors />
        </Show>
        // It stays when the last missing photo is there.
        <div role="alert">
            {move || errors.get().into_iter().map(|text| view! { <p class="problem">{text}</p> }).collect_view()}
        </div>
        <ul class="photo-list">
            <For each=move || photos.list.get() key=|shown| shown.url.clone() let(shown)>
                <PhotoItem shown places companions />
            </For>
        </ul>
        <Show when=move || photos.list.with(Vec::is_empty) && missing.with(Vec::is_empty)>
            <p class="quiet">"This quiz has no photos."</p>
        </Show>
    }
}

/// The photos that are not in the draft, and a button for their files.
#[component]
fn MissingPhotos(
    /// Their addresses.
    missing: Memo<Vec<String>>,
    /// The files that were not added, with reasons.
    errors: RwSignal<Vec<String>>,
) -> impl IntoView {
    let (editor, photos) = (Editor::get(), Photos::get());
    let add = move |files: Option<FileList>| {
        let files: Vec<File> = files
            .map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect())
            .unwrap_or_default();
        spawn_local(async move {
            let (mut added, mut wrong) = (Vec::new(), Vec::new());
            for file in files {
                // The author may have left the editor.
                let Some(missing) = missing.try_get_untracked() else { return };
                match add_missing(&photos, &missing, &file).await {
                    Ok(()) => added.push(file.name()),
                    Err(reason) => wrong.push(format!("{}: {reason}.", file.name())),
                }
            }
            errors.try_set(wrong);
            if !added.is_empty() {
                editor.message.try_set(format!("Added {}", added.join(", ")));
                // The button may be gone.
                focus_on("part");
            }
        });
    };
    view! {
        <section class="missing-photos" aria-labelledby="missing-photos">
            <h3 id="missing-photos">"Not in this draft"</h3>
            <ul>{move || missing.get().into_iter().map(|address| view! { <li class="code">{address}</li> }).collect_view()}</ul>
            <p
                class="drop-zone"
                on:dragover=|event: DragEvent| event.prevent_default()
                on:drop=move |event: DragEvent| {
                    event.prevent_default();
                    event.stop_propagation();
                    add(event.data_transfer().and_then(|it| it.files()));
                }
            >
                <label class="file-button">
                    "Add the files"
                    <input
                        type="file"
                        multiple
                        accept=ACCEPT
                        on:change:target=move |event| {
                            let input: HtmlInputElement = event.target();
                            add(input.files());
                            input.set_value("");
                        }
                    />
                </label>
                <span>" or drop them here. Each goes to the address that ends with its name."</span>
            </p>
        </section>
    }
}

/// Adds a file to each address that ends with its name.
async fn add_missing(photos: &Photos, missing: &[String], file: &File) -> Result<(), String> {
    let name = file.name();
    let wanted: Vec<&String> = missing.iter().filter(|address| file_name_of(address) == name).collect();
    if wanted.is_empty() {
        return Err("no photo that is missing has this name".to_owned());
    }
    for address in wanted {
        photos.add(file, Some(address)).await?;
    }
    Ok(())
}

/// A photo, with the places where it is used.
#[component]
fn PhotoItem(
    /// The photo.
    shown: ShownPhoto,
    /// The places where the quiz names photos, each with its address.
    places: Memo<Vec<(JsonPath, String)>>,
    /// The names of the companions, each with the photos that it names.
    companions: Memo<Vec<(String, Vec<String>)>>,
) -> impl IntoView {
    let editor = Editor::get();
    let address = shown.photo.address.clone();
    let problem = shown.photo.problem();
    let finding = shown.photo.finding();
    let named_in = {
        let address = address.clone();
        Memo::new(move |_| {
            companions.with(|companions| {
                let naming = companions.iter().filter(|(_, named)| named.contains(&address));
                naming.map(|(name, _)| name.clone()).collect::<Vec<_>>()
            })
        })
    };
    let used = {
        let address = address.clone();
        Memo::new(move |_| {
            let is_it = |(_, named): &&(JsonPath, String)| *named == address;
            places
                .with(|places| places.iter().filter(is_it).map(|(path, _)| path.clone()).collect::<Vec<_>>())
        })
    };
    view! {
        <li class="photo-item">
            <p class="code">{address}</p>
            <PhotoPicture shown size=RwSignal::new(None) />
            {problem.map(|text| view! { <p class="problem">{text}</p> })}
            {finding.map(|text| view! {
                <p class="finding"><span class="visually-hidden">"Finding: "</span>{text}</p>
            })}
            <ul class="photo-places">
                {move || used.get().into_iter().map(|path| {
                    let name = Part::name_of(&path);
                    let name = name.strip_suffix(", Photo").unwrap_or(&name).to_owned();
                    view! {
                        <li>
                            <button type="button" class="link" on:click=move |_| editor.go_to(&path)>{name}</button>
                        </li>
                    }
                }).collect_view()}
            </ul>
            <Show when=move || used.with(Vec::is_empty)>
                <p class="quiet">
                    {move || named_in.with(|names| if names.is_empty() {
                        "Nothing uses this photo. It is deleted when you close the draft. To keep it, undo the change that removed it.".to_owned()
                    } else {
                        format!("Used in {}.", names.join(", "))
                    })}
                </p>
            </Show>
        </li>
    }
}
