//! The drawings file: reading, limits, and every problem reported.

use crate::support::{FIVE_CAUSES, checked, lines, quiz_of, tick_all};
use serde_json::{Value, json};
use which_cause_quiz::{
    Address, ChoiceId, DrawingId, Drawings, drawing_problems, read, unused_drawing_findings,
};

/// A drawings file with one drawing, `a`, with these strokes.
fn drawings_with_strokes(strokes: &Value) -> Value {
    json!({"format": 1, "drawings": {"a": {"width": 96, "height": 96, "strokes": strokes}}})
}

fn read_drawings(file: &Value) -> Result<Drawings, String> {
    Drawings::read(&file.to_string()).map_err(|problems| lines(&problems))
}

/// The problems of a drawings file.
fn problems_of(file: &Value) -> String {
    read_drawings(file).expect_err("problems")
}

#[test]
fn a_drawing_is_read_with_its_strokes_and_regions() {
    let file = json!({"format": 1, "drawings": {
        "back": {
            "width": 240,
            "height": 220,
            "strokes": [["body", "M1 2h3"], ["spot", "M1 1h1", "both"], ["hit", "M0 0h9v9z", "both"]],
        },
    }});
    let drawings = read_drawings(&file).expect("a valid file");
    let back = drawings.get(&DrawingId::from("back")).expect("a drawing");
    assert_eq!((back.width.get(), back.height.get()), (240, 220));
    let strokes: Vec<_> = back.strokes.iter().map(|it| (it.role.as_str(), it.path.as_str())).collect();
    assert_eq!(strokes, [("body", "M1 2h3"), ("spot", "M1 1h1"), ("hit", "M0 0h9v9z")]);
    let choices: Vec<_> = back.choices().map(ChoiceId::as_str).collect();
    assert_eq!(choices, ["both", "both"]);
    assert!(drawings.get(&DrawingId::from("front")).is_none());
}

#[test]
fn every_problem_of_a_drawings_file_is_reported_with_its_path() {
    let file = json!({
        "format": 1,
        "drawing": {},
        "drawings": {
            "C": {"width": "96", "height": 96, "strokes": {}},
            "a": {"width": 0, "height": 96, "strokes": [["bdy", "M0 0"], ["body"], "M0 0", ["line", 7]]},
            "b": {"height": 96, "strokes": [["hit", "M0 0h1", "one side"], ["hit", "M0 0", "one", "two"]]},
        },
    });
    let another = "found another list; expected a list: a role, path data and, for a region, a choice";
    assert_eq!(
        problems_of(&file).lines().collect::<Vec<_>>(),
        [
            "drawing: unknown key; did you mean `drawings`?",
            "drawings.C.width: found a number in quotes; expected a whole number",
            "drawings.C.strokes: found an object; expected a list in brackets, [ ]",
            "drawings.a.width: 0 is out of range; it must be from 1 to 1000",
            "drawings.a.strokes[0][0]: `bdy` is not allowed here; expected `body` or `cloth` or `thing` or `paper` or `body flat` or `cloth flat` or `thing flat` or `paper flat` or `ink` or `line` or `fine` or `guide` or `mark` or `spot` or `hit`; did you mean `body`?",
            &format!("drawings.a.strokes[1]: {another}"),
            "drawings.a.strokes[2]: found text; expected a list: a role, path data and, for a region, a choice",
            "drawings.a.strokes[3][1]: found a whole number; expected path data",
            "drawings.b.width: missing; expected a whole number",
            "drawings.b.strokes[0][2]: `one side` is not an id; expected an id of 1 to 64 of the characters a-z, 0-9, _ and -, which begins with a letter or a digit; did you mean `one-side`?",
            &format!("drawings.b.strokes[1]: {another}"),
            "drawings.C: `C` is not an id; expected an id of 1 to 64 of the characters a-z, 0-9, _ and -, which begins with a letter or a digit; did you mean `c`?",
        ]
    );
}

#[test]
fn text_that_is_not_path_data_is_refused() {
    for (data, at) in [
        ("", 1),
        ("10 10", 1),
        ("M0 0<svg onload=alert(1)>", 5),
        ("M0 0\"/><script>", 5),
        ("M0 0 url(javascript:alert(1))", 6),
        ("M0 0 var(--x)", 7),
        ("M0 0L1e9 0", 7),
        ("M0 0L99999999999999 0", 6),
        ("M0 0 L NaN 0", 8),
        ("M0 0 \u{202e}", 6),
    ] {
        let problems = problems_of(&drawings_with_strokes(&json!([["line", data]])));
        let starts = format!("drawings.a.strokes[0][1]: not path data from character {at} on: ");
        assert!(problems.starts_with(&starts), "{data}: {problems}");
    }
}

