//! The components of the studio, one in each file, named after what it shows.

mod app;
mod condition_field;
mod draft_page;
mod drafts_page;
mod editor_page;
mod field;
mod field_frame;
mod id_checkboxes;
mod id_field;
mod keyword_field;
mod list_field;
mod look_panel;
mod map_field;
mod number_field;
mod object_fields;
mod outline;
mod page_field;
mod page_panel;
mod part;
mod paste_box;
mod points_table;
mod preview;
mod preview_notes;
mod preview_quiz;
mod preview_start;
mod problem_list;
mod text_field;
mod toolbar;
mod zip_button;

pub(crate) use app::App;
