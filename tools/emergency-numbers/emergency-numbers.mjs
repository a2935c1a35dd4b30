// Takes the emergency numbers of the five-cause quiz from two public data sets. docs/emergency-numbers.md explains how a number is
// chosen.
//
//   node tools/emergency-numbers/emergency-numbers.mjs
//     writes the numbers of tools/emergency-numbers/emergency-numbers.json into the quiz and its translations, the table in the document, and the time zones
//     of the regions into js/app/time-zones.js
//   node tools/emergency-numbers/emergency-numbers.mjs read ShortNumberMetadata.xml eccdata.txt territoryInfo.json timezone.json
//     reads newer data sets and writes tools/emergency-numbers/emergency-numbers.json first. Set `sources` below to their versions.
import { readFileSync, writeFileSync } from "node:fs";
import { quiz, translations } from "../build/translations.mjs";

const sources = {
  libphonenumber: {
    what: "resources/ShortNumberMetadata.xml of google/libphonenumber",
    version: "9.0.35 (16 July 2026, commit f7e3e88c)",
    license: "Apache-2.0",
  },
  android: {
    what: "ecc/input/eccdata.txt of Android's platform/packages/services/Telephony",
    version: "revision 2 (android-14.0.0_r50, commit 298376e4)",
    license: "Apache-2.0",
  },
  cldr: {
    what: "territoryInfo.json and timezone.json of unicode-org/cldr-json",
    version: "47 (commit b08a82b5)",
    license: "Unicode-3.0",
  },
};

/** The languages of the quiz. A region with five million people and one of these as an official language must be listed. */
const LANGUAGES = ["en", "es", "de", "ar"];
const PEOPLE = 5_000_000;

/** Further regions for which the two sources agree: Europe, small regions with one of these languages, and large ones. */
const MORE = (
  "BG CY CZ EE FI FR GR HR HU IS IT LI LT LU LV MT NL NO PT RO SE SI SK " +
  "BH FJ GG GI IM JE KW OM PA PR QA UY BR JP MY TH TR"
).split(" ");

/** Numbers chosen by hand, with reasons: the sources differ, or agree on a number that brings no ambulance. */
const DECIDED = {
  CM: ["119", "Android's ambulance number. The French Wikipedia has 119 for the ambulance from a mobile phone."],
  DZ: [
    "14",
    "Civil protection, which sends ambulances, as Maghreb Emergent says. Android's 1548 is the police's line.",
  ],
  GG: ["999", "Not in Android's data. libphonenumber has 112 and 999; 999 is the United Kingdom's."],
  HN: ["911", "Android's number for all services. libphonenumber has the older 199 alone."],
  IM: ["999", "As Guernsey."],
  IQ: [
    "122",
    "Known as the ambulance's, and in libphonenumber, where Android's 130 is not. A 911 for all was announced in 2025; neither source has it.",
  ],
  JE: ["999", "As Guernsey."],
  LB: [
    "140",
    "The Red Cross, which runs the ambulances and gives this number. libphonenumber has it; Android's 112 is the police's line.",
  ],
  LY: ["1515", "Android's number for all services. libphonenumber does not say which of 190, 191 and 193 is for what."],
  MA: ["150", "Android's number for ambulance and fire, which the magazine Challenge gives for ambulances as well."],
  PE: [
    "106",
    "SAMU, the Ministry of Health's ambulances, as the state's news agency Andina says. Android's 110 is the highway police.",
  ],
  SD: ["333", "Android's ambulance number. libphonenumber has the police alone."],
  TD: ["18", "The fire brigade, the only rescue service that either source names."],
};

/** Numbers that are another service elsewhere: 111 is an advice line in the United Kingdom. */
const NEVER_ALONE = ["111"];

/** The keys of time zones that do not begin with their region. */
const PLACES = { gazastrp: "PS", hebron: "PS", jeruslm: "IL" };

const DATA = "tools/emergency-numbers/emergency-numbers.json";
const DOCUMENT = "docs/emergency-numbers.md";
const ZONES = "js/app/time-zones.js";

const [command, ...files] = process.argv.slice(2);
if (command === "read")
  writeFileSync(DATA, JSON.stringify(read(...files.map((it) => readFileSync(it, "utf8"))), null, 2) + "\n");
const data = JSON.parse(readFileSync(DATA, "utf8"));
for (const tag of [undefined, ...translations]) writeQuiz(tag);
writeDocument();
writeZones();

/** Reads the data sets. */
function read(metadata, ecc, territories, zones) {
  const patterns = shortNumbers(metadata);
  const services = emergencyCalls(ecc);
  const required = largeRegions(JSON.parse(territories));
  const zonesOf = timeZones(JSON.parse(zones));
  const regions = {};
  for (const region of [...required, ...MORE].sort()) {
    const [pattern, calls] = [patterns.get(region) ?? "", services.get(region) ?? []];
    const agreed = choose(pattern, calls);
    const [number, reason] = DECIDED[region] ?? [agreed];
    if (!number) throw new Error(`${region}: the sources do not agree (${pattern}; ${JSON.stringify(calls)})`);
    if (number === agreed && reason) throw new Error(`${region}: the sources agree by now; take it out of DECIDED`);
    regions[region] = {
      number,
      required: required.includes(region) || undefined,
      libphonenumber: pattern,
      android: calls.map(({ number, types }) => `${number} ${types.join("+")}`.toLowerCase()).join(", "),
      reason,
      zones: zonesOf.get(region),
    };
  }
  return { sources, regions };
}

