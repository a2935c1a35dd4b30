//! The roles of colors: by the author's options, or else by how light and how colorful they are.

use std::fmt;
use std::str::FromStr;

use usvg::Color;
use which_cause_quiz::StrokeRole;

/// The roles that a color can have: those of fills, and then those of lines.
const FILLS: [StrokeRole; 6] = [
    StrokeRole::Body,
    StrokeRole::Cloth,
    StrokeRole::Thing,
    StrokeRole::Paper,
    StrokeRole::Ink,
    StrokeRole::Spot,
];
const LINES: [StrokeRole; 4] = [StrokeRole::Line, StrokeRole::Fine, StrokeRole::Guide, StrokeRole::Mark];

/// A color with the role that the author gives it: `#86b37a=cloth`.
#[derive(Clone, Debug)]
pub(crate) struct ColorRole {
    color: [u8; 3],
    /// `None` if nothing of this color is drawn.
    role: Option<StrokeRole>,
}

impl FromStr for ColorRole {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (color, role) =
            text.split_once('=').ok_or("write a color and a role, such as `#86b37a=cloth`")?;
        let color =
            parse_color(color).ok_or_else(|| format!("`{color}` is not a color; write it like `#86b37a`"))?;
        let known = || FILLS.iter().chain(&LINES);
        let role = match role {
            "none" => None,
            role => Some(*known().find(|known| known.as_str() == role).ok_or_else(|| {
                let names: Vec<String> = known().map(|role| format!("`{}`", role.as_str())).collect();
                format!("`{role}` is not a role of a color; the roles are {} and `none`", names.join(", "))
            })?),
        };
        Ok(Self { color, role })
    }
}

/// A color in six digits, or in three.
fn parse_color(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let number = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    match (digits.len(), number) {
        (6, [_, red, green, blue]) => Some([red, green, blue]),
        (3, [_, _, high, low]) => Some([high, low >> 4, low & 15].map(|digit| digit * 17)),
        _ => None,
    }
}

/// What a color is used for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaintKind {
    Fill,
    Stroke,
    Dashed,
}

/// A color in a file, what it is used for, and the role that it became.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct ColorUse {
    kind: PaintKind,
    color: [u8; 3],
    pub(crate) role: Option<StrokeRole>,
}

impl ColorUse {
    /// The use of a color that covers a share of what is behind it.
    pub(super) fn new(kind: PaintKind, color: Color, alpha: f32, roles: &[ColorRole]) -> Self {
        // As it looks on white.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
        let on_white = |part: u8| (255.0 - alpha.min(1.0) * (255.0 - f32::from(part))).round() as u8;
        let color = [color.red, color.green, color.blue].map(on_white);
        let fits = |role: StrokeRole| {
            if kind == PaintKind::Fill { FILLS.contains(&role) } else { LINES.contains(&role) }
        };
        let named = roles.iter().rev().find(|it| it.color == color && it.role.is_none_or(fits));
        let role = named.map_or_else(|| Some(usual_role(kind, color)), |it| it.role);
        Self { kind, color, role }
    }
}

/// The color as the option that gives it its role.
impl fmt::Display for ColorUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.color;
        let role = self.role.map_or("none", StrokeRole::as_str);
        let used = match self.kind {
            PaintKind::Fill => "fill",
            PaintKind::Stroke => "line",
            PaintKind::Dashed => "dashed line",
        };
        write!(f, "{:<25} {used}", format!("--role '#{red:02x}{green:02x}{blue:02x}={role}'"))
    }
}

/// The role of a color that the author gives none.
fn usual_role(kind: PaintKind, color: [u8; 3]) -> StrokeRole {
    let [lightness, chroma, hue] = oklch(color);
    if kind != PaintKind::Fill {
        return match kind {
            PaintKind::Dashed => StrokeRole::Guide,
            _ if chroma > 0.06 && lightness > 0.3 => StrokeRole::Mark,
            _ if lightness < 0.5 => StrokeRole::Line,
            _ => StrokeRole::Fine,
        };
    }
    match hue {
        _ if lightness < 0.38 => StrokeRole::Ink,
        _ if chroma < 0.03 && lightness > 0.96 => StrokeRole::Paper,
        _ if chroma < 0.03 => StrokeRole::Thing,
        // Red and pink.
        0.0..35.0 | 345.0.. if chroma > 0.11 => StrokeRole::Spot,
        // Skin, wood, orange, yellow.
        20.0..110.0 => StrokeRole::Body,
        _ => StrokeRole::Cloth,
    }
}

