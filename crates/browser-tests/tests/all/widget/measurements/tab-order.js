// The tab stops in order: every control, and in a group of radio buttons the picked or the first one. Uses visible.js.

const stops = controls
  .map(({ it }) => it)
  .filter((it) => {
    if (it.type !== "radio") return true;
    const group = controls.map((other) => other.it).filter((other) => other.name === it.name);
    return it === (group.find((other) => other.checked) ?? group[0]);
  });

return stops.map(describe);
