//! The components of the studio, one in each file, named after what it shows.

mod app;
mod condition_field;
mod draft_page;
mod drafts_page;
mod editor_page;
mod field;
mod field_frame;
mod file_button;
mod id_checkboxes;
mod id_field;
mod keyword_field;
mod list_field;
mod map_field;
mod number_field;
mod object_fields;
mod outline;
mod part;
mod points_table;
mod preview;
mod problem_list;
mod text_field;
mod toolbar;
mod translation_actions;
mod translation_outline;
mod translation_part;
mod translation_problems;
mod translation_row;
mod translation_table;
mod translations_part;

pub(crate) use app::App;
