//! A scale: steps between two labeled ends.

use crate::decode::bounded::Bounded;
use crate::decode::macros::json_object;
use crate::file::points::PointsFile;
use crate::file::template::Text;

json_object! {
    /// The steps of a scale and its two ends.
    pub(crate) struct Scale, "a scale" {
        /// How many steps the scale has, 3 to 11.
        steps: Bounded<3, 11>,
        /// The end at the first step.
        low: ScaleEnd,
        /// The end at the last step.
        high: ScaleEnd,
    }

    /// One end of a scale.
    pub(crate) struct ScaleEnd, "an end of a scale: its `text`, and perhaps `points`" {
        /// The label of the end; short, since it is beside a step.
        text: Text,
        /// The points for each step toward this end, -99 to 99 for each cause, or for the total. The step at the other end
        /// gives none.
        points: PointsFile,
    }
}
