// Packs the WordPress plugin: what stands in integrations/wordpress/which-cause/, the widget's files out of dist/, and
// what the shipped quiz says of itself before it starts, as PHP. The same input gives the same zip, byte by byte.
//
// It writes the zip itself: the few fields that a zip of plain files has are less to carry than a dependency, and
// programs called zip differ from system to system and put in times and owners.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { crc32 as nodeCrc32, deflateRawSync } from "node:zlib";
import { files as filesOf } from "../build/compress.mjs";
import { folderOf } from "../build/content-hash.mjs";
import { quiz, textOf, translations } from "../build/translations.mjs";

const plugin = "integrations/wordpress/which-cause";
const quizFile = `quizzes/${quiz}.json`;
const target = process.argv[2] ?? "target/wordpress/which-cause.zip";
const stop = (message) => {
  console.error(`wordpress: ${message}`);
  process.exit(1);
};
const read = (path) => readFileSync(path, "utf8");

/** The version, once it is the same wherever it has to stand. */
function version() {
  const [, version] = read("Cargo.toml").match(/^version = "(.+)"$/m);
  const places = {
    "which-cause.php": [/^ \* Version: +(.+)$/m, /^const VERSION = '(.+)';$/m],
    "readme.txt": [/^Stable tag: (.+)$/m, /^== Changelog ==\s+= (.+) =$/m],
    "block/block.json": [/^ {2}"version": "(.+)",$/m],
  };
  for (const [file, patterns] of Object.entries(places)) {
    for (const pattern of patterns) {
      const found = read(join(plugin, file)).match(pattern)?.[1];
      if (found !== version) stop(`${plugin}/${file} says ${found} for ${pattern}, Cargo.toml says ${version}`);
    }
  }
  return version;
}

/** A value as PHP writes it. */
function php(value, depth = 0) {
  if (typeof value === "string") return `'${value.replace(/[\\']/g, "\\$&")}'`;
  const tabs = "\t".repeat(depth + 1);
  const lines = Object.entries(value).map(
    ([key, it]) => `${tabs}${Array.isArray(value) ? "" : `${php(key)} => `}${php(it, depth + 1)},\n`,
  );
  return `array(\n${lines.join("")}${"\t".repeat(depth)})`;
}

/** What a quiz file says before the quiz starts. */
function facade(text, file) {
  const { language, direction, title, subtitle, intro, notice, course } = JSON.parse(text);
  const facade = {
    language,
    direction: direction ?? "ltr",
    title,
    lead: [subtitle, intro.lead].filter(Boolean),
    points: intro.points ?? [],
    after: [intro.audience, notice].filter(Boolean),
    start: intro.start,
    course: course.name,
  };
  // A page shows these texts before there is a quiz that could fill blanks in.
  const blank = JSON.stringify(facade).match(/"[^"]*\{\w+\}[^"]*"/);
  if (blank) stop(`${file} has a blank in a text of its intro, which the facade cannot fill: ${blank[0]}`);
  return [language, facade];
}

/** What the shipped quiz says before it starts, in its own language and in those it has been translated into. */
function facades() {
  const all = translations.map((tag) => facade(textOf(tag), `quizzes/${quiz}.${tag}.json`));
  return `<?php
/**
 * What the shipped quiz says before it starts, by language. Made from ${quizFile} and its translations; changes belong there.
 *
 * @package which-cause
 */

defined( 'ABSPATH' ) || exit;

return ${php(Object.fromEntries([facade(read(quizFile), quizFile), ...all]))};
`;
}

/** The loader and the folder that it looks into. Servers of WordPress seldom look for compressed files, so those stay out. */
function widget() {
  try {
    return ["dist/which-cause.js", ...filesOf(join("dist", folderOf("dist")))];
  } catch (error) {
    stop(error.message);
  }
}

/** Every file of the zip with its bytes, in the order of their names. */
function files() {
  const found = readdirSync(plugin, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(plugin, path).split(sep).join("/"), readFileSync(path)]);
  const assets = `assets/${version()}`;
  for (const path of widget()) {
    found.push([`${assets}/${relative("dist", path).split(sep).join("/")}`, readFileSync(path)]);
  }
  found.push(["facade.php", Buffer.from(facades())], ["license.txt", readFileSync("LICENSE-MIT")]);
  return found
    .map(([name, bytes]) => [`which-cause/${name}`, bytes])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** CRC-32 as zip wants it; Node has it from 20.15 on. */
const crc32 =
  nodeCrc32 ??
  ((bytes) => {
    let sum = -1;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum >>> 0;
  });

/** A zip (APPNOTE.TXT of PKWARE, 4.3) of these files, all of them at the first minute that the format knows. */
function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(bytes, { level: 9 });
    // Version 2.0; no flags; deflate; 1980-01-01 00:00.
    const fields = Buffer.alloc(26);
    [20, 0, 8, 0, 0x21].forEach((value, i) => fields.writeUInt16LE(value, 2 * i));
    [crc32(bytes), packed.length, bytes.length].forEach((value, i) => fields.writeUInt32LE(value, 10 + 4 * i));
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, name, packed]);
    const entry = Buffer.alloc(14);
    // A plain file that its owner writes and everyone reads, made on Unix.
    entry.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), fields, entry, name);
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}

const packed = zip(files());
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, packed);
console.log(`${target}: ${packed.length.toLocaleString("en")} bytes`);
