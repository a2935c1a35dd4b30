//! The snippets of `docs/leptos-app.md`: they compile with a quiz as `read` returns it, and the guide has them as they are here.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use which_cause::quiz::{Drawings, Quiz as CheckedQuiz, Session};
use which_cause::{BrowserHost, Quiz, QuizStyles};

/// Defines a function with the code of a snippet, and a constant with the text of the code.
macro_rules! snippet {
    ($text:ident = $name:ident($($argument:ident: $type:ty),*) $code:tt) => {
        const $text: &str = stringify!($code);

        #[expect(dead_code, reason = "a view needs a browser")]
        fn $name($($argument: $type),*) -> impl IntoView $code
    };
}

snippet!(READ_AND_RENDER = page(file: &str) {
    let quiz = which_cause::quiz::read(file).expect("a valid quiz file");
    view! {
        <QuizStyles>
            <Quiz quiz region="GB" course="https://example.org/course/" />
        </QuizStyles>
    }
});

snippet!(LANGUAGES = page_in_two_languages(english: CheckedQuiz, spanish: CheckedQuiz, language: RwSignal<String>) {
    let translations = vec![Arc::new(spanish)];
    view! { <Quiz quiz=english translations language=move || Some(language.get()) /> }
});

snippet!(SESSION = page_with_storage(quiz: CheckedQuiz, stored: String, store: fn(String)) {
    let quiz = Arc::new(quiz);
    let session = RwSignal::new(Session::restore(Arc::clone(&quiz), &stored));
    Effect::new(move || store(session.with(Session::serialize)));
    view! { <Quiz quiz session /> }
});

snippet!(DRAWINGS = page_with_drawings(quiz: CheckedQuiz, drawings_file: &str) {
    let drawings = Drawings::read(drawings_file).expect("a valid drawings file");
    view! { <Quiz quiz host=Rc::new(BrowserHost::with_drawings(drawings)) /> }
});

/// A text without white space.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_guide_has_the_snippets_that_compile_here() {
    let guide = squeeze(include_str!("../docs/leptos-app.md"));
    for snippet in [READ_AND_RENDER, LANGUAGES, SESSION, DRAWINGS] {
        let code = squeeze(snippet.trim_matches(['{', '}']));
        assert!(guide.contains(&code), "the guide does not have\n{snippet}");
    }
}
