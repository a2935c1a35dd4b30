//! The photos of a draft: image files beside the quiz file, by the addresses that the quiz has for them.
//!
//! They are not part of the document. A photo never changes and keeps its address: another file gets another address. So undo and redo
//! go over the addresses in the document alone. A photo that the document no longer names goes when the draft is opened again.

mod addresses;
mod decode;
mod format;
mod list;
mod messages;
mod preview_host;

pub(crate) use addresses::{
    WRONG_NAME, file_name_of, has_photo_name, is_relative, named_photos, new_address, path_in, path_of,
    photo_places,
};
pub(crate) use decode::{PhotoSize, size_of};
pub(crate) use format::{ACCEPT, PhotoFormat, has_photo_ending};
pub(crate) use list::{Photos, ShownPhoto};
pub(crate) use preview_host::PreviewHost;

use std::sync::Arc;

use which_cause_quiz::{FindingKind, MAX_KILOBYTES_OF_PHOTO};

use crate::document::Document;

/// The most bytes of a photo. One that a phone has taken has up to 8 MB.
pub(crate) const MAX_BYTES: usize = 8 << 20;

/// The most bytes of all photos of a draft. Browsers give a page some hundred MB, for all drafts.
pub(crate) const MAX_BYTES_OF_DRAFT: usize = 64 << 20;

/// A photo of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Photo {
    /// Its address in the quiz: `photos/leaf.webp`.
    pub(crate) address: String,
    pub(crate) bytes: Arc<[u8]>,
    /// Whether a file of the author has it: it was opened or saved, or the author knows that it goes beside the quiz file.
    pub(crate) has_file: bool,
}

impl Photo {
    /// The finding about it, if it is too heavy for a slow connection.
    pub(crate) fn finding(&self) -> Option<String> {
        let kilobytes = self.kilobytes();
        (kilobytes > MAX_KILOBYTES_OF_PHOTO)
            .then(|| FindingKind::HeavyPhoto { kilobytes, most: MAX_KILOBYTES_OF_PHOTO }.to_string())
    }

    /// Why it is not a photo of a quiz. `None` if it is one.
    pub(crate) fn problem(&self) -> Option<String> {
        check_file(&self.address, &self.bytes).err()
    }

    /// The path of its file, from the folder of the quiz file. `None` if it does not belong there, or is not a photo.
    pub(crate) fn path(&self) -> Option<&str> {
        path_of(&self.address).filter(|_| self.problem().is_none())
    }

    /// Its size in kilobytes of 1,000 bytes, rounded up.
    pub(crate) fn kilobytes(&self) -> usize {
        self.bytes.len().div_ceil(1_000)
    }
}

/// Whether a file can be a photo of a quiz, by its name and its content.
///
/// # Errors
///
/// Returns the reason as a sentence if it cannot.
pub(crate) fn check_file(address: &str, bytes: &[u8]) -> Result<(), String> {
    if !has_photo_name(address) {
        return Err(WRONG_NAME.to_owned());
    }
    PhotoFormat::of_photo(bytes).map(|_| ())
}

/// Whether there is room for one more photo beside those of a draft.
///
/// # Errors
///
/// Returns the reason as a sentence if this photo or all together are too large.
pub(crate) fn check_room(bytes: usize, of_others: usize) -> Result<(), String> {
    if bytes > MAX_BYTES {
        let (size, most) = (bytes.div_ceil(1 << 20), MAX_BYTES >> 20);
        return Err(format!(
            "this file has {size} MB, and a photo can have {most} MB; make it smaller: {MAX_KILOBYTES_OF_PHOTO} KB are best for readers on a phone"
        ));
    }
    if bytes + of_others > MAX_BYTES_OF_DRAFT {
        let most = MAX_BYTES_OF_DRAFT >> 20;
        return Err(format!(
            "the photos of a draft can have {most} MB together, and with this one they have more; make them smaller"
        ));
    }
    Ok(())
}

/// The photos that a file of the document names.
pub(crate) fn photos_in_use(document: &Document, photos: Vec<Photo>) -> Vec<Photo> {
    let named = photos_of_files(document);
    photos.into_iter().filter(|photo| named.contains(&photo.address)).collect()
}

/// The addresses of photos that a file of the document has relative to itself, each once.
pub(crate) fn photos_of_files(document: &Document) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for address in document.files().iter().flat_map(|file| named_photos(&file.value)) {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::File;

    #[test]
    fn a_photo_has_a_limit_and_so_have_all_of_a_draft() {
        assert_eq!(check_room(MAX_BYTES, 0), Ok(()));
        let error = check_room(MAX_BYTES + 1, 0).expect_err("too large");
        assert!(error.starts_with("this file has 9 MB, and a photo can have 8 MB;"), "{error}");
        assert_eq!(check_room(MAX_BYTES, MAX_BYTES_OF_DRAFT - MAX_BYTES), Ok(()));
        let error = check_room(MAX_BYTES, MAX_BYTES_OF_DRAFT - MAX_BYTES + 1).expect_err("too many");
        assert!(error.contains("64 MB together"), "{error}");
    }

    #[test]
    fn a_heavy_photo_has_the_finding_of_the_command() {
        let photo = |bytes| Photo { address: String::new(), bytes: vec![0; bytes].into(), has_file: true };
        assert_eq!(photo(200_000).finding(), None);
        let finding = photo(200_001).finding().expect("a finding");
        assert!(finding.starts_with("this photo has 201 KB;"), "{finding}");
    }

    #[test]
    fn only_photos_are_saved_into_the_folder_of_the_quiz() {
        const WEBP: &[u8] = b"RIFF\0\0\0\0WEBPVP8 ";
        let path = |address: &str, bytes: &[u8]| {
            let photo = Photo { address: address.to_owned(), bytes: bytes.into(), has_file: true };
            photo.path().map(str::to_owned)
        };
        assert_eq!(path("./photos/leaf.webp?v=2", WEBP), Some("photos/leaf.webp".to_owned()));
        for address in ["which-cause.js", "sub/x.php", "x.php.webp", ".htaccess", ".git/hooks/post-merge"] {
            assert_eq!(path(address, WEBP), None, "{address}");
        }
        assert_eq!(path("leaf.webp", b"<svg/>"), None);
        assert_eq!(path("leaf.webp", b"<?php"), None);
    }

    #[test]
    fn photos_of_translations_are_in_use_too() {
        let open = |name: &str, text: &str| File::open(name, text).expect("JSON");
        let document = Document::new(
            open("q.json", r#"{"intro": {"picture": {"photo": "a.webp"}}}"#),
            [open("q.de.json", r#"{"intro": {"picture": {"photo": "b.webp"}}}"#)],
        );
        let photo = |address: &str| Photo { address: address.to_owned(), bytes: [].into(), has_file: true };
        let photos = ["a.webp", "b.webp", "c.webp"].map(photo).to_vec();
        let kept = photos_in_use(&document, photos);
        let kept: Vec<&str> = kept.iter().map(|photo| &*photo.address).collect();
        assert_eq!(kept, ["a.webp", "b.webp"]);
    }
}
