//! `which-cause drawings`: a drawings file from SVG files.

use std::path::Path;

use serde_json::Value;

use crate::support::{KNOTS_DRAWINGS, ROOT, TestFolder, run, run_in};

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
fn what_a_drawing_cannot_have_is_reported_with_its_line() {
    let folder = TestFolder::new("drawings-errors");
    folder.write(
        "back.svg",
        svg("<defs><linearGradient id=\"g\"><stop stop-color=\"red\"/><stop offset=\"1\" stop-color=\"blue\"/></linearGradient>\
        <pattern id=\"p\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"2\" height=\"2\"/></pattern>\
        <filter id=\"f\"><feGaussianBlur stdDeviation=\"2\"/></filter>\
        <clipPath id=\"c\"><circle r=\"9\"/></clipPath><clipPath id=\"r\"><rect width=\"9\" height=\"9\"/></clipPath>\
        <mask id=\"m\"><circle r=\"9\" fill=\"white\"/></mask></defs>\n\
        <rect width=\"9\" height=\"9\" fill=\"url(#g)\"/>\n\
        <rect width=\"9\" height=\"9\" fill=\"none\" stroke=\"url(#p)\"/>\n\
        <g filter=\"url(#f)\"><rect width=\"9\" height=\"9\"/></g>\n\
        <rect width=\"20\" height=\"9\" clip-path=\"url(#c)\"/>\n\
        <rect width=\"20\" height=\"9\" clip-path=\"url(#r)\"/>\n\
        <g mask=\"url(#m)\"><path d=\"M0 0h9v9z\"/></g>\n\
        <path d=\"M0 0h9v9z\" style=\"mix-blend-mode: multiply\"/>\n\
        <text>Here</text>\n\
        <image href=\"back.png\"/>\n\
        <path d=\"M0 0h9v9z\"><animate attributeName=\"d\" dur=\"1s\"/></path>\n\
        <path class=\"hit\" d=\"M0 0h9v9z\"/>\n\
        <g data-choice=\"left\"><path class=\"line\" d=\"M0 0h9\"/></g>\n\
        <path class=\"line\" d=\"M0 0 L1\"/>"),
    );
    let run = run_in(folder.path(), &["drawings", "back.svg"]);
    run.assert_exit_code(2);
    assert_eq!(run.stdout, "");
    let mut rest = run.stderr.as_str();
    for (line, message) in [
        (3, "a drawing cannot have a gradient: use one color"),
        (4, "a drawing cannot have a pattern: use one color"),
        (5, "a drawing cannot have a filter, such as a shadow or a blur: remove the effect"),
        (6, "this is cut off by a clip path: cut the shapes themselves"),
        (7, "this is cut off by a clip path: cut the shapes themselves"),
        (8, "a drawing cannot have a mask: cut the shapes themselves"),
        (9, "a drawing cannot have a blend mode: set it to Normal"),
        (10, "a drawing cannot have text: write it in the quiz file, or make paths of it"),
        (11, "a drawing cannot have an image: draw its outlines, or use the image as a photo"),
        (12, "a drawing cannot move: remove the animation"),
        (13, "put a `hit` into a region"),
        (14, "this region cannot be pressed: give it a filled shape, or a shape of class `hit`"),
        (15, "this is not path data from here on"),
    ] {
        let (_, after) = rest.split_once(message).unwrap_or_else(|| panic!("{message}\n{}", run.stderr));
        let place = after.split("-->").nth(1).expect("a place").trim_start();
        assert!(place.starts_with(&format!("back.svg:{line}:")), "{message}: {place}");
        rest = after;
    }
}

#[test]
fn a_line_that_looks_like_a_shape_is_reported() {
    let folder = TestFolder::new("drawings-wide-lines");
    folder.write(
        "arm.svg",
        svg("<path d=\"M10 48H86\" stroke=\"#f0d9c6\" stroke-width=\"40\"/>\n\
             <path transform=\"scale(.1)\" d=\"M10 48H86\" stroke=\"#000\" stroke-width=\"40\"/>\n\
             <path transform=\"scale(8)\" d=\"M1 4H8\" stroke=\"#000\" stroke-width=\"2\"/>\n\
             <path d=\"M10 48H86\" stroke=\"#fff\" stroke-width=\"40\"/>\n\
             <path class=\"mark\" d=\"M10 48H86\" stroke-width=\"40\"/>"),
    );
    let run = run_in(folder.path(), &["drawings", "arm.svg", "--role", "#fff=none"]);
    run.assert_exit_code(2);
    assert_eq!(
        run.stderr.matches("this line is wider than a tenth of the drawing").count(),
        2,
        "{}",
        run.stderr
    );
    run.assert_prints("arm.svg:2:");
    run.assert_prints("arm.svg:4:");
}

