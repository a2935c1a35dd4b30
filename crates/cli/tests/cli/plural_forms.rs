//! `which-cause check`: the plural forms of a language.

use serde_json::{Value, json};

use crate::support::{TestFolder, bread, knots, run};

/// The findings about `care.weeks` of a quiz in this language, as `place: kind`.
fn weeks_findings(language: &str, weeks: Value) -> Vec<String> {
    let mut quiz = bread();
    quiz["care"] = knots()["care"].clone();
    quiz["language"] = json!(language);
    quiz["care"]["weeks"] = weeks;
    let folder = TestFolder::new(&format!("weeks-{language}"));
    let report = run(&["check", "--json", &folder.write("quiz.json", quiz.to_string())]).json();
    let findings = report["files"][0]["findings"].as_array().expect("findings").iter();
    let text = |finding: &Value, key: &str| finding[key].as_str().expect("a text").to_owned();
    findings
        .map(|finding| format!("{}: {}", text(finding, "place"), text(finding, "kind")))
        .filter(|finding| finding.starts_with("care.weeks"))
        .collect()
}

/// A phrase with these plural forms.
fn phrase(forms: &[&str]) -> Value {
    forms.iter().map(|form| ((*form).to_owned(), json!("{n}"))).collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn forms_of_the_language_are_no_finding() {
    let all = ["zero", "one", "two", "few", "many", "other"];
    for (language, forms) in [
        ("en", &["one", "other"][..]),
        ("de-AT", &["one", "other"]),
        ("ar", &all),
        ("cy", &all),
        ("ja", &["other"]),
        ("pl", &["one", "few", "many", "other"]),
        // Only round millions are `many` in Spanish, so this form is optional.
        ("es", &["one", "other"]),
        ("es-MX", &["one", "many", "other"]),
    ] {
        assert_eq!(weeks_findings(language, phrase(forms)), [""; 0], "{language}");
    }
}

#[test]
fn missing_form_is_a_finding() {
    let findings = weeks_findings("ar-EG", phrase(&["one", "other"]));
    assert_eq!(findings, ["care.weeks: form-missing"; 4], "zero, two, few and many");
}

#[test]
fn form_that_the_language_does_not_have_is_a_finding() {
    let findings = weeks_findings("de", phrase(&["one", "few", "other"]));
    assert_eq!(findings, ["care.weeks.few: form-never-used"]);
}

#[test]
fn form_for_several_numbers_must_name_the_number() {
    // 1 and 21 have the form `one` in Latvian.
    let findings = weeks_findings("lv", json!({"zero": "{n}", "one": "nedēļa", "other": "{n}"}));
    assert_eq!(findings, ["care.weeks.one: number-lost"]);
}
