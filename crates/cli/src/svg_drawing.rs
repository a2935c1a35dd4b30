//! Makes a drawing of an SVG file, as drawing programs write it.
//!
//! usvg resolves shapes, transforms, styles and `use`. What is left are paths with colors, and each becomes a stroke with a role.

mod class_colors;
mod color_roles;
mod outline;
mod source;

use std::ops::Range;

use roxmltree::NodeId;
use usvg::tiny_skia_path::Rect;
use usvg::{BlendMode, FillRule, Group, Node, Paint, Path, Transform, Tree};
use which_cause_quiz::{StrokeRole, path_commands};

use self::class_colors::{role_of_class, role_styles};
pub(crate) use self::color_roles::{ColorRole, ColorUse};
use self::color_roles::{PaintKind, combined};
use self::outline::path_data;
use self::source::Source;

/// The longest side of a small drawing, and of a large one.
const SMALL: f32 = 96.0;
const LARGE: f32 = 240.0;

/// The least share of a color that is visible.
const LEAST_ALPHA: f32 = 0.05;

/// The widest line, as a part of the longer side of the file. A drawing has the widths of its roles.
const WIDEST_LINE: f32 = 0.1;

/// The drawing in an SVG file.
pub(crate) struct SvgDrawing {
    /// The width and the height.
    pub(crate) size: [u32; 2],
    pub(crate) strokes: Vec<Stroke>,
    /// The colors of the file, and the roles that they became.
    pub(crate) colors: Vec<ColorUse>,
}

/// One path with a role.
#[derive(Clone)]
pub(crate) struct Stroke {
    pub(crate) role: StrokeRole,
    pub(crate) data: String,
    /// The choice that its region stands for, if the path is in a region.
    pub(crate) choice: Option<String>,
}

/// Something in an SVG file that a drawing cannot have.
pub(crate) struct SvgError {
    pub(crate) message: String,
    /// The bytes of the file that the error is about.
    pub(crate) span: Range<usize>,
}

/// Makes a drawing of an SVG file. The errors are in the order of the file.
pub(crate) fn read(text: &str, roles: &[ColorRole]) -> Result<SvgDrawing, Vec<SvgError>> {
    let source = Source::parse(text).map_err(|error| vec![error])?;
    let options = usvg::Options { style_sheet: Some(role_styles()), ..usvg::Options::default() };
    let tree = Tree::from_str(&source.with_ids(), &options).map_err(|_| vec![source.not_a_drawing()])?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let longest = width.max(height);
    let scale = if longest <= SMALL { SMALL / longest } else { (LARGE / longest).min(1.0) };
    let mut reader = Reader {
        source: &source,
        roles,
        scale: Transform::from_scale(scale, scale),
        bounds: Rect::from_xywh(0.0, 0.0, width, height),
        widest_line: WIDEST_LINE * longest,
        errors: source.unsupported(),
        strokes: Vec::new(),
        colors: Vec::new(),
    };
    reader.group(tree.root(), source.root(), 1.0);
    reader.complete_regions();
    let Reader { mut errors, strokes, colors, .. } = reader;
    errors.sort_by_key(|error| error.span.start);
    if !errors.is_empty() {
        return Err(errors);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 240")]
    let size = [width, height].map(|length| (length * scale).round().max(1.0) as u32);
    Ok(SvgDrawing { size, strokes, colors })
}

/// The path in a group, if it is the only one.
fn only_path(group: &Group) -> Option<&Path> {
    match group.children() {
        [Node::Path(path)] => Some(path),
        [Node::Group(child)] => only_path(child),
        _ => None,
    }
}

/// Collects the strokes of one file, and what a drawing cannot have.
struct Reader<'s> {
    source: &'s Source<'s>,
    roles: &'s [ColorRole],
    /// From the file's units to those of the drawing.
    scale: Transform,
    /// The visible part of the file.
    bounds: Option<Rect>,
    /// The widest line, in the file's units.
    widest_line: f32,
    errors: Vec<SvgError>,
    strokes: Vec<Stroke>,
    colors: Vec<ColorUse>,
}

