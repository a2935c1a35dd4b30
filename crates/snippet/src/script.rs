//! The script that loads the widget.

use crate::escape::{address_in, escape_html};

/// The loader of a build, at the address of its files.
#[derive(Debug, Clone, Copy)]
pub struct Loader<'a> {
    /// The address of the folder with the files.
    pub folder: &'a str,
    /// The version of the build, and the hash of its loader as the attribute `integrity` has it, if they are known.
    pub release: Option<(&'a str, &'a str)>,
}

/// The `<script>` that loads the widget. Without a loader it is the file beside the page.
#[must_use]
pub fn script_html(loader: Option<Loader<'_>>) -> String {
    let address = escape_html(&address_in(loader.map(|loader| loader.folder), "which-cause.js"));
    match loader.and_then(|loader| loader.release) {
        None => format!("<script type=\"module\" src=\"{address}\"></script>"),
        Some((version, integrity)) => format!(
            "<script type=\"module\" src=\"{address}?v={version}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
        ),
    }
}
