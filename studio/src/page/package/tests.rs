use super::*;
use crate::document::File;
use std::io::Read;
use std::rc::Rc;
use which_cause_quiz::{NumberFormat, PlainDigits};

use crate::page::contrast::Rgb;
use crate::page::look::Look;

fn document(name: &str, change: impl Fn(&str) -> String) -> Document {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../quizzes");
    let file = |name: &str| std::fs::read_to_string(format!("{root}/{name}")).expect("a file");
    let open = |name: &str, text: String| File::open(name, text).expect("JSON");
    Document::new(
        open(name, change(&file("upper-back-knots.json"))),
        [
            open("anything.json", file("upper-back-knots.es.json")),
            open("upper-back-knots.drawings.json", file("upper-back-knots.drawings.json")),
            open("page.json", "{}".to_owned()),
        ],
    )
}

fn package(document: &Document) -> Package {
    Package::of(document, &read(&document.to_text()).expect("a quiz"))
}

fn paths(package: &Package) -> Vec<&str> {
    package.files.iter().map(|file| file.path.as_str()).collect()
}

#[test]
fn a_translation_has_the_name_that_the_widget_looks_for() {
    let package = package(&document("my knots.json", str::to_owned));
    assert_eq!(paths(&package), ["my-knots.json", "my-knots.es.json", "upper-back-knots.drawings.json"]);
    assert_eq!((package.languages(), &package.left_out), (vec!["es".to_owned()], &Vec::new()));
    let quiz = read(crate::examples::EXAMPLES[1].text).expect("a quiz");
    let language = |tag: Option<&str>| package.in_language(&quiz, tag).language().to_string();
    assert_eq!([language(None), language(Some("es-MX")), language(Some("fr"))], ["en", "es", "en"]);
}

#[test]
fn files_that_are_not_packed_are_named() {
    let other =
        |text: &str| text.replace("\"upper-back-knots.drawings.json\"", "\"../secret/drawings.json\"");
    let package = package(&document("knots.json", other));
    assert_eq!(paths(&package), ["knots.json", "knots.es.json"]);
    assert_eq!(
        package.left_out,
        ["the drawings file ../secret/drawings.json: put it beside the quiz file yourself"]
    );
}

/// A photo whose bytes tell its address.
fn webp(address: &str) -> Photo {
    let bytes = [b"RIFF\0\0\0\0WEBPVP8 ", address.as_bytes()].concat();
    Photo { address: address.to_owned(), bytes: bytes.into(), has_file: true }
}

/// A document whose quiz names photos.
fn with_photos(addresses: &[&str]) -> Document {
    let lead = "\"intro\": {";
    let pictures: Vec<String> = addresses.iter().map(|it| format!("{{\"photo\": \"{it}\"}}")).collect();
    let names = format!("{lead}\"_photos\": 1, \"pictures\": [{}],", pictures.join(","));
    document("knots.json", |text| text.replacen(lead, &names, 1))
}

#[test]
fn photos_are_at_their_addresses() {
    let plain = document("knots.json", str::to_owned);
    let quiz = read(&plain.to_text()).expect("a quiz");
    let document =
        with_photos(&["photos/leaf.webp?v=2", "not-here.webp", "../out.webp", "https://a.org/b.webp"]);
    let photos = ["photos/leaf.webp?v=2", "../out.webp", "unused.webp"].map(webp);
    let package = Package::of(&plain, &quiz).with_photos(&document, &photos);
    assert_eq!(paths(&package)[3..], ["photos/leaf.webp"]);
    assert_eq!(package.files[3].bytes, photos[0].bytes);
    let left_out = ["not-here.webp", "../out.webp"];
    assert_eq!(
        package.left_out,
        left_out.map(|address| format!("the photo {address}: put it beside the quiz file yourself"))
    );
}

