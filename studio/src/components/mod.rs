//! The components of the studio, one in each file, named after what it shows.

mod analysis_progress;
mod app;
mod balance_findings;
mod cause_answers;
mod condition_field;
mod draft_page;
mod drafts_page;
mod editor_page;
mod fairness_panel;
mod field;
mod field_frame;
mod id_checkboxes;
mod id_field;
mod keyword_field;
mod list_field;
mod map_field;
mod number_field;
mod object_fields;
mod odds_table;
mod outline;
mod part;
mod points_table;
mod preview;
mod problem_list;
mod text_field;
mod toolbar;

pub(crate) use app::App;
