// Plots as SVG by hand: dots with their intervals, and curves. Their texts are text, and they bring a ground of their own,
// light or dark as the reader's system is, so that they can be read on any page.

const width = 760;
const style = `<style>
.ground{fill:#fffefb;stroke:#ddd7cc}.rule{stroke:#ddd7cc}
text{fill:#23282c;font:13px system-ui,"Segoe UI","DejaVu Sans",sans-serif}.soft{fill:#5b6168;stroke:#fffefb;stroke-width:4px;paint-order:stroke;font-size:12px}.strong{font-weight:600}
.a{fill:#0b6e63;stroke:#0b6e63}.b{fill:#9a4a2c;stroke:#9a4a2c}.c{fill:#4657a5;stroke:#4657a5}.d{fill:#7a5c00;stroke:#7a5c00}
text.a,text.b,text.c,text.d{stroke:none}path{fill:none!important;stroke-width:2}.bar{stroke-width:2}
@media(prefers-color-scheme:dark){.ground{fill:#14181a;stroke:#32383b}.rule{stroke:#32383b}text{fill:#e9e4db}.soft{fill:#a8a298;stroke:#14181a}
.a{fill:#76cfc1;stroke:#76cfc1}.b{fill:#e79a7d;stroke:#e79a7d}.c{fill:#a9b7ff;stroke:#a9b7ff}.d{fill:#e0c36a;stroke:#e0c36a}}
</style>`;

const escaped = (text) => text.replace(/[&<"]/g, (it) => `&#${it.codePointAt(0)};`);
const at = (value) => value.toFixed(1);
const label = (x, y, text, name = "", more = "") =>
  `<text x="${at(x)}" y="${at(y)}" class="${name}"${more}>${escaped(text)}</text>`;
const rule = (x1, y1, x2, y2, name = "rule") =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" class="${name}"/>`;
const picture = (title, height, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(height)}" role="img" aria-label="${escaped(title)}">${style}` +
  `<rect class="ground" x=".5" y=".5" width="${width - 1}" height="${Math.ceil(height) - 1}" rx="8"/>\n${parts.join("\n")}\n</svg>\n`;

/** 1, 3 and 10 of each power of ten between two numbers, and the next beyond each. */
function ticks(low, high) {
  const all = Array.from({ length: 24 }, (_, i) => 10 ** (Math.floor(i / 2) - 6) * (i % 2 ? 3 : 1));
  const from = all.findLastIndex((it) => it <= low * 1.001);
  const to = all.findIndex((it) => it >= high * 0.999);
  return all.slice(Math.max(0, from), to + 1);
}
const said = (it) => (it >= 1 ? String(Math.round(it)) : String(Number(it.toPrecision(1))));
/** Where a value is between two places, on a scale of powers. */
const scale = (marks, from, to) => {
  const [low, high] = [Math.log(marks[0]), Math.log(marks.at(-1))];
  return (value) => from + ((Math.log(value) - low) / (high - low)) * (to - from);
};

/**
 * Dots on one scale of powers: `groups` of `{ name, rows }`, each row `{ name, color, median, low, high, text }`. What is longer
 * is worse.
 */
export function dots(title, unit, groups) {
  const [left, right, line] = [130, width - 60, 22];
  const rows = groups.flatMap((it) => it.rows);
  const marks = ticks(Math.min(...rows.map((it) => it.low)), Math.max(...rows.map((it) => it.high)));
  const x = scale(marks, left, right);
  const parts = [label(20, 28, title, "strong")];
  let y = 46;
  const top = y;
  for (const { name, rows } of groups) {
    y += line;
    parts.push(label(20, y + 4, name, "soft"));
    for (const { name, color, median, low, high, text } of rows) {
      y += line;
      parts.push(label(left - 12, y + 4, name, color, ' text-anchor="end"'));
      parts.push(rule(x(low), y, x(high), y, `${color} bar`));
      parts.push(`<circle cx="${at(x(median))}" cy="${at(y)}" r="5" class="${color}"/>`, label(x(high) + 10, y + 4, text));
    }
    y += 8;
  }
  y += 14;
  const axis = marks.flatMap((mark) => [
    rule(x(mark), top, x(mark), y),
    label(x(mark), y + 18, said(mark), "soft", ' text-anchor="middle"'),
  ]);
  const height = y + 44;
  return picture(title, height, [...axis, ...parts, label(right, height - 8, unit, "soft", ' text-anchor="end"')]);
}

/**
 * Panels of curves beside each other, both scales of powers: each `{ title, across, up, series }`, and a series
 * `{ name, color, dashed, points: [[x, y], …] }`.
 */
export function curves(title, panels) {
  const height = 400;
  const room = width / panels.length;
  const parts = panels.flatMap(({ title, across, up, series }, i) => {
    const [left, right, top, bottom] = [i * room + 56, (i + 1) * room - (panels.length > 1 ? 112 : 170), 84, height - 52];
    const points = series.flatMap((it) => it.points);
    const xs = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b);
    const marks = ticks(Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y)));
    const [x, y] = [scale(xs, left, right), scale(marks, bottom, top)];
    // Names at the ends of their curves, none on top of another.
    const ends = series
      .filter((it) => it.name)
      .map((it) => ({ ...it, end: y(it.points.at(-1)[1]) }))
      .sort((a, b) => a.end - b.end);
    ends.reduce((above, it) => (it.place = Math.max(it.end, above + 16)), -Infinity);
    const over = Math.max(0, ends.at(-1).place - bottom);
    return [
      label(left - 36, 58, title, "soft strong"),
      label(left - 36, 74, up, "soft"),
      ...marks.flatMap((mark) => [
        rule(left, y(mark), right, y(mark)),
        label(left - 8, y(mark) + 4, said(mark), "soft", ' text-anchor="end"'),
      ]),
      ...xs.map((it) => label(x(it), bottom + 20, it.toLocaleString("en"), "soft", ' text-anchor="middle"')),
      label((left + right) / 2, bottom + 38, across, "soft", ' text-anchor="middle"'),
      ...series.flatMap(({ color, dashed, points }) => [
        `<path class="${color}"${dashed ? ' stroke-dasharray="5 4"' : ""} d="M${points.map(([a, b]) => `${at(x(a))} ${at(y(b))}`).join("L")}"/>`,
        ...points.map(([a, b]) => `<circle cx="${at(x(a))}" cy="${at(y(b))}" r="3.5" class="${color}"/>`),
      ]),
      ...ends.map(({ name, color, place }) => label(right + 12, place - over + 4, name, color)),
    ];
  });
  return picture(title, height, [label(20, 28, title, "strong"), ...parts]);
}
