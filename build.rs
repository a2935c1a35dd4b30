//! Makes ready what is compiled into the widget: its style sheets in one, and the five-cause quiz without what
//! its readers do not see in it.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "web")]
    web::make();
}

#[cfg(feature = "web")]
mod web {
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    use serde_json::Value;

    const QUIZ: &str = "quizzes/upper-back-knots.json";
    const SHEETS: &str = "style/widget";

    pub(super) fn make() {
        let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
        println!("cargo::rerun-if-changed={QUIZ}");
        println!("cargo::rerun-if-changed={SHEETS}");
        write(&out.join("quiz.json"), &quiz());
        write(&out.join("widget.css"), &sheets());
    }

    /// The quiz in one line, without what is there for its author and its reviewers, and without what the page around it
    /// says before it starts, as far as that may be left out: the widget never shows it.
    fn quiz() -> String {
        let mut file: Value =
            serde_json::from_str(&read(Path::new(QUIZ))).expect("the five-cause quiz is JSON");
        if let Some(file) = file.as_object_mut() {
            file.retain(|key, _| key != "readers" && !key.starts_with(['$', '_']));
        }
        if let Some(intro) = file["intro"].as_object_mut() {
            intro.retain(|key, _| key == "lead" || key == "start");
        }
        for question in file["questions"].as_array_mut().into_iter().flatten() {
            question.as_object_mut().map(|it| it.remove("reason"));
        }
        file.to_string()
    }

    /// The widget's sheets, in the order of their names.
    fn sheets() -> String {
        let mut paths: Vec<PathBuf> = fs::read_dir(SHEETS)
            .unwrap_or_else(|error| panic!("{SHEETS}: {error}"))
            .map(|entry| entry.expect("a readable folder").path())
            .collect();
        paths.sort();
        let css: String = paths.iter().map(|path| read(path)).collect();
        minifier::css::minify(&css).unwrap_or_else(|error| panic!("{SHEETS}: {error}")).to_string()
    }

    fn read(path: &Path) -> String {
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn write(path: &Path, text: &str) {
        fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
