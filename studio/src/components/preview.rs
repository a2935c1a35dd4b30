//! The quiz itself, beside its form.

use std::sync::Arc;

use leptos::prelude::*;
use which_cause_quiz::{Drawings, JsonPath, Quiz, lookup_language};

use super::preview_notes::{DrawingsNote, PhotoNote};
use super::preview_quiz::RunningQuiz;
use crate::by_address::ByAddress;
use crate::document::File;
use crate::editor::Editor;
use crate::page::{Look, drawings_file, fitting_translation, translations_of};
use crate::page_file::PageFile;
use crate::part::Part;
use crate::translations::language_title;

/// The preview. It follows the file while it has no problems, the author from part to part, and the settings for the page.
#[component]
pub(crate) fn Preview() -> impl IntoView {
    let editor = Editor::get();
    let page = PageFile::get();
    let is_desk = RwSignal::new(false);
    let is_dark = RwSignal::new(false);
    // The quiz of the last check without problems, or with empty texts only.
    let original = Memo::new(move |last: Option<&Option<ByAddress<_>>>| {
        let quiz = editor.check.with(|check| check.previewed.clone());
        quiz.map(ByAddress).or_else(|| last.cloned().flatten())
    });
    let is_behind = move || editor.check.with(|check| check.previewed.is_none());
    let has_quiz = Memo::new(move |_| original.with(Option::is_some));
    let languages = Memo::new(move |_| editor.document.with(translations_of));
    let language = language_to_show(editor, languages);
    let shown = shown_translation(editor, page, languages, language);
    let translation = translated_quiz(editor, original, shown);
    let quiz = Memo::new(move |_| match translation.get() {
        Some(Ok(translation)) => Some(translation),
        _ => original.get(),
    });
    let misfit = move || match translation.get() {
        Some(Err(why)) => {
            shown.get().map(|(_, tag)| format!("The translation into {tag} is not shown: {why}."))
        }
        _ => None,
    };
    let drawings_text = drawings_text(editor);
    let drawings = Memo::new(move |_| {
        let drawings = drawings_text.with(|text| text.as_ref().and_then(|text| Drawings::read(text).ok()));
        drawings.map(|drawings| ByAddress(Arc::new(drawings)))
    });
    let lost_photos = RwSignal::new(Vec::<String>::new());
    let theme =
        move || page.settings.with(|settings| settings.attribute("theme").unwrap_or("auto").to_owned());
    view! {
        <section class="preview" aria-label="Preview">
            <div class="preview-bar">
                <h2>"Preview"</h2>
                <Toggle label="Desk" is_on=is_desk />
                <Toggle label="Dark" is_on=is_dark />
                <Show when=move || languages.with(|languages| !languages.is_empty())>
                    <LanguageSelect languages shown language />
                </Show>
            </div>
            <Show when=move || has_quiz.get() && is_behind()>
                <p class="preview-note">"The file has problems. This is the last version without problems."</p>
            </Show>
            {move || misfit().map(|note| view! { <p class="preview-note">{note}</p> })}
            <DrawingsNote drawings_text />
            <PhotoNote lost=lost_photos />
            <Show
                when=move || has_quiz.get()
                fallback=|| view! { <p class="preview-note">"The preview appears when there are two causes and a question, and when only texts are missing."</p> }
            >
                <div
                    class="preview-frame"
                    class:desk=move || is_desk.get()
                    class:dark=move || is_dark.get()
                    data-theme=theme
                    style=move || page.look.with(css_of)
                >
                    <RunningQuiz quiz drawings lost_photos />
                </div>
            </Show>
        </section>
    }
}

/// The text of the drawings file, if the draft has it.
fn drawings_text(editor: Editor) -> Memo<Option<String>> {
    Memo::new(move |_| {
        editor.document.with(|document| {
            let (_, file) = drawings_file(document)?;
            file.map(|file| document.files()[file].to_text())
        })
    })
}

/// Colors and shape as a style attribute.
fn css_of(look: &Look) -> String {
    let properties: Vec<String> = look.properties().map(|(name, value)| format!("{name}: {value}")).collect();
    properties.join("; ")
}

/// The translation that is shown: the one that the author chose, or that for the language of the page. `None` for the original.
fn shown_translation(
    editor: Editor,
    page: PageFile,
    languages: Memo<Vec<(usize, String)>>,
    language: RwSignal<Option<String>>,
) -> Memo<Option<(usize, String)>> {
    let own = editor.text(JsonPath::to_key("language"));
    Memo::new(move |_| {
        let wanted = language
            .get()
            .or_else(|| page.settings.with(|settings| settings.attribute("lang").map(str::to_owned)))?;
        languages.with(|languages| {
            own.with(|own| {
                let mut tags = vec![own.as_str()];
                tags.extend(languages.iter().map(|(_, tag)| tag.as_str()));
                let found = lookup_language(&wanted, &tags)?.checked_sub(1)?;
                languages.get(found).cloned()
            })
        })
    })
}

/// The quiz of the translation that is shown, or why it cannot be shown.
fn translated_quiz(
    editor: Editor,
    original: Memo<Option<ByAddress<Quiz>>>,
    shown: Memo<Option<(usize, String)>>,
) -> Memo<Option<Result<ByAddress<Quiz>, String>>> {
    Memo::new(move |_| {
        let (file, _) = shown.get()?;
        // After each check, and not with each press.
        let ByAddress(original) = original.get()?;
        editor.check.track();
        let text =
            editor.document.with_untracked(|document| document.files().get(file).map(File::to_text))?;
        Some(fitting_translation(&original, &text).map(ByAddress))
    })
}

/// The languages of the draft.
#[component]
fn LanguageSelect(
    /// The translations: the index of each file, and its language.
    languages: Memo<Vec<(usize, String)>>,
    /// The translation that is shown; `None` for the original.
    shown: Memo<Option<(usize, String)>>,
    /// The language that the author chose.
    language: RwSignal<Option<String>>,
) -> impl IntoView {
    let editor = Editor::get();
    let own = editor.text(JsonPath::to_key("language"));
    let tags = move || {
        let mut tags = vec![own.get()];
        tags.extend(languages.get().into_iter().map(|(_, tag)| tag));
        tags
    };
    let chosen = Memo::new(move |_| shown.get().map_or_else(|| own.get(), |(_, tag)| tag));
    view! {
        <select
            class="preview-language"
            aria-label="Language of the preview"
            on:change:target=move |event| language.set(Some(event.target().value()))
        >
            <For each=tags key=String::clone let(tag)>
                <option value=tag.clone() prop:selected={
                    let tag = tag.clone();
                    move || chosen.get() == tag
                }>{language_title(&tag)}</option>
            </For>
        </select>
    }
}

/// The language that the author wants to see. An open translation is shown.
fn language_to_show(editor: Editor, languages: Memo<Vec<(usize, String)>>) -> RwSignal<Option<String>> {
    let language = RwSignal::new(None::<String>);
    let follow = move |part: &Part, _: Option<&Part>, _| {
        let Part::Translation(file) = part else { return };
        let tag =
            languages.with_untracked(|languages| languages.iter().find(|(known, _)| known == file).cloned());
        language.set(tag.map(|(_, tag)| tag));
    };
    Effect::watch(move || editor.part.get(), follow, true);
    language
}

/// A button that is on or off.
#[component]
fn Toggle(
    /// Its name.
    label: &'static str,
    /// Whether it is on.
    is_on: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="small toggle"
            aria-pressed=move || is_on.get().to_string()
            on:click=move |_| is_on.update(|it| *it = !*it)
        >
            {label}
        </button>
    }
}
