//! The addresses of photos in a quiz file, and the names of their files.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use which_cause_quiz::{JsonPath, PathSegment, Value, is_note};

use super::PhotoFormat;

/// The endings of the names of photos.
const ENDINGS: [&str; 5] = ["webp", "avif", "jpg", "jpeg", "png"];

/// The message about another name.
pub(crate) const WRONG_NAME: &str = "the name of a photo ends in .webp, .avif, .jpg, .jpeg or .png, and has no other period; rename the file, and change its address in the quiz";

/// The most characters of a file name before its ending.
const MAX_CHARACTERS: usize = 64;

/// The addresses of the photos that a file has relative to itself, each once.
pub(crate) fn named_photos(file: &Value) -> Vec<String> {
    let mut addresses = Vec::new();
    for (_, address) in photo_places(file) {
        if is_relative(&address) && !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

/// The places in a file where a photo is named, each with its address. Notes of the author are left out.
pub(crate) fn photo_places(file: &Value) -> Vec<(JsonPath, String)> {
    let mut places = Vec::new();
    collect(file, &JsonPath::default(), &mut places);
    places
}

fn collect(value: &Value, path: &JsonPath, places: &mut Vec<(JsonPath, String)>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| !is_note(key)) {
                collect(value, &path.key(key), places);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &path.item(index), places);
            }
        }
        Value::String(address) => {
            let is_photo = matches!(path.segments().last(), Some(PathSegment::Key(key)) if key == "photo");
            if is_photo && !address.is_empty() {
                places.push((path.clone(), address.clone()));
            }
        }
        _ => {}
    }
}

/// Whether an address is not one on the web.
pub(crate) fn is_relative(address: &str) -> bool {
    !address.is_empty() && !address.contains("//")
}

/// Whether an address has the name of a photo. A quiz of a stranger could name a file that a server runs or obeys. Some servers go by any
/// of the endings, as of `leaf.php.jpg`.
pub(crate) fn has_photo_name(address: &str) -> bool {
    let is_photo = |(stem, ending): (&str, &str)| {
        !stem.is_empty() && !stem.contains('.') && ENDINGS.contains(&&*ending.to_ascii_lowercase())
    };
    file_name_of(address).rsplit_once('.').is_some_and(is_photo)
}

/// The path of the file of an address, from the folder of the quiz file. `None` if it is not in that folder, if it is in a hidden folder,
/// or if it has no name of a photo.
pub(crate) fn path_of(address: &str) -> Option<&str> {
    let path = path_in(address);
    let is_inside = |name: &str| {
        !name.is_empty()
            && !name.starts_with('.')
            && !name.contains(|c: char| c == '\\' || c == ':' || c.is_control())
    };
    (is_relative(address) && path.split('/').all(is_inside) && has_photo_name(address)).then_some(path)
}

/// The path in an address.
pub(crate) fn path_in(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.strip_prefix("./").unwrap_or(path)
}

/// The name of the file of an address, without its folders.
pub(crate) fn file_name_of(address: &str) -> &str {
    let path = path_in(address);
    path.rsplit('/').next().unwrap_or(path)
}

/// An address for a file beside the quiz that every server and every system takes, and that is not taken yet.
pub(crate) fn new_address(file_name: &str, format: PhotoFormat, is_taken: impl Fn(&str) -> bool) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let plain = stem.nfd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase);
    let plain: String = plain.map(|it| if it.is_ascii_alphanumeric() { it } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let mut stem = words.join("-");
    stem.truncate(MAX_CHARACTERS);
    if stem.is_empty() {
        "photo".clone_into(&mut stem);
    }
    let ending = format.ending();
    let mut address = format!("{stem}.{ending}");
    let mut number = 2;
    while is_taken(&address) {
        address = format!("{stem}-{number}.{ending}");
        number += 1;
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_photos_of_a_file_are_found_with_their_places() {
        let file = Value::parse(
            r#"{"_notes": {"photo": "no.webp"}, "intro": {"picture": {"photo": "a.webp"}}, "questions": [
                {"picture": {"photo": "a.webp"}, "choices": [{"picture": {"photo": "https://a.org/b.webp"}}, {"picture": {"photo": ""}}]}]}"#,
        )
        .expect("JSON");
        assert_eq!(named_photos(&file), ["a.webp"]);
        let places: Vec<String> = photo_places(&file).iter().map(|(path, _)| path.to_string()).collect();
        assert_eq!(places.len(), 3);
        assert_eq!(places[0], "intro.picture.photo");
    }

    #[test]
    fn a_path_stays_in_the_folder_of_the_quiz() {
        for (address, path) in [
            ("leaf.webp", Some("leaf.webp")),
            ("./photos/leaf.webp?v=2#x", Some("photos/leaf.webp")),
            ("../leaf.webp", None),
            ("photos/../../leaf.webp", None),
            ("/photos/leaf.webp", None),
            ("//a.org/leaf.webp", None),
            ("https://a.org/leaf.webp", None),
            ("photos\\leaf.webp", None),
            ("photos/", None),
            ("", None),
            ("photos/Leaf.JPEG", Some("photos/Leaf.JPEG")),
            ("leaf.avif", Some("leaf.avif")),
            // Servers and programs run such files, or obey them.
            ("which-cause.js", None),
            ("leaf.svg", None),
            ("x.php", None),
            ("x.php?.webp", None),
            ("x.php.webp", None),
            (".htaccess", None),
            (".webp", None),
            (".git/leaf.webp", None),
            ("photos/.leaf.webp", None),
            ("x.php\0.webp", None),
        ] {
            assert_eq!(path_of(address), path, "{address}");
        }
        assert_eq!(file_name_of("../photos/leaf.webp?v=2"), "leaf.webp");
    }

    #[test]
    fn a_new_address_has_plain_characters_and_is_free() {
        let taken = ["leaf.jpg", "leaf-2.jpg"];
        let address = |name: &str| new_address(name, PhotoFormat::Jpeg, |address| taken.contains(&address));
        for (name, expected) in [
            ("Blatt grün (1).JPEG", "blatt-grun-1.jpg"),
            ("葉.jpg", "photo.jpg"),
            ("../evil.jpg", "evil.jpg"),
            ("leaf.png", "leaf-3.jpg"),
            (".htaccess", "photo.jpg"),
            ("", "photo.jpg"),
        ] {
            assert_eq!(address(name), expected, "{name}");
        }
    }
}
