//! Turns a path of usvg into path data. A drawing fills by the rule `nonzero`. So a hole gets the opposite direction of the line
//! around it.

use std::fmt::Write;

use usvg::Transform;
use usvg::tiny_skia_path::{Path, PathSegment, Point};

/// How many points stand for a curve when its direction is found out.
const POINTS_OF_CURVE: u8 = 8;

/// One closed or open line of a path.
struct Subpath {
    start: Point,
    /// The control points of each segment, and its end: one point for a line, two and three for curves.
    segments: Vec<Vec<Point>>,
    is_closed: bool,
}

/// The path data of a transformed path. `None` if nothing is left of it.
pub(super) fn path_data(path: &Path, transform: Transform, is_even_odd: bool) -> Option<String> {
    let path = path.clone().transform(transform)?;
    let mut subpaths = subpaths(&path);
    if is_even_odd {
        direct(&mut subpaths);
    }
    let mut data = String::new();
    for Subpath { start, segments, is_closed } in &subpaths {
        push(&mut data, 'M', &[*start]);
        for points in segments {
            push(&mut data, ['L', 'Q', 'C'][points.len() - 1], points);
        }
        if *is_closed {
            data.push('Z');
        }
    }
    (!data.is_empty()).then_some(data)
}

fn push(data: &mut String, command: char, points: &[Point]) {
    data.push(command);
    for point in points {
        // Writing to a string never fails.
        let _ = write!(data, "{:.3} {:.3} ", point.x, point.y);
    }
}

fn subpaths(path: &Path) -> Vec<Subpath> {
    let mut subpaths: Vec<Subpath> = Vec::new();
    for segment in path.segments() {
        let points = match segment {
            PathSegment::MoveTo(start) => {
                subpaths.push(Subpath { start, segments: Vec::new(), is_closed: false });
                continue;
            }
            PathSegment::LineTo(end) => vec![end],
            PathSegment::QuadTo(control, end) => vec![control, end],
            PathSegment::CubicTo(first, second, end) => vec![first, second, end],
            PathSegment::Close => Vec::new(),
        };
        if let Some(subpath) = subpaths.last_mut() {
            if points.is_empty() {
                subpath.is_closed = true;
            } else {
                subpath.segments.push(points);
            }
        }
    }
    subpaths
}

/// Directs subpaths so that the rule `nonzero` fills what `evenodd` does: those within an odd number of others get the other direction.
fn direct(subpaths: &mut [Subpath]) {
    let polygons: Vec<Vec<Point>> = subpaths.iter().map(Subpath::polygon).collect();
    for (i, subpath) in subpaths.iter_mut().enumerate() {
        let around =
            polygons.iter().enumerate().filter(|(j, other)| *j != i && contains(other, subpath.start));
        let is_hole = around.count() % 2 == 1;
        if is_hole != (area(&polygons[i]) < 0.0) {
            subpath.reverse();
        }
    }
}

impl Subpath {
    /// Its points, with curves as short lines.
    fn polygon(&self) -> Vec<Point> {
        let mut polygon = vec![self.start];
        for segment in &self.segments {
            let start = polygon[polygon.len() - 1];
            let steps = if segment.len() == 1 { 1 } else { POINTS_OF_CURVE };
            polygon
                .extend((1..=steps).map(|step| point_at(start, segment, f32::from(step) / f32::from(steps))));
        }
        polygon
    }

    fn reverse(&mut self) {
        let mut points = vec![self.start];
        points.extend(self.segments.iter().flatten().copied());
        points.reverse();
        let lengths: Vec<usize> = self.segments.iter().rev().map(Vec::len).collect();
        let mut rest = points.into_iter();
        self.start = rest.next().unwrap_or(self.start);
        self.segments = lengths.into_iter().map(|length| rest.by_ref().take(length).collect()).collect();
    }
}

/// The point of a Bézier curve at a time, 0 to 1, by De Casteljau's algorithm.
fn point_at(start: Point, segment: &[Point], time: f32) -> Point {
    let mut points = vec![start];
    points.extend(segment);
    while points.len() > 1 {
        let between = |pair: &[Point]| {
            let [from, to] = [pair[0], pair[1]];
            Point::from_xy(from.x + (to.x - from.x) * time, from.y + (to.y - from.y) * time)
        };
        points = points.windows(2).map(between).collect();
    }
    points[0]
}

/// Twice the area of a polygon, with a sign for its direction.
fn area(polygon: &[Point]) -> f32 {
    edges(polygon).map(|(from, to)| from.x * to.y - to.x * from.y).sum()
}

/// Whether a point is in a polygon: a ray from it crosses an odd number of edges.
fn contains(polygon: &[Point], point: Point) -> bool {
    let is_crossed = |(from, to): &(Point, Point)| {
        (from.y > point.y) != (to.y > point.y)
            && point.x < from.x + (to.x - from.x) * (point.y - from.y) / (to.y - from.y)
    };
    edges(polygon).filter(is_crossed).count() % 2 == 1
}

fn edges(polygon: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    polygon.iter().copied().zip(polygon.iter().copied().cycle().skip(1))
}
