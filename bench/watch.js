// Runs in the page before anything of its own, and writes down what the browser says of it.
window.bench = (() => {
  const seen = { paints: {}, largest: 0, shifts: [], long: [] };

  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => (seen.paints[name] = startTime));
  watch("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  watch("longtask", ({ startTime, duration }) => seen.long.push({ at: startTime, lasted: duration }));
  watch("layout-shift", ({ startTime, value, hadRecentInput, sources }) =>
    seen.shifts.push({ at: startTime, value, caused: hadRecentInput, what: sources.map(({ node }) => say(node)) }),
  );

  const say = (node) => (node ? [node.nodeName.toLowerCase(), node.className].filter(Boolean).join(".") : "?");

  // From the finger's touch: what came before that, no page can know.
  let pressed;
  addEventListener("pointerdown", ({ timeStamp }) => (pressed = timeStamp), { capture: true, passive: true });

  /** What the quiz asks now, where it is to be seen. */
  const asked = () => {
    const legend = document.querySelector("which-cause").shadowRoot.querySelector("legend");
    return legend?.getClientRects().length ? legend.textContent : null;
  };

  /** How long it takes from the next press until something else is asked, and painted. */
  const next = () => {
    const before = asked();
    pressed = undefined;
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("half a minute after the press nothing else is asked")), 30_000);
      const look = () =>
        requestAnimationFrame(() => {
          if (pressed === undefined || !asked() || asked() === before) return;
          observer.disconnect();
          // A message that is sent before a frame's painting arrives after it.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressed);
          port2.postMessage(0);
        });
      const observer = new MutationObserver(look);
      observer.observe(document.querySelector("which-cause").shadowRoot, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
  };

  return { seen, next };
})();
