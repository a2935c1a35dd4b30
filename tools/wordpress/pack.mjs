// Packs the WordPress plugin: the files of integrations/wordpress/which-cause/, the widget's files from dist/, and the words of the
// five-cause quiz before its start, as PHP. The same input gives the same zip, byte by byte.
//
// It writes the zip itself, because that takes less code than a dependency. Programs called zip differ between systems, and add
// times and owners.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { crc32 as nodeCrc32, deflateRawSync } from "node:zlib";
import { files as listFiles } from "../build/compress.mjs";
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

/** The version. Stops if the files have different versions. */
function version() {
  const [, version] = read("Cargo.toml").match(/^version = "(.+)"$/m);
  const patternsByFile = {
    "which-cause.php": [/^ \* Version: +(.+)$/m, /^const VERSION = '(.+)';$/m],
    "readme.txt": [/^Stable tag: (.+)$/m, /^== Changelog ==\s+= (.+) =$/m],
    "block/block.json": [/^ {2}"version": "(.+)",$/m],
  };
  for (const [file, patterns] of Object.entries(patternsByFile)) {
    for (const pattern of patterns) {
      const found = read(join(plugin, file)).match(pattern)?.[1];
      if (found !== version) stop(`${plugin}/${file} says ${found} for ${pattern}, Cargo.toml says ${version}`);
    }
  }
  return version;
}

/** A value as PHP code. */
function php(value, depth = 0) {
  if (typeof value === "string") return `'${value.replace(/[\\']/g, "\\$&")}'`;
  const tabs = "\t".repeat(depth + 1);
  const lines = Object.entries(value).map(
    ([key, it]) => `${tabs}${Array.isArray(value) ? "" : `${php(key)} => `}${php(it, depth + 1)},\n`,
  );
  return `array(\n${lines.join("")}${"\t".repeat(depth)})`;
}

/** The words of a quiz file before its start. */
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
  // A page shows these texts before the quiz is loaded, so nothing fills placeholders.
  const placeholder = JSON.stringify(facade).match(/"[^"]*\{\w+\}[^"]*"/);
  if (placeholder)
    stop(`${file}: a text of the intro has a placeholder, which the facade cannot fill: ${placeholder[0]}`);
  return [language, facade];
}

/** The PHP file with the words of the five-cause quiz before its start, in all its languages. */
function facades() {
  const all = translations.map((tag) => facade(textOf(tag), `quizzes/${quiz}.${tag}.json`));
  return `<?php
/**
 * The words of the five-cause quiz before its start, by language. Generated from ${quizFile} and its translations.
 *
 * @package which-cause
 */

defined( 'ABSPATH' ) || exit;

return ${php(Object.fromEntries([facade(read(quizFile), quizFile), ...all]))};
`;
}

/** The loader and the app's folder, without compressed copies: few WordPress servers use them. */
function widget() {
  try {
    return ["dist/which-cause.js", ...listFiles(join("dist", folderOf("dist")))];
  } catch (error) {
    stop(error.message);
  }
}

/** Every file of the zip with its bytes, sorted by name. */
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
  return found.map(([name, bytes]) => [`which-cause/${name}`, bytes]).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The CRC-32 of a zip. Node has it from 20.15 on. */
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

/** A zip of these files (PKWARE's APPNOTE.TXT, 4.3). Every file has the earliest time that the format allows. */
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
    // A regular file with the mode 0644, made on Unix.
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
