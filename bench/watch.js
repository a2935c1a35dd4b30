// Runs in the page before anything of its own, and writes down what the browser says of it. `benchPage` says where on the
// page a reader finds what they press or read.
window.bench = (() => {
  performance.mark("bench-born");
  const { host, start, busy, asked: question, result } = window.benchPage;
  const seen = { born: performance.now(), paints: {}, largest: 0, shifts: [], long: [] };

  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => (seen.paints[name] = startTime));
  watch("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  watch("longtask", ({ startTime, duration }) => seen.long.push({ at: startTime, lasted: duration }));
  watch("layout-shift", ({ startTime, value, hadRecentInput, sources }) =>
    seen.shifts.push({ at: startTime, value, caused: hadRecentInput, what: sources.map(({ node }) => say(node)) }),
  );

  const say = (node) => (node ? [node.nodeName.toLowerCase(), node.className].filter(Boolean).join(".") : "?");

  // A module's memory is not in the heap. Nobody hands it out but what instantiates the module.
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const native = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await native.apply(WebAssembly, given);
      for (const it of Object.values((made.instance ?? made).exports)) if (it instanceof WebAssembly.Memory) memories.add(it);
      return made;
    };
  }
  /** The bytes of all modules' memories. */
  const wasm = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  // From the finger's touch: what came before that, no page can know.
  let pressed;
  const press = ({ timeStamp }) => {
    pressed = timeStamp;
    performance.mark("bench-pressed");
  };
  addEventListener("pointerdown", press, { capture: true, passive: true });

  const root = () => {
    const it = host && document.querySelector(host);
    return it?.shadowRoot ?? it;
  };
  const visible = (selector) => {
    const it = selector && root()?.querySelector(selector);
    return it?.getClientRects().length ? it : null;
  };
  /** What is asked now, or that the result is there, where either is to be seen. */
  const asked = () => (visible(result) ? "the result" : (visible(question)?.textContent ?? null));

  /** Gives the time once the frame that is being made has been painted: a message sent before that arrives after it. */
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
  const late = (what) => new Promise((_, reject) => setTimeout(() => reject(new Error(`half a minute, and not ${what}`)), 30_000));

  /** How long it takes from the next press until something else is asked, and painted. */
  const next = () => {
    const before = asked();
    pressed = undefined;
    const shown = new Promise((resolve) => {
      const look = async () => {
        await frame();
        if (pressed === undefined || !asked() || asked() === before) return;
        observer.disconnect();
        resolve((await painted()) - pressed);
      };
      const observer = new MutationObserver(look);
      observer.observe(root(), { subtree: true, childList: true, attributes: true, characterData: true });
    });
    return Promise.race([shown, late("something else is asked")]);
  };

  /**
   * Waits for Start like a reader who came for the quiz: has it in view as soon as it is there, and presses as soon as a press
   * would reach it, and again after a tenth of a second as long as nothing heeds that. Gives the times since navigation.
   */
  const atOnce = () => {
    let tried;
    const times = {};
    const wait = async () => {
      while (!times.first) {
        await frame();
        if (asked()) {
          times.first = await painted();
          times.heeded ??= times.first;
        } else if (!times.heeded && visible(busy)) {
          times.heeded = await painted();
        }
        if (times.heeded) continue;
        const button = visible(start);
        (button ?? (host && document.querySelector(host)))?.scrollIntoView({ block: "center", behavior: "instant" });
        if (!button || performance.now() - (tried ?? -100) < 100) continue;
        const { x, y, width, height } = button.getBoundingClientRect();
        const [left, top] = [x + width / 2, y + height / 2];
        let hit = document.elementFromPoint(left, top);
        if (hit?.shadowRoot) hit = hit.shadowRoot.elementFromPoint(left, top);
        if (!hit || !(button === hit || button.contains(hit))) continue;
        times.reached ??= performance.now();
        tried = performance.now();
        benchPress(left, top);
      }
      return { ...times, pressed };
    };
    return Promise.race([wait(), late("the first question")]);
  };

  return { seen, wasm, next, atOnce, asked };
})();
