// Targets that are too small for a thumb: less than 44 pixels wide or high (WCAG 2.2, 2.5.5). Links in running text are exempt. Uses
// visible.js.

const problems = controls
  .filter(({ control }) => !control.matches("p a"))
  .map(({ control, area }) => [describe(control), area.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 44 || height < 44)
  .map(([what, { width, height }]) => `${what} is ${width.toFixed(1)} by ${height.toFixed(1)}`);

return { measured: controls.length, problems };
