//! The look of a quiz in the page of an app. In the custom element, a shadow root holds the same style sheets.

use leptos::prelude::*;

/// The widget's style sheet for a page without a shadow root. All its rules are for the inside of `.which-cause`.
/// [`QuizStyles`] adds it to the page. An app whose security policy forbids `<style>` can serve it as a file.
pub const STYLES: &str = concat!(
    "@scope (.which-cause) {",
    include_str!("../../style/facade.css"),
    include_str!("../../style/widget/bars.css"),
    include_str!("../../style/widget/base.css"),
    include_str!("../../style/widget/buttons.css"),
    include_str!("../../style/widget/care.css"),
    include_str!("../../style/widget/choice.css"),
    include_str!("../../style/widget/pictures.css"),
    include_str!("../../style/widget/question-form.css"),
    include_str!("../../style/widget/result.css"),
    include_str!("../../style/widget/tokens.css"),
    include_str!("../../style/pictures.css"),
    "}"
);

/// A box with the widget's style sheet, for a quiz in the page of an app. The style sheet reaches nothing outside the box.
///
/// The page sets its colors, corners and typeface with custom properties, such as `--which-cause-accent`.
#[component]
pub fn QuizStyles(
    /// The quiz.
    children: Children,
) -> impl IntoView {
    view! {
        <style>{STYLES}</style>
        // The rules of a scope do not match its root, so the widget is a box of its own in it.
        <div class="which-cause">
            <div class="widget">
                <div>{children()}</div>
            </div>
        </div>
    }
}