/** The number for all services in Android's data, or else for ambulances, if libphonenumber has it too. */
function choose(pattern, calls) {
  const known = new RegExp(`^(?:${pattern})$`);
  const of =
    (...wanted) =>
    ({ types, number }) =>
      wanted.every((it) => types.includes(it)) && known.test(number);
  const all = calls.find(of("AMBULANCE", "POLICE", "FIRE"));
  return (all ?? calls.find(of("AMBULANCE")))?.number;
}

/** The pattern of the emergency numbers of each region in libphonenumber's metadata. */
function shortNumbers(xml) {
  const regions = xml.matchAll(/<territory id="(\w\w)">(.*?)<\/territory>/gs);
  const pattern = (text) => text.match(/<emergency>.*?<nationalNumberPattern>(.*?)</s)?.[1].replace(/\s/g, "");
  return new Map([...regions].map(([, region, text]) => [region, pattern(text)]));
}

/** The numbers of each region in Android's data, with the services that they are for. */
function emergencyCalls(text) {
  const countries = text.split(/^countries \{/m).slice(1);
  const calls = (country) =>
    country
      .split("eccs {")
      .slice(1)
      .map((it) => ({
        number: it.match(/phone_number: "(\d+)"/)[1],
        types: [...it.matchAll(/types: (\w+)/g)].map(([, type]) => type),
      }))
      .filter(({ types }) => types.some((it) => ["AMBULANCE", "POLICE", "FIRE"].includes(it)));
  return new Map(countries.map((it) => [it.match(/iso_code: "(\w\w)"/)[1], calls(it)]));
}

/** The regions of CLDR with enough people and one of the languages as an official one, in the whole region or in a part of it. */
function largeRegions({ supplemental: { territoryInfo } }) {
  const official = ([tag, { _officialStatus }]) => LANGUAGES.includes(tag.split("_")[0]) && _officialStatus;
  return Object.entries(territoryInfo)
    .filter(([region, it]) => /^[A-Z]{2}$/.test(region) && region !== "ZZ" && it._population >= PEOPLE)
    .filter(([, it]) => Object.entries(it.languagePopulation ?? {}).some(official))
    .map(([region]) => region);
}

/** The time zones of each region by CLDR, with the name that CLDR keeps and the one that IANA has now. A zone's key begins with its region. */
function timeZones({ keyword }) {
  const zones = new Map();
  for (const [key, { _alias, _iana }] of Object.entries(keyword.u.tz)) {
    const region = PLACES[key] ?? key.slice(0, 2).toUpperCase();
    const names = [_alias?.split(" ")[0], _iana].filter((it) => it?.includes("/") && !it.startsWith("Etc/"));
    if (names.length) zones.set(region, [...(zones.get(region) ?? []), ...names]);
  }
  return zones;
}

/** Writes the numbers into a quiz file. EU is not a country, but a page's `region` may be EU. */
function writeQuiz(tag) {
  const file = `quizzes/${quiz}${tag ? `.${tag}` : ""}.json`;
  const names = new Intl.DisplayNames(tag ?? "en", { type: "region" });
  const regions = Object.entries({ ...data.regions, EU: { number: "112" } }).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = regions.map(([region, { number }]) => {
    const said = NEVER_ALONE.includes(number) ? { number, say: `${number} (${names.of(region)})` } : { number };
    return `        "${region}": ${JSON.stringify(said).replaceAll('":"', '": "').replaceAll('","', '", "')}`;
  });
  const text = readFileSync(file, "utf8");
  const place = /("emergency": \{\s*"number": "\d+",\s*"regions": \{\n).*?(\n {6}\})/s;
  if (!place.test(text)) throw new Error(`${file}: no place for the numbers`);
  writeFileSync(
    file,
    text.replace(place, (_, before, after) => before + lines.join(",\n") + after),
  );
}

/** Writes the sources and the table into the document, between two comments. */
function writeDocument() {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const cell = (text) => text.replaceAll("|", "\\|");
  const rows = Object.entries(data.regions).map(([region, it]) => {
    const reason = it.reason ?? "";
    return `| ${region} ${names.of(region)} | ${it.number} | \`${cell(it.libphonenumber)}\` | ${it.android} | ${reason} |`;
  });
  const list = Object.values(data.sources).map((it) => `- ${it.what}, ${it.version}, ${it.license}`);
  const table = [
    ...list,
    "",
    "| Region | Number | libphonenumber's pattern | Android's numbers | Why, where the sources differ |",
    "|---|---|---|---|---|",
    ...rows,
  ];
  const place = /(<!-- numbers -->\n).*?(\n<!-- end of numbers -->)/s;
  const text = readFileSync(DOCUMENT, "utf8");
  writeFileSync(
    DOCUMENT,
    text.replace(place, (_, before, after) => before + table.join("\n") + after),
  );
}

/** Writes the time zones of the regions, by the part of the name before the first slash, and of longer names the second part. */
function writeZones() {
  const areas = {};
  for (const [region, { zones }] of Object.entries(data.regions)) {
    for (const zone of zones) {
      const [area, place, more] = zone.split("/");
      ((areas[area] ??= {})[region] ??= new Set()).add(more ? `${place}/` : place);
    }
  }
  const lines = Object.entries(areas).map(([area, regions]) => {
    const each = Object.entries(regions).map(([region, places]) => [region, ...[...places].sort()].join(","));
    return `  ${area}: "${each.join(" ")}",\n`;
  });
  const text = `/**
 * The time zones of the regions whose emergency numbers the five-cause quiz knows, by the first part of their names. Generated by
 * tools/emergency-numbers/emergency-numbers.mjs from CLDR ${data.sources.cldr.version}, ${data.sources.cldr.license}.
 */
export const zones = {
${lines.join("")}};
`;
  writeFileSync(ZONES, text);
}
