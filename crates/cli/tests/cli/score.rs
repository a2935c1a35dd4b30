//! `which-cause score`. Other tools rely on the keys of its JSON.

use serde_json::{Value, json};

use crate::support::{KNOTS_PATH, Run, TestFolder, bread, knots_cases, run, run_with_input};

fn score(answers: &str) -> Run {
    run_with_input(&["score", KNOTS_PATH, "--answers", "-"], answers)
}

/// The results of all test cases of the five-cause quiz, each with the result that is expected.
fn results() -> Vec<(Value, Value)> {
    let result = |case: Value| {
        let run = score(&case.to_string());
        run.assert_exit_code(0);
        (run.json(), case["expect"].clone())
    };
    knots_cases().into_iter().map(result).collect()
}

#[test]
fn result_has_the_expected_verdict() {
    for (result, expect) in results() {
        assert_eq!(result["verdict"], expect["verdict"]);
        if result["verdict"] == "stopped" {
            assert_eq!(result["level"], expect["level"]);
            assert_eq!((&result["shown"], &result["causes"]), (&json!([]), &json!([])));
        } else {
            assert_eq!(result["level"], json!(null));
            assert_eq!((&result["soon"], &result["course"]), (&expect["visit"], &expect["course"]));
            assert_eq!(result["causes"].as_array().map(Vec::len), Some(5));
        }
    }
}

#[test]
fn score_is_the_share_of_the_points_in_percent() {
    for (result, _) in results() {
        for cause in result["causes"].as_array().expect("causes") {
            let number = |key: &str| cause[key].as_u64().expect("a number");
            let (raw, max, score) = (number("raw"), number("max"), number("score"));
            assert_eq!(score, (200 * raw + max) / (2 * max), "rounded to the nearest");
            let band = match score {
                60.. => "many",
                35.. => "some",
                15.. => "few",
                _ => "hardly",
            };
            assert_eq!(cause["words"], band);
        }
    }
}

#[test]
fn keys_have_a_fixed_order() {
    let text = score("{}").stdout;
    let keys = ["verdict", "level", "soon", "course", "shown", "causes"].map(|key| format!("\n  \"{key}\":"));
    let cause_keys = ["id", "raw", "max", "score", "words"].map(|key| format!("\n      \"{key}\":"));
    let places = keys.iter().chain(&cause_keys).map(|key| text.find(key).expect("the key"));
    assert!(places.is_sorted(), "{text}");
    let result: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(result.as_object().map(serde_json::Map::len), Some(keys.len()));
    assert_eq!(result["causes"][0].as_object().map(serde_json::Map::len), Some(cause_keys.len()));
}

#[test]
fn invalid_answers_are_reported() {
    for (answers, message) in [
        (
            r#"{"answers": {"wher": "both"}}"#,
            "answers.wher: there is no question `wher`; did you mean `where`?",
        ),
        (r#"{"anwers": {}}"#, "anwers: unknown key; did you mean `answers`?"),
        (r#"{"answers": {"where": "bth"}}"#, "answers.where: there is no choice `bth`; did you mean `both`?"),
        (
            r#"{"safety": {"now": ["chst"]}}"#,
            "safety.now[0]: there is no choice `chst`; did you mean `chest`?",
        ),
        (r#"{"safety": {"nw": []}}"#, "safety.nw: there is no screen `nw`; did you mean `now`?"),
        (
            r#"{"answers": {"where": ["both", "middle"]}}"#,
            "answers.where: 2 choices are picked, but a reader can pick only one here",
        ),
        (
            r#"{"answers": {"signs": ["none", "tired"]}}"#,
            "answers.signs[0]: an exclusive choice cannot be combined",
        ),
        (r#"{"answers": []}"#, "answers: found a list; expected an object"),
    ] {
        let run = score(answers);
        run.assert_exit_code(2);
        run.assert_prints(message);
    }
}

#[test]
fn quiz_and_answers_cannot_be_the_same_file() {
    let run = run(&["score", "-", "--answers", "-"]);
    run.assert_exit_code(2);
    run.assert_prints("the quiz and the answers are the same file; give two files");
}

#[test]
fn required_question_without_an_answer_is_named() {
    let folder = TestFolder::new("score-required");
    let mut quiz = bread();
    quiz["questions"][1]["required"] = json!(true);
    let id = quiz["questions"][1]["id"].as_str().expect("an id").to_owned();
    let quiz = folder.write("quiz.json", quiz.to_string());
    let answers = folder.write("answers.json", "{}");
    let run = run(&["score", &quiz, "--answers", &answers]);
    run.assert_exit_code(2);
    run.assert_prints(&format!("the question `{id}` is required: answer it"));
}
