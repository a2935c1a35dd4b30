//! The photos of the draft that is open, each with an address at which the page shows it.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use web_sys::{Blob, BlobPropertyBag, File, Url};
use which_cause_quiz::JsonPath;

use super::messages::photo_messages;
use super::{
    Photo, PhotoFormat, PhotoSize, WRONG_NAME, check_room, has_photo_name, is_relative, new_address,
    photos_of_files, size_of,
};
use crate::check::{Check, FieldMessage};
use crate::document_signal::DocumentSignal;
use crate::files::read_bytes;

/// An address without an image.
const NO_PHOTO: &str = "data:,";

/// The photos. They are copied into every component.
#[derive(Clone, Copy)]
pub(crate) struct Photos {
    document: DocumentSignal,
    pub(crate) list: RwSignal<Vec<ShownPhoto>>,
    /// The addresses that a file of the draft names and that have no photo here. They follow the check, and not each press.
    pub(crate) missing: Memo<Vec<String>>,
    /// The problems and findings about them.
    pub(crate) messages: Memo<Vec<(JsonPath, FieldMessage)>>,
    /// Whether the list is as the browser keeps it.
    is_kept: StoredValue<bool>,
}

/// A photo, and where the page shows it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ShownPhoto {
    pub(crate) photo: Photo,
    /// An address of this tab.
    pub(crate) url: String,
}

impl Photos {
    /// The photos of a draft, without those that its files no longer name. The addresses of the tab end with the component that opens
    /// them.
    pub(crate) fn new(document: DocumentSignal, check: RwSignal<Check>, kept: Vec<Photo>) -> Self {
        let count = kept.len();
        let photos = document.with_untracked(|document| super::photos_in_use(document, kept));
        let is_kept = photos.len() == count;
        let shown: Vec<ShownPhoto> = photos.into_iter().map(ShownPhoto::new).collect();
        let list = RwSignal::new(shown);
        on_cleanup(move || {
            for shown in list.try_get_untracked().unwrap_or_default() {
                // An address that the browser did not make is none of its own.
                _ = Url::revoke_object_url(&shown.url);
            }
        });
        let missing = Memo::new(move |_| {
            check.track();
            let mut named = document.with_untracked(photos_of_files);
            list.with(|list| {
                named.retain(|address| list.iter().all(|shown| shown.photo.address != *address));
            });
            named
        });
        Self {
            document,
            list,
            missing,
            messages: photo_messages(document, check, list),
            is_kept: StoredValue::new(is_kept),
        }
    }

    /// The photos of the draft that a component is in.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// All photos, without their bytes being copied.
    pub(crate) fn all(self) -> Vec<Photo> {
        self.list.with_untracked(|list| list.iter().map(|shown| shown.photo.clone()).collect())
    }

    /// The photos, if the browser has not kept them as they are. They count as kept then: a save that fails is tried again with the
    /// draft.
    pub(crate) fn take_changed(self) -> Option<Vec<Photo>> {
        let was_kept = self.is_kept.try_update_value(|is_kept| std::mem::replace(is_kept, true));
        (was_kept == Some(false)).then(|| self.all())
    }

    /// The photo at an address of the quiz.
    pub(crate) fn photo(self, address: &str) -> Option<ShownPhoto> {
        self.list.with(|list| list.iter().find(|shown| shown.photo.address == address).cloned())
    }

    /// Where the page shows each of them. It does not change when one is saved.
    pub(crate) fn urls(self) -> Memo<Vec<String>> {
        Memo::new(move |_| self.list.with(|list| list.iter().map(|shown| shown.url.clone()).collect()))
    }

    /// Where the preview finds the photo at an address of the quiz. One that is not in the draft is not asked for: beside the studio
    /// there is none, or another one.
    pub(crate) fn url_of(self, address: &str) -> String {
        match self.photo(address) {
            Some(shown) => shown.url,
            None if is_relative(address) => NO_PHOTO.to_owned(),
            None => address.to_owned(),
        }
    }

