//! Renders the `<which-cause>` element with the quiz's intro as its children.

use std::fmt::Write;
use std::ops::Deref;
use std::rc::Rc;

use which_cause_quiz::Direction;
use which_cause_quiz::{Address, Quiz, Regions, Text};

use crate::number_format::CldrNumberFormat;

/// The element's attributes that do not come from the quiz's texts.
pub(super) struct Attributes<'a> {
    /// The address of the quiz file.
    pub(super) quiz: Option<&'a str>,
    /// The languages of its translations, with spaces between them.
    pub(super) translations: Option<&'a str>,
    /// The address of the course page.
    pub(super) course: Option<&'a str>,
    /// The region where most readers are.
    pub(super) region: Option<&'a str>,
}

/// The loader's own labels while the quiz loads and after it failed. The snippet leaves out labels that are the same.
const DEFAULT_BUSY_LABEL: &str = "Starting…";
const DEFAULT_FAILED_LABEL: &str = "The quiz could not start. Please try again.";

/// The element as HTML.
pub(super) fn element_html(quiz: &Quiz, attributes: &Attributes<'_>) -> String {
    let language = quiz.language().as_str();
    let regions = Regions { reader: attributes.region, owner: None };
    let placeholders = quiz.placeholders(regions, Rc::new(CldrNumberFormat::new(language)));
    let render = |text: &Text| placeholders.render(text);
    let intro = quiz.intro();
    let start_label = render(&intro.start);
    let busy_label = intro.busy.as_ref().map(render).filter(|label| label != DEFAULT_BUSY_LABEL);
    let failed_label = intro.failed.as_ref().map(render).filter(|label| label != DEFAULT_FAILED_LABEL);
    let mut html = String::from("<which-cause");
    for (name, value) in [
        ("quiz", attributes.quiz),
        ("translations", attributes.translations),
        ("lang", Some(language).filter(|language| *language != "en")),
        ("dir", (*quiz.direction() == Direction::Rtl).then_some("rtl")),
        ("course", attributes.course),
        ("region", attributes.region),
        ("start-label", Some(&*start_label)),
        ("busy-label", busy_label.as_deref()),
        ("failed-label", failed_label.as_deref()),
    ] {
        if let Some(value) = value {
            let _ = write!(html, " {name}=\"{}\"", escape_html(value));
        }
    }
    html.push_str(">\n");
    let render = |text: &Text| escape_html(&render(text));
    push_title(&mut html, quiz, attributes.quiz, render);
    push_intro(&mut html, quiz, render);
    if let (Some(address), Some(course)) = (attributes.course, quiz.course()) {
        let (address, name) = (escape_html(address), escape_html(course.name.as_str()));
        let _ = writeln!(html, "  <p data-fallback><a href=\"{address}\">{name}</a></p>");
    }
    html.push_str("</which-cause>");
    html
}

/// Adds the quiz's title and photo. `render` gives a text as HTML.
fn push_title(html: &mut String, quiz: &Quiz, quiz_url: Option<&str>, render: impl Fn(&Text) -> String) {
    let _ = writeln!(html, "  <h2>{}</h2>", render(quiz.title()));
    if let Some(picture) = &quiz.intro().picture
        && let Some(photo) = picture.source.photo()
    {
        let address = escape_html(&beside(quiz_url, &photo.address));
        let text = picture.text.as_ref().map(render).unwrap_or_default();
        let (width, height) = (photo.width.get(), photo.height.get());
        let _ = writeln!(
            html,
            "  <img src=\"{address}\" alt=\"{text}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" style=\"max-width: 100%; height: auto\">"
        );
    }
}

/// Adds the quiz's intro. `render` gives a text as HTML.
fn push_intro(html: &mut String, quiz: &Quiz, render: impl Fn(&Text) -> String) {
    let intro = quiz.intro();
    for text in quiz.subtitle().into_iter().chain([&intro.lead]) {
        let _ = writeln!(html, "  <p>{}</p>", render(text));
    }
    if !intro.points.is_empty() {
        html.push_str("  <ul>\n");
        for point in &intro.points {
            let _ = writeln!(html, "    <li>{}</li>", render(point));
        }
        html.push_str("  </ul>\n");
    }
    for text in intro.audience.iter().chain(quiz.notice().map(Deref::deref)) {
        let _ = writeln!(html, "  <p>{}</p>", render(text));
    }
}

/// The address of a photo for the page: it is relative to the quiz file.
fn beside(quiz: Option<&str>, photo: &Address) -> String {
    let folder = quiz.and_then(|quiz| quiz.split(['?', '#']).next()?.rsplit_once('/'));
    match folder {
        Some((folder, _)) if photo.is_relative() && !photo.as_str().starts_with('/') => {
            format!("{folder}/{}", photo.as_str())
        }
        _ => photo.as_str().to_owned(),
    }
}

/// Escapes a text for HTML, between tags or in an attribute in double quotes.
pub(super) fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
