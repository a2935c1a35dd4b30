//! Checks and encodes the five-cause quiz, which is compiled into the widget.

use std::path::PathBuf;
use std::{env, fs};

const QUIZ: &str = "quizzes/upper-back-knots.json";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={QUIZ}");
    let text = fs::read_to_string(QUIZ).unwrap_or_else(|error| panic!("{QUIZ}: {error}"));
    let quiz = which_cause_quiz::read(&text).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{QUIZ}:\n{}", lines.join("\n"))
    });
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("quiz");
    fs::write(&out, quiz.to_bytes()).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
}
