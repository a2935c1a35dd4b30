//! `which-cause drawings`: a drawings file from SVG files.

use std::path::Path;

use crate::support::{KNOTS_DRAWINGS, ROOT, TestFolder, run_in};

/// An SVG file with this content.
fn svg(content: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">\n{content}\n</svg>")
}

#[test]
fn published_drawings_are_made_from_the_svg_files() {
    let quizzes = Path::new(ROOT).join("quizzes");
    let entries = std::fs::read_dir(quizzes.join("drawings")).expect("a folder");
    let mut files: Vec<String> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "svg"))
        .map(|path| path.to_str().expect("a path in UTF-8").to_owned())
        .collect();
    files.sort();
    assert!(files.len() > 30, "{}", files.len());
    let mut arguments = vec!["drawings"];
    arguments.extend(files.iter().map(String::as_str));
    let run = run_in(&quizzes, &arguments);
    run.assert_exit_code(0);
    assert!(
        run.stdout == KNOTS_DRAWINGS,
        "write the file again: cargo run -p which-cause-cli -- drawings quizzes/drawings/*.svg -o \
         quizzes/upper-back-knots.drawings.json"
    );
}

#[test]
fn drawings_file_has_the_drawings_by_name_with_their_regions() {
    let folder = TestFolder::new("drawings-written");
    folder.write(
        "map.svg",
        svg("<!-- a map -->\n<path class=\"body\" d=\"M 10 10 L 20.04 10 Z\"/>\n<g data-choice=\"left\">\
         <path class=\"spot\" d=\"M1 1h1\"/><path class=\"hit\" d=\"M0 0h48v96h-48z\"/></g>"),
    );
    folder.write("dot.svg", svg("<path class=\"mark\" d=\"M5 5h0\"/>"));
    let run = run_in(folder.path(), &["drawings", "map.svg", "dot.svg", "-o", "out.json"]);
    run.assert_exit_code(0);
    assert_eq!(run.text(), "");
    let file = folder.read("out.json");
    assert_eq!(
        file,
        "{\"format\":1,\"drawings\":{\n\
         \"dot\":{\"width\":96,\"height\":96,\"strokes\":[[\"mark\",\"m5 5h0\"]]},\n\
         \"map\":{\"width\":96,\"height\":96,\"strokes\":[[\"body\",\"m10 10h10z\"],\
         [\"spot\",\"m1 1h1\",\"left\"],[\"hit\",\"m0 0h48v96H0z\",\"left\"]]}\n}}\n"
    );
    assert!(which_cause_quiz::Drawings::read(&file).is_ok());
}

#[test]
fn all_errors_in_an_svg_file_are_reported_with_their_lines() {
    let folder = TestFolder::new("drawings-errors");
    folder.write(
        "back.svg",
        svg("<title>A back</title>\n\
        <circle cx=\"1\" cy=\"1\" r=\"1\"/>\n\
        <path class=\"bdy\" d=\"M0 0\"/>\n\
        <path class=\"line\" d=\"M0 0 L1\"/>\n\
        <path class=\"line\" d=\"M0 0\" style=\"fill:red\" onclick=\"alert(1)\"/>\n\
        <path d=\"M0 0\"/>\n\
        <path class=\"hit\" d=\"M0 0h9\"/>\n\
        <g transform=\"scale(2)\"><path class=\"spot\" d=\"M0 0\"/></g>\n\
        <path class=\"line\" d=\"M0 0\"/>\n\
        words"),
    );
    let run = run_in(folder.path(), &["drawings", "back.svg"]);
    run.assert_exit_code(2);
    assert_eq!(run.stdout, "");
    let mut rest = run.stderr.as_str();
    for (line, message) in [
        (2, "a drawing may only have `path` and `g` elements"),
        (3, "a drawing may only have `path` and `g` elements"),
        (4, "`bdy` is not a role; the class of a `path` must be `body` or `cloth` or"),
        (5, "this is not path data from here on"),
        (6, "`path` may not have `style`"),
        (6, "`path` may not have `onclick`"),
        (7, "`path` needs `class`"),
        (8, "put a `hit` into a `g`: it is the area of a region that can be pressed"),
        (9, "`g` needs `data-choice`"),
        (9, "this region cannot be pressed: add a `path` of class `hit`"),
        (9, "`g` may not have `transform`"),
        (11, "a drawing may not have text: write the text in the quiz file"),
    ] {
        let (_, after) = rest.split_once(message).unwrap_or_else(|| panic!("{message}\n{}", run.stderr));
        let place = after.split("-->").nth(1).expect("a place").trim_start();
        assert!(place.starts_with(&format!("back.svg:{line}:")), "{message}: {place}");
        rest = after;
    }
}

#[test]
fn file_that_is_not_a_drawing_is_refused() {
    for (name, text, message) in [
        ("a.svg", "<svg", "not XML: "),
        (
            "b.svg",
            "<svg viewBox=\"0 0 1 1\"/>",
            "a drawing must start with `<svg xmlns=\"http://www.w3.org/2000/svg\"",
        ),
        (
            "c.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 0 96 96\"/>",
            "`viewBox` must be `0 0`",
        ),
        (
            "d.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 9600\"/>",
            "`viewBox` must be `0 0`",
        ),
        ("e.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\"/>", "`svg` may not have `width`"),
        ("A back.svg", &svg(""), "drawings.A back: `A back` is not an id"),
        (
            "f.svg",
            &svg("<g data-choice=\"On both\"><path class=\"hit\" d=\"M0 0\"/></g>"),
            "`On both` is not an id",
        ),
        ("g.svg", "<!DOCTYPE svg [<!ENTITY a \"M0 0\">]><svg/>", "not XML: "),
        ("h.svg", &svg("<path class=\"line\" d=\"M0 0&#x20;1\"/>"), "a drawing may not have an `&`"),
    ] {
        let folder = TestFolder::new("drawings-refused");
        folder.write(name, text);
        let run = run_in(folder.path(), &["drawings", name]);
        run.assert_exit_code(2);
        run.assert_prints(message);
    }
}
