// Targets that are too small for a thumb: less than 44 pixels wide or high (WCAG 2.2, 2.5.5). Links in running text are exempt. Uses
// visible.js.

const problems = controls
  .filter(({ it }) => !it.matches("p a"))
  .map(({ it, area }) => [describe(it), area.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 44 || height < 44)
  .map(([what, { width, height }]) => `${what} is ${width.toFixed(1)} by ${height.toFixed(1)}`);

return { measured: controls.length, problems };
