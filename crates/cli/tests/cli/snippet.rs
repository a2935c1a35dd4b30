//! `which-cause snippet`: the HTML of the element.

use serde_json::{Value, json};

use crate::support::{BREAD, KNOTS_PATH, TestFolder, knots, run, run_with_input};

/// HTML without white space between tags.
fn without_white_space(html: &str) -> String {
    let words = html.split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace("> <", "><").replace("> ", ">").replace(" <", "<")
}

/// Checks that a page has the snippet of the five-cause quiz.
fn assert_page_has_snippet(page: &str) {
    let start = page.find("<script type=\"module\" src=\"which-cause.js\"").expect("the script");
    let end = page.find("</which-cause>").expect("the element") + "</which-cause>".len();
    let snippet = run(&["snippet", KNOTS_PATH, "--course", "course.html"]).stdout;
    assert_eq!(without_white_space(&page[start..end]), without_white_space(&snippet));
}

#[test]
fn article_has_the_snippet() {
    assert_page_has_snippet(include_str!("../../../../index.html"));
}

#[test]
fn frame_page_has_the_snippet_and_the_title_of_the_quiz() {
    let page = include_str!("../../../../js/frame/frame.html");
    assert_page_has_snippet(page);
    let title = knots()["title"].as_str().expect("a title").to_owned();
    assert!(page.contains(&format!("<title>{title}</title>")));
}

#[test]
fn texts_and_addresses_are_escaped() {
    let folder = TestFolder::new("snippet-escapes");
    let mut quiz = knots();
    quiz["title"] = json!("<img src=x onerror=alert(1)> & \"so\"");
    quiz["intro"]["start"] = json!("\" onclick=\"alert(1)");
    let path = folder.write("quiz.json", quiz.to_string());
    let run = run(&["snippet", &path, "--course", "https://example.org/?a=1&b=\"><script>"]);
    run.assert_prints("<h2>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot;</h2>");
    run.assert_prints("start-label=\"&quot; onclick=&quot;alert(1)\"");
    run.assert_prints("course=\"https://example.org/?a=1&amp;b=&quot;&gt;&lt;script&gt;\"");
}

#[test]
fn snippet_has_the_language_the_direction_and_the_region() {
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    (quiz["language"], quiz["direction"]) = (json!("ar"), json!("rtl"));
    let arguments = ["snippet", "-", "--quiz-url", "/bread.ar.json", "--region", "eg"];
    run_with_input(&arguments, &quiz.to_string()).assert_prints(
        "<which-cause quiz=\"/bread.ar.json\" lang=\"ar\" dir=\"rtl\" region=\"EG\" start-label=",
    );
}

#[test]
fn photo_comes_after_the_title_from_the_folder_of_the_quiz() {
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["intro"]["picture"] =
        json!({"photo": "loaf.webp", "width": 1200, "height": 800, "text": "A \"dense\" loaf"});
    for (quiz_url, address) in [
        ("bread.json", "loaf.webp"),
        ("/quizzes/bread.json?v=2", "/quizzes/loaf.webp"),
        ("https://example.org/bread.json", "https://example.org/loaf.webp"),
    ] {
        let arguments = ["snippet", "-", "--quiz-url", quiz_url];
        run_with_input(&arguments, &quiz.to_string()).assert_prints(&format!(
            "</h2>\n  <img src=\"{address}\" alt=\"A &quot;dense&quot; loaf\" width=\"1200\" height=\"800\" loading=\"lazy\" style=\"max-width: 100%; height: auto\">\n  <p>"
        ));
    }
}

#[test]
fn notice_comes_after_the_audience() {
    let folder = TestFolder::new("snippet-notice");
    let mut quiz = knots();
    quiz["notice"] = json!("Noch nicht geprüft.");
    let html = run(&["snippet", &folder.write("quiz.json", quiz.to_string())]).stdout;
    let (before, after) = html.split_once("please talk to a parent").expect("the audience");
    assert!(before.contains("<h2>") && after.contains("<p>Noch nicht geprüft.</p>"), "{html}");
}

#[test]
fn labels_of_the_loader_are_left_out_if_they_are_the_default() {
    let manifest: Value =
        serde_json::from_str(include_str!("../../../../js/custom-elements.json")).expect("JSON");
    let attributes = manifest["modules"][0]["declarations"][0]["attributes"].as_array().expect("a list");
    let default = |name: &str| {
        attributes.iter().find(|it| it["name"] == name).expect("the attribute")["default"].clone()
    };
    let folder = TestFolder::new("snippet-labels");
    let mut quiz = knots();
    (quiz["intro"]["busy"], quiz["intro"]["failed"]) = (default("busy-label"), default("failed-label"));
    let same = run(&["snippet", &folder.write("same.json", quiz.to_string())]);
    same.assert_prints("start-label=");
    same.assert_does_not_print("busy-label=");
    same.assert_does_not_print("failed-label=");
    (quiz["intro"]["busy"], quiz["intro"]["failed"]) = (json!("Gleich …"), json!("\"Nichts\" <da>"));
    run(&["snippet", &folder.write("other.json", quiz.to_string())])
        .assert_prints("busy-label=\"Gleich …\" failed-label=\"&quot;Nichts&quot; &lt;da&gt;\">");
}

#[test]
fn numbers_have_the_plural_form_of_the_language() {
    let folder = TestFolder::new("snippet-plural");
    let mut quiz = knots();
    quiz["language"] = json!("ar");
    quiz["care"]["soon_after_weeks"] = json!(2);
    quiz["care"]["weeks"] = json!({"two": "TWO", "other": "{n}"});
    quiz["intro"]["lead"] = json!("After {soon_after_weeks}");
    run(&["snippet", &folder.write("quiz.json", quiz.to_string())]).assert_prints("<p>After TWO</p>");
}
