// The phone that every page is seen on: common, slow, on a slow network, and with nothing in its cache.

/** Chrome's Slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms from a request to its answer. */
export const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** How many times slower the processor is made. */
export const slower = 4;

const screen = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/**
 * Opens a new phone in a browser and gives what `use` makes of it: its page, its developer tools, the bytes and the requests
 * of the page so far, and whether everything on the page is well.
 */
export async function onPhone(browser, use, { slow = network, rate = slower } = {}) {
  const context = await browser.newContext(screen);
  try {
    const page = await context.newPage();
    const broken = [];
    page.on("pageerror", (error) => broken.push(error.message));
    page.on("console", (message) => message.type() === "error" && broken.push(message.text()));
    const devtools = await context.newCDPSession(page);
    const loaded = await counting(devtools);
    if (slow) await devtools.send("Network.emulateNetworkConditions", slow);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    await devtools.send("Performance.enable");
    const made = await use({ page, devtools, loaded });
    if (broken.length) throw new Error(`${page.url()}: ${broken.join("; ")}`);
    return made;
  } finally {
    await context.close();
  }
}

/** Counts what comes by the network: answers, and their bytes with headers. What is in an address itself does not come. */
async function counting(devtools) {
  const counted = { bytes: 0, requests: 0 };
  const within = new Set();
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith("data:")) within.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (within.has(requestId)) return;
    counted.bytes += encodedDataLength;
    counted.requests += 1;
  });
  await devtools.send("Network.enable");
  return () => ({ ...counted });
}

/** What the page's main thread has done so far, in milliseconds: everything, and scripts alone. */
export async function work(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (wanted) => metrics.find(({ name }) => name === wanted).value * 1000;
  return { main: of("TaskDuration"), script: of("ScriptDuration") };
}

/** The bytes of what the page keeps once its garbage is gone: objects, and what they store elsewhere; no module's memory. */
export async function heap(devtools) {
  await devtools.send("HeapProfiler.enable");
  // What the first time frees may have kept something else alive.
  for (let time = 0; time < 2; time += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await devtools.send("Runtime.getHeapUsage");
  return { heap: usedSize, backing: backingStorageSize };
}

/** What a page finds of the slowness: how many times as long a loop takes, and the milliseconds until it had come itself. */
export const slowness = (browser, url) =>
  onPhone(browser, async ({ page, devtools }) => {
    await page.goto(url, { waitUntil: "load" });
    const answer = await page.evaluate(() => {
      // The browser holds an answer back only after it has written down when that began to come.
      const { requestStart, responseEnd } = performance.getEntriesByType("navigation")[0];
      return responseEnd - requestStart;
    });
    const loops = () =>
      page.evaluate(() => {
        const times = [];
        for (let round = 0; round < 5; round += 1) {
          const from = performance.now();
          for (let i = 0, x = 1; i < 1e7; i += 1) x = (x * 16807) % 2147483647;
          times.push(performance.now() - from);
        }
        return Math.min(...times);
      });
    const slowly = await loops();
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    return { processor: slowly / (await loops()), answer };
  });