#[test]
fn an_entity_with_elements_is_refused() {
    for content in ["<g/>&e;", "<g id=\"g\"/>&e;&e;"] {
        let folder = TestFolder::new("drawings-entity");
        let svg = svg(content).replacen("<svg", "<svg id=\"root\"", 1);
        folder
            .write("leaf.svg", format!("<!DOCTYPE svg [<!ENTITY e \"<rect width='5' height='5'/>\">]>{svg}"));
        let run = run_in(folder.path(), &["drawings", "leaf.svg"]);
        run.assert_exit_code(2);
        run.assert_prints("a drawing cannot have an entity with elements: save the file as plain SVG");
    }
}

#[test]
fn what_nobody_sees_is_no_error() {
    let folder = TestFolder::new("drawings-hidden");
    folder.write(
        "leaf.svg",
        svg("<rect width=\"40\" height=\"40\"/><symbol id=\"s\"><text>Hi</text></symbol>\
             <g visibility=\"hidden\"><text>Hi</text></g>\
             <switch><foreignObject requiredExtensions=\"http://ns.adobe.com/AdobeIllustrator/10.0/\" width=\"1\" height=\"1\"/>\
             <g><rect width=\"9\" height=\"9\" fill=\"#86b37a\"/></g></switch>"),
    );
    let run = run_in(folder.path(), &["drawings", "leaf.svg"]);
    run.assert_exit_code(0);
    assert_eq!(roles(&run.json()["drawings"]["leaf"]), ["ink", "cloth flat"]);
    // It is seen where it is used.
    folder
        .write("leaf.svg", svg("<defs><symbol id=\"s\"><text>Hi</text></symbol></defs>\n<use href=\"#s\"/>"));
    let run = run_in(folder.path(), &["drawings", "leaf.svg"]);
    run.assert_exit_code(2);
    run.assert_prints("a drawing cannot have text");
    // A class can hide it.
    folder.write("leaf.svg", svg("<style>.st0{display:none}</style><g class=\"st0\"><text>Hi</text></g>"));
    run_in(folder.path(), &["drawings", "leaf.svg"])
        .assert_prints("If it is in a hidden layer, delete the layer");
}

#[test]
fn a_shape_far_outside_the_drawing_is_reported() {
    let folder = TestFolder::new("drawings-far-outside");
    folder.write(
        "far.svg",
        svg("<rect width=\"9\" height=\"9\"/>\n\
             <rect x=\"-99999999\" y=\"10\" width=\"199999998\" height=\"20\"/>"),
    );
    let run = run_in(folder.path(), &["drawings", "far.svg"]);
    run.assert_exit_code(2);
    run.assert_prints("this is too far outside the drawing: cut it at the edge");
    run.assert_prints("far.svg:3:");
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
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"9\"/>",
            "a drawing must start with `<svg xmlns=\"http://www.w3.org/2000/svg\"",
        ),
        ("A back.svg", &svg(""), "drawings.A back: `A back` is not an id"),
        ("_back.svg", &svg(""), "drawings._back: `_back` is not an id"),
        (
            "f.svg",
            &svg("<g data-choice=\"On both\"><path class=\"hit\" d=\"M0 0h1v1z\"/></g>"),
            "`On both` is not an id",
        ),
    ] {
        let folder = TestFolder::new("drawings-refused");
        folder.write(name, text);
        let run = run_in(folder.path(), &["drawings", name]);
        run.assert_exit_code(2);
        run.assert_prints(message);
    }
}

/// The strokes of a drawing that is made of a file in `tests/svg/`, and what the command says.
fn drawing_of(name: &str, options: &[&str]) -> (Value, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/svg");
    let file = format!("{name}.svg");
    let run = run_in(&folder, &[&["drawings", &*file], options].concat());
    run.assert_exit_code(0);
    assert!(which_cause_quiz::Drawings::read(&run.stdout).is_ok(), "{}", run.stdout);
    (run.json()["drawings"][name].clone(), run.stderr)
}

/// The roles of a drawing's strokes, in their order.
fn roles(drawing: &Value) -> Vec<&str> {
    drawing["strokes"].as_array().expect("strokes").iter().map(|it| it[0].as_str().expect("a role")).collect()
}

