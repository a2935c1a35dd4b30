// Where the tab key stops, in the order in which things are drawn: every control, of radios that belong together the one
// that is picked, or the first. Builds on seen.js.

const stops = controls.map(({ it }) => it).filter((it) => {
    if (it.type !== 'radio') return true;
    const group = controls.map((other) => other.it).filter((other) => other.name === it.name);
    return it === (group.find((other) => other.checked) ?? group[0]);
});

return stops.map(called);
