// The colours that are seen, and how far one stands out from another by WCAG's measure:
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Builds on seen.js.

/** A computed colour as four numbers, 0 to 1. */
const parse = (colour) => {
    const numbers = (colour.match(/[\d.e+-]+(?![a-z(])/g) ?? []).map(Number);
    if (/^rgba?\(/.test(colour)) {
        const [red, green, blue, alpha = 1] = numbers;
        return [red / 255, green / 255, blue / 255, alpha];
    }
    if (/^color\(srgb /.test(colour)) {
        const [red, green, blue, alpha = 1] = numbers;
        return [red, green, blue, alpha];
    }
    throw new Error('a colour that nothing here can read: ' + colour);
};

/** One colour on another. */
const over = ([r, g, b, a], [R, G, B, A]) => {
    const alpha = a + A * (1 - a);
    const mix = (top, below) => (alpha ? (top * a + below * A * (1 - a)) / alpha : 0);
    return [mix(r, R), mix(g, G), mix(b, B), alpha];
};

const CLEAR = [0, 0, 0, 0];

/** What the window shows where the page itself paints nothing. */
const canvas = (() => {
    const probe = new CSSStyleSheet();
    probe.replaceSync(':root { background: Canvas !important }');
    document.adoptedStyleSheets.push(probe);
    const ground = parse(getComputedStyle(document.documentElement).backgroundColor);
    document.adoptedStyleSheets.pop();
    return ground;
})();

/** The colour that is seen where `top` is painted on what is in an element: through every ground, filter and opacity. */
const seen = (element, top = CLEAR) => {
    let colour = top;
    for (let it = element; it; it = above(it)) {
        const { backgroundColor, backgroundImage, filter, opacity } = getComputedStyle(it);
        if (backgroundImage !== 'none') throw new Error('a ground that nothing here can read: ' + backgroundImage);
        colour = over(colour, parse(backgroundColor));
        if (filter !== 'none') {
            const [, by] = filter.match(/^brightness\(([\d.]+)\)$/);
            colour = [...colour.slice(0, 3).map((part) => Math.min(1, part * by)), colour[3]];
        }
        colour = [...colour.slice(0, 3), colour[3] * opacity];
    }
    return over(colour, canvas);
};

const luminance = (colour) => {
    const [red, green, blue] = colour.map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};
