import assert from "node:assert/strict";
import { test } from "node:test";
import { withTimeout, fetchBytes, inTime } from "../app/fetching.js";

globalThis.location = /** @type {any} */ (new URL("https://blog.example/posts/"));

/** Lets some seconds pass. */
const passes = async (context, seconds) => {
  for (let i = 0; i < seconds; i++) {
    context.mock.timers.tick(1000);
    for (let tick = 0; tick < 10; tick++) await Promise.resolve();
  }
};

/** A response whose body has a byte after each of these times, in seconds, and then nothing. */
const slow = (times, ends) =>
  new Response(
    new ReadableStream({
      async pull(controller) {
        const time = times.shift();
        if (time !== undefined) {
          await new Promise((next) => setTimeout(next, time * 1000));
          controller.enqueue(new Uint8Array([7]));
        } else if (ends) controller.close();
        else await new Promise(() => {});
      },
    }),
    { headers: { "content-type": "application/wasm" } },
  );

test("a file fails after 20 s without a byte", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  for (const start of [() => inTime(new Promise(() => {})), async () => (await withTimeout(slow([1]))).arrayBuffer()]) {
    let failed;
    start().catch(({ message }) => (failed = message));
    await passes(context, 19);
    assert.equal(failed, undefined);
    await passes(context, 4);
    assert.equal(failed, "nothing has come for 20 s");
  }
});

test("a slow file arrives, as long as its bytes keep coming", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let bytes;
  const response = await withTimeout(slow([15, 15, 15], true));
  assert.equal(response.headers.get("content-type"), "application/wasm");
  response.arrayBuffer().then(({ byteLength }) => (bytes = byteLength));
  await passes(context, 60);
  assert.equal(bytes, 3);
});

test("a file without an end is read until it is longer than 1 MiB", async (context) => {
  const CHUNK = 1 << 16;
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += CHUNK;
      // A fetch that reads on fails too, for the test to end.
      if (sent > 1 << 24) controller.error(new Error("read without an end"));
      else controller.enqueue(new Uint8Array(CHUNK));
    },
  });
  context.mock.method(globalThis, "fetch", async () => new Response(endless));
  // The parser reports that there is more.
  const { bytes } = await fetchBytes("https://example.org/a.json");
  assert.ok(bytes.length > 1 << 20, `${bytes.length} bytes`);
  assert.ok(sent < 2 * (1 << 20), `${sent} bytes`);
});

test("a file of 1 MiB arrives", async (context) => {
  context.mock.method(globalThis, "fetch", async () => new Response(new Uint8Array(1 << 20)));
  assert.equal((await fetchBytes("https://example.org/a.json")).bytes.length, 1 << 20);
});

test("an error of a file names its address", async (context) => {
  context.mock.method(globalThis, "fetch", async () => new Response("", { status: 404 }));
  await assert.rejects(fetchBytes("https://example.org/a.json"), {
    message: "https://example.org/a.json: the server answers 404",
  });
  context.mock.method(globalThis, "fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
  await assert.rejects(fetchBytes("https://example.org/a.json"), {
    message: "https://example.org/a.json: Failed to fetch",
  });
});

test("a file of the page's own site that redirects to another site is refused", async (context) => {
  const fetchFrom = (address, url) => {
    context.mock.method(globalThis, "fetch", async () => {
      const response = new Response("{}");
      Object.defineProperty(response, "url", { value: url });
      return response;
    });
    return fetchBytes(address);
  };
  await assert.rejects(fetchFrom("https://blog.example/out?to=x", "https://stranger.example/quiz.json"), {
    message: "https://blog.example/out?to=x: it redirects to another site, https://stranger.example/quiz.json",
  });
  assert.ok(await fetchFrom("https://blog.example/quiz", "https://blog.example/there/quiz.json"));
  assert.ok(await fetchFrom("https://cdn.example/quiz.json", "https://files.example/quiz.json"), "the owner's choice");
});
