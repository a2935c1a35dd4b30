// What the JavaScript around the module works out by itself: `node --test tests/embed/`. The rest of it is held by the claims
// in real browsers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { course } from "../app/course.js";
import { arriving, bytesAt, inTime } from "../app/fetching.js";
import { canonicalTag, lookup } from "../app/language-tags.js";

const on = (page) => {
  globalThis.document = { baseURI: page };
  globalThis.location = new URL(page);
};

test("the page's campaign goes behind the link's own query", () => {
  on("https://example.org/a/?utm_source=mail&q=knots&utm_medium=a%20b");
  assert.equal(course("c"), "https://example.org/a/c?utm_source=mail&utm_medium=a%20b");
  assert.equal(course("/c?sig=a%20b&flag"), "https://example.org/c?sig=a%20b&flag&utm_source=mail&utm_medium=a%20b");
  assert.equal(course("/c?utm_source=article"), "https://example.org/c?utm_source=article&utm_medium=a%20b");
  assert.equal(course("/c#part"), "https://example.org/c?utm_source=mail&utm_medium=a%20b#part");
});

test("nothing else of the page's address goes along", () => {
  on("https://example.org/?autm_source=x&which=cause");
  assert.equal(course("/c?a=1"), "https://example.org/c?a=1");
  assert.equal(course("/c"), "https://example.org/c");
});

test("what is no address of the web gives way to the quiz's own, and to none", () => {
  on("https://example.org/");
  assert.equal(course("javascript:alert(1)", "https://example.com/c"), "https://example.com/c");
  assert.equal(course(undefined, "https://example.com/c"), "https://example.com/c");
  assert.equal(course("javascript:alert(1)", ""), undefined);
  assert.equal(course(undefined, ""), undefined);
});

test("a language tag is read as the web writes it", () => {
  for (const [written, canonical] of [
    ["en_US", "en-US"],
    [" en-us ", "en-US"],
    ["EN", "en"],
    ["zh_hant_tw", "zh-Hant-TW"],
    ["en-US-u-hc-h12", "en-US-u-hc-h12"],
    ["en-GB-x-mine", "en-GB-x-mine"],
    ["iw", "he"],
    ["spa", "es"],
    ["english!", undefined],
    ["", undefined],
  ]) {
    assert.equal(canonicalTag(written), canonical, written);
  }
  assert.equal(lookup("es_mx", ["ES", "pt-BR"]), "ES");
  assert.equal(lookup("pt-br-x-a", ["es", "pt_BR"]), "pt_BR", "the file is called as the owner calls it");
  assert.equal(lookup("fr", ["es"]), undefined);
});

/** Seconds go by, and what waits for them is done. */
const passes = async (context, seconds) => {
  for (let i = 0; i < seconds; i++) {
    context.mock.timers.tick(1000);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
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

test("a file that never begins, or that stands still, is given up after 20 s", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  for (const start of [() => inTime(new Promise(() => {})), async () => (await arriving(slow([1]))).arrayBuffer()]) {
    let failed;
    start().catch(({ message }) => (failed = message));
    await passes(context, 19);
    assert.equal(failed, undefined);
    await passes(context, 4);
    assert.equal(failed, "nothing has come for 20 s");
  }
});

test("a file that comes slowly comes", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let bytes;
  const response = await arriving(slow([15, 15, 15], true));
  assert.equal(response.headers.get("content-type"), "application/wasm");
  response.arrayBuffer().then((it) => (bytes = it.byteLength));
  await passes(context, 60);
  assert.equal(bytes, 3);
});

test("what is wrong with a file names its address", async (context) => {
  context.mock.method(globalThis, "fetch", async () => new Response("", { status: 404 }));
  await assert.rejects(bytesAt("https://example.org/a.json"), { message: "https://example.org/a.json: the server answers 404" });
  context.mock.method(globalThis, "fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
  await assert.rejects(bytesAt("https://example.org/a.json"), { message: "https://example.org/a.json: Failed to fetch" });
});

test("an address is read as a link's is", () => {
  on("https://example.org/a/");
  assert.equal(course(" c\n"), "https://example.org/a/c");
  assert.equal(course("\thttps://example.com/c d "), "https://example.com/c%20d");
  for (const none of ["https://", "mailto:a@example.org", "data:,x", "blob:x"]) assert.equal(course(none), undefined, none);
});
