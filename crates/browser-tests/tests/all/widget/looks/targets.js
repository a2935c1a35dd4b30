// What is too small to be pressed with a thumb: less than 44 pixels either way (WCAG 2.2, 2.5.5, the stricter of its two).
// A link in running text is as high as the text: both of WCAG's criteria except it. Builds on seen.js.

const amiss = controls
    .filter(({ it }) => !it.matches('p a'))
    .map(({ it, area }) => [called(it), area.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 44 || height < 44)
    .map(([what, { width, height }]) => `${what} is ${width.toFixed(1)} by ${height.toFixed(1)}`);

return { measured: controls.length, amiss };
