//! The cells of a table: of a CSV file, or copied in a spreadsheet program.

/// Tells spreadsheet programs that a file is UTF-8.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The rows of a table, with the empty ones: the first is row 1 of the spreadsheet. Tabs, commas or semicolons are between the cells. A
/// line such as `sep=;` before them, which Excel reads and does not show, is no row.
///
/// # Errors
///
/// Returns a sentence if a cell begins with a quote in a CSV file and has no quote at its end.
pub(crate) fn rows_of(text: &str) -> Result<Vec<Vec<String>>, String> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let (mut rest, mut delimiter) = (text.as_str(), delimiter_of(&text));
    if let Some((first, others)) = text.split_once('\n')
        && let Some(named) = first.strip_prefix("sep=").and_then(|it| it.chars().next())
    {
        (rest, delimiter) = (others, named);
    }
    loop {
        let (cell, after) = cell_of(rest, delimiter).ok_or_else(|| {
            format!("Row {}: a cell begins with a quote (\"), and there is none at its end.", rows.len() + 1)
        })?;
        row.push(cell);
        let mut after = after.chars();
        let separator = after.next();
        if separator != Some(delimiter) {
            rows.push(std::mem::take(&mut row));
        }
        if separator.is_none() {
            return Ok(rows);
        }
        rest = after.as_str();
    }
}

/// Tabs if the first line has one, and otherwise the one of comma and semicolon that it has more of.
fn delimiter_of(text: &str) -> char {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: char| line.matches(delimiter).count();
    if line.contains('\t') {
        '\t'
    } else if count(';') > count(',') {
        ';'
    } else {
        ','
    }
}

/// The first cell, and the text from its separator on. `None` if a quote is open.
fn cell_of(text: &str, delimiter: char) -> Option<(String, &str)> {
    let unquoted = |text: &'_ str| text.find([delimiter, '\n']).unwrap_or(text.len());
    if let Some(quoted) = text.strip_prefix('"') {
        let words =
            closing_quote(quoted).map(|end| (quoted[..end].replace("\"\"", "\""), &quoted[end + 1..]));
        if delimiter != '\t' {
            let (words, after) = words?;
            let (more, after) = after.split_at(unquoted(after));
            return Some((words + more, after));
        }
        // Some programs copy a quote as it is. Then it is a part of the words, unless the whole cell is in quotes.
        let is_cell = |(words, after): &(String, &str)| {
            !words.contains('\t') && (after.is_empty() || after.starts_with(['\t', '\n']))
        };
        if let Some(cell) = words.filter(is_cell) {
            return Some(cell);
        }
    }
    let (cell, after) = text.split_at(unquoted(text));
    Some((cell.to_owned(), after))
}

/// Where the quotes around a cell end. Two quotes are one of its words.
fn closing_quote(text: &str) -> Option<usize> {
    let mut start = 0;
    loop {
        let quote = start + text[start..].find('"')?;
        if !text[quote + 1..].starts_with('"') {
            return Some(quote);
        }
        start = quote + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_with_their_quotes_and_lines() {
        for (text, rows) in [
            ("a,\"b, \"\"c\"\"\"\r\n\"d\ne\",f", vec![vec!["a", "b, \"c\""], vec!["d\ne", "f"]]),
            ("\u{feff}a;b,c;\"\"\rd", vec![vec!["a", "b,c", ""], vec!["d"]]),
            ("a\t\"b\nc\"\n\"d \"\"e\"\"\"\tf", vec![vec!["a", "b\nc"], vec!["d \"e\"", "f"]]),
            ("5\" pipe,\"a\"b", vec![vec!["5\" pipe", "ab"]]),
            ("\u{feff}sep=;\r\na,b;c", vec![vec!["a,b", "c"]]),
        ] {
            assert_eq!(rows_of(text).expect(text), rows, "{text}");
        }
    }

    #[test]
    fn a_quote_of_copied_cells_does_not_take_in_the_rows_below() {
        let text = "q\ta\n\"Good\" posture?\t\"sharp\n\tblunt \"\tx\n\"Is it \"\"new\"\"?\"\ty";
        assert_eq!(
            rows_of(text).expect("rows"),
            [
                vec!["q", "a"],
                vec!["\"Good\" posture?", "\"sharp"],
                vec!["", "blunt \"", "x"],
                vec!["Is it \"new\"?", "y"],
            ]
        );
    }

    #[test]
    fn an_open_quote_in_a_csv_file_is_reported_with_its_row() {
        assert_eq!(
            rows_of("a,b\n\n1,\"x\n2,3\n"),
            Err("Row 3: a cell begins with a quote (\"), and there is none at its end.".to_owned())
        );
    }
}
