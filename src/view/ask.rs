//! A form that asks one thing: the shape that a screen of the screening and a question share.
//!
//! Native radios and checkboxes in a fieldset that the screen's heading names, as the GOV.UK Design System asks one
//! thing a page: <https://design-system.service.gov.uk/patterns/question-pages/>.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::effect::effect;
use super::page::Page;
use super::picture::{beside_text, picture};
use super::ui::Ui;
use which_cause_quiz::Picture;
use which_cause_quiz::{Action, Choice, Session, Text};

/// What is asked.
pub(super) struct Asked<'q> {
    /// Names the controls of this form.
    pub(super) name: &'q str,
    /// Where the reader is, in words.
    pub(super) progress: String,
    /// What is asked.
    pub(super) text: &'q Text,
    /// More about it, and how to answer.
    pub(super) hints: [Option<&'q Text>; 2],
    /// Whether one choice is picked, or all that fit.
    pub(super) one: bool,
    /// A picture of what is asked about. Regions in it stand for choices.
    pub(super) picture: Option<&'q Picture>,
    /// What may be picked.
    pub(super) choices: &'q [Choice],
    /// What is said to a reader who goes on without a pick.
    pub(super) needs: &'q Text,
    /// The label of the button that goes on.
    pub(super) go_on: &'q Text,
    /// The label of the button that skips, where that may be done.
    pub(super) skip: Option<&'q Text>,
}

/// A form that asks one thing.
pub(super) fn ask(ui: Ui, asked: &Asked<'_>) -> Element {
    let quiz = ui.quiz();
    let words = quiz.words();
    let mut page = Page::new(ui, "form", "ask");
    page.set("part", "question");
    // A form of this method sends nothing anywhere, even where what hears its submission has died.
    page.set("method", "dialog");
    page.set("novalidate", "");
    // The buttons are in the group as well: a screen reader says the question again on each way into the group.
    page.within("fieldset", "", |page| {
        page.set("aria-labelledby", "question");
        page.set("aria-describedby", "progress error hints");
        progress(page, &asked.progress);
        page.heading("question", true, |page| page.render(asked.text));
        page.open("div", "hints");
        page.set("id", "hints");
        page.announce();
        for hint in asked.hints.into_iter().flatten() {
            page.paragraph("", hint);
        }
        say_refusal(page, asked.needs);
        page.close();
        if let Some(picture) = asked.picture.and_then(|it| picture(ui, it)) {
            page.open("div", "pictured");
            page.put(&picture);
            options(page, asked);
            page.close();
        } else {
            options(page, asked);
        }
        page.within("div", "buttons", |page| {
            page.form_button("primary", asked.go_on, Box::new(move || ui.go_on()));
            page.within("div", "quiets", |page| {
                page.button("quiet", &words.back, Box::new(move || ui.go_back()));
                if let Some(label) = asked.skip {
                    page.button("quiet", label, Box::new(move || ui.act(&Action::Skip)));
                }
            });
        });
    });
    page.paragraph("fine", &quiz.disclaimer().short);
    // That a translation is not reviewed is said before a reader relies on it, and with the result.
    if let Some(notice) = quiz.notice().filter(|_| ui.session.with_untracked(Session::is_at_start)) {
        page.paragraph("fine", notice);
    }
    page.at
}

/// Where the reader is, in words and as a bar.
fn progress(page: &mut Page, words: &str) {
    let (step, of) = page.ui.session.with_untracked(Session::progress);
    page.open("div", "progress");
    page.set("part", "progress");
    page.open("p", "");
    page.set("id", "progress");
    page.announce();
    page.write(words);
    page.close();
    page.open("progress", "progress-bar");
    page.set("max", &of.to_string());
    page.set("value", &step.to_string());
    page.set("aria-hidden", "true");
    page.close();
    page.close();
}

/// Says to a reader who goes on without a pick what is missing, under the hints, which are being made. It takes their focus,
/// so that it is heard, once, and seen.
fn say_refusal(page: &Page, needs: &Text) {
    let ui = page.ui;
    let hints = page.at.clone();
    // A heading, since a screen reader says the whole of one that is focused, and only the first line of a paragraph.
    let line = Page::new(ui, "h3", "error");
    line.set("id", "error");
    line.set("tabindex", "-1");
    let needs = needs.clone();
    line.keep_words(Box::new(move || {
        [&*ui.render(&ui.quiz().words().error), " ", &ui.render(&needs)].concat()
    }));
    effect(Box::new(move || {
        ui.recall.track();
        if ui.session.with_untracked(Session::missing_answer) {
            // Once said it stays until the reader goes on: a line that went with their first tick would move the choices
            // from under their finger.
            if line.at.parent_node().is_none() {
                let _ = hints.after_with_node_1(&line.at);
            }
            ui.bring_into_focus(line.at.unchecked_ref());
        } else {
            line.at.remove();
        }
    }));
}

/// The choices, each with its control and its text, pressable as one.
fn options(page: &mut Page, asked: &Asked<'_>) {
    let ui = page.ui;
    let mut controls: Vec<HtmlInputElement> = Vec::with_capacity(asked.choices.len());
    // Browsers tell screen readers how many radios there are. Of boxes they do not, so those are items of a list.
    page.open(if asked.one { "div" } else { "ul" }, "choices");
    if !asked.one {
        page.set("role", "list");
    }
    for choice in asked.choices {
        if !asked.one {
            page.open("li", "");
        }
        page.open("label", if choice.exclusive { "choice exclusive" } else { "choice" });
        page.set("part", "choice");
        page.open("input", "");
        page.set("type", if asked.one { "radio" } else { "checkbox" });
        page.set("name", asked.name);
        page.set("value", choice.id.as_str());
        let control: HtmlInputElement = page.at.clone().unchecked_into();
        let (id, changed) = (choice.id.clone(), control.clone());
        let change = move |_| {
            let id = id.clone();
            ui.act(&if changed.checked() { Action::Pick(id) } else { Action::Unpick(id) });
        };
        page.hear("change", Box::new(change));
        page.close();
        page.text("span", "", &choice.text);
        if let Some(picture) = beside_text(ui, choice.picture.as_ref()) {
            page.put(&picture);
        }
        page.close();
        if !asked.one {
            page.close();
        }
        controls.push(control);
    }
    page.close();
    effect(Box::new(move || {
        let picks = ui.session.with(Session::picks);
        for (i, control) in controls.iter().enumerate() {
            control.set_checked(picks.has(i));
        }
    }));
}
