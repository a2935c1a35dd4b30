//! The components of the studio, one in each file, named after what it shows.

mod add_button;
mod app;
mod condition_field;
mod draft_page;
mod drafts_page;
mod editor_page;
mod failed_test_cases;
mod field;
mod field_frame;
mod id_checkboxes;
mod id_field;
mod keyword_field;
mod list_field;
mod map_field;
mod number_field;
mod object_fields;
mod outline;
mod part;
mod picks_field;
mod points_table;
mod preview;
mod problem_list;
mod reorder;
mod test_case_form;
mod test_case_from_preview;
mod test_case_outcome;
mod test_cases_panel;
mod text_field;
mod toolbar;
mod unknown_answers;
mod yes_no_field;

pub(crate) use app::App;
