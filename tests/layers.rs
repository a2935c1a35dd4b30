//! The layers: quiz <- view <- embed <- main, and nothing the other way.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Every source file below a folder, with its text free of comments.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn look(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                look(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source file");
                let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
                found.push((path.clone(), code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut found);
    assert!(!found.is_empty(), "src/{folder} is empty");
    found
}

fn never_names(folder: &str, words: &[&str]) {
    for (path, code) in sources(folder) {
        for word in words {
            assert!(!code.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn the_quiz_knows_no_browser_no_view_no_file_and_no_clock() {
    never_names(
        "quiz",
        &[
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "crate::view",
            "crate::embed",
            "std::fs",
            "std::time",
            "std::env",
        ],
    );
}

#[test]
fn the_view_knows_no_storage_no_network_and_nothing_of_embed() {
    never_names(
        "view",
        &["crate::embed", "local_storage", "session_storage", "fetch", "location()", "ShadowRoot", "js_sys"],
    );
}

#[test]
fn embed_knows_no_screen_and_no_question() {
    never_names("embed", &["Screening", "Asking", "Question", "Cause", "Screen"]);
}

#[test]
fn no_code_knows_a_cause_a_question_or_a_screen_of_the_shipped_quiz() {
    let quiz: serde_json::Value =
        serde_json::from_str(include_str!("../quizzes/upper-back-knots.json")).expect("JSON");
    let ids = ["causes", "questions", "screens", "flags"].into_iter().flat_map(|part| {
        quiz[part].as_array().expect("a list").iter().map(|it| it["id"].as_str().expect("an id").to_owned())
    });
    let quoted: Vec<String> = ids.map(|id| format!("\"{id}\"")).collect();
    // "soon", a screen, and "body", a cause, are words of the format as well.
    let quoted: Vec<&str> =
        quoted.iter().map(String::as_str).filter(|it| !["\"soon\"", "\"body\""].contains(it)).collect();
    never_names("", &quoted);
}

#[test]
fn a_bare_build_has_no_browser_crate() {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--prefix",
            "none",
            "--manifest-path",
            concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
        ])
        .output()
        .expect("cargo tree");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8_lossy(&tree.stdout);
    for line in tree.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        assert!(!["leptos", "web-sys", "js-sys", "wasm-bindgen"].contains(&name), "{line}");
    }
    assert!(tree.contains("serde"));
}
