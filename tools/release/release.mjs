// Makes the files of a release in target/release-files/: `make release`, or node tools/release/release.mjs [BUILD] [OUT] [PART…].
//
// Besides the parts there are checksums, notices, and bills of materials. A part that this machine cannot make is left out, and a
// message at the end says why.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cratesIn, shipped } from "./crates.mjs";
import { commandNotices, parts, widgetNotices } from "./parts.mjs";
import { sbom } from "./sbom.mjs";
import { newestRelease, version } from "./versions.mjs";
import { checksums } from "./widget-files.mjs";

const [build = "dist", out = "target/release-files", ...named] = process.argv.slice(2);
const wanted = named.length ? named : Object.keys(parts);
const unknown = wanted.filter((name) => !parts[name]);
if (unknown.length)
  throw new Error(`no part is called ${unknown.join(" or ")}; there are ${Object.keys(parts).join(", ")}`);

const release = { version: version(), ...newestRelease() };
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** The parts that could not be made, with the reason. @type {Map<string, string>} */
const leftOut = new Map();
for (const name of wanted) {
  try {
    parts[name]({ build, out });
  } catch (error) {
    leftOut.set(name, /** @type {Error} */ (error).message);
  }
}

const scripts = checksums(build);
const hasCommand = wanted.includes("command") && !leftOut.has("command");
/** @param {string} name @param {string} text */
const write = (name, text) => writeFileSync(join(out, name), text);

write("integrity.json", `${JSON.stringify({ version: release.version, scripts }, null, 2)}\n`);
writeBill("widget", "The quiz as a web component, compiled to WebAssembly", widgetNotices());
if (hasCommand) writeBill("command", "The author's command, for Linux on x86-64", commandNotices());
write("RELEASE-NOTES.md", releaseNotes());
write("SHA256SUMS", sums());

for (const name of readdirSync(out).sort()) {
  console.log(`${readFileSync(join(out, name)).length.toLocaleString("en").padStart(12)}  ${join(out, name)}`);
}
if (leftOut.size) {
  const lines = [...leftOut].map(([name, reason]) => `  ${name}: ${reason}\n`);
  console.error(`\nThis release is not complete. Left out:\n${lines.join("")}`);
  process.exitCode = 1;
}

/**
 * Writes what something contains: its bill of materials, and the notices of its licenses.
 *
 * @param {keyof typeof shipped} what
 * @param {string} description
 * @param {string} notices
 */
function writeBill(what, description, notices) {
  const name = `which-cause-${what}`;
  const root = { name, version: release.version, description, date: release.date };
  write(`${name}-${release.version}.cdx.json`, sbom(root, cratesIn(shipped[what])));
  write(`${name}-${release.version}.notices.txt`, notices);
}

/** What a page about this release says. */
function releaseNotes() {
  return `# which-cause ${release.version}

${release.text.replace(/^### /gm, "## ")}

## Checksums

\`SHA256SUMS\` has those of the files. \`integrity.json\` has those of the scripts, for the attribute \`integrity\`. The loader's is

    ${scripts["which-cause.js"]}
`;
}

/** The checksums of all files, as \`sha256sum --check\` reads them. */
function sums() {
  const names = readdirSync(out).sort();
  /** @param {string} name */
  const sum = (name) =>
    createHash("sha256")
      .update(readFileSync(join(out, name)))
      .digest("hex");
  return names.map((name) => `${sum(name)}  ${name}\n`).join("");
}
