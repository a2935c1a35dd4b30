//! The answers of a test case as its form shows them: the texts of choices, and the values that the file has for them.

use which_cause_quiz::{JsonPath, Value};

use crate::document::{children, get, text_at};
use crate::part::List;

/// A question or a safety screen of the quiz file. The file may have problems.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct StepOfFile {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) choices: Vec<StepChoice>,
    /// Whether a reader picks one choice, or one step of a scale.
    pub(crate) picks_one: bool,
}

/// A choice that a test case can name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StepChoice {
    /// What the test case has for it: its id, or the number of a step.
    pub(crate) value: Value,
    pub(crate) text: String,
}

/// The causes of a quiz file, as the choices of what a test case expects.
pub(crate) fn causes(quiz: &Value) -> Vec<StepChoice> {
    let text =
        |cause: &Value, key: &str| text_at(cause, &JsonPath::to_key(key)).unwrap_or_default().to_owned();
    let causes = children(quiz, &List::Causes.path()).iter();
    causes
        .map(|cause| StepChoice { value: Value::String(text(cause, "id")), text: text(cause, "label") })
        .collect()
}

/// The questions of a quiz file.
pub(crate) fn questions(quiz: &Value) -> Vec<StepOfFile> {
    steps(quiz, List::Questions)
}

/// The question of a quiz file with an index.
pub(crate) fn question_at(quiz: &Value, index: usize) -> Option<StepOfFile> {
    Some(step_of(get(quiz, &List::Questions.path().item(index))?, List::Questions))
}

/// The safety screens of a quiz file, each with its flags. A test case ticks none by leaving the screen out.
pub(crate) fn screens(quiz: &Value) -> Vec<StepOfFile> {
    steps(quiz, List::Screens)
}

fn steps(quiz: &Value, list: List) -> Vec<StepOfFile> {
    children(quiz, &list.path()).iter().map(|step| step_of(step, list)).collect()
}

fn step_of(step: &Value, list: List) -> StepOfFile {
    let text = |key: &str| text_at(step, &JsonPath::to_key(key)).unwrap_or_default().to_owned();
    let scale = JsonPath::to_key("scale");
    let choices = if let Some(Value::Integer(steps)) = get(step, &scale.key("steps")) {
        let end = |end: &str| text_at(step, &scale.key(end).key("text")).unwrap_or_default();
        let labeled = |number: i64| match number {
            1 => format!("1 = {}", end("low")),
            number if number == *steps => format!("{number} = {}", end("high")),
            number => number.to_string(),
        };
        // More steps than a scale can have are a problem of the file.
        let numbers = 1..=(*steps).clamp(0, 11);
        numbers.map(|number| StepChoice { value: Value::Integer(number), text: labeled(number) }).collect()
    } else {
        let is_flag = |choice: &&Value| {
            list != List::Screens || get(choice, &JsonPath::to_key("exclusive")) != Some(&Value::Bool(true))
        };
        let choices = children(step, &JsonPath::to_key("choices")).iter().filter(is_flag);
        choices.map(choice_of).collect()
    };
    let kind = text("kind");
    let picks_one = list == List::Questions && kind != "all";
    StepOfFile { id: text("id"), text: text("text"), choices, picks_one }
}

fn choice_of(choice: &Value) -> StepChoice {
    let text = |key: &str| text_at(choice, &JsonPath::to_key(key)).unwrap_or_default().to_owned();
    StepChoice { value: Value::String(text("id")), text: text("text") }
}

/// The choices that a test case names for a step.
pub(crate) fn picked_values(answer: Option<&Value>) -> Vec<Value> {
    match answer {
        Some(Value::Array(choices)) => choices.clone(),
        Some(choice) => vec![choice.clone()],
        None => Vec::new(),
    }
}

/// What a test case has for picked choices: one choice, or a list in the order of the choices. `None` if nothing is picked.
pub(crate) fn value_of_picks(
    choices: &[StepChoice],
    picks_one: bool,
    mut picked: Vec<Value>,
) -> Option<Value> {
    let rank = |value: &Value| choices.iter().position(|choice| choice.value == *value);
    picked.sort_by_key(|value| rank(value).unwrap_or(usize::MAX));
    match picked.len() {
        0 => None,
        1 if picks_one => picked.pop(),
        _ => Some(Value::Array(picked)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiz() -> Value {
        Value::parse(
            r#"{
                "screens": [{"id": "now", "text": "Now?", "choices": [{"id": "chest", "text": "Chest"}, {"id": "none", "exclusive": true}]}],
                "questions": [
                    {"id": "where", "kind": "one", "choices": [{"id": "left", "text": "Left"}, {"id": "right"}]},
                    {"id": "signs", "kind": "all", "choices": [{"id": "a"}, {"id": "b"}, {"id": "none", "exclusive": true}]},
                    {"id": "often", "kind": "scale", "scale": {"steps": 3, "low": {"text": "Never"}, "high": {"text": "Always"}}}
                ]
            }"#,
        )
        .expect("JSON")
    }

    #[test]
    fn a_step_has_the_choices_that_a_test_case_can_name() {
        let texts = |step: &StepOfFile| step.choices.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
        let screens = screens(&quiz());
        assert_eq!(texts(&screens[0]), ["Chest"]);
        assert!(!screens[0].picks_one);
        let questions = questions(&quiz());
        assert_eq!(questions.iter().map(|it| it.picks_one).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(questions[1].choices.len(), 3);
        assert_eq!(question_at(&quiz(), 2).as_ref(), questions.last());
        assert_eq!(question_at(&quiz(), 3), None);
        assert_eq!(texts(&questions[2]), ["1 = Never", "2", "3 = Always"]);
        assert_eq!(questions[2].choices[1].value, Value::Integer(2));
    }

    #[test]
    fn a_scale_with_far_too_many_steps_has_few_choices() {
        let quiz = Value::parse(r#"{"questions": [{"scale": {"steps": 999999999}}]}"#).expect("JSON");
        assert_eq!(question_at(&quiz, 0).expect("a question").choices.len(), 11);
    }

    #[test]
    fn picks_become_one_choice_or_a_list_in_the_order_of_the_question() {
        let questions = questions(&quiz());
        let id = |id: &str| Value::String(id.to_owned());
        let value_of_picks =
            |step: &StepOfFile, picked| value_of_picks(&step.choices, step.picks_one, picked);
        assert_eq!(value_of_picks(&questions[0], vec![id("left")]), Some(id("left")));
        let list = Value::Array(vec![id("a"), id("b")]);
        assert_eq!(value_of_picks(&questions[1], vec![id("b"), id("a")]), Some(list.clone()));
        assert_eq!(value_of_picks(&questions[1], vec![id("a")]), Some(Value::Array(vec![id("a")])));
        assert_eq!(value_of_picks(&questions[1], Vec::new()), None);
        assert_eq!(picked_values(Some(&list)), [id("a"), id("b")]);
        assert_eq!(picked_values(Some(&Value::Integer(2))), [Value::Integer(2)]);
    }
}
