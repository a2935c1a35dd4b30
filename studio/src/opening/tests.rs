use super::*;
use crate::import::{EXAMPLE_TABLE, packed};
use which_cause_quiz::MAX_FILE_BYTES;

fn file(name: &str, bytes: &[u8]) -> FileToOpen {
    FileToOpen { name: name.to_owned(), bytes: bytes.to_vec(), source: Source::Chosen }
}

fn chosen(files: &[(&str, &str)]) -> Vec<FileToOpen> {
    files.iter().map(|(name, text)| file(name, text.as_bytes())).collect()
}

fn file_names(quiz: &OpenedQuiz) -> Vec<&str> {
    quiz.files.iter().map(|file| file.name.as_str()).collect()
}

fn names(opening: &OpenedFiles) -> Vec<Vec<&str>> {
    opening.quizzes.iter().map(file_names).collect()
}

const BREAD: &str = r#"{"id": "bread", "language": "en", "questions": []}"#;
const BROT: &str = r#"{"id": "bread", "language": "de", "questions": [], "originals": {}}"#;

#[test]
fn an_import_that_is_too_large_is_refused() {
    // JSON has two characters for each backslash.
    let table =
        format!("question\tkind\tchoice\tDry\nSoil?\tone\t{}\t1\n", "\\".repeat(MAX_FILE_BYTES / 2 + 1));
    assert!(table.len() < MAX_FILE_BYTES);
    let errors = open_table(&table).expect_err("too large");
    assert_eq!(errors, ["the quiz would be larger than 1 MB, the most that a quiz file can have"]);
    let opened = open(chosen(&[("table.tsv", &table)]));
    assert_eq!(opened.not_opened, [format!("table.tsv: {}", errors[0])]);
}

