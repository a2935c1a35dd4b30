//! A table from a spreadsheet: one row a choice, and a column of points for each cause.

use std::fmt::Write;

use super::Imported;
use super::cells::rows_of;
use super::content::{Cause, Choice, Content, Kind, MAX_POINTS, Question, SCALE_STEPS};

/// A table to begin with, as a spreadsheet copies it.
pub(crate) const EXAMPLE_TABLE: &str = "\
question\tkind\tchoice\texclusive\tToo much water\tToo little light\tToo little food
Which leaves are yellow?\tone\tThe oldest ones, low down\t\t\t\t3
\t\tAll over, and they feel soft\t\t3\t\t
\t\tThe ones farthest from the window\t\t\t3\t
What else do you see?\tall\tSmall flies over the soil\t\t2\t\t
\t\tLong, thin stems that lean\t\t\t3\t
\t\tNone of these\tyes\t\t\t
It stands near a window.\tscale 5\tNot at all\t\t\t1\t
\t\tRight beside it\t\t\t\t
";

/// The steps of a scale that does not say how many it has.
const STEPS: i64 = 5;

/// The columns of the table.
struct Columns {
    question: usize,
    kind: Option<usize>,
    choice: usize,
    exclusive: Option<usize>,
    /// The columns of points, each with the name of its cause.
    causes: Vec<(usize, String)>,
}

/// The quiz of a table with commas, semicolons or tabs between its cells.
///
/// # Errors
///
/// All that is wrong, by row and column.
pub(crate) fn from_table(text: &str, name: &str) -> Result<Imported, Vec<String>> {
    let trimmed = |row: Vec<String>| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let rows = (1..).zip(rows_of(text).map_err(|error| vec![error])?.into_iter().map(trimmed));
    let rows: Vec<(usize, Vec<String>)> =
        rows.filter(|(_, row)| row.iter().any(|cell| !cell.is_empty())).collect();
    let Some(((_, head), rows)) = rows.split_first() else {
        return Err(vec![
            "The table is empty. Its first row names the columns: question, kind, choice, and each cause."
                .to_owned(),
        ]);
    };
    let mut left_out = Vec::new();
    let columns = Columns::of(head, rows, &mut left_out)?;
    let causes = columns.causes.iter().map(|(_, name)| Cause { name: name.clone(), ..Cause::default() });
    let mut content = Content { causes: causes.collect(), ..Content::default() };
    let mut errors = Vec::new();
    let mut first_rows = Vec::new();
    for (number, row) in rows {
        columns.read(*number, row, &mut first_rows, &mut content, &mut errors);
    }
    for question in &content.questions {
        if matches!(question.kind, Kind::Scale(_)) && question.choices.len() != 2 {
            errors.push(format!(
                "“{}” is a scale and has {} rows. A scale has two: its low end and its high end.",
                question.text,
                question.choices.len()
            ));
        }
    }
    if content.questions.is_empty() && errors.is_empty() {
        errors.push("There are no questions under the first row.".to_owned());
    }
    if errors.is_empty() {
        Ok(Imported { quiz: content.to_quiz(name), left_out, photos: Vec::new() })
    } else {
        Err(errors)
    }
}

impl Columns {
    fn of(
        head: &[String],
        rows: &[(usize, Vec<String>)],
        left_out: &mut Vec<String>,
    ) -> Result<Self, Vec<String>> {
        let names: Vec<String> = head.iter().map(|name| name.to_lowercase()).collect();
        let find = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
        let question = find(&["question", "questions"]);
        let choice = find(&["choice", "choices", "answer", "answers", "option", "options"]);
        let (Some(question), Some(choice)) = (question, choice) else {
            let found: Vec<&str> = head.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
            return Err(vec![format!(
                "The first row must name the columns: question, kind, choice, and then each cause. It has: {}.",
                found.join(", ")
            )]);
        };
        let (kind, exclusive) = (find(&["kind", "type"]), find(&["exclusive"]));
        let mut causes: Vec<(usize, String)> = Vec::new();
        let mut errors = Vec::new();
        let most = rows.iter().map(|(_, row)| row.len()).chain([head.len()]).max().unwrap_or(0);
        for column in
            (0..most).filter(|it| ![Some(question), Some(choice), kind, exclusive].contains(&Some(*it)))
        {
            let name = cell_in(head, column);
            let cells = || rows.iter().map(|(_, row)| cell_in(row, column)).filter(|cell| !cell.is_empty());
            if name.is_empty() {
                if cells().next().is_some() {
                    left_out.push(format!("Column {} has no name in the first row.", letters(column)));
                }
            } else if cells().next().is_some() && cells().all(|cell| number_in(cell).is_none()) {
                left_out.push(format!(
                    "Column {}, “{name}”, has no numbers, so it is not a cause.",
                    letters(column)
                ));
            } else if let Some((first, _)) =
                causes.iter().find(|(_, known)| known.to_lowercase() == name.to_lowercase())
            {
                errors.push(format!(
                    "Columns {} and {} are both named “{name}”. Each cause needs a name of its own.",
                    letters(*first),
                    letters(column)
                ));
            } else {
                causes.push((column, name.to_owned()));
            }
        }
        if causes.is_empty() && errors.is_empty() {
            errors.push(
                "There is no column with points. Give each cause a column, with its name in the first row."
                    .to_owned(),
            );
        }
        if errors.is_empty() { Ok(Self { question, kind, choice, exclusive, causes }) } else { Err(errors) }
    }

