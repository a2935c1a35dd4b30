//! Values of CSS, as the browser reads them.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, css};
use which_cause_snippet::is_complete_value;

use crate::page::Rgb;

/// The color that a text is in CSS. `None` for a text that is not a color, that depends on the page, or that is transparent.
pub(crate) fn color(text: &str) -> Option<Rgb> {
    Rgb::from_hex(text).or_else(|| painted_color(text))
}

/// Whether the browser takes a value for one of the widget's custom properties.
pub(crate) fn is_valid(property: &str, value: &str) -> bool {
    let like = match property {
        "--which-cause-font" => "font-family",
        "--which-cause-radius" | "--which-cause-space" | "--which-cause-scroll-margin" => "width",
        _ => "color",
    };
    // A value could end the rule, and a percentage is no length.
    !value.contains(['<', ';', '{', '}', '%']) && is_supported(like, value)
}

/// Whether a value is one of a property. The browser alone would close what is still open at its end.
fn is_supported(property: &str, value: &str) -> bool {
    is_complete_value(value) && css::supports_with_value(property, value).unwrap_or(false)
}

/// The color of a pixel that is painted in a color.
fn painted_color(text: &str) -> Option<Rgb> {
    if !is_supported("color", text) {
        return None;
    }
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(1);
    canvas.set_height(1);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // A text that depends on the page leaves the color as it was.
    let fill = |before: &str| {
        context.set_fill_style_str(before);
        context.set_fill_style_str(text);
        context.fill_style().as_string()
    };
    if fill("#010203") != fill("#040506") {
        return None;
    }
    context.fill_rect(0.0, 0.0, 1.0, 1.0);
    let pixel = context.get_image_data(0.0, 0.0, 1.0, 1.0).ok()?.data();
    match *pixel.0 {
        [red, green, blue, 255] => Some(Rgb([red, green, blue])),
        _ => None,
    }
}
