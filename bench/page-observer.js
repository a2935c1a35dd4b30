// Runs in the page before its own scripts and records the browser's performance entries. `benchPage` has the selectors of the
// things that a reader presses or reads.
window.bench = (() => {
  performance.mark("bench-loaded");
  const { start, busy, question, result } = window.benchPage;
  const entries = { loadedAt: performance.now(), paints: {}, largest: 0, shifts: [], long: [] };

  const observe = (type, record) =>
    new PerformanceObserver((list) => list.getEntries().forEach(record)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => (entries.paints[name] = startTime));
  observe("largest-contentful-paint", ({ startTime }) => (entries.largest = startTime));
  observe("longtask", ({ startTime, duration }) => entries.long.push({ at: startTime, duration }));
  observe("layout-shift", ({ startTime, value, hadRecentInput, sources }) =>
    entries.shifts.push({
      at: startTime,
      value,
      caused: hadRecentInput,
      what: sources.map(({ node }) => describe(node)),
    }),
  );

  const describe = (node) => (node ? [node.nodeName.toLowerCase(), node.className].filter(Boolean).join(".") : "?");

  // WebAssembly memory is not in the heap. Only the exports of a module give access to it.
  const memories = new Set();
  const addMemories = ({ exports }) => {
    for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const native = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await native.apply(WebAssembly, args);
      addMemories(result.instance ?? result);
      return result;
    };
  }
  // The widget compiles its module first and makes the instance later.
  WebAssembly.Instance = class extends WebAssembly.Instance {
    constructor(...args) {
      super(...args);
      addMemories(this);
    }
  };
  /** The total WebAssembly memory, in bytes. */
  const wasm = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  // Times are measured from the touch.
  let pressed;
  let firstPress;
  const onPress = ({ timeStamp }) => {
    pressed = timeStamp;
    firstPress ??= timeStamp;
    performance.mark("bench-pressed");
  };
  addEventListener("pointerdown", onPress, { capture: true, passive: true });

  // A visit can go on to another quiz of the page: it changes the host in `benchPage`.
  const host = () => window.benchPage.host && document.querySelector(window.benchPage.host);
  const root = () => host()?.shadowRoot ?? host();
  const visible = (selector) => {
    const element = selector && root()?.querySelector(selector);
    return element?.getClientRects().length ? element : null;
  };
  /** The current question's text, or "the result"; null if neither is visible. */
  const current = () => (visible(result) ? "the result" : (visible(question)?.textContent ?? null));

  /** Resolves with the time after the current frame is painted: a message sent during a frame arrives after its paint. */
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        performance.mark("bench-painted");
        resolve(performance.now());
      };
      port2.postMessage(0);
    });
  const frame = () => new Promise(requestAnimationFrame);
  const timeout = (what) =>
    new Promise((_, reject) => setTimeout(() => reject(new Error(`${what} was not shown in 30 seconds`)), 30_000));

  /** Resolves with the time from the next press until another question or the result is painted. */
  const next = () => {
    const before = current();
    pressed = undefined;
    const shown = new Promise((resolve) => {
      const check = async () => {
        await frame();
        if (pressed === undefined || !current() || current() === before) return;
        observer.disconnect();
        resolve((await painted()) - pressed);
      };
      const observer = new MutationObserver(check);
      observer.observe(root(), { subtree: true, childList: true, attributes: true, characterData: true });
    });
    return Promise.race([shown, timeout("another question")]);
  };

  /**
   * Acts like a reader who came for the quiz: scrolls to Start as soon as it exists, presses it as soon as a press can reach it,
   * and presses again every tenth of a second until it reacts. Returns the times since navigation: of the first press, of the
   * reaction, and of the first question.
   */
  const startAtOnce = () => {
    let lastPress;
    const times = {};
    const wait = async () => {
      while (!times.first) {
        await frame();
        if (current()) {
          times.first = await painted();
          times.reacted ??= times.first;
        } else if (!times.reacted && visible(busy)) {
          times.reacted = await painted();
        }
        if (times.reacted) continue;
        const button = visible(start);
        (button ?? host())?.scrollIntoView({ block: "center", behavior: "instant" });
        if (!button || performance.now() - (lastPress ?? -100) < 100) continue;
        const { x, y, width, height } = button.getBoundingClientRect();
        const [left, top] = [x + width / 2, y + height / 2];
        let hit = document.elementFromPoint(left, top);
        if (hit?.shadowRoot) hit = hit.shadowRoot.elementFromPoint(left, top);
        if (!hit || !(button === hit || button.contains(hit))) continue;
        lastPress = performance.now();
        benchPress(left, top);
      }
      return { pressed: firstPress, ...times };
    };
    return Promise.race([wait(), timeout("the first question")]);
  };

  return { entries, wasm, next, startAtOnce, current };
})();
