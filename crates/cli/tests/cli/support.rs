//! Runs the command, gives each test a folder, and makes small quizzes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// The top of the repository. Commands run there unless a test names another folder.
pub(crate) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_which-cause");

pub(crate) const KNOTS_PATH: &str = "quizzes/upper-back-knots.json";
pub(crate) const KNOTS_CASES_PATH: &str = "quizzes/upper-back-knots.test-cases.json";
pub(crate) const BREAD_PATH: &str = "quizzes/dense-bread.json";

pub(crate) const KNOTS: &str = include_str!("../../../../quizzes/upper-back-knots.json");
pub(crate) const KNOTS_DRAWINGS: &str = include_str!("../../../../quizzes/upper-back-knots.drawings.json");
pub(crate) const STARTER: &str = include_str!("../../../../quizzes/starter.json");
pub(crate) const BREAD: &str = include_str!("../../../../quizzes/dense-bread.json");

/// What a command printed, and its exit code.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) exit_code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            exit_code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Run {
    /// Everything that the command printed.
    pub(crate) fn text(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    #[track_caller]
    pub(crate) fn assert_exit_code(&self, exit_code: i32) {
        assert_eq!(self.exit_code, Some(exit_code), "{}", self.text());
    }

    #[track_caller]
    pub(crate) fn assert_prints(&self, text: &str) {
        assert!(self.text().contains(text), "does not print\n{text}\nbut\n{}", self.text());
    }

    #[track_caller]
    pub(crate) fn assert_does_not_print(&self, text: &str) {
        assert!(!self.text().contains(text), "prints\n{text}\nin\n{}", self.text());
    }
}

pub(crate) fn run(arguments: &[&str]) -> Run {
    run_in(Path::new(ROOT), arguments)
}

pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(PROGRAM).args(arguments).current_dir(folder).output();
    output.expect("the command runs").into()
}

pub(crate) fn run_with_input(arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .current_dir(ROOT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    // Writing fails if the command ends before it has read its input. That is not an error.
    let _ = child.stdin.take().expect("standard input").write_all(input.as_bytes());
    child.wait_with_output().expect("the command ends").into()
}

/// A folder for one test, empty but for the drawings of the five-cause quiz.
pub(crate) struct TestFolder(PathBuf);

impl TestFolder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let folder = Self(folder);
        folder.write("upper-back-knots.drawings.json", KNOTS_DRAWINGS);
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The path of a file in the folder, for the command line.
    pub(crate) fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("a path in UTF-8").to_owned()
    }

    /// Writes a file and gives its path for the command line.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.0.join(name), content).expect("a file");
        self.file(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("a file")
    }
}

/// The five-cause quiz on knots, as JSON.
pub(crate) fn knots() -> Value {
    serde_json::from_str(KNOTS).expect("JSON")
}

/// The five-cause quiz with an error: the name of a cause is misspelled.
pub(crate) fn knots_with_misspelled_cause() -> String {
    KNOTS.replacen("\"posture\": 2", "\"postur\": 2", 1)
}

/// The quiz about bread, as JSON. Its odds are computed faster.
pub(crate) fn bread() -> Value {
    serde_json::from_str(BREAD).expect("JSON")
}

/// The test cases of the five-cause quiz.
pub(crate) fn knots_cases() -> Vec<Value> {
    let text = std::fs::read_to_string(Path::new(ROOT).join(KNOTS_CASES_PATH)).expect("a file");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    file["test_cases"].as_array().expect("test cases").clone()
}

/// A quiz with these causes and questions and no safety screens. The rest is the five-cause quiz.
pub(crate) fn quiz_with(causes: &[&str], questions: &[Value]) -> String {
    let mut quiz = knots();
    let template = quiz["causes"][1].clone();
    quiz["screens"] = json!([]);
    quiz["flags"] = json!([{"id": "tell", "text": "Worth telling."}]);
    quiz["causes"] = causes
        .iter()
        .map(|id| {
            let mut cause = template.clone();
            cause["id"] = json!(id);
            cause["label"] = json!(format!("The cause {id}"));
            cause
        })
        .collect();
    quiz["questions"] = json!(questions);
    quiz.to_string()
}

/// A tick-all question. Its choices have the ids `c0`, `c1` and so on, and give these points.
pub(crate) fn tick_all_question(id: &str, points: &[Value]) -> Value {
    let choices: Vec<Value> = points
        .iter()
        .enumerate()
        .map(|(i, points)| json!({"id": format!("c{i}"), "text": format!("Choice {i}"), "points": points}))
        .collect();
    json!({"id": id, "kind": "all", "text": "What fits?", "choices": choices})
}

/// A quiz of 60 questions and 40 causes. Its points have too many combinations for exact odds.
pub(crate) fn large_quiz() -> String {
    let causes: Vec<String> = (0..40).map(|i| format!("c{i}")).collect();
    let causes: Vec<&str> = causes.iter().map(String::as_str).collect();
    let question = |i: usize| {
        let points = |j: usize| json!({causes[(i * 7 + j) % 40]: 1 + j % 3});
        let points: Vec<Value> = (0..12).map(points).chain([json!({})]).collect();
        let mut question = tick_all_question(&format!("q{i}"), &points);
        question["choices"][12]["exclusive"] = json!(true);
        question
    };
    quiz_with(&causes, &(0..60).map(question).collect::<Vec<_>>())
}
