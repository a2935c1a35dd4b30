//! `snippet`: the HTML that an owner pastes, with the quiz's own intro as the element's children.

use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use which_cause_quiz::Direction;
use which_cause_quiz::{Link, Quiz, Regions, Text};

use crate::counting::Counting;
use crate::source::Source;
use crate::translations::beside;
use crate::{Failure, QuizFile, region};

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// The address of the course page; without one, the quiz file's own
    #[arg(long, value_name = "URL", value_parser = address)]
    course: Option<String>,
    /// Where the quiz file is on the web; without one, beside the page by its own name, and for the quiz that is
    /// compiled in nowhere
    #[arg(long, value_name = "URL", value_parser = address)]
    quiz_url: Option<String>,
    /// Where most readers are, as an ISO 3166 region, for emergency numbers
    #[arg(long, value_name = "REGION", value_parser = region)]
    region: Option<String>,
    /// Where the files of the build are on the web; with it, the loader has a version and an integrity hash
    #[arg(long, value_name = "URL", value_parser = address)]
    base: Option<String>,
    /// The folder with the build, from which --base takes the hash
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    dist: PathBuf,
}

/// What the loader says by itself, in English, while the quiz is on its way and where it could not start.
const BUSY: &str = "Starting…";
const FAILED: &str = "The quiz could not start. Please try again.";

/// The quiz that the widget has compiled in.
const COMPILED_IN: &str = include_str!("../../../quizzes/upper-back-knots.json");

/// An address, relative or of the web, as the element takes it.
fn address(text: &str) -> Result<String, String> {
    let text = text.trim();
    let scheme = text.split_once(':').map(|(before, _)| before).filter(|it| !it.contains(['/', '?', '#']));
    let of_the_web =
        scheme.is_none_or(|it| it.eq_ignore_ascii_case("https") || it.eq_ignore_ascii_case("http"));
    if !text.is_empty() && of_the_web && !text.contains(char::is_control) {
        Ok(text.to_owned())
    } else {
        Err("an address that starts with https:// or http://, or one relative to the page".to_owned())
    }
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let quiz = Source::open(&options.quiz.path)?.quiz()?;
    let script = match &options.base {
        None => "<script type=\"module\" src=\"which-cause.js\"></script>".to_owned(),
        Some(base) => {
            let loader = options.dist.join("which-cause.js");
            let bytes = std::fs::read(&loader).map_err(|error| {
                let loader = loader.display();
                Failure::Other(format!(
                    "{loader}: {error}; --base needs the build (`make build`), see --dist"
                ))
            })?;
            let hash = STANDARD.encode(Sha384::digest(&bytes));
            let slash = if base.ends_with('/') { "" } else { "/" };
            format!(
                "<script type=\"module\" src=\"{}{slash}which-cause.js?v={}\" integrity=\"sha384-{hash}\" \
                 crossorigin=\"anonymous\"></script>",
                escaped(base),
                env!("CARGO_PKG_VERSION"),
            )
        }
    };
    let course = options.course.as_deref().or(quiz.course().and_then(|it| it.url.as_ref()).map(Link::as_str));
    let quiz_url = quiz_url(&quiz, options)?;
    // Those of the compiled-in quiz come with it, and the widget knows them.
    let translations = if quiz_url.is_some() { beside(&options.quiz.path, &quiz) } else { Vec::new() };
    let translations = Some(translations.join(" ")).filter(|it| !it.is_empty());
    let place =
        [("quiz", quiz_url.as_deref()), ("translations", translations.as_deref()), ("course", course)];
    writeln!(out, "{script}\n{}", element(&quiz, options, place))?;
    Ok(())
}

/// Where the widget finds the quiz: nowhere else than in itself, if it is compiled in.
fn quiz_url(quiz: &Quiz, options: &Options) -> Result<Option<String>, Failure> {
    let is_compiled_in = which_cause_quiz::read(COMPILED_IN).is_ok_and(|it| it.id() == quiz.id());
    if options.quiz_url.is_some() || is_compiled_in {
        return Ok(options.quiz_url.clone());
    }
    let path = Some(&options.quiz.path).filter(|it| *it != Path::new("-"));
    let name = path.and_then(|it| it.file_name()).map(|it| it.to_string_lossy().into_owned());
    let message = "say with --quiz-url where the quiz will be on the web";
    name.map(Some).ok_or_else(|| Failure::Other(message.to_owned()))
}

/// An attribute, and its value where it has one.
type Attribute<'a> = (&'static str, Option<&'a str>);

/// The element with the intro in it. `place` says where the quiz, its translations and its course are.
fn element(quiz: &Quiz, options: &Options, place: [Attribute<'_>; 3]) -> String {
    let regions = Regions { reader: options.region.as_deref(), owner: None };
    let placeholders = quiz.placeholders(regions, Rc::new(Counting::of(quiz.language().as_str())));
    let say = |text: &Text| escaped(&placeholders.render(text));
    let intro = quiz.intro();
    let mut html = String::from("<which-cause");
    let language = quiz.language().as_str();
    let [at, translations, course] = place;
    let label = |text: Option<&Text>| text.map(|it| placeholders.render(it));
    let (start, busy, failed) =
        (placeholders.render(&intro.start), label(intro.busy.as_ref()), label(intro.failed.as_ref()));
    let attributes = [
        at,
        translations,
        ("lang", Some(language).filter(|it| *it != "en")),
        ("dir", (*quiz.direction() == Direction::Rtl).then_some("rtl")),
        course,
        ("region", options.region.as_deref()),
        ("start-label", Some(&*start)),
        ("busy-label", busy.as_deref().filter(|it| *it != BUSY)),
        ("failed-label", failed.as_deref().filter(|it| *it != FAILED)),
    ];
    for (name, value) in attributes {
        if let Some(value) = value {
            let _ = write!(html, " {name}=\"{}\"", escaped(value));
        }
    }
    html.push_str(">\n");
    let _ = writeln!(html, "  <h2>{}</h2>", say(quiz.title()));
    for text in quiz.subtitle().into_iter().chain([&intro.lead]) {
        let _ = writeln!(html, "  <p>{}</p>", say(text));
    }
    if !intro.points.is_empty() {
        html.push_str("  <ul>\n");
        for point in &intro.points {
            let _ = writeln!(html, "    <li>{}</li>", say(point));
        }
        html.push_str("  </ul>\n");
    }
    for text in intro.audience.iter().chain(quiz.notice()) {
        let _ = writeln!(html, "  <p>{}</p>", say(text));
    }
    if let ((_, Some(course)), Some(about)) = (course, quiz.course()) {
        let (address, name) = (escaped(course), escaped(about.name.as_str()));
        let _ = writeln!(html, "  <p data-fallback><a href=\"{address}\">{name}</a></p>");
    }
    html.push_str("</which-cause>");
    html
}

/// Text as it may stand in HTML, between tags and in an attribute in double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