#[test]
fn a_file_of_inkscape_becomes_a_drawing() {
    let (drawing, said) = drawing_of("inkscape", &[]);
    // 80 by 100 millimeters, with the longer side of 240.
    assert_eq!([&drawing["width"], &drawing["height"]], [192, 240]);
    assert_eq!(roles(&drawing), ["thing", "line", "cloth", "cloth", "mark", "spot", "guide"]);
    // The stem, moved by the transform of its layer and scaled by 2.4.
    assert_eq!(drawing["strokes"][1][1], "m96 168c0-24-2.4-48 2.4-96");
    for line in [
        "--role '#e6e0d6=thing'    fill",
        "--role '#1a1a1a=line'     line",
        "--role '#86b37a=cloth'    fill",
        "--role '#c83737=mark'     line",
        "--role '#1a1a1a=guide'    dashed line",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
}

#[test]
fn a_file_of_figma_becomes_a_drawing_with_regions() {
    let (drawing, _) = drawing_of("figma", &[]);
    assert_eq!([&drawing["width"], &drawing["height"]], [240, 180]);
    assert_eq!(roles(&drawing), ["paper flat", "body flat", "cloth flat", "spot", "hit", "line", "hit"]);
    let choices: Vec<&Value> =
        drawing["strokes"].as_array().expect("strokes").iter().map(|it| &it[2]).collect();
    assert_eq!(choices[3..], ["left", "left", "right", "right"]);
    // The hole of the ring has the opposite direction, as it is filled by another rule than in the file.
    let ring = drawing["strokes"][1][1].as_str().expect("path data");
    assert_eq!(ring.matches(['m', 'M']).count(), 2);
}

#[test]
fn the_author_gives_colors_their_roles() {
    let (drawing, said) = drawing_of("figma", &["--role", "#fff=none", "--role", "#6b98f1=thing"]);
    assert_eq!(roles(&drawing)[..2], ["body flat", "thing flat"]);
    assert!(said.contains("--role '#ffffff=none'"), "{said}");
    let folder = TestFolder::new("drawings-role");
    folder.write("dot.svg", svg("<circle r=\"9\"/>"));
    let run = run_in(folder.path(), &["drawings", "dot.svg", "--role", "#000=skin"]);
    run.assert_exit_code(2);
    run.assert_prints("`skin` is not a role of a color");
}

#[test]
fn a_class_of_a_role_comes_before_colors() {
    let folder = TestFolder::new("drawings-classes");
    folder.write(
        "a.svg",
        svg("<style>.cls-1 { fill: #0000ff }</style>\
            <circle class=\"mark\" style=\"fill:#123456\" cx=\"20\" cy=\"20\" r=\"9\"/>\
            <rect class=\"body flat cls-1\" width=\"9\" height=\"9\"/><line class=\"guide\" x2=\"9\"/>\
            <defs><path id=\"p\" class=\"thing\" d=\"M1 1h9v9z\"/></defs><use href=\"#p\" x=\"5\"/>"),
    );
    let run = run_in(folder.path(), &["drawings", "a.svg"]);
    run.assert_exit_code(0);
    assert_eq!(run.stderr, "");
    assert_eq!(roles(&run.json()["drawings"]["a"]), ["mark", "body flat", "guide", "thing"]);
}

#[test]
fn a_small_drawing_is_scaled_to_96_and_a_large_one_to_240() {
    for (size, scaled) in
        [((24, 12), (96, 48)), ((96, 96), (96, 96)), ((160, 200), (160, 200)), ((1920, 1080), (240, 135))]
    {
        let folder = TestFolder::new("drawings-sizes");
        let (width, height) = size;
        folder.write(
            "a.svg",
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\"/>"),
        );
        let drawing = run_in(folder.path(), &["drawings", "a.svg"]).json()["drawings"]["a"].clone();
        assert_eq!([&drawing["width"], &drawing["height"]], [scaled.0, scaled.1]);
    }
}

#[test]
fn drawings_are_not_written_over_one_of_the_svg_files() {
    let folder = TestFolder::new("drawings-over-svg");
    let svg = svg("<path d=\"M0 0h9\" stroke=\"#000\"/>");
    let file = folder.write("chin.svg", &svg);
    let run = run_in(folder.path(), &["drawings", &file, "--out", "./chin.svg"]);
    run.assert_exit_code(2);
    run.assert_prints("./chin.svg is one of the SVG files; give another name to --out");
    assert_eq!(folder.read("chin.svg"), svg);
}

#[test]
fn svg_file_that_is_too_large_is_named_so() {
    let folder = TestFolder::new("drawings-too-large");
    let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><!--{}--></svg>", "é".repeat(1 << 20));
    let run = run(&["drawings", &folder.write("large.svg", svg)]);
    run.assert_exit_code(2);
    run.assert_prints("large.svg: the file is larger than 1048576 bytes, the most that is read");
}
