//! ZIP files from strangers: an H5P package, or what the studio itself packs.

use std::fmt;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// The most files in an archive.
const MAX_FILES: usize = 10_000;

/// The most bytes of one file that is read. Texts are far smaller; a file that unpacks to more is not a text.
const MAX_BYTES: u64 = 8 << 20;

/// The most bytes of all files that are read: the photos of a draft, and its texts.
const MAX_BYTES_TOGETHER: u64 = 80 << 20;

/// A ZIP file.
pub(crate) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// The most bytes that are still unpacked.
    bytes_left: u64,
}

/// Why an archive cannot be read.
#[derive(Debug, PartialEq)]
pub(crate) enum ArchiveError {
    /// It is no ZIP file, or a damaged one.
    Damaged,
    /// It has too many files.
    TooManyFiles,
    /// It asks for a password.
    Locked,
    /// A file in it is packed in a way that the studio does not know.
    UnknownMethod,
    /// A file in it unpacks to too many bytes.
    TooLarge { name: String },
    /// The files in it unpack to too many bytes together.
    TooLargeTogether,
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => f.write_str("this ZIP file is damaged; save or download it again"),
            Self::TooManyFiles => write!(f, "this ZIP file has more than {MAX_FILES} files"),
            Self::Locked => f.write_str("this ZIP file has a password; unpack it, and open the files in it"),
            Self::UnknownMethod => {
                f.write_str("this ZIP file is packed in an unusual way; unpack it, and open the files in it")
            }
            Self::TooLargeTogether => {
                write!(
                    f,
                    "the files in this ZIP file have more than {} MB together; unpack it, and open the files that you need",
                    MAX_BYTES_TOGETHER >> 20
                )
            }
            Self::TooLarge { name } => {
                write!(
                    f,
                    "“{name}” in this ZIP file has more than {} MB, which is too large for a quiz",
                    MAX_BYTES >> 20
                )
            }
        }
    }
}

impl From<ZipError> for ArchiveError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Self::Locked,
            ZipError::UnsupportedArchive(_) => Self::UnknownMethod,
            _ => Self::Damaged,
        }
    }
}

impl Archive {
    /// Whether a file begins like a ZIP file.
    pub(crate) fn is_archive(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
    }

    /// Opens an archive.
    pub(crate) fn open(bytes: Vec<u8>) -> Result<Self, ArchiveError> {
        let archive = ZipArchive::new(Cursor::new(bytes))?;
        if archive.len() > MAX_FILES {
            Err(ArchiveError::TooManyFiles)
        } else {
            Ok(Self { zip: archive, bytes_left: MAX_BYTES_TOGETHER })
        }
    }

    /// The paths of its files, in order.
    pub(crate) fn names(&self) -> Vec<String> {
        // A name that cannot be read is no name of a quiz file.
        let names = self.zip.file_names().flatten().map(std::borrow::Cow::into_owned);
        let mut names: Vec<String> = names.filter(|name| !name.ends_with('/')).collect();
        names.sort();
        names
    }

    /// A file of it, if it is there. Never more than the limits is unpacked.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ArchiveError> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut bytes = Vec::new();
        let most = MAX_BYTES.min(self.bytes_left);
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| ArchiveError::Damaged)?;
        let count = bytes.len() as u64;
        self.bytes_left = self.bytes_left.saturating_sub(count);
        if count <= most {
            Ok(Some(bytes))
        } else if most < MAX_BYTES {
            Err(ArchiveError::TooLargeTogether)
        } else {
            Err(ArchiveError::TooLarge { name: name.to_owned() })
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A ZIP file of these files.
    pub(crate) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
            writer.write_all(bytes).expect("its bytes");
        }
        writer.finish().expect("an archive").into_inner()
    }

    #[test]
    fn files_are_read_by_name() {
        let mut archive =
            Archive::open(packed(&[("b/two.json", b"2"), ("a.json", b"1")])).expect("an archive");
        assert_eq!(archive.names(), ["a.json", "b/two.json"]);
        assert_eq!(archive.read("b/two.json"), Ok(Some(b"2".to_vec())));
        assert_eq!(archive.read("c.json"), Ok(None));
    }

    #[test]
    fn a_file_that_unpacks_to_too_much_is_refused() {
        let bytes = packed(&[("bomb.json", &vec![b' '; 9 << 20])]);
        assert!(bytes.len() < 1 << 20, "it is small while it is packed");
        let mut archive = Archive::open(bytes).expect("an archive");
        let error = archive.read("bomb.json").expect_err("too large");
        assert_eq!(
            error.to_string(),
            "“bomb.json” in this ZIP file has more than 8 MB, which is too large for a quiz"
        );
    }

    #[test]
    fn files_that_unpack_to_too_much_together_are_refused() {
        let mut archive = Archive::open(packed(&[("a", b"1234"), ("b", b"1234")])).expect("an archive");
        archive.bytes_left = 7;
        assert_eq!(archive.read("a"), Ok(Some(b"1234".to_vec())));
        assert_eq!(archive.read("b"), Err(ArchiveError::TooLargeTogether));
        assert_eq!(archive.read("b"), Err(ArchiveError::TooLargeTogether));
    }

    #[test]
    fn a_damaged_archive_says_so() {
        let mut bytes = packed(&[("a.json", b"1")]);
        bytes.truncate(bytes.len() / 2);
        assert!(Archive::is_archive(&bytes));
        assert_eq!(Archive::open(bytes).err(), Some(ArchiveError::Damaged));
        assert!(!Archive::is_archive(b"{}"));
    }
}
