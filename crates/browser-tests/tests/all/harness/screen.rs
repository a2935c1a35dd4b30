//! What a reader has in their hand, and how they like pages.

/// How large the window is, and what the reader has told their system of how they like things to look.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// `prefers-color-scheme: dark`.
    pub(crate) dark: bool,
    /// `prefers-reduced-motion: reduce`.
    pub(crate) calm: bool,
    /// `forced-colors: active`, which WebKit does not know.
    pub(crate) forced_colors: bool,
}

/// A common phone, as it comes.
pub(crate) const PHONE: Screen =
    Screen { width: 360, height: 740, dark: false, calm: false, forced_colors: false };

/// The same, with nothing that moves: for whoever looks at it closely.
pub(crate) const CALM: Screen = Screen { calm: true, ..PHONE };
