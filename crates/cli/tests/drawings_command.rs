//! Claims about `which-cause drawings`, and about `check` where a quiz has drawings.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

const KNOTS: &str = include_str!("../../../quizzes/upper-back-knots.json");
const DRAWN: &str = include_str!("../../../quizzes/upper-back-knots.drawings.json");

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_which-cause"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A folder of a test's own, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("drawings").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    folder
}

/// An SVG file with this in it.
fn svg(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">\n{inside}\n</svg>")
}

#[test]
fn the_published_drawings_are_those_of_the_svg_files() {
    let quizzes = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../quizzes");
    let files = std::fs::read_dir(quizzes.join("drawings")).expect("a folder");
    let mut files: Vec<String> = files
        .map(|it| it.expect("an entry").path())
        .filter(|it| it.extension().is_some_and(|it| it == "svg"))
        .map(|it| it.to_str().expect("a path").to_owned())
        .collect();
    files.sort();
    assert!(files.len() > 30, "{}", files.len());
    let mut arguments = vec!["drawings"];
    arguments.extend(files.iter().map(String::as_str));
    let output = run(&quizzes, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        output.stdout == DRAWN.as_bytes(),
        "write them anew: cargo run --features cli --bin which-cause -- drawings quizzes/drawings/*.svg -o \
         quizzes/upper-back-knots.drawings.json"
    );
}

