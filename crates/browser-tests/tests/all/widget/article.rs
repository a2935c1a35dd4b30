//! The article of the build, with changes that a test makes, and what the tests know of the five-cause quiz.

use serde_json::Value;

use crate::harness::reader::Reader;
use crate::widget::several_quizzes::page;

/// The app's WebAssembly module.
pub(crate) const WASM: &str = "which-cause-app_bg.wasm";

/// The drawings of the five-cause quiz.
pub(crate) const DRAWINGS: &str = "upper-back-knots.drawings.json";

/// The question of the first safety screen.
pub(crate) const FIRST_SCREEN: &str = "First, is any of this happening with your pain?";

/// The question of the second safety screen.
pub(crate) const SECOND_SCREEN: &str = "Next, do any of these fit you?";

/// The question of the third safety screen.
pub(crate) const THIRD_SCREEN: &str = "Last safety question. Do any of these fit?";

/// The message of a quiz that does not start.
pub(crate) const FAILED: &str = "The quiz could not start. Please try again.";

/// A text of the article's author.
pub(crate) const AUTHORS_WORDS: &str = "It's a guide, not a diagnosis.";

/// A quiz without safety screens, in a file of its own.
pub(crate) const BREAD: &str = include_str!("../../../../../quizzes/dense-bread.json");

/// The bread quiz with its first two questions.
pub(crate) fn short_bread() -> Value {
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["questions"].as_array_mut().expect("questions").truncate(2);
    quiz.as_object_mut().expect("a quiz").remove("test_cases");
    quiz
}

/// A text file of the build.
pub(crate) fn built(name: &str) -> String {
    std::fs::read_to_string(crate::harness::server::built(name)).expect("a file of the build")
}

/// The article, with these attributes in place of the element's `course`.
pub(crate) fn article_with(attributes: &str) -> String {
    let article = built("index.html");
    let changed = article.replace("course=\"course.html\"", attributes);
    assert_ne!(article, changed);
    changed
}

/// The article with a quiz that remembers the session.
pub(crate) fn article_that_remembers() -> String {
    built("index.html").replacen("<which-cause ", "<which-cause remember ", 1)
}

impl Reader {
    /// Opens a page whose quiz has these words before the start, and waits until the app has prepared the quiz: it listens to clicks and
    /// keys then.
    pub(crate) async fn opens_prepared_with(&self, words: &str) {
        self.opens_page(page(&format!("<which-cause>{words}</which-cause>"))).await;
        let is_prepared = "!!document.querySelector('which-cause').shadowRoot?.querySelector('.widget')";
        self.page.waits_until(is_prepared).await;
    }

    /// Makes sure that no link leads to the course.
    pub(crate) async fn has_no_course_link(&self) {
        // The part of a result below its bars is rendered after the rest.
        let is_whole = "(() => {
            const result = document.querySelector('which-cause').shadowRoot.querySelector('.widget:not([hidden]) .result');
            return !result || !!result.querySelector('.buttons');
        })()";
        self.page.waits_until(is_whole).await;
        self.page.does_not_show("See what's in the course").await;
    }

    /// Skips all questions, up to the result.
    pub(crate) async fn skips_to_the_result(&self) {
        // The part of a result below its bars is rendered after the rest.
        const SKIP: &str = "
            const [done] = arguments, { shadowRoot } = document.querySelector('which-cause');
            let skipped = 0;
            const look = () => {
                if (shadowRoot.querySelector('.widget:not([hidden]) .result .buttons')) return done(skipped);
                const skip = [...shadowRoot.querySelectorAll('.widget:not([hidden]) form .quiet')][1];
                if (skip) {
                    skip.click();
                    skipped++;
                }
                requestAnimationFrame(look);
            };
            look();
        ";
        assert_eq!(self.page.run_async(SKIP).await, 11, "every question is skipped");
        self.waits_before_the_next_click();
        self.page.find("heading", "Nothing stands out").await;
    }
}
