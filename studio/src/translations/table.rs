//! The texts of a translation as a table for a spreadsheet, and back: one row for each text, with its path, the original, the
//! translation and what is left to do.

use which_cause_quiz::{PlacedText, TranslationEntry, TranslationState, Value};

use super::changes;
use super::translation::Translation;
use crate::check::{Check, FieldMessage};
use crate::document::{Change, File};
use crate::import::{BYTE_ORDER_MARK, rows_of};

/// The headings of the columns.
const COLUMNS: [&str; 4] = ["path", "original", "translation", "state"];

/// The table as the text of a CSV file.
pub(crate) fn to_csv(entries: &[TranslationEntry]) -> String {
    format!("{BYTE_ORDER_MARK}{}", to_table(entries, ','))
}

/// The table as cells to paste into a spreadsheet.
pub(crate) fn to_cells(entries: &[TranslationEntry]) -> String {
    to_table(entries, '\t')
}

fn to_table(entries: &[TranslationEntry], delimiter: char) -> String {
    let rows = entries.iter().map(|entry| {
        let text = |text: &Option<PlacedText>| text.as_ref().map(|it| protect(&it.text)).unwrap_or_default();
        [entry.name.clone(), text(&entry.original), text(&entry.translation), state_name(entry).to_owned()]
    });
    let mut table = String::new();
    for row in [COLUMNS.map(str::to_owned)].into_iter().chain(rows) {
        table.push_str(&row.map(|cell| quote(cell, delimiter)).join(&delimiter.to_string()));
        table.push('\n');
    }
    table
}

