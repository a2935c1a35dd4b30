//! A small picture of a photo of the draft, with its size and weight.

use leptos::prelude::*;

use crate::photos::{PhotoSize, ShownPhoto};

/// The photo.
#[component]
pub(crate) fn PhotoPicture(
    /// The photo.
    shown: ShownPhoto,
    /// Set to its size when the browser has decoded it.
    size: RwSignal<Option<PhotoSize>>,
) -> impl IntoView {
    let is_damaged = RwSignal::new(false);
    let ShownPhoto { photo, url } = shown;
    let kilobytes = photo.kilobytes();
    let facts = move || match size.get() {
        Some(PhotoSize { width, height }) => format!("{width} × {height} pixels, {kilobytes} KB"),
        None => format!("{kilobytes} KB"),
    };
    view! {
        <div class="photo">
            // The name beside it says which photo it is. What it shows is in a field.
            <img
                src=url
                alt=""
                hidden=move || is_damaged.get()
                on:load:target=move |event| size.set(Some(PhotoSize::of(&event.target())))
                on:error=move |_| is_damaged.set(true)
            />
            <span class="quiet">{facts}</span>
            <Show when=move || is_damaged.get()>
                <p class="problem">"This photo is damaged: the browser cannot show it. Choose another file."</p>
            </Show>
        </div>
    }
}
