//! `which-cause snippet` prints the HTML that a site owner pastes: the script and the element with the quiz's intro.

use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use which_cause_quiz::Quiz;
use which_cause_snippet::{Attributes, Loader, element_html, script_html};

use crate::arguments::{QuizFile, parse_address, parse_region};
use crate::failure::Failure;
use crate::number_format::CldrNumberFormat;
use crate::source_file::{SourceFile, is_stdin};
use crate::translation_files::languages_beside;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// The address of the course page; without it, the address in the quiz file
    #[arg(long, value_name = "URL", value_parser = parse_address)]
    course: Option<String>,
    /// The address of the quiz file; without it, the file is beside the page. The widget's own quiz needs none
    #[arg(long, value_name = "URL", value_parser = parse_address)]
    quiz_url: Option<String>,
    /// The ISO 3166 region where most readers are, for emergency numbers
    #[arg(long, value_name = "REGION", value_parser = parse_region)]
    region: Option<String>,
    /// The address of the widget's files; with it, the script has a version and an integrity hash
    #[arg(long, value_name = "URL", value_parser = parse_address)]
    base: Option<String>,
    /// The folder of the widget's files, from which --base computes the hash
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    dist: PathBuf,
}

/// The quiz that is compiled into the widget.
const COMPILED_IN_QUIZ: &str = include_str!("../../quizzes/upper-back-knots.json");

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let quiz = SourceFile::open(&options.quiz.path)?.quiz()?;
    let integrity = options.base.as_ref().map(|_| integrity(options)).transpose()?;
    let loader = options.base.as_ref().zip(integrity.as_ref());
    let script =
        script_html(loader.map(|(folder, integrity)| Loader {
            folder,
            release: Some((env!("CARGO_PKG_VERSION"), integrity)),
        }));
    let mut attributes = Attributes::default();
    let quiz_url = quiz_url(&quiz, options)?;
    // The widget has its own list of translations for the compiled-in quiz.
    if quiz_url.is_some() {
        attributes.set("translations", Some(&languages_beside(&options.quiz.path, &quiz).join(" ")));
    }
    attributes.set("quiz", quiz_url.as_deref());
    attributes.set("course", options.course.as_deref());
    attributes.set("region", options.region.as_deref());
    let numbers = Rc::new(CldrNumberFormat::new(quiz.language().as_str()));
    writeln!(out, "{script}\n{}", element_html(&quiz, &attributes, numbers))?;
    Ok(())
}

/// The hash of the build's loader, as the attribute `integrity` has it.
fn integrity(options: &Options) -> Result<String, Failure> {
    let loader = options.dist.join("which-cause.js");
    let bytes = std::fs::read(&loader).map_err(|error| {
        let loader = loader.display();
        Failure::Other(format!(
            "{loader}: {error}; --base needs the files of the widget; name their folder with --dist"
        ))
    })?;
    Ok(format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))))
}

/// The address of the quiz file for the page. `None` if the quiz is compiled into the widget.
fn quiz_url(quiz: &Quiz, options: &Options) -> Result<Option<String>, Failure> {
    let is_compiled_in = which_cause_quiz::read(COMPILED_IN_QUIZ).is_ok_and(|it| it.id() == quiz.id());
    if options.quiz_url.is_some() || is_compiled_in {
        return Ok(options.quiz_url.clone());
    }
    let path = Some(&options.quiz.path).filter(|path| !is_stdin(path));
    match path.and_then(|path| path.file_name()) {
        Some(name) => Ok(Some(name.to_string_lossy().into_owned())),
        None => Err(Failure::Other("add --quiz-url with the address of the quiz file".to_owned())),
    }
}