    /// Adds a photo at an address that the quiz has for it.
    ///
    /// # Errors
    ///
    /// Returns the reason as a sentence if there is another one at this address, or no room.
    pub(crate) fn put(self, photo: Photo) -> Result<(), String> {
        match untrack(|| self.photo(&photo.address)) {
            Some(known) if known.photo.bytes == photo.bytes => return Ok(()),
            Some(_) => {
                return Err("this draft has another photo at this address. Choose the new one in its field"
                    .to_owned());
            }
            None => check_room(photo.bytes.len(), self.bytes_in_use())?,
        }
        self.is_kept.set_value(false);
        self.list.update(|list| list.push(ShownPhoto::new(photo)));
        Ok(())
    }

    /// Adds the photo of a file. The same file has one address. `wanted` is an address that the quiz has for it already.
    ///
    /// # Errors
    ///
    /// Returns the reason as a sentence if it is too large or not a photo, or if the editor has ended.
    pub(crate) async fn add(self, file: &File, wanted: Option<&str>) -> Result<(String, PhotoSize), String> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size is a whole number, and the largest one is kept"
        )]
        check_room(file.size() as usize, self.bytes_in_use())?;
        let bytes = read_bytes(file).await?;
        let format = PhotoFormat::of_photo(&bytes)?;
        if wanted.is_some_and(|address| !has_photo_name(address)) {
            return Err(WRONG_NAME.to_owned());
        }
        let photo = Photo { address: String::new(), bytes: bytes.into(), has_file: false };
        let mut shown = ShownPhoto::new(photo);
        let size = match size_of(&shown.url).await {
            Ok(size) => size,
            Err(reason) => {
                _ = Url::revoke_object_url(&shown.url);
                return Err(reason);
            }
        };
        // The author may have left the editor meanwhile.
        let known = self.list.try_with_untracked(|list| {
            let same = |it: &&ShownPhoto| it.photo.bytes == shown.photo.bytes;
            list.iter().find(same).map(|it| it.photo.address.clone())
        });
        let Some(known) = known else {
            _ = Url::revoke_object_url(&shown.url);
            return Err("the draft is closed".to_owned());
        };
        let address = match (wanted, known) {
            (None, Some(known)) => {
                _ = Url::revoke_object_url(&shown.url);
                return Ok((known, size));
            }
            (Some(wanted), _) => wanted.to_owned(),
            (None, None) => self.free_address(&file.name(), format),
        };
        shown.photo.address.clone_from(&address);
        self.is_kept.set_value(false);
        self.list.update(|list| list.push(shown));
        Ok((address, size))
    }

    /// The files of these addresses are the author's now.
    pub(crate) fn mark_saved(self, addresses: &[String]) {
        self.is_kept.set_value(false);
        self.list.update(|list| {
            for shown in list.iter_mut().filter(|shown| addresses.contains(&shown.photo.address)) {
                shown.photo.has_file = true;
            }
        });
    }

    /// The photos that a file of the draft names.
    pub(crate) fn in_use(self) -> Vec<Photo> {
        self.document.with_untracked(|document| super::photos_in_use(document, self.all()))
    }

    /// Those of them that belong into the folder of the quiz file.
    pub(crate) fn beside_quiz_file(self) -> Vec<Photo> {
        let mut photos = self.in_use();
        photos.retain(|photo| photo.path().is_some());
        photos
    }

    fn bytes_in_use(self) -> usize {
        self.in_use().iter().map(|photo| photo.bytes.len()).sum()
    }

    /// An address that neither a photo nor a file of the draft has. To some systems, large and small letters are the same.
    fn free_address(self, file_name: &str, format: PhotoFormat) -> String {
        let named = self.document.with_untracked(photos_of_files);
        self.list.with_untracked(|list| {
            let known = || named.iter().chain(list.iter().map(|shown| &shown.photo.address));
            new_address(file_name, format, |address| known().any(|it| it.eq_ignore_ascii_case(address)))
        })
    }
}

impl ShownPhoto {
    fn new(photo: Photo) -> Self {
        let url = blob_of(&photo).and_then(|blob| Url::create_object_url_with_blob(&blob).ok());
        Self { photo, url: url.unwrap_or_default() }
    }
}

fn blob_of(photo: &Photo) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(PhotoFormat::media_type_of_photo(&photo.bytes)?);
    let parts = Array::of1(&Uint8Array::from(&*photo.bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}
