//! Checks the scale of a question, and makes its choices: one for each step.

use crate::decode::diagnostics::Diagnostics;
use crate::decode::id::ChoiceId;
use crate::decode::json_path::PathRef;
use crate::file::scale::{Scale, ScaleEnd};
use crate::file::template::Text;
use crate::model::check_points::PointsIndex;
use crate::model::quiz::Choice;

/// The steps of a scale as choices.
pub(crate) fn check_scale(
    scale: &Scale,
    points: &PointsIndex,
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Choice> {
    let mut points_of = |key, end: &ScaleEnd| {
        let path = path.key(key);
        points.check(&end.points, &path.key("points"), diagnostics)
    };
    let (low, high) = (points_of("low", &scale.low), points_of("high", &scale.high));
    let steps = scale.steps.get();
    let choice = |step: i32| Choice {
        id: ChoiceId::from(step.to_string().as_str()),
        text: step_text(step, scale),
        picture: None,
        exclusive: false,
        points: times(&low, steps - step).chain(times(&high, step - 1)).collect(),
        flags: Vec::new(),
    };
    (1..=steps).map(choice).collect()
}

/// The points of an end, for each step away from the other end.
fn times(points: &[(usize, i32)], steps: i32) -> impl Iterator<Item = (usize, i32)> {
    points.iter().filter(move |_| steps > 0).map(move |(cause, each)| (*cause, each * steps))
}

/// What a step means where it stands alone, as in a result: "5 = Always", "4 (1 = Never … 5 = Always)".
fn step_text(step: i32, scale: &Scale) -> Text {
    let last = scale.steps.get();
    let labeled = |step: i32, end: &ScaleEnd| [&*step.to_string(), " = ", end.text.as_written()].concat();
    let (low, high) = (labeled(1, &scale.low), labeled(last, &scale.high));
    Text::generated(match step {
        1 => low,
        step if step == last => high,
        step => [&*step.to_string(), " (", &low, " … ", &high, ")"].concat(),
    })
}
