import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { load } from "./load.js";
import { openPage } from "./page.js";

const { drawings } = await load("pictures/pictures.js");

beforeEach(openPage);

test("a note in a drawings file is not a drawing, and leaves the others", async () => {
  const file = { _note: "drawn by hand", $schema: "drawings", leaf: { width: 9, height: 9, strokes: [] } };
  mock.method(globalThis, "fetch", async () => Response.json({ format: 1, drawings: file }));
  const found = drawings(undefined, "bread.drawings.json", "https://example.org/bread.json", async () => {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(found.has("leaf"), true);
});
