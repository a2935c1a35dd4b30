//! The classes of roles. They go through usvg as colors that no file has.

use usvg::Color;
use which_cause_quiz::StrokeRole;

use super::color_roles::flat;

/// The color that stands for the class of a role. Only the position of a role differs.
fn role_color(position: usize) -> Color {
    Color::new_rgb(250, 87, u8::try_from(position).unwrap_or(u8::MAX))
}

/// The stroke of the class `flat`.
const FLAT: Color = Color { red: 251, green: 87, blue: 0 };

/// The role of the colors of a path, if they stand for a class.
pub(super) fn role_of_class(fill: Option<Color>, stroke: Option<Color>) -> Option<StrokeRole> {
    let role = |color| {
        StrokeRole::ALL.iter().enumerate().find(|(i, _)| role_color(*i) == color).map(|(_, role)| *role)
    };
    if stroke == Some(FLAT) {
        return fill.and_then(role).map(flat);
    }
    [fill, stroke].into_iter().flatten().find_map(role)
}

/// A style sheet that colors each class that is a role.
pub(super) fn role_styles() -> String {
    let css = |Color { red, green, blue }: Color| format!("rgb({red}, {green}, {blue}) !important");
    let rule = |(i, role): (usize, &StrokeRole)| {
        let (class, color) = (role.as_str(), css(role_color(i)));
        format!(".{class} {{ fill: {color}; stroke: {color}; stroke-width: 1 !important }}\n")
    };
    // Of two important rules of usvg, the first one wins.
    let mut styles = format!(".flat {{ stroke: {} }}\n", css(FLAT));
    styles.extend(
        StrokeRole::ALL.iter().enumerate().filter(|(_, role)| !role.as_str().contains(' ')).map(rule),
    );
    styles
}
