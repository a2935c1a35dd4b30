//! axe finds nothing in the studio, in light and in dark: on every panel, in every kind of form, and beside every message.
//!
//! axe's rules are the same in every engine, so Chromium is enough. `widget/axe.rs` looks at some screens in the others.

use macro_rules_attribute::apply;

use super::{Author, DESK, EXAMPLE, KNOTS, quiz_file};
use crate::harness::axe::{axe_finds_enough_contrast, axe_finds_nothing, axe_finds_nothing_in};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;

impl Author {
    /// Makes sure that axe finds nothing on what is shown. `panel` names it.
    async fn shows_no_fault(&self, panel: &str) {
        let page = &self.browser.page;
        axe_finds_nothing(page, &format!("{panel}, light")).await;
        self.has_enough_contrast_in_the_dark(None, panel).await;
    }

    /// The same for the form alone: the outline and the preview are looked at with other panels.
    async fn shows_no_fault_in_the_form(&self, panel: &str) {
        const FORM: &str = "#panel-form";
        axe_finds_nothing_in(&self.browser.page, FORM, &format!("{panel}, light")).await;
        self.has_enough_contrast_in_the_dark(Some(FORM), panel).await;
    }

    /// Other faults do not depend on colors.
    async fn has_enough_contrast_in_the_dark(&self, part: Option<&str>, panel: &str) {
        let page = &self.browser.page;
        page.run("document.documentElement.style.colorScheme = 'dark'", vec![]).await;
        axe_finds_enough_contrast(page, part, &format!("{panel}, dark")).await;
        page.run("document.documentElement.style.colorScheme = ''", vec![]).await;
    }

    /// Opens parts of the quiz. Each is named as in the outline, with the heading of its form.
    async fn opens_parts_without_fault(&self, parts: &[(&str, &str)]) {
        for (entry, heading) in parts {
            self.presses(entry).await;
            self.browser.page.find("heading", heading).await;
            self.shows_no_fault_in_the_form(heading).await;
        }
    }

    /// The first page: nothing yet, errors, a draft, a deleted draft. Then a draft that is not there.
    async fn sees_the_first_page(&self) {
        let page = &self.browser.page;
        self.shows_no_fault("the first page").await;
        self.pastes("question,kind,choice,Posture,Desk\nWhere?,one,Neck,two,\n,,Back,1,1\n").await;
        self.presses("Import the table").await;
        page.shows("Row 2, column D (Posture)").await;
        self.shows_no_fault("an error of an import").await;
        self.pastes("question,kind,choice,Posture,Desk,Notes\nWhere?,one,Neck,2,,ask Jo\n,,Back,,1,\n").await;
        self.presses("Import the table").await;
        page.shows("Not imported").await;
        page.shows("problems").await;
        self.shows_no_fault("the results of an import").await;
        self.browser.follows("All drafts").await;
        page.find("heading", "Your drafts").await;
        self.shows_no_fault("the first page with a draft").await;
        self.presses("Delete Without a title").await;
        page.shows("Deleted “Without a title”.").await;
        self.shows_no_fault("a deleted draft").await;
        page.run("location.hash = 'none'", vec![]).await;
        page.find("heading", "There is no such draft").await;
        self.shows_no_fault("a draft that is not there").await;
    }

    /// The example with a cause that has a head start and a test case that fails.
    async fn sees_the_analyses(&self) {
        let page = &self.browser.page;
        self.presses(EXAMPLE).await;
        self.prefers_a_cause().await;
        self.presses("No problems, 1 finding").await;
        self.shows_no_fault("points, with the list of findings").await;
        self.presses("Fairness").await;
        page.shows("Make this change").await;
        page.shows("Everything is computed.").await;
        self.shows_no_fault_in_the_form("fairness").await;
        self.breaks_the_points().await;
        self.presses("1 of 4 test cases fails").await;
        self.presses("Test cases ✗ 3 of 4 pass").await;
        page.shows("3 of 4 pass.").await;
        self.shows_no_fault_in_the_form("test cases").await;
        self.presses("overwatered").await;
        page.find("heading", "Test case 1 of 4").await;
        self.presses("This reader must get…").await;
        page.find("textbox", "Id of the test case").await;
        self.shows_no_fault("a test case").await;
        self.presses("Colors and shape").await;
        self.writes("Accent, dark", "#333").await;
        page.shows("too low").await;
        self.shows_no_fault_in_the_form("colors and shape").await;
        self.presses("Publish").await;
        self.writes("Region of most readers", "nowhere").await;
        page.shows("4. Paste this").await;
        page.shows("has to be two letters").await;
        self.shows_no_fault_in_the_form("publish").await;
        self.presses("The quiz").await;
        self.writes("Title", "").await;
        self.presses("1 problem").await;
        self.shows_no_fault("a problem").await;
    }

    /// Every kind of form, and translations.
    async fn sees_the_forms(&self) {
        let page = &self.browser.page;
        self.presses(KNOTS).await;
        page.find("heading", "The quiz").await;
        self.writes("Drawings", "others.json").await;
        page.shows("the file is not in this draft").await;
        self.shows_no_fault("the preview with a note").await;
        self.writes("Drawings", "upper-back-knots.drawings.json").await;
        let files = ["upper-back-knots.drawings.json", "upper-back-knots.test-cases.json"];
        self.drops(".editor", &files.map(|name| (name, quiz_file(name)))).await;
        page.shows("upper-back-knots.test-cases.json was added to this draft.").await;
        self.shows_no_fault("dropped files").await;
        self.presses("Dismiss: dropped files").await;
        self.opens_parts_without_fault(&[
            ("Before the start", "Before the start"),
            ("1. First, is any of this happening with your pain?", "Safety screen 1 of 3"),
            ("1. Where do your knots bother you most?", "Question 1 of 11"),
            ("2. Head forward, shoulders rounded", "Cause 2 of 5"),
            ("Flags", "Flags"),
            ("Scores", "Scores"),
            ("Result texts", "Result texts"),
            ("Course", "Course"),
            ("Disclaimer and note", "Disclaimer and note"),
            ("Sources", "Sources"),
            ("Care and numbers", "Care and numbers"),
            ("Buttons and headings", "Buttons and headings"),
            ("Photos", "Photos"),
            ("Translations", "Translations"),
        ])
        .await;
        self.presses("Dark").await;
        self.shows_no_fault("the dark preview").await;
        self.presses("Translations").await;
        let choose = "const list = document.querySelector('#new-translation-language');
            list.value = 'ar';
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        page.run(choose, vec![]).await;
        self.presses("Add the translation").await;
        page.find("heading", "العربية (ar)").await;
        self.writes("The quiz, Title", "").await;
        self.browser.opens_details("Texts as a table, for a spreadsheet").await;
        page.waits_until("document.querySelector('.problem-count').textContent.includes('1 problem')").await;
        self.shows_no_fault_in_the_form("a translation").await;
    }
}

// One visit would be faster, but too long for one test on a busy machine.

#[apply(chromium_only!)]
async fn axe_finds_nothing_on_the_first_page(engine: Engine) {
    Author::opens(engine, DESK).await.sees_the_first_page().await;
}

#[apply(chromium_only!)]
async fn axe_finds_nothing_in_the_analyses(engine: Engine) {
    Author::opens(engine, DESK).await.sees_the_analyses().await;
}

#[apply(chromium_only!)]
async fn axe_finds_nothing_in_the_forms(engine: Engine) {
    Author::opens(engine, DESK).await.sees_the_forms().await;
}
