// Packs the WordPress plugin: the files of integrations/wordpress/which-cause/, the widget's files from dist/, and as PHP the words of
// the five-cause quiz before its start and its emergency numbers: node tools/wordpress/pack.mjs [ZIP] [BUILD].
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { plainParagraphs } from "../../js/frame/plain-paragraphs.js";
import { files as listFiles } from "../build/compress.mjs";
import { folderOf } from "../build/content-hash.mjs";
import { quiz, textOf, translations } from "../build/translations.mjs";
import { widgetNotices } from "../release/parts.mjs";
import { version } from "../release/versions.mjs";
import { filesAt, zip } from "../release/zip.mjs";
import { compiledTranslations } from "./translations.mjs";

const plugin = "integrations/wordpress/which-cause";
const quizFile = `quizzes/${quiz}.json`;
const [target = "target/wordpress/which-cause.zip", build = "dist"] = process.argv.slice(2);
const stop = (message) => {
  console.error(`wordpress: ${message}`);
  process.exit(1);
};
const read = (path) => readFileSync(path, "utf8");

/** A value as PHP code. */
function php(value, depth = 0) {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `'${value.replace(/[\\']/g, "\\$&")}'`;
  const tabs = "\t".repeat(depth + 1);
  const lines = Object.entries(value).map(
    ([key, it]) => `${tabs}${Array.isArray(value) ? "" : `${php(key)} => `}${php(it, depth + 1)},\n`,
  );
  return `array(\n${lines.join("")}${"\t".repeat(depth)})`;
}

/** The end of the line of the intro that a site with counts may not show, and that line for such a site, in all languages of the quiz. */
const NOTHING_SENT = "Nothing is saved or sent.";
const COUNTED = {
  en: "Your answers stay on this device. This site counts only how often the quiz is started and finished, and how often the link to the course is followed.",
  es: "Tus respuestas se quedan en este dispositivo. Este sitio solo cuenta cuántas veces se empieza y se termina el cuestionario y se sigue el enlace al curso.",
  de: "Ihre Antworten bleiben auf diesem Gerät. Diese Website zählt nur, wie oft das Quiz begonnen und abgeschlossen und wie oft der Link zum Kurs geöffnet wird.",
  ar: "تبقى إجاباتك على هذا الجهاز. لا يَعُدّ هذا الموقع إلا عدد مرات بدء الاستبيان وإتمامه وفتح رابط الدورة.",
};

/** The place of that line. It is the same in all translations. */
function privacyLine() {
  const line = JSON.parse(read(quizFile)).intro.points.findIndex((it) => it.endsWith(NOTHING_SENT));
  if (line < 0)
    stop(`${quizFile}: no point of the intro ends with “${NOTHING_SENT}”, so a site with counts cannot replace it`);
  return line;
}

/** The words of a quiz file before its start. */
function facade(text, file) {
  const { language, direction, title, subtitle, intro, notice, course } = JSON.parse(text);
  const counted = COUNTED[language] ?? stop(`tools/wordpress/pack.mjs: COUNTED has no line in the language of ${file}`);
  const facade = {
    language,
    direction: direction ?? "ltr",
    title,
    lead: [subtitle, intro.lead].filter(Boolean),
    points: intro.points ?? [],
    privacy: privacyLine(),
    counted,
    after: [intro.audience, ...plainParagraphs(notice ?? "")].filter(Boolean),
    start: intro.start,
    busy: intro.busy,
    failed: intro.failed,
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

/** The PHP file with the emergency numbers of the five-cause quiz, and the names of their regions in the quiz's languages, in order. */
function emergencyNumbers() {
  const { care } = JSON.parse(read(quizFile));
  const numbers = Object.entries(care.emergency.regions).map(([region, { number }]) => [region, number]);
  const names = ["en", ...translations].map((tag) => [tag, regionNames(numbers, tag)]);
  const data = {
    everywhere: care.emergency.number,
    numbers: Object.fromEntries(numbers),
    names: Object.fromEntries(names),
  };
  return `<?php
/**
 * The emergency numbers of the five-cause quiz by region, and the names of the regions by language. Generated from ${quizFile}
 * and the names of Unicode's CLDR.
 *
 * @package which-cause
 */

defined( 'ABSPATH' ) || exit;

return ${php(data)};
`;
}

/** The names of regions in a language, in its order. */
function regionNames(numbers, tag) {
  const names = new Intl.DisplayNames(tag, { type: "region" });
  const named = numbers.map(([region]) => [region, names.of(region)]);
  return Object.fromEntries(named.sort(([, a], [, b]) => new Intl.Collator(tag).compare(a, b)));
}

/** The loader and the app's folder, without compressed copies: few WordPress servers use them. */
function widget() {
  try {
    return [join(build, "which-cause.js"), ...listFiles(join(build, folderOf(build)))];
  } catch (error) {
    stop(error.message);
  }
}

/** Every file of the plugin. */
function files() {
  const own = readdirSync(plugin, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.pot?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const root = "which-cause/";
  return [
    ...filesAt(own, plugin, root),
    ...filesAt(widget(), build, `${root}assets/${version()}/`),
    ...compiledTranslations().map(([name, content]) => [`${root}languages/${name}`, content]),
    [`${root}emergency-numbers.php`, emergencyNumbers()],
    [`${root}facade.php`, facades()],
    [`${root}license.txt`, readFileSync("LICENSE-MIT")],
    [`${root}third-party-notices.txt`, widgetNotices()],
  ];
}

const packed = zip(files());
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, packed);
console.log(`${target}: ${packed.length.toLocaleString("en")} bytes`);
