//! That `docs/accessibility.md` speaks of every criterion, and of no test that is not there.

use std::path::Path;

const PAGE: &str = include_str!("../docs/accessibility.md");

/// Every criterion of WCAG 2.2 of level A and of level AA: <https://www.w3.org/TR/WCAG22/>.
const A: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 \
    2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2";
const AA: &str = "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 \
    3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3";

/// The rows of the page's tables: a criterion's number, its level, and how it is met.
fn rows() -> Vec<(&'static str, &'static str, &'static str)> {
    let rows = PAGE.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| ")?.split(" | ").map(str::trim).collect();
        let number = cells.first().filter(|it| it.starts_with(|it: char| it.is_ascii_digit()))?;
        Some((*number, *cells.get(2)?, *cells.get(3)?))
    });
    rows.collect()
}

#[test]
fn the_page_says_of_every_criterion_how_it_is_met() {
    let mut told: Vec<_> = rows().into_iter().map(|(number, level, _)| (number, level)).collect();
    let mut wanted: Vec<_> = [(A, "A"), (AA, "AA")]
        .iter()
        .flat_map(|(numbers, level)| numbers.split_whitespace().map(|number| (number, *level)))
        .collect();
    told.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(told, wanted);
    assert!(rows().iter().all(|(.., how)| !how.is_empty()), "each says how");
}

#[test]
fn every_test_that_the_page_names_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let mut named = 0;
    for name in PAGE.split('`').skip(1).step_by(2) {
        let Some((file, claim)) =
            name.split_once("::").filter(|(file, claim)| *file != "…" && !claim.starts_with('…'))
        else {
            continue;
        };
        let source = std::fs::read_to_string(folder.join(file).with_extension("rs"));
        let source = source.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(source.contains(&format!("\nasync fn {claim}(")), "{name} is not there");
        named += 1;
    }
    assert!(named > 30, "the page names {named} tests");
}
