//! Pictures: photos, and drawings, which the host draws. A quiz without its drawings goes on in words.

use leptos::prelude::*;
use web_sys::Element;
use which_cause_quiz::{Picture as PictureFile, PictureSource};

use super::context::{WidgetContext, Words};

/// A picture. Where a drawing cannot be drawn yet there is none.
#[component]
pub(super) fn Picture(
    /// What it shows, and a text for readers who do not see it. Without one, screen readers pass over the picture: a text beside it
    /// says the same.
    picture: PictureFile,
) -> AnyView {
    if !can_be_shown(&picture) {
        return ().into_any();
    }
    let PictureFile { source, text } = picture;
    let text = text.map(|text| WidgetContext::get().text_words(&text));
    match (&source, text) {
        (PictureSource::Photo(_), text) => {
            let text: Words = text.unwrap_or_else(|| Box::new(String::new));
            view! { <img alt=text use:fill=source /> }.into_any()
        }
        (_, Some(text)) => view! { <svg role="img" aria-label=text use:fill=source /> }.into_any(),
        (_, None) => view! { <svg aria-hidden="true" use:fill=source /> }.into_any(),
    }
}

/// Whether a picture can be shown now. A photo shows its text until it has arrived.
pub(super) fn can_be_shown(picture: &PictureFile) -> bool {
    picture.source.drawing().is_none_or(|drawing| WidgetContext::get().host().has_drawing(drawing.as_str()))
}

/// A directive: draws a drawing into its element, or loads a photo. The attributes of a photo are set here, because as views they
/// would be more code.
fn fill(element: Element, source: PictureSource) {
    let host = WidgetContext::get().host();
    match source {
        PictureSource::Drawing(drawing) => host.draw(drawing.as_str(), &element),
        PictureSource::Photo(photo) => {
            let [width, height] =
                [photo.width, photo.height].map(|length| length.get().unsigned_abs().to_string());
            let address = host.photo_address(photo.address.as_str());
            // The address comes last: with it the browser requests the photo.
            for (name, value) in [
                ("class", "picture"),
                ("loading", "lazy"),
                ("width", &*width),
                ("height", &*height),
                ("src", &*address),
            ] {
                // These names are valid.
                _ = element.set_attribute(name, value);
            }
        }
    }
}
