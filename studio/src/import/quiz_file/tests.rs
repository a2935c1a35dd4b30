use super::super::content::Cause;
use super::*;
use which_cause_quiz::Draft;

/// The problems of a quiz file as its author reads them.
pub(crate) fn problems(quiz: &Value) -> Vec<String> {
    Draft::from_value(quiz.clone()).problems().iter().map(ToString::to_string).collect()
}

/// Asserts that a quiz file lacks texts of its author and has no other problem.
pub(crate) fn assert_only_texts_are_missing(quiz: &Value) {
    for problem in problems(quiz) {
        assert!(problem.contains("an empty text"), "{problem}");
    }
}

fn content(rule: Rule) -> Content {
    let cause =
        |name: &str, from| Cause { name: name.to_owned(), means: "Words.".to_owned(), picture: None, from };
    let choice = |text: &str, cause: usize| Choice {
        text: text.to_owned(),
        points: vec![(if rule == Rule::Total { 0 } else { cause }, 2)],
        ..Choice::default()
    };
    let question = |kind| Question {
        text: "Which?".to_owned(),
        kind,
        is_required: true,
        choices: vec![choice("A", 0), choice("A", 1)],
        ..Question::default()
    };
    Content {
        title: "Title".to_owned(),
        lead: "Lead.".to_owned(),
        rule,
        causes: vec![cause("One", 0), cause("Öne", 3)],
        questions: vec![question(Kind::One), question(Kind::All), question(Kind::Scale(5))],
        ..Content::default()
    }
}

#[test]
fn a_quiz_of_each_rule_lacks_nothing_but_texts_of_its_author() {
    for rule in [Rule::Lead, Rule::Most, Rule::Total] {
        let quiz = content(rule).to_quiz("file");
        let problems = problems(&quiz);
        let expected = [
            "causes[0].summary: an empty text; it must have 1 to 2000 characters",
            "causes[0].sureness: an empty text; it must have 1 to 2000 characters",
            "causes[1].summary: an empty text; it must have 1 to 2000 characters",
            "causes[1].sureness: an empty text; it must have 1 to 2000 characters",
        ];
        assert_eq!(problems, expected, "{rule:?}");
    }
}

#[test]
fn the_words_for_scores_count_each_step_of_a_scale() {
    let mut content = content(Rule::Most);
    // A pick, a tick and eight steps above the low end, with two points each.
    content.questions[2].kind = Kind::Scale(9);
    let quiz = content.to_quiz("file").to_json();
    for band in
        [r#"{"id": "many", "from": 15,"#, r#"{"id": "some", "from": 10,"#, r#"{"id": "few", "from": 5,"#]
    {
        assert!(quiz.contains(band), "{band} is not in {quiz}");
    }
}

#[test]
fn ids_are_unique_and_come_from_the_texts() {
    let quiz = content(Rule::Lead).to_quiz("file").to_json();
    for id in [r#""id": "one""#, r#""id": "one-2""#, r#""id": "which-2""#, r#""id": "a-2""#, r#""one-2": 2"#]
    {
        assert!(quiz.contains(id), "{id} is not in {quiz}");
    }
}

#[test]
fn texts_of_the_studio_are_for_english_quizzes_alone() {
    let mut content = content(Rule::Lead);
    content.language = Some("de_AT".to_owned());
    let quiz = content.to_quiz("file").to_json();
    assert!(quiz.contains(r#""language": "de-AT""#), "{quiz}");
    assert!(!quiz.contains("Your answers"), "{quiz}");
    assert_only_texts_are_missing(&content.to_quiz("file"));
}
