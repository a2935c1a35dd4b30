import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, mock, test } from "node:test";
import { regionName, regions } from "../app/region.js";

const quiz = JSON.parse(readFileSync("quizzes/upper-back-knots.json", "utf8"));
const known = Object.keys(quiz.care.emergency.regions);
const data = JSON.parse(readFileSync("tools/emergency-numbers/emergency-numbers.json", "utf8")).regions;

/** An element with these attributes, in a page of this language. */
const element = (attributes, lang) => ({
  getAttribute: (name) => attributes[name] ?? null,
  parentNode: { lang },
});

let warn;
beforeEach(() => (warn = mock.method(console, "warn", () => {})));
afterEach(() => mock.restoreAll());

/** The reader's device has this time zone. */
function timeZone(name) {
  const options = Intl.DateTimeFormat.prototype.resolvedOptions;
  const own = options.call(new Intl.DateTimeFormat());
  mock.method(Intl.DateTimeFormat.prototype, "resolvedOptions", () => ({ ...own, timeZone: name }));
}

const reader = (attributes, lang, of = known) => regions(element(attributes, lang), of).reader;

test("a reader in London on a page in en-US was told to call 911", () => {
  timeZone("Europe/London");
  assert.equal(reader({}, "en-US"), "GB");
  assert.deepEqual(regions(element({ region: "US" }, "en-US"), known), { reader: "GB", owner: "US" });
});

test("where the time zone says nothing the owner's region counts, then the language's, then none", () => {
  for (const zone of ["UTC", "Etc/UTC", "GMT", "Etc/GMT-5", "+05:30", undefined, "America", "Atlantic/Reykjavik"]) {
    mock.restoreAll();
    mock.method(console, "warn", () => {});
    timeZone(zone);
    assert.equal(reader({ region: "gb" }, "en-US"), "GB", zone);
    assert.equal(reader({}, "en-US"), "US", zone);
    assert.equal(reader({ lang: "en-AU" }, "en-US"), "AU", zone);
    assert.equal(reader({}, "es-419"), undefined, zone);
    assert.equal(reader({}, "de-Latn-AT"), "AT", zone);
    assert.equal(reader({}, "en-u-rg-gb"), undefined, zone);
    assert.equal(reader({}, "en"), undefined, zone);
    assert.equal(reader({}), undefined, zone);
  }
});

test("a reader in a country that the quiz does not list got the number of the page's country as their own", () => {
  for (const zone of ["Asia/Pyongyang", "Asia/Ulaanbaatar"]) {
    mock.restoreAll();
    mock.method(console, "warn", () => {});
    timeZone(zone);
    const inBritain = element({ region: "GB" }, "en-US");
    assert.deepEqual(regions(inBritain, known), { reader: undefined, owner: "GB" }, zone);
    assert.equal(reader({}, "en-US"), undefined, zone);
  }
  timeZone("Europe/Berlin");
  const ofTwo = regions(element({ region: "GB" }, "en"), ["GB", "US"]);
  assert.deepEqual(ofTwo, { reader: undefined, owner: "GB" });
});

test("a page in en_US counted as one without a region", () => {
  timeZone("UTC");
  assert.equal(reader({}, "en_US"), "US");
  assert.equal(reader({}, " EN-us "), "US");
  assert.equal(reader({}, "not a language"), undefined);
});

test("the number changed to 112 when a translator changed the language of the page", () => {
  timeZone("UTC");
  const page = element({}, "en-US");
  assert.equal(regions(page, known).reader, "US");
  page.parentNode.lang = "es";
  assert.equal(regions(page, known).reader, "US");
  page.parentNode.lang = "es-MX";
  assert.equal(regions(page, known).reader, "MX");
});

test("UK is GB, in any case", () => {
  timeZone("UTC");
  for (const region of ["UK", "uk", "Uk", "GB", "gb"]) {
    assert.deepEqual(regions(element({ region }, "en-US"), known), { reader: "GB", owner: "GB" });
  }
  assert.equal(reader({}, "en-UK"), "GB");
  assert.equal(warn.mock.callCount(), 0);
});

test("a region that the quiz does not know gave 112 without a word", () => {
  timeZone("UTC");
  const page = element({ region: "KP" }, "en-NZ");
  for (let times = 0; times < 3; times++) assert.deepEqual(regions(page, known), { reader: "NZ", owner: undefined });
  assert.equal(warn.mock.callCount(), 1);
  const [said] = warn.mock.calls[0].arguments;
  assert.match(said, /region="KP".* NZ$/);
  const alone = element({ region: "KP" }, "en");
  assert.equal(regions(alone, known).reader, undefined);
  assert.match(warn.mock.calls[1].arguments[0], /region="KP".* everywhere$/);
});

