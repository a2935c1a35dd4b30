// The element's public interface is the same in the code, in js/custom-elements.json and in docs/element.md.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { mock, test } from "node:test";
import { quiz } from "../../tools/build/translations.mjs";
import { RULES, VALUES } from "../app/attributes.js";
import { documented, manifest, manifestModule, namesOf, section, table } from "./element-docs.js";
import { descendants, tagName, WhichCause } from "./element.js";
import { load } from "./load.js";
import { behavior } from "./which-cause-app.js";

// No quiz of these tests starts.
behavior.open = () => {
  throw new Error("no quiz");
};

const { HostBridge } = await load("app/host.js");
const attributes = [...WhichCause.observedAttributes].sort();
const withProperty = attributes.filter((name) => name !== "lang");

/** `start-label` as a property: `startLabel`. */
const propertyOf = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** An element with its facade rendered. */
function createElement() {
  const element = new WhichCause();
  element.connectedCallback();
  return element;
}

test("the manifest is of this element, and the build has it", () => {
  assert.equal(manifest.tagName, tagName);
  assert.equal(manifest.name, WhichCause.name);
  assert.equal(manifestModule.exports[0].name, tagName);
  assert.equal(manifestModule.exports[0].declaration.name, manifest.name);
  assert.ok(existsSync(`js/loader/${manifestModule.path}`));
  assert.match(readFileSync("index.html", "utf8"), /rel="copy-file" href="js\/custom-elements\.json"/);
});

test("everything in the manifest has a description", () => {
  const lists = ["attributes", "members", "events", "slots", "cssParts", "cssProperties"];
  for (const item of lists.flatMap((list) => manifest[list])) assert.ok(item.description, item.name);
});

test("the attributes are the same", () => {
  assert.deepEqual(namesOf(manifest.attributes), attributes);
  assert.deepEqual(documented("Attributes"), attributes);
});

test("only attributes of the element have rules", () => {
  for (const name in RULES) assert.ok(attributes.includes(name), name);
});

test("the closed values and their defaults are the same", () => {
  for (const { name, type, ...attribute } of manifest.attributes) {
    const values = VALUES[name];
    if (!values) {
      assert.match(type.text, /^(string|boolean)$/, name);
      continue;
    }
    assert.equal(type.text, values.map((value) => `'${value}'`).join(" | "));
    assert.equal(attribute.default, values[0], name);
    for (const value of values) assert.ok(table("Attributes").get(name).includes(`\`${value}\``), `${name}: ${value}`);
  }
});

test("the properties are the attributes", () => {
  const properties = withProperty.map(propertyOf).sort();
  const accessors = Object.entries(Object.getOwnPropertyDescriptors(WhichCause.prototype)).filter(([, { get }]) => get);
  assert.deepEqual(accessors.map(([name]) => name).sort(), properties);
  assert.deepEqual(namesOf(manifest.members.filter(({ kind }) => kind === "field")), properties);
  assert.deepEqual(documented("Properties"), properties);
  for (const { name, fieldName } of manifest.attributes) assert.equal(fieldName, propertyOf(name));
});

test("a property has the type that the documents say, and is reflected", () => {
  for (const attribute of withProperty) {
    const name = propertyOf(attribute);
    const field = manifest.members.find((member) => member.name === name);
    const element = new WhichCause();
    assert.equal(typeof element[name], field.type.text, name);
    assert.equal(table("Properties").get(name), ` ${field.type.text} | \`${attribute}\` `, name);
    assert.equal(field.attribute, attribute);
    assert.equal(field.reflects, true);
    element[name] = field.type.text === "boolean" ? true : "value";
    assert.ok(element.hasAttribute(attribute), name);
    element[name] = null;
    assert.ok(!element.hasAttribute(attribute), name);
  }
});

