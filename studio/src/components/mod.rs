//! The components of the studio, one in each file, named after what it shows.

mod app;
mod condition_field;
mod draft_item;
mod draft_page;
mod drafts_page;
mod editor_page;
mod field;
mod field_frame;
mod id_checkboxes;
mod id_field;
mod import_section;
mod keyword_field;
mod list_field;
mod map_field;
mod notices;
mod number_field;
mod object_fields;
mod open_section;
mod outline;
mod part;
mod points_table;
mod preview;
mod problem_list;
mod save_trouble;
mod text_field;
mod toolbar;

pub(crate) use app::App;
