//! The language of a quiz: plural forms, findings about them, and translations.

use std::rc::Rc;

use crate::support::{FIVE_CAUSES, checked, five_causes, five_causes_but, lines};
use serde_json::{Value, json};
use which_cause_quiz::{
    NumberFormat, PlainDigits, PluralCategory, Regions, Stage, plural_findings, read, translation_problems,
};

/// The plural rules of Russian, with a dot between digits.
struct LikeRussian;

impl NumberFormat for LikeRussian {
    fn format(&self, n: u32) -> String {
        n.to_string()
            .chars()
            .flat_map(|digit| [digit, '·'])
            .collect::<String>()
            .trim_end_matches('·')
            .to_owned()
    }

    fn category(&self, n: u32) -> PluralCategory {
        match (n % 10, n % 100) {
            (1, it) if it != 11 => PluralCategory::One,
            (2..=4, it) if !(12..=14).contains(&it) => PluralCategory::Few,
            _ => PluralCategory::Many,
        }
    }
}

fn weeks(forms: &Value, after: u32) -> Value {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file["care"]["weeks"] = forms.clone();
    file["care"]["soon_after_weeks"] = json!(after);
    file
}

/// The text of the screen about weeks.
fn weeks_text(forms: &Value, after: u32, numbers: Rc<dyn NumberFormat>) -> String {
    let quiz = checked(&weeks(forms, after));
    quiz.placeholders(Regions::default(), numbers).render(&quiz.screens()[2].choices[0].text)
}

fn plural_findings_of(forms: &Value, numbers: &dyn NumberFormat) -> Vec<String> {
    plural_findings(&checked(&weeks(forms, 6)), numbers).iter().map(ToString::to_string).collect()
}

fn russian() -> Value {
    json!({"one": "{n} неделю", "few": "{n} недели", "many": "{n} недель", "other": "{n} недели"})
}

#[test]
fn a_number_of_weeks_uses_its_plural_form() {
    for (after, weeks) in
        [(1, "1 неделю"), (3, "3 недели"), (5, "5 недель"), (11, "1·1 недель"), (51, "5·1 неделю")]
    {
        let text = weeks_text(&russian(), after, Rc::new(LikeRussian));
        assert_eq!(text, format!("It's lasted more than {weeks} and isn't getting better"));
    }
}

#[test]
fn a_missing_form_falls_back_to_other() {
    let text = weeks_text(&json!({"other": "{n} wk"}), 1, Rc::new(LikeRussian));
    assert_eq!(text, "It's lasted more than 1 wk and isn't getting better");
}

#[test]
fn an_unknown_language_has_plain_digits_and_one_form() {
    let text = weeks_text(&json!({"one": "a week", "other": "{n} weeks"}), 1, Rc::new(PlainDigits));
    assert_eq!(text, "It's lasted more than 1 weeks and isn't getting better");
}

#[test]
fn progress_uses_the_digits_of_the_language() {
    let quiz = five_causes();
    let session = which_cause_quiz::Session::new(quiz.clone());
    let Stage::SafetyScreen(_, step) = session.stage() else { panic!("no screen") };
    let twelfth = which_cause_quiz::Step { number: 12, total: 30, ..step };
    let text =
        quiz.placeholders(Regions::default(), Rc::new(LikeRussian)).progress(&quiz.words().progress, twelfth);
    assert_eq!(text, "Question 1·2 of 3·0");
}

#[test]
fn the_form_other_must_contain_the_number() {
    let problems = lines(&read(&weeks(&json!({"other": "weeks"}), 6).to_string()).expect_err("a problem"));
    assert_eq!(problems, "care.weeks.other: the placeholder {n} is missing; this text must contain it");
    let problems =
        lines(&five_causes_but(|it| it["care"]["weeks"] = json!({"one": "{n}"})).expect_err("a problem"));
    assert_eq!(problems, "care.weeks.other: missing; expected text");
    let problems =
        lines(&five_causes_but(|it| it["care"]["weeks"]["two"] = json!("{m}")).expect_err("a problem"));
    assert_eq!(problems, "care.weeks.two: unknown placeholder {m}; this text can contain {n}");
}

#[test]
fn missing_and_unused_plural_forms_are_found() {
    assert_eq!(plural_findings_of(&russian(), &LikeRussian), [] as [&str; 0]);
    let mut forms = russian();
    forms.as_object_mut().expect("forms").remove("few");
    assert_eq!(
        plural_findings_of(&forms, &LikeRussian),
        [
            "care.weeks: the language has a form `few`, for example for 2; without it, readers get the form `other`"
        ]
    );
    forms = russian();
    forms["two"] = json!("{n} недели");
    assert_eq!(
        plural_findings_of(&forms, &LikeRussian),
        ["care.weeks.two: no whole number uses the form `two` in this language; remove it"]
    );
}

