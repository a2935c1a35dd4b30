//! Writes path data in few characters: coordinates to a tenth, and each command in the shorter of its two forms, from the sheet's
//! corner or from where the pen is.

use which_cause_quiz::path_commands;

/// Path data that draws the same to within a twentieth of a unit, in few characters.
///
/// # Panics
///
/// Where it is no path data.
pub(crate) fn compact(data: &str) -> String {
    let mut pen = Pen::default();
    path_commands(data, &mut |command, numbers| {
        let numbers: Vec<f64> = numbers.iter().map(|it| it.parse().expect("a number")).collect();
        pen.draws(command, &numbers);
    })
    .expect("path data");
    pen.written
}

/// A length in tenths of a unit.
type Tenths = i64;

#[allow(clippy::cast_possible_truncation)] // the numbers of path data have 12 characters at most
fn tenths(number: f64) -> Tenths {
    (number * 10.0).round() as Tenths
}

/// Where a drawing is at, and what has been written of it. The place is kept as it was meant, and what is written is measured from
/// the place as it was written, so that rounding never adds up.
#[derive(Default)]
struct Pen {
    written: String,
    /// Where the pen is and where its line began: as meant.
    at: [f64; 2],
    began: [f64; 2],
    /// The letter that need not be written again.
    standing: Option<char>,
}

impl Pen {
    fn draws(&mut self, command: char, numbers: &[f64]) {
        let relative = command.is_ascii_lowercase();
        let kind = command.to_ascii_uppercase();
        let origin = if relative { self.at } else { [0.0, 0.0] };
        // As meant and from the corner: the points, and what of an arc stands before its point.
        let (arc, points): (&[f64], Vec<[f64; 2]>) = match kind {
            'Z' => (&[], vec![self.began]),
            'H' => (&[], vec![[origin[0] + numbers[0], self.at[1]]]),
            'V' => (&[], vec![[self.at[0], origin[1] + numbers[0]]]),
            _ => {
                let (arc, points) = numbers.split_at(if kind == 'A' { 5 } else { 0 });
                (arc, points.chunks(2).map(|it| [origin[0] + it[0], origin[1] + it[1]]).collect())
            }
        };
        let pen = self.at.map(tenths);
        let rounded: Vec<[Tenths; 2]> = points.iter().map(|it| it.map(tenths)).collect();
        let end = rounded[rounded.len() - 1];
        let kind = match kind {
            'L' | 'H' | 'V' if end[1] == pen[1] => 'H',
            'L' | 'H' | 'V' if end[0] == pen[0] => 'V',
            'H' | 'V' => 'L',
            kind => kind,
        };
        let form = |from: [Tenths; 2]| -> Vec<String> {
            let flags = arc.iter().enumerate().map(|(i, it)| match i {
                3 | 4 => (if *it == 0.0 { "0" } else { "1" }).to_owned(),
                _ => number(tenths(*it)),
            });
            let coordinates: Vec<Tenths> = match kind {
                'Z' => Vec::new(),
                'H' => vec![end[0] - from[0]],
                'V' => vec![end[1] - from[1]],
                _ => rounded.iter().flat_map(|it| [it[0] - from[0], it[1] - from[1]]).collect(),
            };
            flags.chain(coordinates.into_iter().map(number)).collect()
        };
        let forms = [(kind.to_ascii_lowercase(), form(pen)), (kind, form([0, 0]))];
        let written = forms.map(|(letter, numbers)| (letter, self.text(letter, &numbers)));
        let (letter, text) = written.into_iter().min_by_key(|(_, text)| text.len()).expect("two forms");
        self.written.push_str(&text);
        self.at = points[points.len() - 1];
        if kind == 'M' {
            self.began = self.at;
        }
        self.standing = match letter {
            'z' | 'Z' => None,
            'm' => Some('l'),
            'M' => Some('L'),
            letter => Some(letter),
        };
    }

    /// A command as it would be written here: the letter unless it stands, and placeholders only where numbers would run together.
    fn text(&self, letter: char, numbers: &[String]) -> String {
        let mut text = String::new();
        // A move is always named: without its letter it would be a line.
        let named = self.standing != Some(letter) || matches!(letter, 'm' | 'M');
        if named {
            text.push(letter);
        }
        let arc = matches!(letter, 'a' | 'A');
        let before = self.written.rsplit(|c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-')).next();
        let mut last = if named { None } else { before.map(str::to_owned) };
        for (i, number) in numbers.iter().enumerate() {
            let after_flag = arc && matches!(i, 4 | 5);
            let runs_together = last.as_ref().is_some_and(|last| {
                let apart = number.starts_with('-') || number.starts_with('.') && last.contains('.');
                !apart && !after_flag
            });
            if runs_together {
                text.push(' ');
            }
            text.push_str(number);
            last = Some(number.clone());
        }
        text
    }
}

/// A number in few characters: `-.5`, `12`, `3.4`.
fn number(tenths: Tenths) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, tenth) => format!("{sign}.{tenth}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn the_shorter_form_is_written() {
        for (data, written) in [
            ("M 10 20 L 15 20 L 15 25 Z", "m10 20h5v5z"),
            (
                "M100,100 C 101,101 102,102 103,103 104,104 105,105 106,106",
                "m100 100c1 1 2 2 3 3 1 1 2 2 3 3",
            ),
            ("M80 90l-79 -89", "m80 90L1 1"),
            ("M0 0 L0.5 0.5 L1.25 -0.25", "m0 0 .5.5.8-.8"),
            ("m10 10 5 5zm1 1", "m10 10 5 5zm1 1"),
            ("M0 0A5 5 0 0 1 5 5A5 5 0 1 0 0 0", "m0 0a5 5 0 015 5A5 5 0 100 0"),
            ("M5 5h0", "m5 5h0"),
            ("M1 1M2 2", "m1 1m1 1"),
        ] {
            assert_eq!(compact(data), written, "{data}");
        }
    }

    #[test]
    fn rounding_does_not_add_up() {
        let data = format!("M0 0{}", "l.04.04".repeat(100));
        let written = compact(&data);
        let mut at = [0.0, 0.0];
        which_cause_quiz::path_commands(&written, &mut |command, numbers| {
            let numbers: Vec<f64> = numbers.iter().map(|it| it.parse().expect("a number")).collect();
            let from = if command.is_lowercase() { at } else { [0.0, 0.0] };
            at = match (command, numbers.as_slice()) {
                ('h', [x]) => [at[0] + x, at[1]],
                ('v', [y]) => [at[0], at[1] + y],
                ('M' | 'm' | 'L' | 'l', [x, y]) => [from[0] + x, from[1] + y],
                other => panic!("{other:?}"),
            };
        })
        .expect("path data");
        assert!(at.iter().all(|it| (it - 4.0_f64).abs() < 0.06), "{at:?} of {written}");
    }
}
