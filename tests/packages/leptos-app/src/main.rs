//! A small app with a quiz.

use leptos::prelude::*;
use which_cause::{Quiz, QuizStyles, quiz};

#[component]
fn App() -> impl IntoView {
    let quiz = quiz::read(include_str!("../quiz.json")).expect("a valid quiz file");
    view! {
        <QuizStyles>
            <Quiz quiz region="GB" />
        </QuizStyles>
    }
}

fn main() {
    mount_to_body(App);
}
