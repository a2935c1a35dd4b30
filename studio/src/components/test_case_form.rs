//! The form of a test case: who the reader is, what they answer, and what they must get.

use leptos::context::Provider;
use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::field::Field;
use super::item_actions::ItemActions;
use super::keyword_field::KeywordField;
use super::number_field::NumberField;
use super::object_fields::ObjectFields;
use super::picks_field::PicksField;
use super::test_case_outcome::{OutcomeDetails, OutcomeWord};
use super::test_cases_panel::go_to_case;
use super::unknown_answers::UnknownAnswers;
use super::yes_no_field::YesNoField;
use crate::check::Check;
use crate::document::Document;
use crate::editor::Editor;
use crate::focus::field_id;
use crate::format::{KeyFormat, Kind};
use crate::part::{List, Part};
use crate::test_cases::{CasePosition, StepChoice, TestRuns, causes, questions, screens, test_cases_path};

/// The form of a test case. If it is no longer there, all test cases are shown.
#[component]
pub(crate) fn TestCaseForm(
    /// Its index among the test cases of all files.
    number: usize,
) -> impl IntoView {
    let editor = Editor::get();
    let position =
        Memo::new(move |_| TestRuns::get().positions.with(|positions| positions.get(number).copied()));
    Effect::new(move |_| {
        if position.get().is_none() {
            editor.part.set(Part::TestCases);
        }
    });
    move || position.get().map(|position| view! { <CaseForm number position /> })
}

/// The form of a test case.
#[component]
fn CaseForm(
    /// Its index among the test cases of all files.
    number: usize,
    /// Its position.
    position: CasePosition,
) -> impl IntoView {
    let runs = TestRuns::get();
    let editor = Editor::get();
    let editor = editor.in_file(position.file, check_of(editor, runs, position.file));
    let path = test_cases_path().item(position.index);
    let run = runs.run_at(position);
    let count = Memo::new(move |_| runs.positions.with(Vec::len));
    show_in_preview(editor, runs, position);
    view! {
        <Provider value=editor>
            <p><button type="button" class="link" on:click=move |_| editor.part.set(Part::TestCases)>"All test cases"</button></p>
            <div class="part-head">
                <h2 id="part" tabindex="-1">{move || format!("Test case {} of {}", number + 1, count.get())}</h2>
                <Actions position />
            </div>
            <div class="case-outcome" role="status">
                <OutcomeWord run />
                <OutcomeDetails run />
            </div>
            <div id=field_id(&path)>
                <ObjectFields path=path.clone() object="TestCaseFile".to_owned() only=&["id", "story"] />
                <section class="case-part" aria-labelledby="case-expects">
                    <h3 id="case-expects">"This reader must get"</h3>
                    <p class="help">"Leave a field empty if any value is right."</p>
                    <ExpectedFields path=path.key("expect") />
                </section>
                <section class="case-part" aria-labelledby="case-answers">
                    <h3 id="case-answers">"This reader answers"</h3>
                    <AnswerFields path=path.clone() />
                </section>
            </div>
        </Provider>
    }
}

/// The check of the file of a test case. A companion has a check of its own.
fn check_of(editor: Editor, runs: TestRuns, file: usize) -> RwSignal<Check> {
    if file == Document::QUIZ {
        return editor.check;
    }
    let check = RwSignal::new(Check::default());
    Effect::new(move |_| check.set(Check { problems: runs.problems_in(file).into(), ..Check::default() }));
    check
}

/// Shows the reader of a test case in the preview, and again when their answers change.
fn show_in_preview(editor: Editor, runs: TestRuns, position: CasePosition) {
    let path = test_cases_path().item(position.index);
    let [answers, safety] = ["answers", "safety"].map(|key| editor.value(path.key(key)));
    Effect::new(move |_| {
        // Read, and not only tracked: a memo that was never read does not change.
        answers.read();
        safety.read();
        // A reader with a problem is not shown, and the form says what it is.
        _ = runs.show(position);
    });
}

