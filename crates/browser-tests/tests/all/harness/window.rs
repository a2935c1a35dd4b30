//! The size of the window, and the reader's settings.

/// The size of the window in pixels, and the settings that media queries see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// `prefers-color-scheme: dark`.
    pub(crate) dark: bool,
    /// `prefers-reduced-motion: reduce`.
    pub(crate) reduced_motion: bool,
    /// `forced-colors: active`, which WebKit does not support.
    pub(crate) forced_colors: bool,
}

/// A common phone with its default settings.
pub(crate) const PHONE: Window =
    Window { width: 360, height: 740, dark: false, reduced_motion: false, forced_colors: false };

/// The same phone with reduced motion, for measurements and screenshots.
pub(crate) const REDUCED_MOTION: Window = Window { reduced_motion: true, ..PHONE };
