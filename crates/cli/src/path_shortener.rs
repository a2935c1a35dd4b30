//! Shortens SVG path data. It rounds coordinates to a tenth and writes each command in its shorter form, absolute or relative.

use which_cause_quiz::path_commands;

/// Writes path data in fewer characters. No point moves by more than a twentieth of a unit.
///
/// # Panics
///
/// If `data` is not valid path data.
pub(crate) fn shorten_path(data: &str) -> String {
    let mut shortener = PathShortener::default();
    path_commands(data, &mut |command, numbers| {
        let numbers: Vec<f64> = numbers.iter().map(|it| it.parse().expect("a number")).collect();
        shortener.push(command, &numbers);
    })
    .expect("path data");
    shortener.output
}

/// A length in tenths of a unit.
type Tenths = i64;

#[expect(clippy::cast_possible_truncation, reason = "a number in path data has at most 12 characters")]
fn tenths(number: f64) -> Tenths {
    (number * 10.0).round() as Tenths
}

/// The state while path data is rewritten.
///
/// Points are kept exact. Relative coordinates are measured from the rounded point, so rounding errors do not add up.
#[derive(Default)]
struct PathShortener {
    output: String,
    /// The exact current point.
    current: [f64; 2],
    /// The exact first point of the current subpath.
    start: [f64; 2],
    /// The command that may be left out if it comes again.
    implied_command: Option<char>,
}

impl PathShortener {
    /// Adds one command in its shorter form.
    fn push(&mut self, command: char, numbers: &[f64]) {
        let is_relative = command.is_ascii_lowercase();
        let kind = command.to_ascii_uppercase();
        let origin = if is_relative { self.current } else { [0.0, 0.0] };
        // The exact absolute points, and the radii, angle and flags of an arc.
        let (arc, points): (&[f64], Vec<[f64; 2]>) = match kind {
            'Z' => (&[], vec![self.start]),
            'H' => (&[], vec![[origin[0] + numbers[0], self.current[1]]]),
            'V' => (&[], vec![[self.current[0], origin[1] + numbers[0]]]),
            _ => {
                let (arc, points) = numbers.split_at(if kind == 'A' { 5 } else { 0 });
                (arc, points.chunks(2).map(|it| [origin[0] + it[0], origin[1] + it[1]]).collect())
            }
        };
        let current = self.current.map(tenths);
        let rounded: Vec<[Tenths; 2]> = points.iter().map(|point| point.map(tenths)).collect();
        let end = rounded[rounded.len() - 1];
        let kind = match kind {
            'L' | 'H' | 'V' if end[1] == current[1] => 'H',
            'L' | 'H' | 'V' if end[0] == current[0] => 'V',
            'H' | 'V' => 'L',
            kind => kind,
        };
        let numbers_from = |origin: [Tenths; 2]| -> Vec<String> {
            let arc = arc.iter().enumerate().map(|(i, it)| match i {
                3 | 4 => (if *it == 0.0 { "0" } else { "1" }).to_owned(),
                _ => short_number(tenths(*it)),
            });
            let coordinates: Vec<Tenths> = match kind {
                'Z' => Vec::new(),
                'H' => vec![end[0] - origin[0]],
                'V' => vec![end[1] - origin[1]],
                _ => rounded.iter().flat_map(|it| [it[0] - origin[0], it[1] - origin[1]]).collect(),
            };
            arc.chain(coordinates.into_iter().map(short_number)).collect()
        };
        let relative = (kind.to_ascii_lowercase(), numbers_from(current));
        let absolute = (kind, numbers_from([0, 0]));
        let forms =
            [relative, absolute].map(|(command, numbers)| (command, self.command_text(command, &numbers)));
        let (command, text) = forms.into_iter().min_by_key(|(_, text)| text.len()).expect("two forms");
        self.output.push_str(&text);
        self.current = points[points.len() - 1];
        if kind == 'M' {
            self.start = self.current;
        }
        self.implied_command = match command {
            'z' | 'Z' => None,
            'm' => Some('l'),
            'M' => Some('L'),
            command => Some(command),
        };
    }

    /// A command as it is written after the output so far: with its letter only if needed, and with a space only where two
    /// numbers would run together.
    fn command_text(&self, command: char, numbers: &[String]) -> String {
        let mut text = String::new();
        // After a move, an implied command is a line. So a move always has its letter.
        let has_letter = self.implied_command != Some(command) || matches!(command, 'm' | 'M');
        if has_letter {
            text.push(command);
        }
        let is_arc = matches!(command, 'a' | 'A');
        let last_in_output =
            self.output.rsplit(|c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-')).next();
        let mut previous = if has_letter { None } else { last_in_output };
        for (i, number) in numbers.iter().enumerate() {
            let follows_flag = is_arc && matches!(i, 4 | 5);
            let runs_together = previous.is_some_and(|previous| {
                let is_separate =
                    number.starts_with('-') || number.starts_with('.') && previous.contains('.');
                !is_separate && !follows_flag
            });
            if runs_together {
                text.push(' ');
            }
            text.push_str(number);
            previous = Some(number);
        }
        text
    }
}

/// A number in few characters: `-.5`, `12`, `3.4`.
fn short_number(tenths: Tenths) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, tenth) => format!("{sign}.{tenth}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::shorten_path;

    #[test]
    fn each_command_has_its_shorter_form() {
        for (data, shortened) in [
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
            assert_eq!(shorten_path(data), shortened, "{data}");
        }
    }

    #[test]
    fn rounding_errors_do_not_add_up() {
        let data = format!("M0 0{}", "l.04.04".repeat(100));
        let shortened = shorten_path(&data);
        let mut current = [0.0, 0.0];
        which_cause_quiz::path_commands(&shortened, &mut |command, numbers| {
            let numbers: Vec<f64> = numbers.iter().map(|it| it.parse().expect("a number")).collect();
            let origin = if command.is_lowercase() { current } else { [0.0, 0.0] };
            current = match (command, numbers.as_slice()) {
                ('h', [x]) => [current[0] + x, current[1]],
                ('v', [y]) => [current[0], current[1] + y],
                ('M' | 'm' | 'L' | 'l', [x, y]) => [origin[0] + x, origin[1] + y],
                other => panic!("{other:?}"),
            };
        })
        .expect("path data");
        assert!(current.iter().all(|it| (it - 4.0_f64).abs() < 0.06), "{current:?} after {shortened}");
    }
}
