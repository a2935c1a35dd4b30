//! Checks the points that choices give.

use crate::decode::diagnostics::Diagnostics;
use crate::decode::id_index::IdIndex;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::file::points::PointsFile;

/// Where points go.
pub(crate) struct PointsIndex {
    /// The causes.
    causes: IdIndex,
    /// Whether they go to a total; `None` if that could not be read.
    is_total: Option<bool>,
}

impl PointsIndex {
    pub(crate) fn new(causes: IdIndex, is_total: Option<bool>) -> Self {
        Self { causes, is_total }
    }

    /// An index for a place where no points can be.
    pub(crate) fn empty() -> Self {
        Self { causes: IdIndex::empty("cause"), is_total: None }
    }

    /// The causes.
    pub(crate) fn causes(&self) -> &IdIndex {
        &self.causes
    }

    /// The points with the indexes of their causes. Points of the total go to every cause.
    pub(crate) fn check(
        &self,
        points: &PointsFile,
        path: &PathRef<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(usize, i32)> {
        match points {
            PointsFile::OfTotal(points) if self.is_total != Some(false) => (0..self.causes.len())
                .map(|cause| (cause, points.get()))
                .filter(|(_, points)| *points != 0)
                .collect(),
            PointsFile::OfTotal(_) => {
                diagnostics.report(path, ProblemKind::PointsWithoutCause);
                Vec::new()
            }
            PointsFile::OfCauses(points) if self.is_total == Some(true) && !points.0.is_empty() => {
                diagnostics.report(path, ProblemKind::PointsNotOfTotal);
                Vec::new()
            }
            PointsFile::OfCauses(points) => {
                let mut checked = Vec::with_capacity(points.0.len());
                for (cause, given) in &points.0 {
                    let index = self.causes.find(cause, &path.key(cause), diagnostics);
                    checked.extend(index.filter(|_| given.get() != 0).map(|cause| (cause, given.get())));
                }
                checked
            }
        }
    }
}