test("a region that is none counts as absent, and the console says so once", () => {
  timeZone("UTC");
  const britain = element({ region: "Britain" }, "en-NZ");
  assert.equal(regions(britain, known).reader, "NZ");
  assert.equal(regions(britain, known).reader, "NZ");
  assert.equal(warn.mock.callCount(), 1);
});

test("a page that says no region is named in the console once", () => {
  timeZone("UTC");
  const page = element({}, "en");
  regions(page, known);
  regions(page, known);
  assert.equal(warn.mock.callCount(), 1);
  assert.match(warn.mock.calls[0].arguments[0], /no `region`/);
});

test("every time zone of every region leads to that region, under its old names and its new ones", () => {
  for (const [region, { zones }] of Object.entries(data)) {
    for (const zone of [...zones, ...(new Intl.Locale(`und-${region}`).timeZones ?? [])]) {
      // Firefox says so where it hides the time zone.
      if (zone === "Atlantic/Reykjavik") continue;
      mock.restoreAll();
      mock.method(console, "warn", () => {});
      timeZone(zone);
      assert.equal(reader({ region: region === "US" ? "GB" : "US" }), region, zone);
    }
  }
  for (const [zone, region] of [
    ["Asia/Calcutta", "IN"],
    ["Asia/Kolkata", "IN"],
    ["America/Buenos_Aires", "AR"],
    ["America/Argentina/Buenos_Aires", "AR"],
    ["Africa/Asmera", "ER"],
    ["Africa/Asmara", "ER"],
    ["Pacific/Honolulu", "US"],
    ["Asia/Hebron", "PS"],
  ]) {
    mock.restoreAll();
    timeZone(zone);
    assert.equal(reader({}), region, zone);
  }
});

test("an engine that lists no time zones knew no reader's region", () => {
  const { prototype } = Intl.Locale;
  const lists = ["getTimeZones", "timeZones"].map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)]);
  for (const [name] of lists) delete prototype[name];
  try {
    timeZone("Africa/Johannesburg");
    assert.equal(reader({}, "en-US"), "ZA");
    // Nothing says which time zones are Korea's. Those of the United States are known.
    timeZone("Asia/Seoul");
    assert.equal(reader({ region: "KR" }, "en", ["US", "KR"]), "KR");
    assert.equal(reader({}, "en-US", ["US", "KR"]), undefined);
  } finally {
    for (const [name, it] of lists) if (it) Object.defineProperty(prototype, name, it);
  }
});

test("a quiz of another author knows regions that ours does not", () => {
  timeZone("Asia/Taipei");
  assert.equal(reader({}, "en-US", ["US", "TW"]), "TW");
  assert.equal(reader({}, "en-US"), undefined);
});

test("a time zone that is newer than our table is looked up in the browser", () => {
  // CLDR has had it since version 48.
  timeZone("America/Coyhaique");
  assert.equal(reader({ region: "US" }, "en"), "CL");
});

test("a press of Start waited for a hundred questions to the engine", () => {
  const { prototype } = Intl.Locale;
  const name = "getTimeZones" in prototype ? "getTimeZones" : "timeZones";
  const list = Object.getOwnPropertyDescriptor(prototype, name);
  let asked = 0;
  const count = (get) =>
    function () {
      asked += 1;
      return get.call(this);
    };
  const counted = list.get ? { ...list, get: count(list.get) } : { ...list, value: count(list.value) };
  Object.defineProperty(prototype, name, counted);
  try {
    timeZone("Europe/London");
    assert.equal(reader({}, "en-US"), "GB");
    assert.equal(asked, 0);
    timeZone("Asia/Ulaanbaatar");
    for (let times = 0; times < 3; times++) assert.equal(reader({}, "en-US"), undefined);
    assert.ok(asked < 40, `${asked} regions`);
  } finally {
    Object.defineProperty(prototype, name, list);
  }
});

test("a region is named in the quiz's language", () => {
  assert.equal(regionName("GB", "en"), "United Kingdom");
  assert.equal(regionName("DE", "es"), "Alemania");
  assert.equal(regionName("GB", "en-x"), "GB", "a language that is not a tag to the engine");
});
