// The tab stops in order: every control, and in a group of radio buttons the picked or the first one. Uses visible.js.

const stops = controls
  .map(({ control }) => control)
  .filter((control) => {
    if (control.type !== "radio") return true;
    const group = controls.map((other) => other.control).filter((other) => other.name === control.name);
    return control === (group.find((other) => other.checked) ?? group[0]);
  });

return stops.map(describe);
