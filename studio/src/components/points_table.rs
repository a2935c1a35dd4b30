//! The points as a table: choices down, causes across.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use which_cause_quiz::{JsonPath, PathSegment, Value, is_note};

use super::field_frame::Messages;
use super::number_field::{number_of, text_of};
use crate::analysis::{Analysis, Results};
use crate::document::{children, get, text_at};
use crate::editor::Editor;
use crate::focus::field_id;
use crate::part::List;

/// A row: a choice, or an end of a scale.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    /// The path of its points.
    points: JsonPath,
    /// The path of its text.
    text: JsonPath,
    /// The text of the question, in the first row of each.
    question: Option<String>,
}

/// A column: a cause, or the total.
#[derive(Debug, Clone, PartialEq)]
struct Column {
    /// The id of the cause; `None` for the total.
    cause: Option<String>,
    title: String,
}

/// The points of one question, or of all.
#[component]
pub(crate) fn PointsTable(
    /// The question; `None` for all.
    question: Option<usize>,
) -> impl IntoView {
    let editor = Editor::get();
    let rows = Memo::new(move |_| editor.document.with(|document| rows_of(document.value(), question)));
    let columns = Memo::new(move |_| {
        rows.with(|rows| editor.document.with(|document| columns_of(document.value(), rows)))
    });
    let most = Memo::new(move |_| editor.check.with(|check| check.most_points.clone()));
    let results = Analysis::get().results;
    let unreachable = Memo::new(move |_| unreachable_causes(results));
    let messages = Memo::new(move |_| {
        let rows = rows.get();
        editor.messages_at(|path| rows.iter().any(|row| path.segments().starts_with(row.points.segments())))
    });
    view! {
        <Show
            when=move || rows.with(|it| !it.is_empty()) && columns.with(|it| !it.is_empty())
            fallback=|| view! { <p class="quiet">"Points need a cause, and a question with choices or a scale."</p> }
        >
            <div class="points-scroll">
                <table class="points" aria-label="Points" on:keydown=move_by_key>
                    <thead>
                        <tr>
                            <th scope="col">"Choice"</th>
                            {move || columns.get().into_iter().map(|it| view! { <th scope="col">{it.title}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            let columns = columns.get();
                            rows.get()
                                .into_iter()
                                .enumerate()
                                .map(|(row_index, row)| view! { <PointsRow row_index row columns=columns.clone() /> })
                                .collect_view()
                        }}
                    </tbody>
                    <Show when=move || question.is_none()>
                        <tfoot>
                            <tr>
                                <th scope="row">"Most points a reader can get"</th>
                                {move || {
                                    let most = most.get();
                                    (0..columns.with(Vec::len))
                                        .map(|index| {
                                            let points = most.get(index).copied();
                                            let is_unreachable = unreachable.with(|it| it.contains(&index));
                                            view! {
                                                <td class:none=points == Some(0) || is_unreachable>
                                                    {points.map_or_else(|| "–".to_owned(), |it| it.to_string())}
                                                    {is_unreachable.then_some(" – no answers lead here")}
                                                </td>
                                            }
                                        })
                                        .collect_view()
                                }}
                            </tr>
                        </tfoot>
                    </Show>
                </table>
            </div>
            <Messages messages id=String::new() />
        </Show>
    }
}

/// The points of a choice.
#[component]
fn PointsRow(
    /// The index of the row.
    row_index: usize,
    /// The row.
    row: Row,
    /// The columns.
    columns: Vec<Column>,
) -> impl IntoView {
    let editor = Editor::get();
    let text = editor.text(row.text.clone());
    let heading = row.question.map(|question| {
        view! {
            <tr class="points-question">
                <th scope="rowgroup" colspan=columns.len() + 1><span>{question}</span></th>
            </tr>
        }
    });
    let cells = columns
        .into_iter()
        .enumerate()
        .map(|(index, column)| {
            let path = match &column.cause {
                Some(cause) => row.points.key(cause),
                None => row.points.clone(),
            };
            view! { <PointsCell path row=row_index column=index cause=column.title text /> }
        })
        .collect_view();
    view! {
        {heading}
        <tr>
            <th scope="row">{move || text.get()}</th>
            {cells}
        </tr>
    }
}

/// The points of a choice for a cause.
#[component]
fn PointsCell(
    /// The path of the number.
    path: JsonPath,
    /// The index of the row.
    row: usize,
    /// The index of the column.
    column: usize,
    /// The name of the cause.
    cause: String,
    /// The text of the choice.
    text: Memo<String>,
) -> impl IntoView {
    let editor = Editor::get();
    let value = editor.value(path.clone());
    let id = field_id(&path);
    let is_wrong = {
        let path = path.clone();
        Memo::new(move |_| editor.problem_count(|other| *other == path) > 0)
    };
    let shade = move || match value.get() {
        Some(Value::Integer(points)) if points < 0 => "against",
        Some(Value::Integer(0)) | None => "",
        Some(Value::Integer(1)) => "weak",
        Some(Value::Integer(2)) => "medium",
        Some(_) => "strong",
    };
    view! {
        <td class=shade>
            <input
                type="text"
                inputmode="numeric"
                id=id
                autocomplete="off"
                data-row=row
                data-column=column
                aria-label=move || format!("{}: {cause}", text.get())
                aria-invalid=move || is_wrong.get().to_string()
                prop:value=move || text_of(value.get().as_ref())
                on:input:target=move |event| editor.type_value(&path, number_of(&event.target().value()))
                on:change=move |_| editor.end_typing()
            />
        </td>
    }
}

/// Moves to another cell by the keys of a spreadsheet.
fn move_by_key(event: KeyboardEvent) {
    let Some(cell) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { return };
    let position = |name: &str| cell.get_attribute(name).and_then(|it| it.parse::<i32>().ok());
    let (Some(row), Some(column)) = (position("data-row"), position("data-column")) else { return };
    let (row, column) = match event.key().as_str() {
        "ArrowUp" => (row - 1, column),
        "ArrowDown" | "Enter" => (row + 1, column),
        "ArrowLeft" => (row, column - 1),
        "ArrowRight" => (row, column + 1),
        _ => return,
    };
    event.prevent_default();
    let Ok(Some(table)) = cell.closest("table") else { return };
    let selector = format!("[data-row='{row}'][data-column='{column}']");
    let next = table.query_selector(&selector).ok().flatten();
    if let Some(next) = next.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        _ = next.focus();
        next.select();
    }
}

