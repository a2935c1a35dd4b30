//! The script that loads the widget.

use crate::escape::{address_in, escape_html};

/// The loader of a build, at the address of its files.
#[derive(Debug, Clone, Copy)]
pub struct Loader<'a> {
    /// The address of the folder with the files.
    pub folder: &'a str,
    /// The version of the build.
    pub version: &'a str,
    /// The hash of the loader, as the attribute `integrity` has it.
    pub integrity: &'a str,
}

/// The `<script>` that loads the widget. Without a loader it is the file beside the page.
#[must_use]
pub fn script_html(loader: Option<Loader<'_>>) -> String {
    let Some(Loader { folder, version, integrity }) = loader else {
        return "<script type=\"module\" src=\"which-cause.js\"></script>".to_owned();
    };
    format!(
        "<script type=\"module\" src=\"{}?v={version}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>",
        escape_html(&address_in(Some(folder), "which-cause.js"))
    )
}
