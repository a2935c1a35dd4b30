//! The frame, for sites that remove scripts and unknown elements.

use which_cause_quiz::Quiz;

use crate::attributes::{Attributes, BOOLEAN_ATTRIBUTE};
use crate::element::course_address;
use crate::escape::{address_in, encode_parameter, escape_html};

/// The attributes that are parameters of the frame's address.
pub const FRAME_PARAMETERS: [&str; 9] =
    ["quiz", "translations", "lang", "course", "region", "theme", "loading", "report", "remember"];

/// The frame as HTML, with a link to the course for readers without it, and with the script that gives it the height of each screen.
///
/// `title` names the frame for screen readers. `folder` is the address of the widget's files; without one they are beside the page.
#[must_use]
pub fn frame_html(quiz: &Quiz, title: &str, attributes: &Attributes, folder: Option<&str>) -> String {
    let parameters: Vec<String> = FRAME_PARAMETERS
        .into_iter()
        .filter_map(|name| {
            let value = attributes.get(name)?;
            Some(if name == BOOLEAN_ATTRIBUTE {
                name.to_owned()
            } else {
                format!("{name}={}", encode_parameter(value))
            })
        })
        .collect();
    let mut source = address_in(folder, "frame.html");
    if !parameters.is_empty() {
        source.extend(["?", &parameters.join("&")]);
    }
    let mut html = format!(
        "<iframe class=\"which-cause-frame\" title=\"{}\" loading=\"lazy\"\n  src=\"{}\"\n  width=\"100%\" height=\"640\" style=\"border: 0; min-height: 640px\"></iframe>\n",
        escape_html(title),
        escape_html(&source),
    );
    if let (Some(address), Some(course)) = (course_address(quiz, attributes), quiz.course()) {
        html.extend([
            "<p><a href=\"",
            &escape_html(address),
            "\">",
            &escape_html(course.name.as_str()),
            "</a></p>\n",
        ]);
    }
    let script = escape_html(&address_in(folder, "which-cause-frame.js"));
    html.extend(["<script src=\"", &script, "\" async></script>"]);
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use which_cause_quiz::read;

    #[test]
    fn the_parameters_are_those_of_the_frame() {
        let script = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../js/frame/frame.js"))
            .expect("a file");
        let (_, plain) = script.split_once("const PLAIN = [").expect("the list of parameters");
        let (plain, _) = plain.split_once(']').expect("the end of the list");
        let mut expected: Vec<&str> = plain.split(", ").map(|name| name.trim_matches('"')).collect();
        for read in ["parameter(\"quiz\")", "parameter(\"course\")", "parameter(\"remember\")"] {
            assert!(script.contains(read), "{read}");
        }
        expected.extend(["quiz", "course", "remember"]);
        expected.sort_unstable();
        let mut known = FRAME_PARAMETERS;
        known.sort_unstable();
        assert_eq!(expected, known);
    }

    #[test]
    fn an_address_in_a_parameter_stays_one_parameter() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../quizzes/starter.json");
        let quiz = read(&std::fs::read_to_string(path).expect("a file")).expect("a quiz");
        let attributes = [("quiz", "plant.json"), ("course", "https://a.org/?b=1&c"), ("remember", "")];
        let html = frame_html(
            &quiz,
            "Leaves & \"roots\"",
            &attributes.into_iter().collect(),
            Some("https://a.org/w/"),
        );
        assert!(html.contains("title=\"Leaves &amp; &quot;roots&quot;\""), "{html}");
        assert!(
            html.contains(
                "src=\"https://a.org/w/frame.html?quiz=plant.json&amp;course=https%3A%2F%2Fa.org%2F%3Fb%3D1%26c&amp;remember\""
            ),
            "{html}"
        );
    }
}
