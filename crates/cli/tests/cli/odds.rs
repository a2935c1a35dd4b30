//! `which-cause odds`.

use serde_json::{Value, json};

use crate::support::{BREAD_PATH, KNOTS_PATH, TestFolder, quiz_with, run, tick_all_question};

#[test]
fn odds_of_the_verdicts_add_up_to_1() {
    let odds = run(&["odds", "--json", "--tick", "0.5", KNOTS_PATH]).json();
    assert_eq!(odds["method"]["exact"], true);
    let chances = ["leads", "mixed", "nothing"].map(|it| odds["verdicts"][it].as_f64().expect("a chance"));
    assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    assert_eq!(odds["causes"].as_array().map(Vec::len), Some(5));
}

#[test]
fn exact_odds_say_that_they_are_exact() {
    run(&["odds", BREAD_PATH]).assert_prints("Exact: computed from");
}

#[test]
fn estimated_odds_say_how_close_they_are() {
    let folder = TestFolder::new("estimated-odds");
    let causes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    let points: Vec<Value> = causes.iter().map(|id| json!({*id: 9})).collect();
    // Twelve causes with four sums of points each have four times as many combinations as the limit.
    let questions: Vec<Value> = (0..3).map(|i| tick_all_question(&format!("q{i}"), &points)).collect();
    let path = folder.write("quiz.json", quiz_with(&causes, &questions));
    let run = run(&["odds", "--readers", "10000", &path]);
    run.assert_prints("Estimated from 10000 random readers");
    run.assert_prints("within 1.50 percentage points of the true one");
}
