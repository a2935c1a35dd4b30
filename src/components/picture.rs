//! Pictures: photos, and drawings, which the host draws. A quiz without its drawings goes on in words.

use std::rc::Rc;

use leptos::prelude::*;
use which_cause_quiz::{self as engine, PictureSource};

use super::context::{ReactiveText, Setup, WidgetContext, set_up};

/// A picture. Where a drawing cannot be drawn yet there is none.
#[component]
pub(super) fn Picture<'a>(
    /// What it shows, and a text for readers who do not see it. Without one, screen readers pass over the picture: a text beside it
    /// says the same.
    picture: &'a engine::Picture,
) -> AnyView {
    if !can_be_shown(picture) {
        return ().into_any();
    }
    let engine::Picture { source, text } = picture;
    let text = text.as_ref().map(|text| WidgetContext::get().attribute_text(text));
    let fill = fill(source.clone());
    match (source, text) {
        (PictureSource::Photo(_), text) => {
            let text: ReactiveText = text.unwrap_or_else(|| Box::new(String::new));
            view! { <img alt=text use:set_up=fill /> }.into_any()
        }
        (_, Some(text)) => view! { <svg role="img" aria-label=text use:set_up=fill /> }.into_any(),
        (_, None) => view! { <svg aria-hidden="true" use:set_up=fill /> }.into_any(),
    }
}

/// Whether a picture can be shown now. A photo shows its text until it has arrived.
pub(super) fn can_be_shown(picture: &engine::Picture) -> bool {
    picture.source.drawing().is_none_or(|drawing| WidgetContext::get().host().has_drawing(drawing.as_str()))
}

/// Draws a drawing into its element, or loads a photo. The attributes of a photo are set here, because as views they would be more
/// code.
fn fill(source: PictureSource) -> Setup {
    let host = WidgetContext::get().host();
    Rc::new(move |element| match &source {
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
    })
}
