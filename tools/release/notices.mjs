// The notices that the licenses of third-party software ask for: each license text once, with the names of what it covers.
import { readFileSync } from "node:fs";

/** @typedef {import("./crates.mjs").Crate} Crate */

/**
 * Where a crate leaves the choice, the first of these is taken. The pattern finds the file with its text.
 *
 * @type {Record<string, RegExp>}
 */
const licenses = {
  MIT: /mit/i,
  "Apache-2.0": /apache/i,
  "BSD-2-Clause": /bsd/i,
  "BSD-3-Clause": /bsd/i,
  "BSL-1.0": /bsl|boost/i,
  Zlib: /zlib/i,
  "Unicode-3.0": /unicode/i,
};

/**
 * The notices, as text.
 *
 * @param {string} what What contains the crates, such as “the which-cause widget”.
 * @param {Crate[]} crates
 */
export function notices(what, crates) {
  /** @type {Map<string, { license: string, names: Set<string> }>} */
  const texts = new Map();
  for (const crate of crates) {
    if (crate.isOwn) continue;
    for (const license of chosenLicenses(crate)) {
      const text = licenseText(crate, license);
      if (!texts.has(text)) texts.set(text, { license, names: new Set() });
      texts.get(text)?.names.add(`${crate.name} ${crate.version}`);
    }
  }
  const parts = [...texts].map(([text, { license, names }]) => `${[...names].join(", ")}\n${license}\n\n${text}\n`);
  const title = `Software by others in ${what}, with its licenses\n`;
  return [title, ...parts.sort()].join(`\n${"-".repeat(78)}\n\n`);
}

/**
 * The licenses that we use a crate under: one of each choice.
 *
 * @param {Crate} crate
 */
function chosenLicenses({ name, version, license }) {
  const choices = license.split(" AND ").map((part) => part.replace(/[()]/g, "").split(" OR "));
  return choices.map((choice) => {
    const chosen = Object.keys(licenses).find((known) => choice.includes(known));
    if (chosen) return chosen;
    throw new Error(`${name} ${version}: “${license}” has a license that tools/release/notices.mjs does not know`);
  });
}

/**
 * The text of a license as the crate has it. A crate without that file gets the license's own text with the crate's authors.
 *
 * @param {Crate} crate
 * @param {string} license
 */
function licenseText({ name, version, authors, licenseFiles }, license) {
  const others = Object.values(licenses);
  const file =
    licenseFiles.find(([file]) => licenses[license].test(file)) ??
    licenseFiles.find(([file]) => !others.some((pattern) => pattern.test(file)));
  if (file) return file[1].trim().replaceAll("\r\n", "\n");
  const own = { MIT: "LICENSE-MIT", "Apache-2.0": "LICENSE-APACHE" }[license];
  if (!own) throw new Error(`${name} ${version} has no file with the text of ${license}`);
  const holder = authors.filter(Boolean).join(", ") || `the authors of ${name}`;
  return readFileSync(own, "utf8")
    .replace(/^Copyright.*/, `Copyright (c) ${holder}`)
    .trim();
}