#[test]
fn companions_go_to_their_quiz() {
    let plant =
        r#"{"id": "plant", "language": "en", "causes": [], "drawings": "pictures/leaf.drawings.json"}"#;
    let opening = open(chosen(&[
        ("bread.de.json", BROT),
        ("bread.test-cases.json", r#"{"test_cases": []}"#),
        ("leaf.drawings.json", r#"{"format": 1, "drawings": {}}"#),
        ("bread.json", BREAD),
        ("plant.json", plant),
        ("package.json", r#"{"name": "x"}"#),
        ("photo.jpg", "\u{fffd}"),
    ]));
    assert_eq!(
        names(&opening),
        [
            vec!["bread.json", "bread.de.json", "bread.test-cases.json"],
            vec!["plant.json", "leaf.drawings.json"]
        ]
    );
    assert_eq!(
        opening.not_opened[0],
        "package.json: this is not a quiz file: it has no questions and no causes"
    );
    assert_eq!(
        opening.not_opened[1],
        "photo.jpg: this file is not a photo that all browsers show; save it as WebP, AVIF, JPEG or PNG"
    );
}

const WITH_PHOTOS: &str = r#"{"id": "bread", "language": "en", "questions": [
    {"picture": {"photo": "photos/crumb.png"}}, {"picture": {"photo": "./crust.png?v=2"}}]}"#;

fn photos(opening: &OpenedFiles) -> Vec<(&str, &[u8])> {
    let photos = opening.quizzes.iter().flat_map(|quiz| &quiz.photos);
    photos.map(|photo| (&*photo.address, &photo.bytes[4..])).collect()
}

#[test]
fn photos_go_to_the_quiz_that_names_them() {
    let opening = open(vec![
        file("crumb.png", b"\x89PNG crumb"),
        file("bread.json", WITH_PHOTOS.as_bytes()),
        file("crust.png", b"\x89PNG crust"),
        file("knife.png", b"\x89PNG knife"),
        file("photos/knife.png", b"\x89PNG knife"),
    ]);
    assert_eq!(photos(&opening), [("photos/crumb.png", &b" crumb"[..]), ("./crust.png?v=2", b" crust")]);
    assert_eq!(
        opening.not_opened,
        ["photos/knife.png", "knife.png"]
            .map(|name| format!("{name}: no quiz here names this photo; choose it in the field of a photo"))
    );
    assert_eq!(photo_paths(WITH_PHOTOS.as_bytes()), ["photos/crumb.png", "crust.png"]);
    assert_eq!(photo_paths(b"{"), [""; 0]);
}

#[test]
fn a_photo_that_is_too_large_is_named_and_the_quiz_is_opened() {
    let mut bytes = b"\x89PNG".to_vec();
    bytes.resize(photos::MAX_BYTES + 1, 0);
    let mut files = chosen(&[("bread.json", WITH_PHOTOS)]);
    files.push(file("photos/crumb.png", &bytes));
    let opening = open(files);
    assert_eq!(opening.quizzes.len(), 1);
    assert!(
        opening.not_opened[0].starts_with("photos/crumb.png: this file has 9 MB, and a photo can have 8 MB"),
        "{:?}",
        opening.not_opened
    );
}

#[test]
fn an_archive_has_the_photos_beside_its_quiz_file() {
    let bytes = packed(&[
        ("quiz/bread.json", WITH_PHOTOS.as_bytes()),
        ("quiz/photos/crumb.png", b"\x89PNG crumb"),
        ("quiz/knife.png", b"\x89PNG knife"),
        ("crust.png", b"\x89PNG elsewhere"),
    ]);
    let opening = open(vec![file("bread.zip", &bytes)]);
    assert_eq!(photos(&opening), [("photos/crumb.png", &b" crumb"[..])]);
    assert_eq!(opening.not_opened, [""; 0]);
}

/// The message about a photo of a wrong name.
const WRONG_NAME: &str = "the name of a photo ends in .webp, .avif, .jpg, .jpeg or .png, and has no other period; rename the file, and change its address in the quiz";

#[test]
fn a_strangers_quiz_brings_no_file_that_is_not_a_photo() {
    // The first bytes are those of a WebP file, and all of them are a script.
    let script = b"RIFF;///WEBP\nvar RIFF, WEBP;";
    let names = ["which-cause.js", "x.php", "leaf.php.webp", ".htaccess", "about.html", ".git/twig.webp"];
    let quiz = |names: &[&str]| {
        let photos: Vec<String> = names.iter().map(|name| format!("{{\"photo\": \"{name}\"}}")).collect();
        format!(r#"{{"id": "q", "language": "en", "questions": [{}]}}"#, photos.join(","))
    };
    let quiz_file = quiz(&[&names[..], &["not-here.php", "leaf.webp"]].concat());
    let in_zip: Vec<String> = names.iter().map(|name| format!("q/{name}")).collect();
    let mut files: Vec<(&str, &[u8])> = vec![("q/q.json", quiz_file.as_bytes()), ("q/leaf.webp", script)];
    files.extend(in_zip.iter().map(|name| (name.as_str(), &script[..])));
    let opening = open(vec![file("q.zip", &packed(&files))]);
    let addresses = |opening: &OpenedFiles| {
        opening.quizzes[0].photos.iter().map(|photo| photo.address.clone()).collect::<Vec<_>>()
    };
    assert_eq!(addresses(&opening), ["leaf.webp"]);
    let wrong = names[..5].iter().map(|name| format!("{name}: {WRONG_NAME}"));
    assert_eq!(opening.not_opened, wrong.collect::<Vec<_>>());
    // Files that were chosen one by one have no folder.
    for address in ["x.php", "../x.php"] {
        let mut files = chosen(&[("q.json", &quiz(&[address]))]);
        files.push(file("x.php", script));
        let opening = open(files);
        assert_eq!(addresses(&opening), [""; 0]);
        assert_eq!(opening.not_opened, [format!("x.php: {WRONG_NAME}")]);
    }
}

#[test]
fn an_svg_file_that_is_called_a_photo_is_not_opened() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>";
    let bytes = packed(&[("bread.json", WITH_PHOTOS.as_bytes()), ("photos/crumb.png", svg)]);
    let opening = open(vec![file("bread.zip", &bytes)]);
    assert_eq!(photos(&opening), []);
    assert_eq!(
        opening.not_opened,
        [
            "photos/crumb.png: an SVG file is not a photo that all browsers show; save it as WebP, AVIF, JPEG or PNG"
        ]
    );
}

#[test]
fn a_photo_of_many_files_in_an_archive_is_unpacked_once() {
    let quiz = |id: usize| {
        format!(r#"{{"id": "q{id}", "questions": [{{"photo": "a.png"}}, {{"photo": "a.png?2"}}]}}"#)
    };
    let quizzes: Vec<(String, String)> = (0..5).map(|id| (format!("q{id}.json"), quiz(id))).collect();
    let cases = r#"{"test_cases": [{"photo": "b.png"}]}"#;
    let mut files: Vec<(&str, &[u8])> =
        vec![("a.png", b"\x89PNG"), ("b.png", b"\x89PNG"), ("cases.json", cases.as_bytes())];
    files.extend(quizzes.iter().map(|(name, quiz)| (name.as_str(), quiz.as_bytes())));
    let archive = packed(&files);
    let mut images = Vec::new();
    let found =
        read_file(file("q.zip", &archive), 0, &mut OpenedFiles::default(), &mut images).expect("quizzes");
    assert_eq!(found.len(), 6);
    let names: Vec<&str> = images.iter().map(|image| image.name.as_str()).collect();
    assert_eq!(names, ["a.png"]);
    // The photos of one file share its bytes.
    let opening = open(vec![file("q.zip", &archive)]);
    let bytes: Vec<_> =
        opening.quizzes.iter().flat_map(|quiz| &quiz.photos).map(|it| it.bytes.as_ptr()).collect();
    assert_eq!(bytes.len(), 10);
    assert!(bytes.iter().all(|it| *it == bytes[0]));
}

#[test]
fn an_archive_with_too_many_quizzes_is_refused() {
    let heavy = format!(r#"{{"questions": [], "_note": "{}"}}"#, "a".repeat(MAX_FILE_BYTES - 100));
    for (quiz, most) in [(heavy.as_str(), 8), (r#"{"questions": []}"#, 100)] {
        let names: Vec<String> = (0..=most).map(|number| format!("q{number}.json")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), quiz.as_bytes())).collect();
        let opening = |files| open(vec![file("q.zip", &packed(files))]);
        assert_eq!(opening(&files[1..]).quizzes.len(), most);
        assert_eq!(
            opening(&files).not_opened,
            [
                "q.zip: this ZIP file has more than 100 quizzes and translations, or more than 8 MB of them; unpack it, and open the files that you need"
            ]
        );
    }
}

#[test]
fn a_file_of_json_is_never_called_otherwise() {
    for (name, own_name) in [
        ("bread.JSON", "bread.JSON"),
        ("frame.html", "frame.html.json"),
        (".bread.json", "bread.json"),
        ("..", "quiz.json"),
        (".git\\hooks/post-merge", "post-merge.json"),
    ] {
        let opening = open(chosen(&[(name, BREAD)]));
        assert_eq!(names(&opening), [[own_name]]);
        assert_eq!(opening.quizzes[0].files[0].is_new, name != own_name, "{name}");
    }
}

const CAKE: &str = r#"{"id": "cake", "language": "en", "causes": [{"picture": {"photo": "photo.png"}}]}"#;
const PLANT: &str = r#"{"id": "plant", "language": "en", "causes": [{"picture": {"photo": "photo.png"}}]}"#;

#[test]
fn two_quizzes_with_photos_of_one_name_keep_their_own() {
    let cake = packed(&[("quiz/quiz.json", CAKE.as_bytes()), ("quiz/photo.png", b"\x89PNG cake")]);
    let plant = packed(&[("quiz/quiz.json", PLANT.as_bytes()), ("quiz/photo.png", b"\x89PNG plant")]);
    let own = [("photo.png", &b" cake"[..]), ("photo.png", b" plant")];
    let opening = open(vec![file("cake.zip", &cake), file("plant.zip", &plant)]);
    assert_eq!((photos(&opening), &opening.not_opened), (own.to_vec(), &vec![]));
    let both = packed(&[
        ("cake/quiz.json", CAKE.as_bytes()),
        ("cake/photo.png", b"\x89PNG cake"),
        ("cake/cases.json", br#"{"test_cases": []}"#),
        ("plant/quiz.json", PLANT.as_bytes()),
        ("plant/photo.png", b"\x89PNG plant"),
        ("plant/page.json", b"{}"),
    ]);
    let opening = open(vec![file("both.zip", &both)]);
    assert_eq!((photos(&opening), &opening.not_opened), (own.to_vec(), &vec![]));
    assert_eq!(names(&opening), [["quiz.json", "cases.json"], ["quiz.json", "page.json"]]);
    let folder = |number: usize, name: &str, bytes: &[u8]| FileToOpen {
        source: Source::Folder(number),
        ..file(name, bytes)
    };
    let opening = open(vec![
        file("photo.png", b"\x89PNG of neither"),
        folder(0, "quiz.json", CAKE.as_bytes()),
        folder(0, "photo.png", b"\x89PNG cake"),
        folder(1, "quiz.json", PLANT.as_bytes()),
        folder(1, "photo.png", b"\x89PNG plant"),
    ]);
    assert_eq!(photos(&opening), own);
}

#[test]
fn a_photo_that_is_missing_in_a_folder_can_be_chosen_beside_it() {
    let cake = packed(&[("cake/quiz.json", CAKE.as_bytes())]);
    let plant = packed(&[("quiz.json", PLANT.as_bytes()), ("photo.png", b"\x89PNG plant")]);
    let opening =
        open(vec![file("cake.zip", &cake), file("photo.png", b"\x89PNG cake"), file("plant.zip", &plant)]);
    assert_eq!(photos(&opening), [("photo.png", &b" cake"[..]), ("photo.png", b" plant")]);
}

#[test]
fn translations_and_companions_go_to_the_quiz_of_their_zip_file() {
    let translation = r#"{"id": "cake", "language": "de", "causes": [], "originals": {}}"#;
    let old = packed(&[("cake.json", CAKE.as_bytes())]);
    let new = packed(&[
        ("quiz/cake.json", CAKE.as_bytes()),
        ("quiz/texts/cake.de.json", translation.as_bytes()),
        ("quiz/pictures/drawings.json", br#"{"drawings": {}}"#),
    ]);
    let opening = open(vec![file("cake.zip", &old), file("cake (1).zip", &new)]);
    assert_eq!(names(&opening), [vec!["cake.json"], vec!["cake.json", "cake.de.json", "drawings.json"]]);
    assert_eq!(opening.not_opened, [""; 0]);
    assert!(opening.quizzes[0].is_of_archive());
    assert!(!open(chosen(&[("cake.json", CAKE)])).quizzes[0].is_of_archive());
}

#[test]
fn a_file_of_a_zip_file_that_cannot_be_opened_is_named() {
    let wrong = b"{\n  \"id\": 1,,\n}";
    let bytes = packed(&[
        ("quiz/bread.json", BREAD.as_bytes()),
        ("quiz/bread.de.json", wrong),
        ("quiz/.bread.de.json", wrong),
        ("__MACOSX/quiz/bread.json", wrong),
        ("quiz/texts.csv", b"path,original"),
        ("widget/files.json", b"[]"),
    ]);
    let opening = open(vec![file("bread.zip", &bytes)]);
    assert_eq!(names(&opening), [["bread.json"]]);
    let [json, table] = &opening.not_opened[..] else { panic!("{:?}", opening.not_opened) };
    assert!(json.starts_with("quiz/bread.de.json: not JSON at line 2"), "{json}");
    assert!(table.starts_with("quiz/texts.csv: The first row must name the columns"), "{table}");
    // The mistake, and not that there is no quiz.
    let opening = open(vec![file("bread.zip", &packed(&[("bread.json", wrong)]))]);
    assert_eq!(opening.not_opened.len(), 1);
    assert!(opening.not_opened[0].starts_with("bread.json: not JSON at line 2"), "{opening:?}");
    let opening = open(vec![file("widget.zip", &packed(&[("files.json", b"[]")]))]);
    assert_eq!(opening.not_opened, ["widget.zip: there is no quiz in this ZIP file"]);
}

#[test]
fn quizzes_that_were_made_elsewhere_are_opened_from_a_zip_file_too() {
    let survey = br#"{"elements": [{"type": "boolean", "name": "tired"}]}"#;
    let bytes = packed(&[("in/survey.json", survey), ("in/plant.csv", EXAMPLE_TABLE.as_bytes())]);
    let opening = open(vec![file("sources.zip", &bytes)]);
    assert_eq!(names(&opening), [["plant.json"], ["survey.json"]]);
    assert_eq!(opening.not_opened, [""; 0]);
}

#[test]
fn files_for_a_draft_are_told_from_other_quizzes() {
    let draft = File::open("bread.json", BREAD).expect("JSON");
    let plant = r#"{"id": "plant", "language": "en", "causes": []}"#;
    let (own, rest) = open_for_draft(
        &draft,
        chosen(&[
            ("plant.json", plant),
            ("plant.test-cases.json", r#"{"test_cases": []}"#),
            ("brot.json", BROT),
            ("bread.test-cases.json", r#"{"test_cases": []}"#),
            ("table.csv", EXAMPLE_TABLE),
        ]),
    );
    assert_eq!(file_names(&own), ["brot.json", "bread.test-cases.json"]);
    assert_eq!(names(&rest), [vec!["table.json"], vec!["plant.json", "plant.test-cases.json"]]);
}

#[test]
fn the_folder_of_another_quiz_keeps_its_companions() {
    let draft = File::open("bread.json", BREAD).expect("JSON");
    let cake = r#"{"id": "cake", "language": "en", "causes": []}"#;
    let companions = [("cases.json", r#"{"test_cases": []}"#), ("page.json", "{}")];
    let (own, rest) = open_for_draft(&draft, chosen(&[&companions[..], &[("cake.json", cake)]].concat()));
    assert_eq!(
        (file_names(&own), names(&rest)),
        (vec![], vec![vec!["cake.json", "cases.json", "page.json"]])
    );
    let (own, rest) = open_for_draft(&draft, chosen(&companions));
    assert_eq!((file_names(&own), names(&rest).len()), (vec!["cases.json", "page.json"], 0));
    // Of two other quizzes, it can belong to either.
    let plant = r#"{"id": "plant", "language": "en", "causes": []}"#;
    let files = [("cake.json", cake), ("plant.json", plant), ("page.json", "{}")];
    for rest in [open_for_draft(&draft, chosen(&files)).1, open(chosen(&files))] {
        assert_eq!(names(&rest), [["cake.json"], ["plant.json"]]);
        assert_eq!(rest.not_opened, ["page.json: open it together with its quiz file"]);
    }
}

#[test]
fn another_version_of_the_quiz_of_a_draft_keeps_its_translations_and_test_cases() {
    let draft = File::open("bread.json", BREAD).expect("JSON");
    let cases = ("bread.test-cases.json", r#"{"test_cases": []}"#);
    let (own, rest) =
        open_for_draft(&draft, chosen(&[("bread.json", BREAD), ("bread.de.json", BROT), cases]));
    assert_eq!(own.files, []);
    assert_eq!(names(&rest), [["bread.json", "bread.de.json", "bread.test-cases.json"]]);
    assert!(is_other_version(&draft, &rest.quizzes[0]));
    let cake = File::open("cake.json", r#"{"id": "cake", "language": "en"}"#).expect("JSON");
    assert!(!is_other_version(&cake, &rest.quizzes[0]));
    let nameless = File::open("a.json", r#"{"questions": []}"#).expect("JSON");
    assert!(!is_other_version(&nameless, &OpenedQuiz::of(nameless.clone())));
}

#[test]
fn a_second_file_in_the_same_language_is_a_quiz_of_its_own() {
    let opening = open(chosen(&[("bread (1).json", BREAD), ("bread.json", BREAD)]));
    assert_eq!(names(&opening), [["bread.json"], ["bread (1).json"]]);
}

#[test]
fn a_companion_alone_says_that_it_needs_its_quiz() {
    let opening = open(chosen(&[("a.drawings.json", r#"{"drawings": {}}"#)]));
    assert_eq!(opening.not_opened, ["a.drawings.json: open it together with its quiz file"]);
}

#[test]
fn an_archive_of_the_studio_is_opened_without_the_widget() {
    let bytes = packed(&[
        ("quiz/bread.json", BREAD.as_bytes()),
        ("quiz/bread.de.json", BROT.as_bytes()),
        ("widget/files.json", b"[]"),
        ("index.html", b"<!doctype html>"),
    ]);
    let opening = open(vec![file("bread.zip", &bytes)]);
    assert_eq!(names(&opening), [["bread.json", "bread.de.json"]]);
    assert_eq!(opening.not_opened, [""; 0]);
    let bytes = packed(&[("[Content_Types].xml", b"")]);
    let opening = open(vec![file("table.xlsx", &bytes)]);
    assert!(
        opening.not_opened[0].starts_with("table.xlsx: this is a spreadsheet"),
        "{:?}",
        opening.not_opened
    );
}

#[test]
fn a_table_becomes_a_quiz_that_has_no_file_yet() {
    let opening = open(chosen(&[("plant.csv", EXAMPLE_TABLE)]));
    assert_eq!(names(&opening), [["plant.json"]]);
    assert!(opening.quizzes[0].files[0].is_new);
    assert!(open_table("question,choice\n").is_err());
    let bytes = b"question,choice,A\nM\xfcde?,x,1\n".to_vec();
    let opening = open(vec![file("plant.csv", &bytes)]);
    assert!(opening.not_opened[0].starts_with("plant.csv: this table is not UTF-8. Save"), "{opening:?}");
}

#[test]
fn a_file_that_is_not_json_says_where() {
    let opening = open(chosen(&[("a.json", "{\n  \"id\": 1,,\n}"), ("b.json", "[]")]));
    assert!(opening.not_opened[0].starts_with("a.json: not JSON at line 2"), "{:?}", opening.not_opened);
    assert!(opening.not_opened[1].ends_with("in braces { }"), "{:?}", opening.not_opened);
}
