//! `which-cause check`: the photos beside a quiz file.

use serde_json::{Value, json};

use crate::support::{BREAD, Run, TestFolder, run_in};

/// The head of a PNG file of this size, filled up to a number of bytes.
fn png(width: u32, height: u32, length: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.resize(length, 0);
    bytes
}

/// The bread quiz with photos of its causes, and with this picture of its first question.
fn bread_with(picture: &Value) -> Value {
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["questions"][0]["picture"] = picture.clone();
    quiz
}

/// Checks the bread quiz with this picture of its first question, beside these files.
fn check(name: &str, picture: &Value, files: &[(&str, Vec<u8>)]) -> Run {
    let folder = TestFolder::new(name);
    folder.write("bread.json", bread_with(picture).to_string());
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("a file");
    }
    run_in(folder.path(), &["check", "bread.json"])
}

fn loaf(width: i32, height: i32) -> Value {
    json!({"photo": "loaf.png?v=2", "width": width, "height": height, "text": "A loaf."})
}

#[test]
fn a_photo_of_the_named_size_is_right() {
    let run = check("photo-right", &loaf(640, 480), &[("loaf.png", png(640, 480, 5_000))]);
    run.assert_exit_code(0);
    run.assert_prints("bread.json: 0 problems, 0 findings");
}

#[test]
fn a_missing_photo_is_reported() {
    let run = check("photo-missing", &loaf(640, 480), &[]);
    run.assert_exit_code(2);
    run.assert_prints("error: questions[0].picture: no such file: loaf.png");
}

#[test]
fn a_photo_on_the_web_is_not_looked_at() {
    let picture =
        json!({"photo": "https://example.org/loaf.png", "width": 4, "height": 3, "text": "A loaf."});
    check("photo-on-the-web", &picture, &[]).assert_exit_code(0);
}

#[test]
fn a_wrong_or_missing_size_is_reported_once_with_the_right_one() {
    let without = json!({"photo": "loaf.png", "text": "A loaf."});
    let half = json!({"photo": "loaf.png", "height": 480, "text": "A loaf."});
    for picture in [loaf(480, 640), without, half] {
        let run = check("photo-size", &picture, &[("loaf.png", png(640, 480, 5_000))]);
        run.assert_exit_code(2);
        run.assert_prints(
            "error: questions[0].picture: this photo is 640 wide and 480 high; write `\"width\": 640, \"height\": 480`",
        );
        run.assert_prints("bread.json: 1 problem,");
    }
}

#[test]
fn a_file_that_browsers_do_not_show_is_reported() {
    for (bytes, found) in [
        (b"GIF89a\x01\0\x01\0\0\0\0".to_vec(), "a GIF file"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "an HEIC file"),
        (b"II*\0\x08\0\0\0\0\0\0\0\0\0".to_vec(), "a TIFF file"),
        (
            b"<?xml version=\"1.0\"?><svg/>".to_vec(),
            "an SVG file (`which-cause drawings` makes a drawing of it)",
        ),
        (b"a loaf of bread".to_vec(), "this file"),
    ] {
        let run = check("photo-format", &loaf(1, 1), &[("loaf.png", bytes)]);
        run.assert_exit_code(2);
        run.assert_prints(&format!(
            "questions[0].picture: {found} is not a photo that all browsers show; save it as WebP, AVIF, JPEG or PNG"
        ));
    }
}

#[test]
fn a_heavy_photo_is_found() {
    let run = check("photo-heavy", &loaf(640, 480), &[("loaf.png", png(640, 480, 200_001))]);
    run.assert_exit_code(0);
    run.assert_prints("warning: questions[0].picture: this photo has 201 KB; a slow connection (1.6 Mbit/s) takes a second for 200 KB");
}

#[test]
fn photos_of_results_that_are_heavy_together_are_found() {
    let folder = TestFolder::new("heavy-photos");
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    let causes = quiz["causes"].as_array_mut().expect("causes");
    for (i, cause) in causes.iter_mut().enumerate() {
        cause["picture"] = json!({"photo": format!("{i}.png"), "width": 4, "height": 3, "text": "A loaf."});
    }
    let count = causes.len();
    folder.write("bread.json", quiz.to_string());
    for (bytes, has_finding) in [(1_000_000 / count, false), (1_000_000 / count + 1_000, true)] {
        for i in 0..count {
            std::fs::write(folder.path().join(format!("{i}.png")), png(4, 3, bytes)).expect("a file");
        }
        let text = run_in(folder.path(), &["check", "bread.json"]).text();
        let line = format!("causes: the {count} photos of results and of questions with `ask_if` have ");
        assert_eq!(text.contains(&line), has_finding, "{text}");
    }
}
