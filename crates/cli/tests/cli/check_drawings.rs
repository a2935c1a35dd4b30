//! `which-cause check`: drawings files.

use serde_json::{Value, json};

use crate::support::{KNOTS_DRAWINGS, Run, TestFolder, bread, knots, run_in};

/// Checks the five-cause quiz and its drawings after a change to both.
fn check_changed(name: &str, change: impl FnOnce(&mut Value, &mut Value)) -> Run {
    let mut quiz = knots();
    let mut drawings: Value = serde_json::from_str(KNOTS_DRAWINGS).expect("JSON");
    change(&mut quiz, &mut drawings);
    let folder = TestFolder::new(name);
    folder.write("knots.json", quiz.to_string());
    folder.write("upper-back-knots.drawings.json", drawings.to_string());
    run_in(folder.path(), &["check", "knots.json"])
}

#[test]
fn drawings_file_beside_a_quiz_is_checked_with_the_quiz() {
    let run = check_changed("drawings-beside", |_, _| {});
    run.assert_exit_code(0);
    run.assert_prints("\nupper-back-knots.drawings.json: 0 problems, 0 findings\n");
}

#[test]
fn quiz_and_drawings_that_do_not_match_are_reported() {
    let run = check_changed("drawings-mismatch", |quiz, drawings| {
        quiz["causes"][1]["picture"]["drawing"] = json!("cause-postur");
        let back = drawings["drawings"]["back"]["strokes"].as_array_mut().expect("strokes");
        back.push(json!(["hit", "M0 0h1v1z", "midle"]));
        drawings["drawings"]["spare"] = json!({"width": 1, "height": 1, "strokes": []});
    });
    run.assert_exit_code(2);
    for line in [
        "causes[1].picture.drawing: there is no drawing `cause-postur`; did you mean `cause-posture`?",
        "questions[0].picture.drawing: this drawing has a region `midle`, but no choice here has that id; did you mean `middle`?",
        "drawings.cause-posture: nothing uses the drawing `cause-posture`",
        "drawings.spare: nothing uses the drawing `spare`",
        "\nknots.json: 2 problems,",
        "\nupper-back-knots.drawings.json: 0 problems, 2 findings\n",
    ] {
        run.assert_prints(line);
    }
}

#[test]
fn invalid_drawings_file_is_reported() {
    let run = check_changed("drawings-invalid", |_, drawings| {
        drawings["drawings"]["walk"]["strokes"][0][1] = json!("<script>");
    });
    run.assert_exit_code(2);
    run.assert_prints("drawings.walk.strokes[0][1]: not path data from character 1 on: `<script>`");
    run.assert_prints("\nupper-back-knots.drawings.json: 1 problem, 0 findings\n");
}

#[test]
fn missing_drawings_file_is_reported() {
    let run = check_changed("drawings-missing", |quiz, _| quiz["drawings"] = json!("other.drawings.json"));
    run.assert_exit_code(2);
    run.assert_prints("error: drawings: no such file: other.drawings.json");
}

#[test]
fn drawings_on_the_web_are_not_checked() {
    let folder = TestFolder::new("drawings-on-the-web");
    for address in ["https://example.org/drawings.json", "/drawings.json", "//example.org/drawings.json"] {
        let mut quiz = bread();
        quiz["drawings"] = json!(address);
        quiz["questions"][0]["picture"] = json!({"drawing": "loaf", "text": "A loaf."});
        folder.write("bread.json", quiz.to_string());
        let run = run_in(folder.path(), &["check", "bread.json"]);
        run.assert_exit_code(0);
        run.assert_does_not_print("drawings.json:");
    }
}

#[test]
fn drawings_file_can_be_checked_on_its_own() {
    let folder = TestFolder::new("drawings-on-their-own");
    folder.write("a.json", KNOTS_DRAWINGS);
    let run = run_in(folder.path(), &["check", "--strict", "a.json"]);
    run.assert_exit_code(0);
    assert_eq!(run.text(), "a.json: 0 problems, 0 findings\n");
}
