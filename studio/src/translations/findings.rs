//! The findings about a translation, as `which-cause check` has them, apart from those that each text shows as its state.

use which_cause_quiz::{
    Draft, Finding, FindingKind, JsonPath, NumberFormat, language_of, plural_findings, readability_findings,
    same_text_findings, text_findings,
};

use crate::document::File;

/// The findings about a file whose original has this name. `numbers` has the rules of its language.
pub(super) fn findings(file: &File, original: &str, numbers: &dyn NumberFormat) -> Vec<Finding> {
    let mut findings = readability_findings(&file.value);
    findings.extend(text_findings(&file.value));
    if let Ok(quiz) = Draft::from_value(file.value.clone()).into_quiz() {
        findings.extend(same_text_findings(&quiz));
        findings.extend(plural_findings(&quiz, numbers));
    }
    // `bread.de.json` is a translation of `bread.json` into `de`.
    let named = original.strip_suffix(".json").and_then(|stem| file.name.strip_prefix(stem));
    let named = named.and_then(|rest| rest.strip_prefix('.')?.strip_suffix(".json"));
    if let (Some(named), Some(language)) = (named, language_of(&file.value))
        && !named.eq_ignore_ascii_case(language)
    {
        let kind = FindingKind::LanguageUnlikeName { named: named.to_owned() };
        findings.push(Finding { path: JsonPath::to_key("language"), kind });
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use which_cause_quiz::PlainDigits;

    #[test]
    fn a_translation_has_the_findings_of_the_command() {
        let text = include_str!("../../../quizzes/upper-back-knots.de.json");
        let codes = |name: &str, text: &str| {
            let file = File::open(name, text).expect("JSON");
            let findings = findings(&file, "upper-back-knots.json", &PlainDigits);
            findings.iter().map(|finding| finding.kind.code()).collect::<Vec<_>>()
        };
        let usual = codes("upper-back-knots.de.json", text);
        let named = codes("upper-back-knots.fr.json", text);
        assert_eq!(named.len(), usual.len() + 1, "{named:?}");
        let reviewed = text.replacen("\"notice\"", "\"_notice\"", 1);
        assert_ne!(reviewed, text);
        assert_eq!(codes("upper-back-knots.de.json", &reviewed).len() + 1, usual.len(), "{usual:?}");
    }
}