fn quote(cell: String, delimiter: char) -> String {
    if cell.contains([delimiter, '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// The work that is left on a text, as a phrase.
pub(crate) fn state_name(entry: &TranslationEntry) -> &'static str {
    match &entry.state {
        TranslationState::Missing => "missing",
        TranslationState::Untranslated { .. } => "same as the original",
        TranslationState::OriginalChanged { .. } => "original changed",
        TranslationState::Translated if !entry.lost_placeholders.is_empty() => "placeholder missing",
        TranslationState::Translated => "translated",
        TranslationState::Own => "only here",
    }
}

/// The cell for a text. If a spreadsheet program would take the text for a formula, a date or a number, the cell begins with an
/// apostrophe. A text that has such an apostrophe of its own gets another one.
fn protect(text: &str) -> String {
    if is_value_behind_apostrophes(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text of a cell.
fn unprotect(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_value_behind_apostrophes(rest)).unwrap_or(cell)
}

fn is_value_behind_apostrophes(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let is_of_numbers = |letter: char| letter.is_ascii_digit() || "-/.:, ".contains(letter);
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
        || (text.contains(|letter: char| letter.is_ascii_digit()) && text.chars().all(is_of_numbers))
}

/// A row of a table that was read.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    /// Its number, from 1.
    number: usize,
    name: String,
    original: Option<String>,
    translation: String,
}

/// Reads a table: a CSV file with commas or semicolons, or cells that were copied in a spreadsheet program.
///
/// # Errors
///
/// Returns the reason as a sentence if a quote is open or the first row does not name the columns.
pub(crate) fn read_table(text: &str) -> Result<Vec<Row>, String> {
    let mut rows = (1..).zip(rows_of(text)?).filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
    let header = rows.next().map(|(_, header)| header).unwrap_or_default();
    let column = |name: &str| header.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let (Some(name), Some(translation)) = (column("path"), column("translation")) else {
        return Err(
            "The first row must name the columns: path and translation, and original if there is one."
                .to_owned(),
        );
    };
    let original = column("original");
    let cell = |row: &[String], column: usize| row.get(column).map(|cell| unprotect(cell).to_owned());
    let rows = rows.map(|(number, row)| Row {
        number,
        name: cell(&row, name).unwrap_or_default().trim().to_owned(),
        original: original.and_then(|column| cell(&row, column)),
        translation: cell(&row, translation).unwrap_or_default(),
    });
    Ok(rows.filter(|row| !row.name.is_empty()).collect())
}

/// The changes that a table makes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Import {
    /// The changes of the translation's file.
    pub(crate) changes: Vec<Change>,
    /// How many texts they set.
    pub(crate) taken: usize,
    /// A sentence for each row that cannot be imported.
    pub(crate) refused: Vec<String>,
}

/// The texts of a table that are others than those of the translation in `file`. Texts that would be a problem are refused.
pub(crate) fn import(original: &Value, file: &File, translation: &Translation, rows: &[Row]) -> Import {
    let mut import = Import::default();
    let mut wanted: Vec<(&Row, &TranslationEntry)> = Vec::new();
    for row in rows {
        let mut refuse = |why: &str| import.refused.push(row.refusal(why));
        let Some(entry) = translation.entry(&row.name) else {
            refuse("there is no text with this path.");
            continue;
        };
        match &entry.translation {
            None => refuse("the translation does not have this text yet. Bring it up to date first."),
            Some(text) if row.translation == text.text => {}
            Some(_) if row.translation.trim().is_empty() => refuse("the translation is empty."),
            Some(_) if wanted.iter().any(|(other, _)| other.name == row.name) => {
                refuse("the path is there twice. The first row is used.");
            }
            Some(_) => wanted.push((row, entry)),
        }
    }
    let mut trial = file.clone();
    for (row, entry) in &wanted {
        apply(changes::set_text(&trial.value, entry, &row.translation), &mut trial.value);
    }
    let trial =
        Translation::new(translation.file, original, &Check::default(), &trial, translation.plurals.clone());
    let mut now = file.value.clone();
    for (row, entry) in wanted {
        let messages = trial.entry(&row.name).map(|entry| trial.messages(entry)).unwrap_or_default();
        if !messages.is_empty() {
            let messages = messages.into_iter().map(|it| match it {
                FieldMessage::Problem(text) | FieldMessage::Finding(text) => text,
            });
            import.refused.push(row.refusal(&messages.collect::<Vec<_>>().join(". ")));
            continue;
        }
        import.taken += 1;
        let mut changes = changes::set_text(&now, entry, &row.translation);
        // The table can be older than the original of today.
        if let Some(original) = row.former_original(entry) {
            changes.extend(changes::set_original(&now, &row.name, original));
        }
        apply(changes.clone(), &mut now);
        import.changes.extend(changes);
    }
    import
}

impl Row {
    fn refusal(&self, why: &str) -> String {
        format!("Row {}, {}: {why}", self.number, self.name)
    }

    /// The original in the table, if it is not the one of today.
    fn former_original(&self, entry: &TranslationEntry) -> Option<&str> {
        let today = entry.original.as_ref()?.text.trim();
        self.original.as_deref().filter(|it| !it.trim().is_empty() && it.trim() != today)
    }
}

fn apply(changes: Vec<Change>, file: &mut Value) {
    for change in changes {
        change.apply(file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translations::plural_categories::PluralCategories;
    use which_cause_quiz::{JsonPath, PlainDigits};

    const ORIGINAL: &str =
        r#"{"language": "en", "title": "Title", "subtitle": "Ask {course_name}", "intro": {"lead": "Lead"}}"#;

    fn entry(name: &str, original: &str, translation: &str) -> TranslationEntry {
        let text = |text: &str| Some(PlacedText { path: JsonPath::to_key(name), text: text.to_owned() });
        TranslationEntry {
            name: name.to_owned(),
            original: text(original),
            translation: text(translation),
            state: TranslationState::Translated,
            lost_placeholders: Vec::new(),
        }
    }

    /// Imports a table into a German file. Returns the file after it, and what was refused.
    fn import_into(file: &str, table: &str) -> (String, Vec<String>) {
        let original = Value::parse(ORIGINAL).expect("JSON");
        let mut file = File::open("quiz.de.json", file).expect("JSON");
        let plurals = PluralCategories::of(&PlainDigits);
        let translation = Translation::new(1, &original, &Check::default(), &file, plurals);
        let import = import(&original, &file, &translation, &read_table(table).expect("a table"));
        apply(import.changes, &mut file.value);
        (file.to_text(), import.refused)
    }

    #[test]
    fn a_table_is_read_back_as_it_was_written() {
        let texts = [
            "Plain",
            "=1+1",
            "'=quoted",
            "''twice",
            "'tis",
            "-3",
            "+",
            "@home",
            "\"in\"\nlines",
            "1-2",
            "007",
            "3 weeks",
            "'3/4",
            "a;b,c\td",
        ];
        let entries: Vec<_> = texts.iter().map(|text| entry("title", text, text)).collect();
        let table = to_csv(&entries);
        assert!(table.starts_with("\u{feff}path,original,translation,state\n"));
        for cell in ["'=1+1", "'1-2", "'007", "3 weeks", "''3/4"] {
            assert!(table.contains(&format!("\ntitle,{cell},{cell},translated\n")), "{cell}");
        }
        let rows = read_table(&table).expect("a table");
        assert_eq!(rows.iter().map(|row| row.translation.as_str()).collect::<Vec<_>>(), texts);
        assert_eq!(rows[1].original.as_deref(), Some("=1+1"));
        // A tab ends a cell there.
        let copied = &entries[..texts.len() - 1];
        let rows = read_table(&to_cells(copied)).expect("a table");
        assert_eq!(
            rows.iter().map(|row| row.translation.as_str()).collect::<Vec<_>>(),
            texts[..texts.len() - 1]
        );
    }

    #[test]
    fn tables_of_spreadsheet_programs_are_read() {
        for table in [
            "path;original;translation;state\r\ntitle;Title;Titel;x\r\n",
            "Path\tTranslation\ntitle\tTitel",
            "state,translation,path\nx,Titel, title ",
        ] {
            let rows = read_table(table).expect("a table");
            assert_eq!((rows[0].name.as_str(), rows[0].translation.as_str()), ("title", "Titel"), "{table}");
        }
        assert!(read_table("title,Title,Titel").is_err());
        assert!(read_table("").is_err());
        assert!(
            read_table("path,translation\ntitle,\"Titel\n").is_err_and(|error| error.starts_with("Row 2"))
        );
        let rows = read_table("\npath\ttranslation\n\ntitle\t\"Titel\nsubject\tThema").expect("a table");
        let rows: Vec<_> = rows.iter().map(|row| (row.number, row.translation.as_str())).collect();
        assert_eq!(rows, [(4, "\"Titel"), (5, "Thema")]);
    }

    #[test]
    fn an_import_takes_what_is_right_and_names_the_rest() {
        let file = r#"{"language": "de", "title": "Title", "subtitle": "Fragen Sie {course_name}"}"#;
        let table = "path,translation\ntitle,Titel\nsubtitle,Fragen Sie\nsubject,Thema\nintro.lead,Auch\ntitle,Noch einer\n";
        let (after, refused) = import_into(file, table);
        assert_eq!(after, file.replace(r#""title": "Title""#, r#""title": "Titel""#));
        let expected = [
            "Row 4, subject: there",
            "Row 5, intro.lead: the translation does not",
            "Row 6, title: the path",
            "Row 3, subtitle: the original has {course_name}",
        ];
        for (line, start) in refused.iter().zip(expected) {
            assert!(line.starts_with(start), "{line}");
        }
        assert_eq!(refused.len(), expected.len(), "{refused:?}");
    }

    #[test]
    fn a_text_that_is_too_long_or_has_a_wrong_placeholder_is_refused() {
        let file = r#"{"language": "de", "title": "Title", "subtitle": "Fragen Sie {course_name}"}"#;
        let long = "x".repeat(2_001);
        let table = format!("path,translation\ntitle,{long}\nsubtitle,{{course_name}} {{mine}}\n");
        let (after, refused) = import_into(file, &table);
        assert_eq!(after, file);
        assert_eq!(refused.len(), 2, "{refused:?}");
    }

    #[test]
    fn a_table_of_a_former_original_says_which() {
        let file = r#"{"language": "de", "title": "Title", "originals": {"title": "Title"}}"#;
        let (after, refused) = import_into(file, "path,original,translation\ntitle,Old title,Titel\n");
        assert_eq!(after, r#"{"language": "de", "title": "Titel", "originals": {"title": "Old title"}}"#);
        assert_eq!(refused, [""; 0]);
    }
}
