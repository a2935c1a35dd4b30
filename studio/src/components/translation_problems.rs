//! The problems of the translations in the list of all problems.

use leptos::prelude::*;

use crate::place::Place;
use crate::translations::Translations;

/// An item for each problem, with the name of its file. It leads there.
#[component]
pub(crate) fn TranslationProblems() -> impl IntoView {
    let translations = Translations::get();
    move || {
        let list = translations.list.get();
        let of_file = list.iter().flat_map(|translation| {
            translation.problems.iter().map(|problem| {
                let (file, path) = (translation.file, problem.path.clone());
                let message = problem.kind.to_string();
                view! {
                    <li>
                        <button type="button" class="link" on:click=move |_| translations.go_to(file, &path)>
                            <strong>{format!("{}, {}", translation.file_name, Place::name_of(&problem.path))}</strong>
                            ": "
                            {message}
                        </button>
                    </li>
                }
            })
        });
        of_file.collect_view()
    }
}