#[test]
fn drawings_are_written_by_name_with_their_regions_and_read_again() {
    let map = svg("<!-- a map -->\n<path class=\"body\" d=\"M 10 10 L 20.04 10 Z\"/>\n\
        <g data-choice=\"left\"><path class=\"spot\" d=\"M1 1h1\"/><path class=\"hit\" d=\"M0 0h48v96h-48z\"/></g>");
    let folder =
        folder("written", &[("map.svg", &map), ("dot.svg", &svg("<path class=\"mark\" d=\"M5 5h0\"/>"))]);
    let output = run(&folder, &["drawings", "map.svg", "dot.svg", "-o", "out.json"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let written = std::fs::read_to_string(folder.join("out.json")).expect("a file");
    assert_eq!(
        written,
        "{\"format\":1,\"drawings\":{\n\
         \"dot\":{\"width\":96,\"height\":96,\"strokes\":[[\"mark\",\"m5 5h0\"]]},\n\
         \"map\":{\"width\":96,\"height\":96,\"strokes\":[[\"body\",\"m10 10h10z\"],\
         [\"spot\",\"m1 1h1\",\"left\"],[\"hit\",\"m0 0h48v96H0z\",\"left\"]]}\n}}\n"
    );
    assert!(which_cause_quiz::Drawings::read(&written).is_ok());
}

#[test]
fn whatever_is_no_part_of_a_drawing_is_told_in_one_go_with_its_line() {
    let inside = "<title>A back</title>\n\
        <circle cx=\"1\" cy=\"1\" r=\"1\"/>\n\
        <path class=\"bdy\" d=\"M0 0\"/>\n\
        <path class=\"line\" d=\"M0 0 L1\"/>\n\
        <path class=\"line\" d=\"M0 0\" style=\"fill:red\" onclick=\"alert(1)\"/>\n\
        <path d=\"M0 0\"/>\n\
        <path class=\"hit\" d=\"M0 0h9\"/>\n\
        <g transform=\"scale(2)\"><path class=\"spot\" d=\"M0 0\"/></g>\n\
        <path class=\"line\" d=\"M0 0\"/>\n\
        words";
    let folder = folder("wrong", &[("back.svg", &svg(inside))]);
    let output = run(&folder, &["drawings", "back.svg"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let said = said(&output);
    let mut from = 0;
    for (line, told) in [
        (2, "a drawing is made of `path` and `g` elements alone"),
        (3, "a drawing is made of `path` and `g` elements alone"),
        (4, "`bdy` is no role; the class of a `path` is `body` or `cloth` or"),
        (5, "from here on this is no path data"),
        (6, "of a `path` nothing reads `style`"),
        (6, "of a `path` nothing reads `onclick`"),
        (7, "a `path` needs `class`"),
        (8, "a `hit` is what can be pressed of a region: put it into a `g`"),
        (9, "a `g` needs `data-choice`"),
        (9, "nothing of this region can be pressed: it needs a `path` of class `hit`"),
        (9, "of a `g` nothing reads `transform`"),
        (11, "a drawing has no text: what it says stands in the quiz file"),
    ] {
        let at = said[from..].find(told).unwrap_or_else(|| panic!("{told}\n{said}"));
        from += at + told.len();
        let place = said[from..].split("-->").nth(1).expect("a place").trim_start();
        assert!(place.starts_with(&format!("back.svg:{line}:")), "{told}: {place}");
    }
}

#[test]
fn what_is_no_drawing_at_all_is_told() {
    for (name, text, told) in [
        ("a.svg", "<svg", "not XML: "),
        (
            "b.svg",
            "<svg viewBox=\"0 0 1 1\"/>",
            "a drawing begins with `<svg xmlns=\"http://www.w3.org/2000/svg\"",
        ),
        (
            "c.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 0 96 96\"/>",
            "a `viewBox` is `0 0`",
        ),
        (
            "d.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 9600\"/>",
            "a `viewBox` is `0 0`",
        ),
        (
            "e.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\"/>",
            "of a `svg` nothing reads `width`",
        ),
        ("A back.svg", &svg(""), "drawings.A back: `A back` is not an id"),
        (
            "f.svg",
            &svg("<g data-choice=\"On both\"><path class=\"hit\" d=\"M0 0\"/></g>"),
            "`On both` is not an id",
        ),
        ("g.svg", "<!DOCTYPE svg [<!ENTITY a \"M0 0\">]><svg/>", "not XML: "),
        ("h.svg", &svg("<path class=\"line\" d=\"M0 0&#x20;1\"/>"), "nothing in a drawing needs an `&`"),
    ] {
        let folder = folder("none", &[(name, text)]);
        let output = run(&folder, &["drawings", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(said(&output).contains(told), "{name}: {}", said(&output));
    }
}

/// What `check` says of the five-cause quiz and its drawings after changes to both, and its exit code.
fn check(name: &str, change: impl FnOnce(&mut Value, &mut Value)) -> (String, Option<i32>) {
    let mut quiz: Value = serde_json::from_str(KNOTS).expect("JSON");
    let mut drawings: Value = serde_json::from_str(DRAWN).expect("JSON");
    change(&mut quiz, &mut drawings);
    let files = [("knots.json", quiz.to_string()), ("upper-back-knots.drawings.json", drawings.to_string())];
    let folder = folder(name, &files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let output = run(&folder, &["check", "knots.json"]);
    (said(&output), output.status.code())
}

#[test]
fn the_drawings_that_lie_beside_a_quiz_are_checked_with_it() {
    let (said, code) = check("right", |_, _| {});
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("\nupper-back-knots.drawings.json: 0 problems, 0 findings\n"), "{said}");

    let (said, code) = check("unfit", |quiz, drawings| {
        quiz["causes"][1]["picture"]["drawing"] = json!("cause-postur");
        let back = drawings["drawings"]["back"]["strokes"].as_array_mut().expect("strokes");
        back.push(json!(["hit", "M0 0h1v1z", "midle"]));
        drawings["drawings"]["spare"] = json!({"width": 1, "height": 1, "strokes": []});
    });
    assert_eq!(code, Some(2), "{said}");
    for told in [
        "causes[1].picture.drawing: there is no drawing `cause-postur`; did you mean `cause-posture`?",
        "questions[0].picture.drawing: this drawing has a region `midle`, but no choice here has that id; did you mean `middle`?",
        "drawings.cause-posture: nothing uses the drawing `cause-posture`",
        "drawings.spare: nothing uses the drawing `spare`",
        "\nknots.json: 2 problems,",
        "\nupper-back-knots.drawings.json: 0 problems, 2 findings\n",
    ] {
        assert!(said.contains(told), "{told}\n{said}");
    }

    let (said, code) = check("broken", |_, drawings| {
        drawings["drawings"]["walk"]["strokes"][0][1] = json!("<script>");
    });
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("drawings.walk.strokes[0][1]: not path data from character 1 on: `<script>`"),
        "{said}"
    );
    assert!(said.contains("\nupper-back-knots.drawings.json: 1 problem, 0 findings\n"), "{said}");
}

#[test]
fn drawings_that_are_not_beside_the_quiz_are_told_and_those_of_the_web_are_left_alone() {
    let (said, code) = check("not-there", |quiz, _| quiz["drawings"] = json!("other.drawings.json"));
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("other.drawings.json: No such file"), "{said}");
    for elsewhere in ["https://example.org/drawings.json", "/drawings.json", "//example.org/drawings.json"] {
        let (said, code) = check("elsewhere", |quiz, _| quiz["drawings"] = json!(elsewhere));
        assert_eq!(code, Some(0), "{said}");
        assert!(!said.contains("drawings.json:"), "{said}");
    }
}

#[test]
fn a_drawings_file_can_be_checked_by_itself() {
    let folder = folder("itself", &[("a.json", DRAWN)]);
    let output = run(&folder, &["check", "--strict", "a.json"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), "a.json: 0 problems, 0 findings\n"));
}
