//! The translations of a quiz.

use std::fmt;
use std::sync::Arc;

use leptos::logging;
use leptos::prelude::*;
use which_cause_quiz::{Quiz, lookup_language, translation_misfit};

use super::context::WidgetContext;
use super::page_value::PageValue;

/// The translations of a quiz: quizzes in other languages with the same ids. A `Vec<Arc<Quiz>>` converts into them.
#[derive(Default)]
pub struct Translations {
    /// A function behind a pointer: so only an app with translations links the code that changes the language.
    follow_language: Option<Box<FollowLanguage>>,
}

type FollowLanguage = dyn FnOnce(Arc<Quiz>, PageValue, WidgetContext);

impl Translations {
    /// Puts the session into the translation that suits the reader's language best, now and whenever the language changes.
    /// Where none does, it puts the session into the original.
    pub(super) fn follow_language(self, original: Arc<Quiz>, language: PageValue, context: WidgetContext) {
        if let Some(follow_language) = self.follow_language {
            follow_language(original, language, context);
        }
    }
}

impl From<Vec<Arc<Quiz>>> for Translations {
    fn from(translations: Vec<Arc<Quiz>>) -> Self {
        let follow_language: Box<FollowLanguage> = Box::new(|original, language, context| {
            let translations = translations.into_iter().filter(|it| fits(&original, it));
            let quizzes: Vec<_> = [Arc::clone(&original)].into_iter().chain(translations).collect();
            let quizzes = StoredValue::new(quizzes);
            // A memo, because only another translation is a change.
            let suitable = Memo::new(move |_| {
                let quizzes = quizzes.read_value();
                let tags: Vec<_> = quizzes.iter().map(|quiz| quiz.language().as_str()).collect();
                language.get().and_then(|language| lookup_language(&language, &tags)).unwrap_or(0)
            });
            let translate = move |index: usize| {
                let quizzes = quizzes.read_value();
                context.session.update(|session| *session = session.clone().in_quiz(&quizzes[index]));
            };
            translate(suitable.get_untracked());
            let follow = move |index: &usize, _: Option<&usize>, _| {
                // The focus stays where it is, unless it is in the screen that goes now.
                let screen = ["#", &context.id(""), ":focus-within"].concat();
                context.focus.may_move.set(document().query_selector(&screen).is_ok_and(|it| it.is_some()));
                translate(*index);
            };
            Effect::watch(move || suitable.get(), follow, false);
        });
        Self { follow_language: Some(follow_language) }
    }
}

/// Whether a translation fits its original: every reader gets the same result in both. The console says why one does not.
fn fits(original: &Quiz, translation: &Quiz) -> bool {
    let misfit = translation_misfit(original, translation);
    if let Some(why) = &misfit {
        logging::warn!("the quiz is never in {}: {why}", translation.language());
    }
    misfit.is_none()
}

impl fmt::Debug for Translations {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Translations").finish_non_exhaustive()
    }
}