test("remember=false counts as absent", () => {
  const element = new WhichCause();
  for (const [value, property] of [
    ["", true],
    ["true", true],
    ["false", false],
  ]) {
    element.setAttribute("remember", value);
    assert.equal(element.remember, property, value);
  }
});

test("the methods are the same", () => {
  const element = new WhichCause();
  const own = Object.keys(element).filter((name) => typeof element[name] === "function");
  assert.deepEqual(own.sort(), namesOf(manifest.members.filter(({ kind }) => kind === "method")));
  assert.deepEqual(documented("Methods"), own.map((name) => `${name}()`).sort());
});

test("the labels without an attribute are the same", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(console, "error", () => {});
  const element = createElement();
  const [message, button] = descendants(element.shadowRoot).filter(({ localName }) => /^(p|button)$/.test(localName));
  const labels = { "start-label": button.textContent };
  const start = element.start();
  context.mock.timers.tick(300);
  labels["busy-label"] = message.textContent;
  await start;
  labels["failed-label"] = message.textContent;
  for (const [name, label] of Object.entries(labels)) {
    assert.equal(manifest.attributes.find((attribute) => attribute.name === name).default, label);
    assert.ok(table("Attributes").get(name).includes(`\`${label}\``), `${name}: ${label}`);
  }
});

test("the events are the same in the documents", () => {
  // The widget's events come from Rust. The browser tests listen for them.
  assert.deepEqual(documented("Events"), namesOf(manifest.events));
});

test("events carry the same details", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(console, "error", () => {});
  const carried = new Set();
  const keep = (detail) => Object.keys(detail).forEach((key) => carried.add(key));
  const element = createElement();
  element.setAttribute("report", "result");
  const host = new HostBridge({ element, onEvent: (_, detail) => keep(detail) });
  host.emit("finish", "id", 1, 2, "leads", "cause");
  element.addEventListener("which-cause-error", ({ detail }) => keep(detail));
  await element.start();
  const said = manifest.events.flatMap(({ name, type }) => {
    const keys = [...type.text.matchAll(/(\w+)\??:/g)].map(([, key]) => key);
    for (const key of keys) assert.ok(table("Events").get(name).includes(`\`${key}\``), `${name}: ${key}`);
    return keys;
  });
  assert.deepEqual([...new Set(said)].sort(), [...carried].sort());
});

test("the parts are the same in the documents, and the facade's are among them", () => {
  const parts = namesOf(manifest.cssParts);
  assert.deepEqual(documented("Parts"), parts);
  const ofFacade = descendants(createElement().shadowRoot).flatMap((child) => child.getAttribute?.("part") ?? []);
  assert.deepEqual(ofFacade.sort(), ["base", "start"]);
  for (const part of ofFacade) assert.ok(parts.includes(part));
});

test("the facade has one slot, and the documents name the mark for children that it hides", () => {
  const slots = descendants(createElement().shadowRoot).filter(({ localName }) => localName === "slot");
  assert.deepEqual(
    slots.map(({ attributes }) => attributes),
    [{}],
  );
  assert.deepEqual(namesOf(manifest.slots), [""]);
  const marks = [...readFileSync("style/facade.css", "utf8").matchAll(/::slotted\(\[(.+?)\]/g)].map(([, mark]) => mark);
  assert.ok(marks.length);
  for (const mark of marks) {
    assert.ok(manifest.slots[0].description.includes(`\`${mark}\``), mark);
    assert.ok(section("Slots").includes(`\`${mark}\``), mark);
  }
});

test("the build has the drawings of the compiled-in quiz under the name that its script knows", () => {
  const { drawings } = JSON.parse(readFileSync(`quizzes/${quiz}.json`, "utf8"));
  assert.equal(drawings, `${quiz}.drawings.json`);
  assert.ok(readFileSync("index.html", "utf8").includes(`rel="copy-file" href="quizzes/${drawings}"`));
  assert.ok(readFileSync("tools/size/size-budget.json", "utf8").includes(drawings));
});
