//! The `<which-cause>` element with the quiz's words before the start as its children.

use std::fmt::Write;
use std::ops::Deref;
use std::rc::Rc;

use which_cause_quiz::{Address, Direction, IntroPhoto, NumberFormat, Quiz, Regions, Text};

use crate::attributes::{ATTRIBUTES, Attributes, BOOLEAN_ATTRIBUTE};
use crate::escape::escape_html;

/// The loader's own labels while the quiz loads and after it failed. The snippet leaves out labels that are the same.
const DEFAULT_BUSY_LABEL: &str = "Starting…";
const DEFAULT_FAILED_LABEL: &str = "The quiz could not start. Please try again.";

/// The element as HTML. Attributes that are not given come from the quiz: its language, direction, course and labels.
///
/// `numbers` is how the quiz's language writes numbers.
#[must_use]
pub fn element_html(quiz: &Quiz, attributes: &Attributes, numbers: Rc<dyn NumberFormat>) -> String {
    let regions = Regions { reader: attributes.get("region"), owner: None };
    let placeholders = quiz.placeholders(regions, numbers);
    let render = |text: &Text| placeholders.render(text);
    let mut html = String::from("<which-cause");
    for name in ATTRIBUTES {
        let value = attributes.get(name).map(str::to_owned).or_else(|| of_quiz(quiz, name, render));
        match value {
            Some(_) if name == BOOLEAN_ATTRIBUTE => html.extend([" ", name]),
            Some(value) => html.extend([" ", name, "=\"", &escape_html(&value), "\""]),
            None => {}
        }
    }
    html.push_str(">\n");
    let render = |text: &Text| escape_html(&render(text));
    push_title(&mut html, quiz, attributes.get("quiz"), render);
    push_intro(&mut html, quiz, render);
    if let (Some(address), Some(course)) = (course_address(quiz, attributes), quiz.course()) {
        let (address, name) = (escape_html(address), escape_html(course.name.as_str()));
        _ = writeln!(html, "  <p data-fallback><a href=\"{address}\">{name}</a></p>");
    }
    html.push_str("</which-cause>");
    html
}

/// The address of the course page: the attribute, or else the quiz's own.
pub(crate) fn course_address<'a>(quiz: &'a Quiz, attributes: &'a Attributes) -> Option<&'a str> {
    attributes.get("course").or(quiz.course_address())
}

/// The value of an attribute as the quiz has it.
fn of_quiz(quiz: &Quiz, name: &str, render: impl Fn(&Text) -> String) -> Option<String> {
    let intro = quiz.intro();
    match name {
        "lang" => Some(quiz.language().to_string()).filter(|language| language != "en"),
        "dir" => (*quiz.direction() == Direction::Rtl).then(|| "rtl".to_owned()),
        "course" => quiz.course_address().map(str::to_owned),
        "start-label" => Some(render(&intro.start)),
        "busy-label" => intro.busy.as_ref().map(render).filter(|label| label != DEFAULT_BUSY_LABEL),
        "failed-label" => intro.failed.as_ref().map(render).filter(|label| label != DEFAULT_FAILED_LABEL),
        _ => None,
    }
}

/// Adds the quiz's title and photo. `render` gives a text as HTML.
fn push_title(html: &mut String, quiz: &Quiz, quiz_url: Option<&str>, render: impl Fn(&Text) -> String) {
    _ = writeln!(html, "  <h2>{}</h2>", render(quiz.title()));
    if let Some(IntroPhoto { photo, text }) = &quiz.intro().picture {
        let address = escape_html(&beside(quiz_url, &photo.address));
        let text = render(text);
        let (width, height) = (photo.width.get(), photo.height.get());
        _ = writeln!(
            html,
            "  <img src=\"{address}\" alt=\"{text}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" style=\"max-width: 100%; height: auto\">"
        );
    }
}

/// Adds the quiz's intro. `render` gives a text as HTML.
fn push_intro(html: &mut String, quiz: &Quiz, render: impl Fn(&Text) -> String) {
    let intro = quiz.intro();
    for text in quiz.subtitle().into_iter().chain([&intro.lead]) {
        _ = writeln!(html, "  <p>{}</p>", render(text));
    }
    if !intro.points.is_empty() {
        html.push_str("  <ul>\n");
        for point in &intro.points {
            _ = writeln!(html, "    <li>{}</li>", render(point));
        }
        html.push_str("  </ul>\n");
    }
    for text in intro.audience.iter().chain(quiz.notice().map(Deref::deref)) {
        _ = writeln!(html, "  <p>{}</p>", render(text));
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

#[cfg(test)]
mod tests {
    use super::*;
    use which_cause_quiz::{PlainDigits, read};

    fn html(attributes: &[(&str, &str)]) -> String {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../quizzes/starter.json");
        let quiz = read(&std::fs::read_to_string(path).expect("a file")).expect("a quiz");
        element_html(&quiz, &attributes.iter().copied().collect(), Rc::new(PlainDigits))
    }

    #[test]
    fn an_attribute_of_the_owner_comes_before_that_of_the_quiz() {
        assert!(html(&[]).starts_with("<which-cause start-label=\"Start\">"), "{}", html(&[]));
        let html =
            html(&[("start-label", "Go \"now\""), ("theme", "dark"), ("remember", ""), ("report", "")]);
        assert!(
            html.starts_with("<which-cause theme=\"dark\" remember start-label=\"Go &quot;now&quot;\">"),
            "{html}"
        );
    }
}