#[test]
fn a_form_without_its_number_is_found_unless_it_is_for_one_number() {
    struct OneAndOthers;
    impl NumberFormat for OneAndOthers {
        fn format(&self, n: u32) -> String {
            n.to_string()
        }
        fn category(&self, n: u32) -> PluralCategory {
            if n == 1 { PluralCategory::One } else { PluralCategory::Other }
        }
    }
    assert_eq!(
        plural_findings_of(&json!({"one": "a week", "other": "{n} weeks"}), &OneAndOthers),
        [] as [&str; 0]
    );
    let mut forms = russian();
    forms["one"] = json!("неделю");
    assert_eq!(
        plural_findings_of(&forms, &LikeRussian),
        ["care.weeks.one: this form is used for 1 and for 21, so its text must contain {n}"]
    );
}

#[test]
fn a_form_for_large_numbers_only_is_not_unused() {
    struct Millions;
    impl NumberFormat for Millions {
        fn format(&self, n: u32) -> String {
            n.to_string()
        }
        fn category(&self, n: u32) -> PluralCategory {
            if n > 0 && n.is_multiple_of(1_000_000) { PluralCategory::Many } else { PluralCategory::Other }
        }
    }
    assert_eq!(
        plural_findings_of(&json!({"many": "{n} de semanas", "other": "{n} semanas"}), &Millions),
        [] as [&str; 0]
    );
}

#[test]
fn a_notice_is_a_finding() {
    let quiz = five_causes_but(|it| it["notice"] = json!("Nobody has read this yet.")).expect("a quiz");
    let found = plural_findings(&quiz, &PlainDigits);
    assert_eq!(found[0].to_string(), "notice: awaits review: Nobody has read this yet.");
    assert_eq!(found[0].kind.code(), "awaits-review");
    assert_eq!(quiz.notice().map(|notice| notice.as_written()), Some("Nobody has read this yet."));
    assert!(five_causes().notice().is_none(), "the original needs no notice");
}

#[test]
fn a_missing_line_for_readers_elsewhere_is_found() {
    let without =
        |it: &mut serde_json::Value| _ = it["care"].as_object_mut().expect("care").remove("elsewhere");
    let quiz = five_causes_but(without).expect("a valid quiz");
    let found = plural_findings(&quiz, &PlainDigits);
    assert_eq!(
        (found[0].path.to_string().as_str(), found[0].kind.code()),
        ("care.elsewhere", "nothing-for-elsewhere")
    );
    assert!(
        plural_findings(&five_causes(), &PlainDigits)
            .iter()
            .all(|it| it.kind.code() != "nothing-for-elsewhere")
    );
    assert_eq!(
        lines(&translation_problems(&five_causes(), &quiz)),
        "care.elsewhere: a translation must differ only in texts; found nothing, but the original has `something`"
    );
}

#[test]
fn a_translation_can_have_its_own_notice_and_plural_forms() {
    let original = five_causes();
    let translation = five_causes_but(|it| {
        it["notice"] = json!("Noch nicht geprüft.");
        it["care"]["weeks"] = russian();
    });
    assert_eq!(translation_problems(&original, &translation.expect("a quiz")), []);
    let without = five_causes_but(|it| _ = it["intro"].as_object_mut().expect("an object").remove("busy"));
    assert_eq!(
        lines(&translation_problems(&original, &without.expect("a quiz"))),
        "intro.busy: a translation must differ only in texts; found nothing, but the original has `something`"
    );
}

#[test]
fn parts_that_only_one_language_has_are_reported_by_id() {
    let original = five_causes();
    let without = five_causes_but(|it| _ = it["bands"].as_array_mut().expect("bands").remove(1));
    assert_eq!(
        lines(&translation_problems(&original, &without.expect("a quiz"))),
        "bands: a translation must differ only in texts; found nothing, but the original has `some`"
    );
    let with_another = five_causes_but(|it| {
        let bands = it["bands"].as_array_mut().expect("bands");
        bands.insert(1, json!({"id": "most", "from": 50, "text": "Most of your answers fit"}));
    });
    assert_eq!(
        lines(&translation_problems(&original, &with_another.expect("a quiz"))),
        "bands[1].id: a translation must differ only in texts; found `most`, but the original has nothing"
    );
}