#[test]
fn a_strangers_quiz_puts_only_photos_into_the_zip_file() {
    let plain = document("knots.json", str::to_owned);
    let quiz = read(&plain.to_text()).expect("a quiz");
    let hostile = ["which-cause.js", "x.php", "leaf.php.webp", ".htaccess", "about.html", ".git/leaf.webp"];
    let document = with_photos(&[&hostile[..], &["photos/leaf.webp", "svg.webp"]].concat());
    let svg = Photo { bytes: (*b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>").into(), ..webp("svg.webp") };
    let photos: Vec<Photo> = hostile.map(webp).into_iter().chain([webp("photos/leaf.webp"), svg]).collect();
    let package = Package::of(&plain, &quiz).with_photos(&document, &photos);
    assert_eq!(paths(&package)[3..], ["photos/leaf.webp"]);
    let wrong_name = "the name of a photo ends in .webp, .avif, .jpg, .jpeg or .png, and has no other period; rename the file, and change its address in the quiz";
    assert_eq!(package.left_out[1], format!("the photo x.php: {wrong_name}"));
    assert_eq!(package.left_out[5], "the photo .git/leaf.webp: put it beside the quiz file yourself");
    assert_eq!(
        package.left_out[6],
        "the photo svg.webp: an SVG file is not a photo that all browsers show; save it as WebP, AVIF, JPEG or PNG"
    );
    assert_eq!(package.left_out.len(), 7);
}

#[test]
fn no_photo_takes_the_place_of_a_file_of_the_widget() {
    let plain = document("knots.json", str::to_owned);
    let quiz = read(&plain.to_text()).expect("a quiz");
    let addresses = ["Which-Cause.js/leaf.webp", "app-1/leaf.webp", "index.html/leaf.webp", "app/leaf.webp"];
    let document = with_photos(&addresses);
    let widget = ["which-cause.js", "app-1/app.js"].map(str::to_owned);
    let package =
        Package::of(&plain, &quiz).with_photos(&document, &addresses.map(webp)).beside_widget(&widget);
    assert_eq!(paths(&package)[3..], ["app/leaf.webp"]);
    assert_eq!(
        package.left_out,
        ["Which-Cause.js", "app-1", "index.html"].map(|name| format!(
            "{name}/leaf.webp: the widget has a file or a folder that is called {name}; choose another name, and change the address in the quiz"
        ))
    );
}

#[test]
fn drawings_are_packed_under_a_name_of_json() {
    for address in ["frame.html", ".git/a.json", "a.drawings.json"] {
        let quiz = format!(r#"{{"drawings": "{address}"}}"#);
        let name = address.rsplit('/').next().expect("a name");
        let files = [("q.json", quiz.as_str()), (name, r#"{"_notes": "<script>", "drawings": {}}"#)];
        let [quiz, drawings] = files.map(|(name, text)| {
            let mut file = File::open(name, text).expect("JSON");
            name.clone_into(&mut file.name);
            file
        });
        let mut package = Package::default();
        package.add_drawings(&Document::new(quiz, [drawings]));
        assert_eq!(package.left_out.len() + package.files.len(), 1, "{address}");
        for file in package.files {
            assert_eq!(file.path, "a.drawings.json");
            assert_eq!(&*file.bytes, br#"{"_notes": "\u003cscript>", "drawings": {}}"#);
        }
    }
}

#[test]
fn a_server_finds_no_program_in_the_files_of_a_quiz() {
    let lead = "\"intro\": {";
    let note = "\"_note\": \"<?php run(); \\\\<!--#exec -->\",";
    let document = document("knots.php.json", |text| text.replacen(lead, &format!("{note}{lead}"), 1));
    let package = package(&document);
    let text = String::from_utf8(package.files[0].bytes.to_vec()).expect("text");
    assert!(!text.contains('<'), "{text}");
    let value = |text: &str| which_cause_quiz::Value::parse(text).expect("JSON");
    assert_eq!(value(&text), value(&document.to_text()));
}

#[test]
fn the_zip_file_is_the_same_each_time_and_has_the_files() {
    let document = document("knots.json", str::to_owned);
    let quiz = read(&document.to_text()).expect("a quiz");
    let mut settings = PageSettings { folder: "https://a.org/".to_owned(), ..PageSettings::default() };
    settings.look.insert("--which-cause-radius".to_owned(), "2px".to_owned());
    let settings = settings.beside();
    let look = Look::new(&settings, Rgb::from_hex);
    let numbers: Rc<dyn NumberFormat> = Rc::new(PlainDigits);
    let frame = include_bytes!("../../../../js/frame/frame.html").to_vec();
    let file = |path: &str, bytes: Vec<u8>| PackageFile { path: path.to_owned(), bytes: bytes.into() };
    let widget = vec![
        file("which-cause.js", b"1".to_vec()),
        file("frame.html", frame),
        file("frame.css", b"body {}\n".to_vec()),
        file("../evil.js", Vec::new()),
    ];
    let pack_all = || {
        let package = package(&document);
        let languages = package.languages();
        let snippet = Snippet {
            quiz: &quiz,
            file_name: "knots.json",
            languages: &languages,
            settings: &settings,
            look: &look,
            build: None,
            numbers: &numbers,
        };
        let package = package.with_widget(&snippet, widget.clone());
        pack(package.folder(), &package.files).expect("a ZIP file")
    };
    let bytes = pack_all();
    assert_eq!(bytes, pack_all());
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    let mut names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    names.sort();
    assert_eq!(
        names,
        [
            "knots/frame.css",
            "knots/frame.html",
            "knots/index.html",
            "knots/knots.es.json",
            "knots/knots.json",
            "knots/upper-back-knots.drawings.json",
            "knots/which-cause.js",
        ]
    );
    let mut text = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).expect("a file").read_to_string(&mut text).expect("a text");
        text
    };
    assert_eq!(text("knots/knots.json"), document.to_text());
    let page = text("knots/index.html");
    assert!(page.contains("<script type=\"module\" src=\"which-cause.js\">"), "{page}");
    assert!(page.contains("<which-cause quiz=\"knots.json\" translations=\"es\""), "{page}");
    assert!(text("knots/frame.html").contains("<which-cause quiz=\"knots.json\""));
    assert!(text("knots/frame.css").contains("--which-cause-radius: 2px;"));
}
