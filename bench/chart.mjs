// Draws charts as SVG: dots with their intervals, and curves. A chart has its own background, light or dark by
// `prefers-color-scheme`, so it is legible on any page.

const width = 760;
const style = `<style>
.background{fill:#fffefb;stroke:#ddd7cc}.rule{stroke:#ddd7cc}
text{fill:#23282c;font:13px system-ui,"Segoe UI","DejaVu Sans",sans-serif}.soft{fill:#5b6168;stroke:#fffefb;stroke-width:4px;paint-order:stroke;font-size:12px}.strong{font-weight:600}
.a{fill:#0b6e63;stroke:#0b6e63}.b{fill:#9a4a2c;stroke:#9a4a2c}.c{fill:#4657a5;stroke:#4657a5}.d{fill:#7a5c00;stroke:#7a5c00}
text.a,text.b,text.c,text.d{stroke:none}path{fill:none!important;stroke-width:2}.bar{stroke-width:2}
@media(prefers-color-scheme:dark){.background{fill:#14181a;stroke:#32383b}.rule{stroke:#32383b}text{fill:#e9e4db}.soft{fill:#a8a298;stroke:#14181a}
.a{fill:#76cfc1;stroke:#76cfc1}.b{fill:#e79a7d;stroke:#e79a7d}.c{fill:#a9b7ff;stroke:#a9b7ff}.d{fill:#e0c36a;stroke:#e0c36a}}
</style>`;

const escapeXml = (text) => text.replace(/[&<"]/g, (character) => `&#${character.codePointAt(0)};`);
const coordinate = (value) => value.toFixed(1);
const label = (x, y, text, name = "", more = "") =>
  `<text x="${coordinate(x)}" y="${coordinate(y)}" class="${name}"${more}>${escapeXml(text)}</text>`;
const line = (x1, y1, x2, y2, name = "rule") =>
  `<line x1="${coordinate(x1)}" y1="${coordinate(y1)}" x2="${coordinate(x2)}" y2="${coordinate(y2)}" class="${name}"/>`;
const svg = (title, height, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(height)}" role="img" aria-label="${escapeXml(title)}">${style}` +
  `<rect class="background" x=".5" y=".5" width="${width - 1}" height="${Math.ceil(height) - 1}" rx="8"/>\n${parts.join("\n")}\n</svg>\n`;

/** The axis marks 1, 3, 10, 30 … that enclose two numbers. */
function ticks(low, high) {
  const all = Array.from({ length: 24 }, (_, i) => 10 ** (Math.floor(i / 2) - 6) * (i % 2 ? 3 : 1));
  const from = all.findLastIndex((mark) => mark <= low * 1.001);
  const to = all.findIndex((mark) => mark >= high * 0.999);
  return all.slice(Math.max(0, from), to + 1);
}
const markText = (mark) => (mark >= 1 ? String(Math.round(mark)) : String(Number(mark.toPrecision(1))));
/** A logarithmic scale: maps a value to a coordinate. */
const logScale = (marks, from, to) => {
  const [low, high] = [Math.log(marks[0]), Math.log(marks.at(-1))];
  return (value) => from + ((Math.log(value) - low) / (high - low)) * (to - from);
};

/**
 * Draws medians as dots with their intervals, on one logarithmic scale: `groups` of `{ name, rows }`, each row
 * `{ name, color, median, low, high, text }`.
 */
export function dots(title, unit, groups) {
  const [left, right, lineHeight] = [130, width - 60, 22];
  const rows = groups.flatMap((group) => group.rows);
  const marks = ticks(Math.min(...rows.map((row) => row.low)), Math.max(...rows.map((row) => row.high)));
  const x = logScale(marks, left, right);
  const parts = [label(20, 28, title, "strong")];
  let y = 46;
  const top = y;
  for (const { name, rows } of groups) {
    y += lineHeight;
    parts.push(label(20, y + 4, name, "soft"));
    for (const { name, color, median, low, high, text } of rows) {
      y += lineHeight;
      parts.push(label(left - 12, y + 4, name, color, ' text-anchor="end"'));
      parts.push(line(x(low), y, x(high), y, `${color} bar`));
      parts.push(
        `<circle cx="${coordinate(x(median))}" cy="${coordinate(y)}" r="5" class="${color}"/>`,
        label(x(high) + 10, y + 4, text),
      );
    }
    y += 8;
  }
  y += 14;
  const axis = marks.flatMap((mark) => [
    line(x(mark), top, x(mark), y),
    label(x(mark), y + 18, markText(mark), "soft", ' text-anchor="middle"'),
  ]);
  const height = y + 44;
  return svg(title, height, [...axis, ...parts, label(right, height - 8, unit, "soft", ' text-anchor="end"')]);
}

/**
 * Draws panels of curves beside each other, with logarithmic scales: each `{ title, xLabel, yLabel, series }`, and a series
 * `{ name, color, dashed, points: [[x, y], …] }`.
 */
export function curves(title, panels) {
  const height = 400;
  const panelWidth = width / panels.length;
  const parts = panels.flatMap(({ title, xLabel, yLabel, series }, i) => {
    const [left, right, top, bottom] = [
      i * panelWidth + 56,
      (i + 1) * panelWidth - (panels.length > 1 ? 112 : 170),
      84,
      height - 52,
    ];
    const points = series.flatMap(({ points }) => points);
    const xs = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b);
    const marks = ticks(Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y)));
    const [x, y] = [logScale(xs, left, right), logScale(marks, bottom, top)];
    // Each curve has its name at its end. Names that would overlap move down.
    const names = series
      .filter(({ name }) => name)
      .map((curve) => ({ ...curve, end: y(curve.points.at(-1)[1]) }))
      .sort((a, b) => a.end - b.end);
    names.reduce((above, curve) => (curve.y = Math.max(curve.end, above + 16)), -Infinity);
    const overflow = Math.max(0, names.at(-1).y - bottom);
    return [
      label(left - 36, 58, title, "soft strong"),
      label(left - 36, 74, yLabel, "soft"),
      ...marks.flatMap((mark) => [
        line(left, y(mark), right, y(mark)),
        label(left - 8, y(mark) + 4, markText(mark), "soft", ' text-anchor="end"'),
      ]),
      ...xs.map((value) => label(x(value), bottom + 20, value.toLocaleString("en"), "soft", ' text-anchor="middle"')),
      label((left + right) / 2, bottom + 38, xLabel, "soft", ' text-anchor="middle"'),
      ...series.flatMap(({ color, dashed, points }) => [
        `<path class="${color}"${dashed ? ' stroke-dasharray="5 4"' : ""} d="M${points.map(([a, b]) => `${coordinate(x(a))} ${coordinate(y(b))}`).join("L")}"/>`,
        ...points.map(
          ([a, b]) => `<circle cx="${coordinate(x(a))}" cy="${coordinate(y(b))}" r="3.5" class="${color}"/>`,
        ),
      ]),
      ...names.map((curve) => label(right + 12, curve.y - overflow + 4, curve.name, curve.color)),
    ];
  });
  return svg(title, height, [label(20, 28, title, "strong"), ...parts]);
}