/// Lightness (0 to 1), chroma (0 to about 0.3) and hue (in degrees) of a color: <https://bottosson.github.io/posts/oklab/>.
fn oklch(color: [u8; 3]) -> [f32; 3] {
    let [red, green, blue] = color.map(|part| {
        let part = f32::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    let long = (0.412_221_46 * red + 0.536_332_55 * green + 0.051_445_995 * blue).cbrt();
    let medium = (0.211_903_5 * red + 0.680_699_5 * green + 0.107_396_96 * blue).cbrt();
    let short = (0.088_302_46 * red + 0.281_718_85 * green + 0.629_978_7 * blue).cbrt();
    let lightness = 0.210_454_26 * long + 0.793_617_8 * medium - 0.004_072_047 * short;
    let green_red = 1.977_998_5 * long - 2.428_592_2 * medium + 0.450_593_7 * short;
    let blue_yellow = 0.025_904_037 * long + 0.782_771_77 * medium - 0.808_675_77 * short;
    let hue = blue_yellow.atan2(green_red).to_degrees().rem_euclid(360.0);
    [lightness, green_red.hypot(blue_yellow), hue]
}

/// The role of a fill without an outline.
pub(super) fn flat(role: StrokeRole) -> StrokeRole {
    match role {
        StrokeRole::Body => StrokeRole::BodyFlat,
        StrokeRole::Cloth => StrokeRole::ClothFlat,
        StrokeRole::Thing => StrokeRole::ThingFlat,
        StrokeRole::Paper => StrokeRole::PaperFlat,
        role => role,
    }
}

/// The roles of a path with a fill and a stroke of these roles. A filled role has an outline of its own, where that is the same.
pub(super) fn combined(fill: Option<StrokeRole>, stroke: Option<StrokeRole>) -> Vec<StrokeRole> {
    use StrokeRole::{Body, Cloth, Fine, Line, Paper, Spot, Thing};
    match (fill, stroke) {
        (Some(Spot), _) => vec![Spot],
        (Some(fill @ (Body | Cloth | Thing | Paper)), Some(Line)) | (Some(fill @ Thing), Some(Fine)) => {
            vec![fill]
        }
        (fill, stroke) => fill.map(flat).into_iter().chain(stroke).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(kind: PaintKind, color: &str) -> &'static str {
        usual_role(kind, parse_color(color).expect("a color")).as_str()
    }

    #[test]
    fn a_color_has_the_role_of_what_is_usually_painted_in_it() {
        for (color, fill, line) in [
            ("#000", "ink", "line"),
            ("#23323a", "ink", "line"),
            ("#fff", "paper", "fine"),
            ("#ccc", "thing", "fine"),
            ("#f0d9c6", "body", "fine"),
            ("#8d5524", "body", "mark"),
            ("#ffd54f", "body", "mark"),
            ("#3366cc", "cloth", "mark"),
            ("#86b37a", "cloth", "mark"),
            ("#e53935", "spot", "mark"),
            ("#ff9999", "spot", "mark"),
        ] {
            assert_eq!(role(PaintKind::Fill, color), fill, "{color}");
            assert_eq!(role(PaintKind::Stroke, color), line, "{color}");
        }
        assert_eq!(role(PaintKind::Dashed, "#3366cc"), "guide");
    }

    #[test]
    fn the_author_s_role_of_a_color_comes_first_where_it_fits() {
        let roles: Vec<ColorRole> =
            ["#000=thing", "#000=mark", "#fff=none"].map(|it| it.parse().expect("a role")).into();
        let of = |kind, color| ColorUse::new(kind, color, 1.0, &roles).role;
        assert_eq!(of(PaintKind::Fill, Color::black()), Some(StrokeRole::Thing));
        assert_eq!(of(PaintKind::Dashed, Color::black()), Some(StrokeRole::Mark));
        assert_eq!(of(PaintKind::Fill, Color::white()), None);
    }

    #[test]
    fn a_transparent_color_counts_as_it_looks_on_white() {
        let shade = ColorUse::new(PaintKind::Fill, Color::black(), 0.2, &[]);
        assert_eq!(shade.to_string(), "--role '#cccccc=thing'    fill");
    }

    #[test]
    fn an_option_that_is_not_a_role_of_a_color_says_what_would_be() {
        for (text, message) in [
            ("#000", "write a color and a role, such as `#86b37a=cloth`"),
            ("red=body", "`red` is not a color; write it like `#86b37a`"),
            ("#00=body", "`#00` is not a color; write it like `#86b37a`"),
            (
                "#000=skin",
                "`skin` is not a role of a color; the roles are `body`, `cloth`, `thing`, `paper`, `ink`, `spot`, `line`, `fine`, `guide`, \
                 `mark` and `none`",
            ),
        ] {
            assert_eq!(text.parse::<ColorRole>().expect_err("an error"), message);
        }
    }
}