/// The causes that no answers lead to, by the findings about them.
fn unreachable_causes(results: RwSignal<Results>) -> Vec<usize> {
    results.with(|results| {
        let findings = results.findings.iter().flat_map(|findings| findings.value.iter());
        let unreachable = findings
            .filter(|it| ["cannot-lead", "cannot-be-shown", "empty-range"].contains(&it.code.as_str()));
        unreachable
            .filter_map(|finding| match finding.path.segments() {
                [_, PathSegment::Item(cause)] => Some(*cause),
                _ => None,
            })
            .collect()
    })
}

fn rows_of(file: &Value, only: Option<usize>) -> Vec<Row> {
    let mut rows = Vec::new();
    for index in 0..children(file, &List::Questions.path()).len() {
        if only.is_some_and(|only| only != index) {
            continue;
        }
        let question = List::Questions.path().item(index);
        let choices = question.key("choices");
        let choices = (0..children(file, &choices).len()).map(|index| choices.item(index));
        let scale = question.key("scale");
        let ends = [scale.key("low"), scale.key("high")].into_iter().filter(|end| get(file, end).is_some());
        let title = only.is_none().then(|| {
            let text = text_at(file, &question.key("text")).unwrap_or_default();
            format!("{}. {text}", index + 1)
        });
        for (number, part) in choices.chain(ends).enumerate() {
            rows.push(Row {
                points: part.key("points"),
                text: part.key("text"),
                question: title.clone().filter(|_| number == 0),
            });
        }
    }
    rows
}

/// The columns of the quiz: its causes, or the total. Points that belong to none of them have columns after those, so that the author
/// can remove them.
fn columns_of(file: &Value, rows: &[Row]) -> Vec<Column> {
    let total = Column { cause: None, title: "Total".to_owned() };
    let text = |cause, key| text_at(cause, &JsonPath::to_key(key)).unwrap_or_default().to_owned();
    let causes = children(file, &List::Causes.path()).iter().map(|cause| {
        let id = text(cause, "id");
        let title = text(cause, "short_label");
        Column { title: if title.is_empty() { id.clone() } else { title }, cause: Some(id) }
    });
    let causes: Vec<Column> = causes.collect();
    let is_total = text_at(file, &JsonPath::to_key("scoring").key("score")) == Some("total");
    let mut columns = if is_total { vec![total.clone()] } else { causes.clone() };
    for points in rows.iter().filter_map(|row| get(file, &row.points)) {
        let found = match points {
            Value::Object(entries) => {
                let ids = entries.iter().map(|(id, _)| id).filter(|id| !is_note(id));
                let column = |id: &String| {
                    let cause = causes.iter().find(|it| it.cause.as_ref() == Some(id)).cloned();
                    cause.unwrap_or_else(|| Column { cause: Some(id.clone()), title: id.clone() })
                };
                ids.map(column).collect()
            }
            _ => vec![total.clone()],
        };
        for column in found {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The titles of the columns of a quiz with a score.
    fn titles(score: &str) -> Vec<String> {
        let quiz = r#"{
            "scoring": {"score": "SCORE"},
            "questions": [{"choices": [{"points": {"dark": 1, "gone": 2, "_note": "a"}}, {"points": 3}, {}]}],
            "causes": [{"id": "wet", "short_label": "Water"}, {"id": "dark", "short_label": "Light"}]
        }"#;
        let file = Value::parse(&quiz.replace("SCORE", score)).expect("JSON");
        columns_of(&file, &rows_of(&file, None)).into_iter().map(|column| column.title).collect()
    }

    #[test]
    fn all_points_of_the_file_have_a_column() {
        assert_eq!(titles("share"), ["Water", "Light", "gone", "Total"]);
        assert_eq!(titles("total"), ["Total", "Light", "gone"]);
    }
}
