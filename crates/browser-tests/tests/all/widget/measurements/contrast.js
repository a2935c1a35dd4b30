// The contrast of every text, and of every edge and drawing that a reader needs, with its background. Returns the number of measurements and
// those with too little contrast. Uses color.js.

let measured = 0;
const problems = [];
const expectContrast = (what, color, background, least) => {
  measured += 1;
  const is = ratio(color, background);
  if (is < least) {
    const code = (it) =>
      "#" +
      it
        .slice(0, 3)
        .map((part) =>
          Math.round(part * 255)
            .toString(16)
            .padStart(2, "0"),
        )
        .join("");
    problems.push(`${what}: ${is.toFixed(2)} of ${least}, ${code(color)} on ${code(background)}`);
  }
};

for (const { node, at } of texts) {
  const { color, fill, fontSize, fontWeight } = getComputedStyle(at);
  const size = parseFloat(fontSize);
  const large = size >= 24 || (size >= 18.66 && fontWeight >= 700);
  const drawn = at.namespaceURI.endsWith("svg") ? fill : color;
  expectContrast(
    `“${node.data.trim().slice(0, 40)}”`,
    visibleColor(at, parse(drawn)),
    visibleColor(at),
    large ? 3 : 4.5,
  );
}

/** The contrast of an element's background or edge with the background around it, whichever is higher. */
const edged = (it, what = describe(it)) => {
  const around = visibleColor(parentOf(it));
  const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(it);
  const drawn = [visibleColor(it)];
  if (borderTopStyle !== "none" && borderTopWidth !== "0px") drawn.push(visibleColor(it, parse(borderTopColor)));
  drawn.sort((a, b) => ratio(b, around) - ratio(a, around));
  expectContrast("the edge of " + what, drawn[0], around, 3);
};

for (const { control } of controls) {
  const style = getComputedStyle(control);
  if (control.matches("input")) {
    // In forced colors the control is the browser's own.
    if (style.appearance === "none") edged(control);
    const tick = getComputedStyle(control, "::before");
    if (control.checked && tick.content !== "none" && tick.display !== "none") {
      expectContrast(
        "the tick of " + describe(control),
        visibleColor(control, parse(tick.backgroundColor)),
        visibleColor(control),
        3,
      );
    }
  } else if (control.matches("button, a") && !style.textDecorationLine.includes("underline")) {
    edged(control);
  }
  const mark = getComputedStyle(control, "::after");
  if (control.matches("summary") && mark.borderRightStyle === "solid") {
    expectContrast(
      "the mark of " + describe(control),
      visibleColor(control, parse(mark.borderRightColor)),
      visibleColor(control),
      3,
    );
  }
}

// Drawings: the icon of a care card, and the bars.
for (const shape of elements.filter((it) => it.matches(".care-icon *, .bar *"))) {
  const { fill, stroke } = getComputedStyle(shape);
  const drawn = stroke === "none" ? fill : stroke;
  expectContrast(
    "the drawing of " + describe(parentOf(shape)),
    visibleColor(shape, parse(drawn)),
    visibleColor(shape),
    3,
  );
  // A bar has a contrast with its track, and both have one with the card.
  expectContrast(
    "the drawing of " + describe(parentOf(shape)) + " on its card",
    visibleColor(shape, parse(drawn)),
    visibleColor(parentOf(parentOf(shape))),
    3,
  );
}

// Pictures: their main lines with the background, and their marks with the shapes below too. Light lines and fills are decoration.
for (const line of elements.filter((it) => it.matches(".picture :is(.body, .cloth, .mark, .spot)"))) {
  const { stroke, strokeOpacity } = getComputedStyle(line);
  if (stroke === "none" || strokeOpacity === "0") continue;
  const what = `the ${line.getAttribute("class")} in a picture`;
  expectContrast(what, visibleColor(line, parse(stroke)), visibleColor(line), 3);
  if (!line.matches(".mark, .spot")) continue;
  for (const under of line.closest("svg").querySelectorAll(".body, .cloth")) {
    const background = parse(getComputedStyle(under).fill);
    expectContrast(what + " on its " + under.getAttribute("class"), over(parse(stroke), background), background, 3);
  }
}

for (const message of elements.filter((it) => it.matches(".error"))) {
  expectContrast(
    "the edge of an error message",
    visibleColor(message, parse(getComputedStyle(message).borderInlineStartColor)),
    visibleColor(parentOf(message)),
    3,
  );
}

return { measured, problems };