impl Reader<'_> {
    fn error(&mut self, place: NodeId, message: &str) {
        let span = self.source.start_tag(place);
        // An element and its clones are reported once.
        if !self.errors.iter().any(|error| error.span == span && error.message == message) {
            self.errors.push(SvgError { message: message.to_owned(), span });
        }
    }

    /// The element that a node of usvg was made from, if that is known.
    fn element(&self, node: &Node) -> Option<NodeId> {
        let inner = || match node {
            Node::Group(group) => group.children().iter().find_map(|child| self.element(child)),
            _ => None,
        };
        self.source.element(node.id()).or_else(inner)
    }

    /// Reads a group. `place` is the nearest element around it, and `alpha` the opacity of everything around it.
    fn group(&mut self, group: &Group, place: NodeId, alpha: f32) {
        for node in group.children() {
            let element = self.element(node).unwrap_or(place);
            match node {
                Node::Group(child) => {
                    self.check_group(child, element);
                    let place = self.source.element(child.id()).unwrap_or(place);
                    self.group(child, place, alpha * child.opacity().get());
                }
                Node::Path(path) => self.path(path, element, alpha),
                // The source knows them all, also those that usvg leaves out.
                Node::Image(_) | Node::Text(_) => {}
            }
        }
    }

    fn check_group(&mut self, group: &Group, element: NodeId) {
        if !group.filters().is_empty() {
            self.error(
                element,
                "a drawing cannot have a filter, such as a shadow or a blur: remove the effect",
            );
        }
        if group.mask().is_some() {
            self.error(element, "a drawing cannot have a mask: cut the shapes themselves");
        }
        if group.blend_mode() != BlendMode::Normal {
            self.error(
                element,
                "a drawing cannot have a blend mode: set it to Normal, with the color that you see",
            );
        }
        if group.clip_path().is_some_and(|clip| !self.is_without_effect(clip, group)) {
            let message = "this is cut off by a clip path: cut the shapes themselves, with Path > Intersection in Inkscape, or \
                           Intersect and Flatten in Figma";
            self.error(element, message);
        }
    }

    /// Whether a clip path is a rectangle around everything that it clips. Figma clips to the frame.
    fn is_without_effect(&self, clip: &usvg::ClipPath, group: &Group) -> bool {
        let Some(path) = only_path(clip.root()) else { return false };
        let transform = group.abs_transform().pre_concat(clip.transform()).pre_concat(path.abs_transform());
        let Some(outline) = path.data().clone().transform(transform) else { return false };
        let rectangle = outline.bounds();
        let is_corner = |x: f32, y: f32| {
            let is_on = |at: f32, ends: [f32; 2]| ends.iter().any(|end| (at - end).abs() < 0.01);
            is_on(x, [rectangle.left(), rectangle.right()]) && is_on(y, [rectangle.top(), rectangle.bottom()])
        };
        let content = group.abs_stroke_bounding_box();
        let visible = self.bounds.and_then(|bounds| content.intersect(&bounds)).unwrap_or(content);
        // Half a unit of a hundred cannot be seen.
        let slack = 0.005 * rectangle.width().max(rectangle.height());
        outline.points().iter().all(|point| is_corner(point.x, point.y))
            && visible.left() >= rectangle.left() - slack
            && visible.right() <= rectangle.right() + slack
            && visible.top() >= rectangle.top() - slack
            && visible.bottom() <= rectangle.bottom() + slack
    }

    fn path(&mut self, path: &Path, element: NodeId, alpha: f32) {
        if !path.is_visible() {
            return;
        }
        let fill = path.fill().map(|fill| (fill.paint(), fill.opacity().get() * alpha));
        let stroke = path.stroke().map(|stroke| (stroke.paint(), stroke.opacity().get() * alpha));
        let [fill_color, stroke_color] = [fill, stroke].map(|paint| match paint {
            Some((Paint::Color(color), _)) => Some(*color),
            _ => None,
        });
        let roles = if let Some(role) = role_of_class(fill_color, stroke_color) {
            vec![role]
        } else {
            let is_dashed = path.stroke().is_some_and(|stroke| stroke.dasharray().is_some());
            let stroke_kind = if is_dashed { PaintKind::Dashed } else { PaintKind::Stroke };
            let fill = fill.and_then(|fill| self.role_of_paint(PaintKind::Fill, fill, element));
            let stroke = stroke.and_then(|stroke| self.role_of_paint(stroke_kind, stroke, element));
            if stroke.is_some() && self.is_too_wide(path) {
                let message = "this line is wider than a tenth of the drawing, and a drawing has thin lines only: make a shape of it, with \
                               Path > Stroke to Path in Inkscape, or Outline stroke in Figma";
                self.error(element, message);
            }
            combined(fill, stroke)
        };
        let Some(data) = self.data(path, element) else { return };
        if path_commands(&data, &mut |_, _| ()).is_err() {
            return self.error(element, "this is too far outside the drawing: cut it at the edge");
        }
        let choice = self.source.choice_of(element);
        for role in roles {
            if role == StrokeRole::Hit && choice.is_none() {
                self.error(element, "put a `hit` into a region: a group with `data-choice`, or with an id such as `choice-left`");
            }
            self.strokes.push(Stroke { role, data: data.clone(), choice: choice.clone() });
        }
    }

    /// Whether the line of a path is so wide that it looks like a shape.
    fn is_too_wide(&self, path: &Path) -> bool {
        let (x, y) = path.abs_transform().get_scale();
        path.stroke().is_some_and(|stroke| stroke.width().get() * x.min(y) > self.widest_line)
    }

    /// The role of a fill or of a stroke of a path. `None` if it is not to be seen.
    fn role_of_paint(
        &mut self,
        kind: PaintKind,
        (paint, alpha): (&Paint, f32),
        element: NodeId,
    ) -> Option<StrokeRole> {
        match paint {
            _ if alpha < LEAST_ALPHA => None,
            Paint::Color(color) => {
                let used = ColorUse::new(kind, *color, alpha, self.roles);
                let role = used.role;
                self.colors.push(used);
                role
            }
            Paint::LinearGradient(_) | Paint::RadialGradient(_) => {
                self.error(element, "a drawing cannot have a gradient: use one color");
                None
            }
            Paint::Pattern(_) => {
                self.error(element, "a drawing cannot have a pattern: use one color");
                None
            }
        }
    }

    /// The path data of a path in the units of the drawing.
    fn data(&self, path: &Path, element: NodeId) -> Option<String> {
        let transform = self.scale.pre_concat(path.abs_transform());
        let is_even_odd = path.fill().is_some_and(|fill| fill.rule() == FillRule::EvenOdd);
        // A path that nothing moves keeps its commands: arcs are shorter than curves.
        let own =
            self.source.own_data(path.id(), element).filter(|_| transform.is_identity() && !is_even_odd);
        own.map(str::to_owned).or_else(|| path_data(path.data(), transform, is_even_odd))
    }

    /// Gives each region without a `hit` the shapes that are filled in it: as the area to press, and as the mark of a pick unless
    /// it has a `spot`.
    fn complete_regions(&mut self) {
        let regions = self.source.regions();
        for (choice, element) in regions {
            let in_region = |stroke: &&Stroke| stroke.choice.as_ref() == Some(&choice);
            let has = |role| self.strokes.iter().filter(in_region).any(|stroke| stroke.role == role);
            let (has_hit, has_spot) = (has(StrokeRole::Hit), has(StrokeRole::Spot));
            if has_hit {
                continue;
            }
            let is_filled = |stroke: &&Stroke| {
                use StrokeRole::{Fine, Guide, Line, Mark};
                ![Fine, Guide, Line, Mark].contains(&stroke.role)
            };
            let shapes: Vec<Stroke> =
                self.strokes.iter().filter(in_region).filter(is_filled).cloned().collect();
            let Some(last) =
                self.strokes.iter().rposition(|stroke| in_region(&stroke)).filter(|_| !shapes.is_empty())
            else {
                self.error(
                    element,
                    "this region cannot be pressed: give it a filled shape, or a shape of class `hit`",
                );
                continue;
            };
            let roles =
                if has_spot { vec![StrokeRole::Hit] } else { vec![StrokeRole::Spot, StrokeRole::Hit] };
            let added: Vec<Stroke> = roles
                .into_iter()
                .flat_map(|role| shapes.iter().map(move |shape| Stroke { role, ..shape.clone() }))
                .collect();
            let later = self.strokes.split_off(last + 1);
            self.strokes.extend(added.into_iter().chain(later));
        }
    }
}