#[test]
fn the_number_of_drawings_strokes_and_characters_is_limited() {
    let long = format!("M0 0{}", "h1".repeat(9_999));
    assert_eq!(
        problems_of(&drawings_with_strokes(&json!([["line", long]]))),
        "drawings.a.strokes[0][1]: too long by 2: 20002 characters; it must have at most 20000"
    );
    let many = vec![json!(["line", "M0 0h1"]); 201];
    assert_eq!(
        problems_of(&drawings_with_strokes(&json!(many))),
        "drawings.a.strokes: found 201; there must be 0 to 200 strokes"
    );
    let of = |count: usize| {
        let drawings: serde_json::Map<String, Value> =
            (0..count).map(|i| (format!("d{i}"), json!({"width": 1, "height": 1, "strokes": []}))).collect();
        json!({"format": 1, "drawings": drawings})
    };
    assert!(read_drawings(&of(200)).is_ok());
    assert_eq!(problems_of(&of(201)), "drawings: found 201; there must be 0 to 200 drawings");
    assert_eq!(problems_of(&of(10_001)), "drawings: found 10001; there must be 0 to 10000 keys");
    let huge = format!("{{\"format\": 1, \"drawings\": {{{}}}}}", " ".repeat(1 << 20));
    let problems = Drawings::read(&huge).expect_err("too large");
    assert_eq!(lines(&problems), "the file is larger than 1048576 bytes, the most that is read");
}

#[test]
fn a_newer_format_is_the_only_problem_of_a_drawings_file() {
    assert_eq!(
        problems_of(&json!({"format": 2, "drawings": []})),
        "format: written for format 2; this version reads format 1"
    );
}

#[test]
fn pictures_without_a_drawing_and_regions_without_a_choice_are_reported() {
    let mut file = quiz_of(&["a", "b"], json!([tick_all("x", &[json!({"a": 3}), json!({"b": 3})])]));
    file["drawings"] = json!("drawings.json");
    file["verdicts"]["nothing"]["try_this"] = json!([{"text": "Walk.", "picture": "wlk"}]);
    for cause in file["causes"].as_array_mut().expect("causes") {
        cause["picture"] = json!({"drawing": "cause", "text": "A cause."});
        cause["try_this"] = json!(["Rest."]);
    }
    file["questions"][0]["picture"] = json!({"drawing": "map", "text": "A map."});
    file["questions"][0]["choices"][0]["picture"] = json!("walk");
    file["questions"][0]["choices"][0]["id"] = json!("left");
    let quiz = checked(&file);
    let drawings = read_drawings(&json!({"format": 1, "drawings": {
        "map": {"width": 9, "height": 9, "strokes": [["hit", "M0 0h1v1z", "left"], ["hit", "M0 0h1v1z", "lfet"]]},
        "walk": {"width": 9, "height": 9, "strokes": []},
        "spare": {"width": 9, "height": 9, "strokes": []},
    }}))
    .expect("a valid file");
    assert_eq!(
        lines(&drawing_problems(&quiz, &drawings)).lines().collect::<Vec<_>>(),
        [
            "causes[0].picture.drawing: there is no drawing `cause`",
            "causes[1].picture.drawing: there is no drawing `cause`",
            "verdicts.nothing.try_this[0].picture: there is no drawing `wlk`; did you mean `walk`?",
            "questions[0].picture.drawing: this drawing has a region `lfet`, but no choice here has that id; did you mean `left`?",
        ]
    );
    let unused: Vec<String> =
        unused_drawing_findings(&[&quiz], &drawings).iter().map(ToString::to_string).collect();
    assert_eq!(unused, ["drawings.spare: nothing uses the drawing `spare`"]);
}

#[test]
fn a_quiz_is_valid_without_its_drawings_file() {
    let quiz = read(FIVE_CAUSES).expect("a valid file");
    assert_eq!(quiz.drawings().map(Address::as_str), Some("upper-back-knots.drawings.json"));
    assert!(quiz.questions()[0].picture.is_some());
}