/// The buttons for the test case.
#[component]
fn Actions(
    /// Its position.
    position: CasePosition,
) -> impl IntoView {
    let editor = Editor::get();
    let runs = TestRuns::get();
    let CasePosition { file, index } = position;
    view! {
        <div class="part-actions">
            <ItemActions
                list=test_cases_path()
                index
                on_go=move |to| go_to_case(editor, runs, CasePosition { file, index: to })
                on_removed=move |()| editor.part.set(Part::TestCases)
            />
            <button
                type="button"
                class="small"
                on:click=move |_| {
                    if let Err(reason) = runs.show(position) {
                        editor.message.set(reason.to_owned());
                    }
                }
            >
                "Show in the preview"
            </button>
        </div>
    }
}

/// A field for each step of the quiz: the safety screens, and then the questions.
#[component]
fn AnswerFields(
    /// The path of the test case.
    path: JsonPath,
) -> impl IntoView {
    let safety = path.key("safety");
    let answers = path.key("answers");
    view! {
        <div class="fields">
            <StepFields path=safety list=List::Screens />
            <StepFields path=answers list=List::Questions />
        </div>
    }
}

/// A field for each safety screen or for each question.
#[component]
fn StepFields(
    /// The path of the answers by step.
    path: JsonPath,
    /// The steps.
    list: List,
) -> impl IntoView {
    let runs = TestRuns::get();
    let steps = runs.memo_of_quiz_file(if list == List::Screens { screens } else { questions });
    let unknown = path.clone();
    // The fields of a step stay while its choices change.
    let heads = Memo::new(move |_| {
        steps.with(|steps| {
            let heads = steps.iter().enumerate();
            heads
                .map(|(index, step)| (index, step.id.clone(), step.text.clone(), step.picks_one))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <For each=move || heads.get() key=Clone::clone let((index, id, text, picks_one))>
            <PicksField
                path=path.key(&id)
                label=if text.is_empty() { id.clone() } else { text }
                choices=Memo::new(move |_| steps.with(|steps| steps.get(index).map_or_else(Vec::new, |step| step.choices.clone())))
                picks_one
                none="Left out: this reader skips it"
            />
        </For>
        <UnknownAnswers path=unknown known=Memo::new(move |_| heads.with(|heads| heads.iter().map(|head| head.1.clone()).collect())) />
    }
}

/// A field for each key of the expected result. They come from the engine's format.
#[component]
fn ExpectedFields(
    /// The path of the expected result.
    path: JsonPath,
) -> impl IntoView {
    let editor = Editor::get();
    let causes = TestRuns::get().memo_of_quiz_file(causes);
    let format = editor.format();
    let keys = format.object("ExpectedResult").keys.clone();
    view! {
        <div class="fields expected">
            {keys.into_iter().map(|key| view! { <ExpectedField path=path.key(&key.name) key causes /> }).collect_view()}
        </div>
    }
}

/// A field for a key of the expected result.
#[component]
fn ExpectedField(
    /// The path of the value.
    path: JsonPath,
    /// The key.
    key: KeyFormat,
    /// The causes of the quiz.
    causes: Memo<Vec<StepChoice>>,
) -> impl IntoView {
    let KeyFormat { label, help, kind, .. } = key.clone();
    match kind {
        Kind::Keyword(words) => view! { <KeywordField path label help is_required=false words /> }.into_any(),
        Kind::Number { .. } => view! { <NumberField path label help is_required=false /> }.into_any(),
        Kind::Flag => view! { <YesNoField path label help /> }.into_any(),
        Kind::Code => view! { <PicksField path label help choices=causes picks_one=true /> }.into_any(),
        Kind::List(_) => view! { <PicksField path label help choices=causes picks_one=false /> }.into_any(),
        _ => view! { <Field path key /> }.into_any(),
    }
}
