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

#[test]
fn photos_are_at_their_addresses() {
    let lead = "\"intro\": {";
    let names = |addresses: &str| format!("{lead}\"_photos\": 1, \"pictures\": [{addresses}],");
    let addresses = r#"{"photo": "photos/leaf.webp?v=2"}, {"photo": "not-here.webp"}, {"photo": "../out.webp"}, {"photo": "https://a.org/b.webp"}"#;
    let plain = document("knots.json", str::to_owned);
    let quiz = read(&plain.to_text()).expect("a quiz");
    let document = document("knots.json", |text| text.replacen(lead, &names(addresses), 1));
    let photo = |address: &str| Photo {
        address: address.to_owned(),
        bytes: address.as_bytes().into(),
        has_file: true,
    };
    let photos = ["photos/leaf.webp?v=2", "../out.webp", "unused.webp"].map(photo);
    let package = Package::of(&plain, &quiz).with_photos(&document, &photos);
    assert_eq!(paths(&package)[3..], ["photos/leaf.webp"]);
    assert_eq!(&*package.files[3].bytes, b"photos/leaf.webp?v=2");
    let left_out = ["not-here.webp", "../out.webp"];
    assert_eq!(
        package.left_out,
        left_out.map(|address| format!("the photo {address}: put it beside the quiz file yourself"))
    );
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
        file("KNOTS.json", Vec::new()),
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
