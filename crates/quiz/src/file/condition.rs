//! A condition on earlier answers, as an author writes it.

use crate::decode::entries::Entries;
use crate::decode::macros::json_object;
use crate::file::test_case_file::Answer;

json_object! {
    /// A condition on earlier answers. If it has both parts, both must hold. In a question that was not asked, nothing is picked.
    pub(crate) struct ConditionFile, "a condition with `any_of` or `none_of`" {
        /// By earlier question, a choice or choices. At least one of all these must be picked.
        any_of: Entries<Answer>,
        /// By earlier question, a choice or choices. None of all these may be picked.
        none_of: Entries<Answer>,
    }
}
