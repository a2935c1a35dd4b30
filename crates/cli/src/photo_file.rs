//! The size of a photo, as a browser shows it, from the bytes of its file.

use imagesize::{Compression, ImageType};

/// What is in a file that should be a photo.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum PhotoFile {
    /// A photo with this width and height in pixels.
    Photo([usize; 2]),
    /// Something else, in words.
    Other(&'static str),
}

/// Reads what is in a file.
pub(crate) fn read(bytes: &[u8]) -> PhotoFile {
    let kind = match imagesize::image_type(bytes) {
        Ok(kind) => kind,
        Err(_) if bytes.trim_ascii_start().starts_with(b"<") => {
            return PhotoFile::Other("an SVG file (`which-cause drawings` makes a drawing of it)");
        }
        Err(_) => return PhotoFile::Other("this file"),
    };
    match kind {
        ImageType::Jpeg | ImageType::Png | ImageType::Webp | ImageType::Heif(Compression::Av1) => {}
        ImageType::Gif => return PhotoFile::Other("a GIF file"),
        ImageType::Heif(_) => return PhotoFile::Other("an HEIC file"),
        ImageType::Tiff => return PhotoFile::Other("a TIFF file"),
        ImageType::Bmp => return PhotoFile::Other("a BMP file"),
        ImageType::Jxl => return PhotoFile::Other("a JPEG XL file"),
        ImageType::Psd => return PhotoFile::Other("a Photoshop file"),
        _ => return PhotoFile::Other("this file"),
    }
    match imagesize::blob_size(bytes) {
        Err(_) => PhotoFile::Other("this incomplete file"),
        Ok(size) if kind == ImageType::Jpeg && is_turned(bytes) => {
            PhotoFile::Photo([size.height, size.width])
        }
        Ok(size) => PhotoFile::Photo([size.width, size.height]),
    }
}

/// Whether a browser turns a JPEG photo by 90 degrees: whether its orientation is 5 to 8 (Exif 2.32, section 4.6.4). Cameras and
/// phones write it.
fn is_turned(jpeg: &[u8]) -> bool {
    exif(jpeg).and_then(orientation).is_some_and(|it| (5..=8).contains(&it))
}

/// The Exif data of a JPEG file: the TIFF file in its segment APP1.
fn exif(jpeg: &[u8]) -> Option<&[u8]> {
    let mut rest = jpeg.get(2..)?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(4..2 + length)?;
        match marker {
            0xe1 if segment.starts_with(b"Exif\0\0") => return segment.get(6..),
            // The picture begins.
            0xda => return None,
            _ => rest = rest.get(2 + length..)?,
        }
    }
}

/// The orientation in the first directory of a TIFF file.
fn orientation(tiff: &[u8]) -> Option<u16> {
    const ORIENTATION: u16 = 0x0112;
    let is_little = tiff.starts_with(b"II");
    let short = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at + 2)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let offset: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let offset = if is_little { u32::from_le_bytes(offset) } else { u32::from_be_bytes(offset) };
    let directory = usize::try_from(offset).ok()?;
    let count = usize::from(short(directory)?);
    let mut entries = (0..count).map(|i| directory + 2 + 12 * i);
    let entry = entries.find(|entry| short(*entry) == Some(ORIENTATION))?;
    short(entry + 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The start of a JPEG file of 4 by 3 pixels with an Exif orientation, with the least or the most significant byte first.
    fn jpeg(orientation: u8, is_little: bool) -> Vec<u8> {
        let mut tiff =
            if is_little { b"II*\0\x08\0\0\0\x01\0".to_vec() } else { b"MM\0*\0\0\0\x08\0\x01".to_vec() };
        tiff.extend(if is_little {
            [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
        } else {
            [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        });
        let length = u8::try_from(tiff.len() + 8).expect("a short segment");
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1, 0, length];
        bytes.extend(b"Exif\0\0");
        bytes.extend(tiff);
        bytes.extend([0xff, 0xc0, 0, 11, 8, 0, 3, 0, 4, 1, 1, 0x11, 0]);
        bytes
    }

    #[test]
    fn a_turned_photo_has_the_size_that_browsers_show() {
        for (orientation, size) in [(1, [4, 3]), (3, [4, 3]), (6, [3, 4]), (8, [3, 4])] {
            for is_little in [true, false] {
                assert_eq!(read(&jpeg(orientation, is_little)), PhotoFile::Photo(size), "{orientation}");
            }
        }
    }

    #[test]
    fn a_broken_file_is_no_photo() {
        let whole = jpeg(6, true);
        for length in 12..whole.len() - 6 {
            assert!(matches!(read(&whole[..length]), PhotoFile::Other(_)), "{length}");
        }
    }
}
