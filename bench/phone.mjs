// The emulated phones of the measurements, with an empty cache. Each is slow and on a slow network, unless a caller replaces that.

/** A network of some bits per second, with some milliseconds from a request to its answer. */
export const throttled = (latency, down, up) => ({
  offline: false,
  latency,
  downloadThroughput: down / 8,
  uploadThroughput: up / 8,
});

/** The phones: a name, the network, and how much the processor is slowed down. The network of `usual` is Chrome's Slow 4G. */
export const phones = {
  usual: {
    name: "Slow 4G and a processor four times slower",
    network: throttled(150, 1.6e6, 750e3),
    cpuSlowdown: 4,
  },
  "low-end": {
    name: "256 kbit/s and a processor six times slower",
    network: throttled(300, 256e3, 64e3),
    cpuSlowdown: 6,
  },
};

const screen = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/**
 * Opens a phone in a browser and returns the result of `use`, which gets the page, a DevTools session and a function that
 * returns the bytes and the requests that were transferred so far. Fails if the page reports an error. `phone` replaces parts of
 * the usual phone. With `null` as its network, nothing limits the transfers.
 */
export async function onPhone(browser, phone, use) {
  const { network, cpuSlowdown } = { ...phones.usual, ...phone };
  const context = await browser.newContext(screen);
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    const devtools = await context.newCDPSession(page);
    const transferred = await countTransfers(devtools);
    if (network) await devtools.send("Network.emulateNetworkConditions", network);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
    await devtools.send("Performance.enable");
    const result = await use({ page, devtools, transferred });
    if (errors.length) throw new Error(`${page.url()}: ${errors.join("; ")}`);
    return result;
  } finally {
    await context.close();
  }
}

/** Counts responses and their bytes, with headers. `data:` addresses do not count. */
async function countTransfers(devtools) {
  const counted = { bytes: 0, requests: 0 };
  const dataUrls = new Set();
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith("data:")) dataUrls.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (dataUrls.has(requestId)) return;
    counted.bytes += encodedDataLength;
    counted.requests += 1;
  });
  await devtools.send("Network.enable");
  return () => ({ ...counted });
}

/** The time for which the page's main thread was busy so far, in milliseconds: in total, and with scripts. */
export async function mainThreadTime(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const milliseconds = (metric) => metrics.find(({ name }) => name === metric).value * 1000;
  return { main: milliseconds("TaskDuration"), script: milliseconds("ScriptDuration") };
}

/** The page's memory after garbage collection, in bytes: the heap and its storage outside, without WebAssembly memory. */
export async function heapUsage(devtools) {
  await devtools.send("HeapProfiler.enable");
  // Objects that the first collection frees may have kept others alive.
  for (let pass = 0; pass < 2; pass += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await devtools.send("Runtime.getHeapUsage");
  return { heap: usedSize, backing: backingStorageSize };
}

/** Measures the emulation: how much slower a loop is, and the milliseconds until the page's own response ended. */
export const measureSlowdown = (browser, url, phone) =>
  onPhone(browser, phone, async ({ page, devtools }) => {
    await page.goto(url, { waitUntil: "load" });
    const response = await page.evaluate(() => {
      // The emulated delay comes after `responseStart`.
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
    const slowed = await loops();
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    return { processor: slowed / (await loops()), response };
  });