    /// Reads one row. A row without a question, or with the same one, belongs to the one above it. `first_rows` has the first row of each
    /// question.
    fn read(
        &self,
        number: usize,
        row: &[String],
        first_rows: &mut Vec<usize>,
        content: &mut Content,
        errors: &mut Vec<String>,
    ) {
        let cell = |column: usize| cell_in(row, column);
        let asked = cell(self.question);
        if !asked.is_empty() && content.questions.last().is_none_or(|question| question.text != asked) {
            if let Some(known) = content.questions.iter().position(|question| question.text == asked) {
                errors.push(format!(
                    "Row {number}: “{asked}” is asked in row {} already. Put its rows together, or give it other words.",
                    first_rows[known]
                ));
            }
            content.questions.push(Question { text: asked.to_owned(), ..Question::default() });
            first_rows.push(number);
        }
        let (Some(question), Some(first_row)) = (content.questions.last_mut(), first_rows.last()) else {
            errors.push(format!("Row {number} has no question, and there is none above it."));
            return;
        };
        if let Some(column) = self.kind.filter(|column| !cell(*column).is_empty()) {
            match kind_of(cell(column)) {
                Some(Kind::Scale(steps)) if !SCALE_STEPS.contains(&steps) => errors.push(format!(
                    "{}: a scale has {} to {} steps.",
                    place(number, column, "kind"),
                    SCALE_STEPS.start(),
                    SCALE_STEPS.end()
                )),
                Some(kind) if number != *first_row && kind != question.kind => errors.push(format!(
                    "{}: “{}” is not the kind in row {first_row}. A question has one kind.",
                    place(number, column, "kind"),
                    cell(column)
                )),
                Some(kind) => question.kind = kind,
                None => errors.push(format!(
                    "{}: “{}” is not a kind. Write one, all or scale.",
                    place(number, column, "kind"),
                    cell(column)
                )),
            }
        }
        let mut choice = Choice { text: cell(self.choice).to_owned(), ..Choice::default() };
        if let Some(column) = self.exclusive {
            match yes_or_no(cell(column)) {
                Some(is_exclusive) => choice.is_exclusive = is_exclusive,
                None => errors.push(format!(
                    "{}: “{}” is neither yes nor no.",
                    place(number, column, "exclusive"),
                    cell(column)
                )),
            }
        }
        for (index, (column, name)) in self.causes.iter().enumerate() {
            let written = cell(*column);
            if written.is_empty() {
                continue;
            }
            match number_in(written) {
                Some(points) if (-MAX_POINTS..=MAX_POINTS).contains(&points) => {
                    choice.add_points(index, points);
                }
                _ => errors.push(format!(
                    "{}: “{written}” is not a whole number from -{MAX_POINTS} to {MAX_POINTS}.",
                    place(number, *column, name)
                )),
            }
        }
        if !choice.text.is_empty() {
            question.choices.push(choice);
        } else if !choice.points.is_empty() {
            errors
                .push(format!("{}: there are points, but no choice.", place(number, self.choice, "choice")));
        }
    }
}

fn cell_in(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", String::as_str)
}

fn kind_of(text: &str) -> Option<Kind> {
    let text = text.to_lowercase();
    match text.as_str() {
        "one" | "pick one" | "single" | "single choice" | "radio" => return Some(Kind::One),
        "all" | "tick all" | "all that fit" | "many" | "multiple" | "checkbox" | "checkboxes" => {
            return Some(Kind::All);
        }
        _ => {}
    }
    let steps = text.strip_prefix("scale")?.trim();
    if steps.is_empty() { Some(Kind::Scale(STEPS)) } else { steps.parse().ok().map(Kind::Scale) }
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "x" | "true" | "1" | "✓" => Some(true),
        "" | "no" | "n" | "false" | "0" | "-" => Some(false),
        _ => None,
    }
}

/// A whole number as spreadsheets write it: "3", "+3", "−3", "3.0", "3,00". "1,000" is a thousand, or one.
fn number_in(text: &str) -> Option<i64> {
    let text = text.replace('−', "-");
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((&text, "0"));
    if matches!(fraction, "0" | "00") { whole.parse().ok() } else { None }
}

fn place(row: usize, column: usize, name: &str) -> String {
    format!("Row {row}, column {} ({name})", letters(column))
}

/// The letters of a column, as spreadsheets name it: A to Z, then AA.
fn letters(column: usize) -> String {
    let mut letters = String::new();
    if column >= 26 {
        letters.push_str(&self::letters(column / 26 - 1));
    }
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    _ = letters.write_char(letter);
    letters
}

#[cfg(test)]
mod tests;
