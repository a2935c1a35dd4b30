//! The problems and findings of the translations in the list of all problems.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use crate::part::Part;
use crate::translations::{Translation, Translations};

/// An item for each problem and each finding, with the name of its file. It leads there.
#[component]
pub(crate) fn TranslationProblems() -> impl IntoView {
    let translations = Translations::get();
    let item = move |translation: &Translation, path: &JsonPath, message: String, class: &'static str| {
        let (file, path) = (translation.file, path.clone());
        let name = format!("{}, {}", translation.file_name, Part::name_of(&path));
        view! {
            <li class=class>
                <button type="button" class="link" on:click=move |_| translations.go_to(file, &path)>
                    <strong>{name}</strong>
                    ": "
                    {message}
                </button>
            </li>
        }
    };
    move || {
        let (list, findings) = (translations.list.get(), translations.findings.get());
        let problems = list.iter().flat_map(|translation| {
            let of_file = translation.problems.iter();
            of_file.map(|problem| item(translation, &problem.path, problem.kind.to_string(), "problem"))
        });
        let findings = list.iter().flat_map(|translation| {
            let of_file = findings.iter().filter(|(file, _)| *file == translation.file);
            of_file.map(|(_, finding)| item(translation, &finding.path, finding.kind.to_string(), "finding"))
        });
        problems.chain(findings).collect_view()
    }
}
