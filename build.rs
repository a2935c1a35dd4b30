//! Makes ready what is compiled into the widget: the five-cause quiz, checked, in its compact form.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "web")]
    web::make();
}

/// The engine, which knows no browser, as a program of the machine that builds.
#[cfg(feature = "web")]
#[path = "src/quiz/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, unused_imports)] // Of all of it, one way is gone here.
mod quiz;

#[cfg(feature = "web")]
mod web {
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    const QUIZ: &str = "quizzes/upper-back-knots.json";

    pub(super) fn make() {
        let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
        println!("cargo::rerun-if-changed={QUIZ}");
        println!("cargo::rerun-if-changed=src/quiz");
        write(&out.join("quiz"), &quiz());
    }

    /// The quiz. One that is wrong is not built.
    fn quiz() -> Vec<u8> {
        match crate::quiz::read(&read(Path::new(QUIZ))) {
            Ok(quiz) => quiz.to_bytes(),
            Err(problems) => {
                let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
                panic!("{QUIZ}:\n{}", lines.join("\n"))
            }
        }
    }

    fn read(path: &Path) -> String {
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn write(path: &Path, bytes: &[u8]) {
        fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
