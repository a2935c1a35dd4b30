//! Whole pages: one to try a snippet on, and the page of the frame.

use which_cause_quiz::{Direction, Quiz};

use crate::escape::escape_html;

/// The style of a page to try a snippet on.
const PAGE_STYLE: &str = "    <style>
      :root { color-scheme: light dark; }
      body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif; }
    </style>
";

/// A page to try a snippet on. `title` is its title, and `snippet` the HTML from the style to the element.
#[must_use]
pub fn page_html(quiz: &Quiz, title: &str, snippet: &str) -> String {
    let start = start_html(quiz, title);
    format!(
        "{start}{PAGE_STYLE}  </head>\n  <body>\n    <!-- The snippet begins here. Copy it into your page. -->\n{snippet}\n    <!-- The snippet ends here. -->\n  </body>\n</html>\n"
    )
}

/// The page of the frame for a quiz: `frame` is the file of the build, which is for the five-cause quiz, and `element` the HTML of the
/// element in its place. `None` if the file is not that of a build.
#[must_use]
pub fn frame_page_html(quiz: &Quiz, title: &str, frame: &str, element: &str) -> Option<String> {
    let (_, head) = frame.split_once("</title>")?;
    let (head, body) = head.split_once("<which-cause")?;
    let (_, end) = body.split_once("</which-cause>")?;
    let start = start_html(quiz, title);
    Some(format!("{}{head}{element}{end}", start.trim_end()))
}

/// The start of a page, up to its title.
fn start_html(quiz: &Quiz, title: &str) -> String {
    let language = escape_html(quiz.language().as_str());
    let direction = if *quiz.direction() == Direction::Rtl { " dir=\"rtl\"" } else { "" };
    let title = escape_html(title);
    format!(
        "<!doctype html>\n<html lang=\"{language}\"{direction}>\n  <head>\n    <meta charset=\"utf-8\" />\n    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n    <title>{title}</title>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use which_cause_quiz::read;

    #[test]
    fn the_page_of_the_frame_has_the_quiz_in_place_of_the_five_cause_quiz() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
        let file = |path: &str| std::fs::read_to_string(format!("{root}/{path}")).expect("a file");
        let frame = file("js/frame/frame.html");
        let quiz = read(&file("quizzes/upper-back-knots.ar.json")).expect("a quiz");
        let html = frame_page_html(&quiz, "A & B", &frame, "<which-cause quiz=\"q.json\"></which-cause>")
            .expect("a page");
        assert!(html.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"), "{html}");
        assert!(html.contains("<title>A &amp; B</title>"), "{html}");
        assert!(html.contains("which-cause-course-sites"), "{html}");
        assert!(html.contains("<which-cause quiz=\"q.json\"></which-cause>\n  </body>"), "{html}");
        assert!(!html.contains("course.html\" start-label"), "{html}");
        assert_eq!(frame_page_html(&quiz, "", "<html></html>", ""), None);
    }
}
