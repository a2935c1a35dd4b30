//! The size of a photo as the browser shows it: turned as its camera says.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlImageElement;

/// The width and the height of a photo, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PhotoSize {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl PhotoSize {
    /// That of an image that has arrived.
    pub(crate) fn of(image: &HtmlImageElement) -> Self {
        Self { width: image.natural_width(), height: image.natural_height() }
    }
}

/// The size of the photo at an address.
///
/// # Errors
///
/// Returns the reason as a sentence if the browser cannot show it.
pub(crate) async fn size_of(url: &str) -> Result<PhotoSize, String> {
    let decode = async {
        let image = HtmlImageElement::new()?;
        image.set_src(url);
        JsFuture::from(image.decode()).await?;
        Ok::<_, JsValue>(PhotoSize::of(&image))
    };
    let size = decode.await.map_err(|_| "this photo is damaged: the browser cannot show it".to_owned())?;
    if size.width == 0 || size.height == 0 { Err("this photo has no pixels".to_owned()) } else { Ok(size) }
}
