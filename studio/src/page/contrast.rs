//! The contrast of two colors, by WCAG 2.2: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.

use super::look::{Look, Mode};

/// A color without transparency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rgb(pub(crate) [u8; 3]);

impl Rgb {
    /// The color that `#rgb` or `#rrggbb` is.
    pub(crate) fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digits = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([channel(0)?, channel(2)?, channel(4)?]))
    }

    /// The color as `#rrggbb`.
    pub(crate) fn to_hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast with another color, from 1 to 21.
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This color with another one under it: `share` of this one, as `color-mix(in srgb, …)` does.
    pub(crate) fn over(self, other: Self, share: f64) -> Self {
        let mix = |index: usize| {
            let mixed = f64::from(self.0[index]) * share + f64::from(other.0[index]) * (1.0 - share);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 0 to 255, as both colors are"
            )]
            let channel = mixed.round() as u8;
            channel
        };
        Self([mix(0), mix(1), mix(2)])
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// Two colors of the widget that have to differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pair {
    /// What is seen on what: "Text on the card".
    pub(crate) name: &'static str,
    pub(crate) color: Rgb,
    pub(crate) background: Rgb,
    /// The least contrast: 4.5 for text, 3 for the edges and signs that a reader needs.
    pub(crate) least: f64,
}

impl Pair {
    /// The contrast of the two, rounded down to two digits: 4.499 is not enough.
    pub(crate) fn ratio(&self) -> f64 {
        (self.color.contrast(self.background) * 100.0).floor() / 100.0
    }

    pub(crate) fn is_enough(&self) -> bool {
        self.ratio() >= self.least
    }

    /// All pairs of a look that matter, in a mode.
    pub(crate) fn all(look: &Look, mode: Mode) -> Vec<Self> {
        let pair = |name, color, background, least| Self { name, color, background, least };
        let of = |name: &str| look.color(name, mode);
        let (accent, accent_text) = (of("--which-cause-accent"), of("--which-cause-accent-text"));
        let (surface, text, muted) =
            (of("--which-cause-surface"), of("--which-cause-text"), of("--which-cause-muted"));
        let fixed = FixedColors::of(mode);
        // `--accent-soft` of the style sheet.
        let soft = accent.over(fixed.raised, 0.11);
        vec![
            pair("Text on the background", text, surface, 4.5),
            pair("Secondary text on the background", muted, surface, 4.5),
            pair("Links and quiet buttons on the background", accent, surface, 4.5),
            pair("Text on a button", accent_text, accent, 4.5),
            pair("Text on a choice or a card", text, fixed.raised, 4.5),
            pair("Secondary text on a card", muted, fixed.raised, 4.5),
            pair("Links and headings on a card", accent, fixed.raised, 4.5),
            pair("Text on a picked choice", text, soft, 4.5),
            pair("Links on the box of the course", accent, soft, 4.5),
            pair("Text on the box about certainty", text, text.over(surface, 0.05), 4.5),
            pair("Errors on the background", fixed.alarm, fixed.alarm.over(surface, 0.08), 4.5),
            pair("The ring around the focus", accent, surface, 3.0),
            pair("A bar on the background", accent, surface, 3.0),
            pair("The edge of a control on a choice", fixed.edge, fixed.raised, 3.0),
        ]
    }
}

/// Colors of the widget that no custom property sets.
struct FixedColors {
    raised: Rgb,
    edge: Rgb,
    alarm: Rgb,
}

impl FixedColors {
    fn of(mode: Mode) -> Self {
        match mode {
            Mode::Light => Self {
                raised: Rgb([255, 255, 255]),
                edge: Rgb([0x85, 0x7c, 0x70]),
                alarm: Rgb([0xb0, 0x24, 0x1c]),
            },
            Mode::Dark => Self {
                raised: Rgb([0x24, 0x2a, 0x2e]),
                edge: Rgb([0x87, 0x92, 0x9a]),
                alarm: Rgb([0xff, 0x9d, 0x93]),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::settings::PageSettings;
    use super::*;

    #[test]
    fn the_contrast_of_known_colors_is_known() {
        let contrast = |a: &str, b: &str| {
            let ratio = Rgb::from_hex(a).expect("a color").contrast(Rgb::from_hex(b).expect("a color"));
            (ratio * 100.0).round() / 100.0
        };
        assert!((contrast("#000", "#ffffff") - 21.0).abs() < 0.001);
        assert!((contrast("#777", "#fff") - 4.48).abs() < 0.001);
        assert!((contrast("#fff", "#fff") - 1.0).abs() < 0.001);
        for wrong in ["red", "#12", "#12345g", "#é12", "123456"] {
            assert_eq!(Rgb::from_hex(wrong), None, "{wrong}");
        }
        assert_eq!(Rgb::from_hex("#0aF").map(Rgb::to_hex).as_deref(), Some("#00aaff"));
    }

    #[test]
    fn the_widgets_own_colors_are_enough() {
        let look = Look::new(&PageSettings::default(), |_| None);
        for mode in Mode::ALL {
            for pair in Pair::all(&look, mode) {
                assert!(pair.is_enough(), "{} {mode:?}: {}", pair.name, pair.ratio());
            }
        }
    }

    #[test]
    fn a_color_that_is_enough_on_the_background_alone_is_named() {
        let too_weak = |name: &str, color: &str, mode: Mode| {
            let mut settings = PageSettings::default();
            let map = if mode == Mode::Dark { &mut settings.dark_look } else { &mut settings.look };
            map.insert(name.to_owned(), color.to_owned());
            let pairs = Pair::all(&Look::new(&settings, Rgb::from_hex), mode).into_iter();
            pairs.filter(|pair| !pair.is_enough()).map(|pair| pair.name).collect::<Vec<_>>()
        };
        assert_eq!(too_weak("--which-cause-muted", "#858d93", Mode::Dark), ["Secondary text on a card"]);
        assert_eq!(
            too_weak("--which-cause-accent", "#b4531a", Mode::Light),
            ["Links on the box of the course"]
        );
    }

    #[test]
    fn the_fixed_colors_are_those_of_the_style_sheet() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../style/widget/tokens.css");
        let css = std::fs::read_to_string(path).expect("the tokens");
        let (light, dark) = (FixedColors::of(Mode::Light), FixedColors::of(Mode::Dark));
        for (name, light, dark) in [
            ("raised", light.raised, dark.raised),
            ("edge", light.edge, dark.edge),
            ("alarm", light.alarm, dark.alarm),
        ] {
            let light = light.to_hex().replace("#ffffff", "#fff");
            let rule = format!("--{name}: light-dark({light}, {});", dark.to_hex());
            assert!(css.contains(&rule), "{rule}");
        }
        assert!(css.contains("--accent-soft: color-mix(in srgb, var(--accent) 11%, var(--raised));"));
    }
}
