//! The field for a photo: its address, its file, and what it looks like.

use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause_quiz::{JsonPath, Value};

use super::field_frame::FieldFrame;
use super::file_button::FileButton;
use super::number_field::number_of;
use super::photo_picture::PhotoPicture;
use super::text_field::CodeInput;
use crate::document::get;
use crate::editor::Editor;
use crate::photos::{ACCEPT, PhotoSize, Photos, file_name_of, has_photo_name, is_relative};

/// A photo. Its file goes into the draft, and its address and size into the quiz.
#[component]
pub(crate) fn PhotoField(
    /// The path of the address.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the file must have it.
    is_required: bool,
) -> impl IntoView {
    let (editor, photos) = (Editor::get(), Photos::get());
    let address = editor.text(path.clone());
    let shown = Memo::new(move |_| photos.photo(&address.get()));
    let picture: JsonPath =
        path.segments().split_last().map(|(_, rest)| rest.iter().cloned().collect()).unwrap_or_default();
    let error = RwSignal::new(None::<String>);
    let size = RwSignal::new(None::<PhotoSize>);
    let add = {
        let picture = picture.clone();
        move |file: web_sys::File| {
            let (picture, here) = (picture.clone(), address.get_untracked());
            spawn_local(async move {
                // The file of a photo that the quiz names already, and that is not in the draft.
                let is_wanted = is_relative(&here)
                    && has_photo_name(&here)
                    && untrack(|| photos.photo(&here)).is_none()
                    && file_name_of(&here) == file.name();
                match photos.add(&file, is_wanted.then_some(here.as_str())).await {
                    Ok((address, size)) => {
                        error.try_set(None);
                        set_photo(editor, &picture, address, size);
                    }
                    Err(reason) => _ = error.try_set(Some(format!("{}: {reason}.", file.name()))),
                }
            });
        }
    };
    let is_missing = move || shown.with(Option::is_none) && address.with(|address| is_relative(address));
    let control = view! {
        <CodeInput path=path.clone() is_required />
        {move || {
            size.set(None);
            shown.get().map(|shown| view! { <PhotoPicture shown size /> })
        }}
        <OtherSize picture size />
        <Show when=is_missing>
            <p class="quiet">"The file is not in this draft."</p>
        </Show>
        <FileButton label="Choose a photo" accept=ACCEPT on_file=add />
        <div role="alert">{move || error.get().map(|text| view! { <p class="problem">{text}</p> })}</div>
    };
    view! {
        <FieldFrame path label help>
            {control}
        </FieldFrame>
    }
}

/// Says that the quiz has another size than the file, with a button that takes that of the file.
#[component]
fn OtherSize(
    /// The path of the picture.
    picture: JsonPath,
    /// The size of the file, when it is known.
    size: RwSignal<Option<PhotoSize>>,
) -> impl IntoView {
    let editor = Editor::get();
    let named = {
        let picture = picture.clone();
        Memo::new(move |_| {
            editor.with_file_at(&picture, |file| {
                ["width", "height"].map(|key| get(file, &picture.key(key)).cloned())
            })
        })
    };
    move || {
        let size = size.get()?;
        let is_same = named
            .with(|named| *named == [size.width, size.height].map(|pixels| number_of(&pixels.to_string())));
        let picture = picture.clone();
        (!is_same).then(|| {
            view! {
                <p class="problem">"The quiz has another width and height than the file."</p>
                <button type="button" class="small" on:click=move |_| set_size(editor, &picture, size)>
                    {format!("Use {} × {}", size.width, size.height)}
                </button>
            }
        })
    }
}

/// Names a photo in place of the former value, in one edit.
fn set_photo(editor: Editor, picture: &JsonPath, address: String, size: PhotoSize) {
    let [width, height] = size_values(picture, size);
    editor.set_all(
        &step_name(editor, picture),
        &[
            (picture.key("drawing"), None),
            (picture.key("photo"), Some(Value::String(address))),
            width,
            height,
        ],
    );
}

fn set_size(editor: Editor, picture: &JsonPath, size: PhotoSize) {
    editor.set_all(&step_name(editor, picture), &size_values(picture, size));
}

fn step_name(editor: Editor, picture: &JsonPath) -> String {
    format!("Change {}", editor.phrase_of(picture))
}

fn size_values(picture: &JsonPath, size: PhotoSize) -> [(JsonPath, Option<Value>); 2] {
    let pixels = |key: &str, pixels: u32| (picture.key(key), Some(Value::Integer(pixels.into())));
    [pixels("width", size.width), pixels("height", size.height)]
}
