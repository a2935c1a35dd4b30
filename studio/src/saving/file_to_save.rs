//! A file of a draft on its way to the device.

use super::Reason;
use crate::files::{Content, Target, download};
use crate::photos::{Photo, file_name_of};

/// A file to save.
pub(super) struct FileToSave {
    /// Its name, or the address of a photo.
    pub(super) name: String,
    pub(super) body: Body,
    /// Whether it differs from the file that was saved last.
    pub(super) is_changed: bool,
}

/// The content of a file to save.
pub(super) enum Body {
    /// The text of a file of the document.
    Text {
        index: usize,
        text: String,
    },
    Photo(Photo),
}

impl FileToSave {
    pub(super) fn is_photo(&self) -> bool {
        matches!(self.body, Body::Photo(_))
    }

    pub(super) fn content(&self) -> Content<'_> {
        match &self.body {
            Body::Text { text, .. } => Content::Text(text),
            Body::Photo(photo) => Content::Bytes(&photo.bytes),
        }
    }

    /// Downloads it. Returns whether the browser does so.
    pub(super) fn download(&self) -> bool {
        match self.content() {
            Content::Text(text) => download(&self.name, text.as_bytes()).is_ok(),
            Content::Bytes(bytes) => download(file_name_of(&self.name), bytes).is_ok(),
        }
    }

    /// Writes it to where it is saved. With `overwrite`, also if another program has changed the file there.
    pub(super) async fn write_to(&self, target: &mut Target, overwrite: bool) -> Result<(), Reason> {
        let content = self.content();
        target.ask_permission().await.map_err(Reason::Failed)?;
        if let Content::Bytes(bytes) = content
            && target.has_bytes(bytes).await
        {
            // The photo that is there is the same.
            return Ok(());
        }
        if !overwrite && target.is_changed_elsewhere().await.map_err(Reason::Failed)? {
            return Err(Reason::ChangedElsewhere);
        }
        target.write(content).await.map_err(Reason::Failed)
    }
}
