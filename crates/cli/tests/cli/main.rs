//! Tests of `which-cause`, the author's command. They run the program as a shell does, one file for each subject.

mod check;
mod check_drawings;
mod check_translations;
mod drawings;
mod examples;
mod help;
mod input_files;
mod new;
mod odds;
mod plural_forms;
mod progress_bar;
mod pseudo;
mod score;
mod snippet;
mod snippet_files;
mod support;
mod test_cases;
mod translate;
mod try_quiz;
