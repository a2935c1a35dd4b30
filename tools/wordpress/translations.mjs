// The translations of the WordPress plugin's own words, in integrations/wordpress/which-cause/languages/: a template (.pot), and a file of
// translations (.po) for each language. Needs xgettext and msgmerge of GNU gettext.
//
//   node tools/wordpress/translations.mjs update
//     writes the template from the code again, and adds its new texts to the translations
//   node tools/wordpress/translations.mjs check
//     stops if the template differs from the code, or if a translation lacks a text, a plural form or a placeholder
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mo, po } from "gettext-parser";

const plugin = "integrations/wordpress/which-cause";
const folder = join(plugin, "languages");
const template = join(folder, "which-cause.pot");

/** The functions of WordPress that translate, with the places of their arguments: https://developer.wordpress.org/apis/internationalization/ */
const KEYWORDS =
  "__ _e esc_html__ esc_html_e esc_attr__ esc_attr_e _x:1,2c esc_html_x:1,2c esc_attr_x:1,2c _n:1,2 _nx:1,2,4c";

/** The fields of a plugin's header that WordPress translates. */
const HEADERS = ["Plugin Name", "Description"];

/** The fields of block.json that WordPress translates, with the contexts that it gives them. */
const BLOCK = { title: "block title", description: "block description", keywords: "block keyword" };

const filesIn = (ending, from = plugin) =>
  readdirSync(from, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .sort();

/** The locales of WordPress that have translations, such as de_DE. */
const locales = () => filesIn(".po", folder).map((name) => name.match(/^which-cause-(.+)\.po$/)?.[1] ?? stop(name));

const read = (locale) => po.parse(readFileSync(join(folder, `which-cause-${locale}.po`), "utf8"));

/** The files of the languages folder that a packed plugin has, with their contents. */
export function compiledTranslations() {
  const compiled = locales().flatMap((locale) => {
    const translated = read(locale);
    return [
      [`which-cause-${locale}.mo`, mo.compile(translated)],
      [`which-cause-${locale}.json`, forScripts(translated, locale)],
    ];
  });
  return [["which-cause.pot", readFileSync(template)], ...compiled];
}

/** The translations of the scripts in the form that `wp.i18n` takes. */
function forScripts(translated, locale) {
  const ofScripts = texts(translated).filter(({ comments }) => /\.js$/m.test(comments?.reference ?? ""));
  const messages = ofScripts.map(({ msgctxt, msgid, msgstr }) => [
    msgctxt ? `${msgctxt}\u0004${msgid}` : msgid,
    msgstr,
  ]);
  const header = { domain: "messages", lang: locale, "plural-forms": translated.headers["Plural-Forms"] };
  return JSON.stringify({
    domain: "messages",
    locale_data: { messages: { "": header, ...Object.fromEntries(messages) } },
  });
}

/** All texts of a file. */
const texts = (file) =>
  Object.values(file.translations).flatMap((of) => Object.values(of).filter(({ msgid }) => msgid));

/** The template, from the code, the plugin's header and the block's description. */
function extracted() {
  const ofCode = (language, ending) => {
    const options = ["--from-code=UTF-8", "--add-comments=translators", "--add-location=file", "--no-wrap", "-o", "-"];
    const keywords = KEYWORDS.split(" ").map((it) => `--keyword=${it}`);
    const args = [`--language=${language}`, ...options, "--keyword", ...keywords, ...filesIn(ending)];
    return po.parse(execFileSync("xgettext", args, { cwd: plugin }));
  };
  const all = { charset: "utf-8", headers: header(), translations: {} };
  for (const text of [...texts(ofCode("PHP", ".php")), ...texts(ofCode("JavaScript", ".js")), ...described()])
    add(all, text);
  return po.compile(all, { foldLength: 0, sort: true }).toString() + "\n";
}

function header() {
  return {
    "Project-Id-Version": "Which Cause",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "X-Domain": "which-cause",
  };
}

/** Adds a text. A text that is there already gets one more place. */
function add(file, text) {
  const of = (file.translations[text.msgctxt ?? ""] ??= {});
  const had = of[text.msgid];
  if (had?.comments && text.comments) had.comments.reference += `\n${text.comments.reference}`;
  else of[text.msgid] = text;
}

/** The texts of the plugin's header and of block.json. */
function described() {
  const main = readFileSync(join(plugin, "which-cause.php"), "utf8");
  const headers = HEADERS.map((name) => ({
    msgid: main.match(new RegExp(`^ \\* ${name}: +(.+)$`, "m"))?.[1] ?? stop(`which-cause.php has no ${name}`),
    msgstr: [""],
    comments: comments(`${name} of the plugin`, "which-cause.php"),
  }));
  const block = JSON.parse(readFileSync(join(plugin, "block/block.json"), "utf8"));
  const fields = Object.entries(BLOCK).flatMap(([name, msgctxt]) =>
    [block[name]].flat().map((msgid) => ({ msgctxt, msgid, msgstr: [""], comments: comments("", "block/block.json") })),
  );
  return [...headers, ...fields];
}

const comments = (extracted, reference) => ({ translator: "", reference, extracted, flag: "", previous: "" });

/** Writes the template, and adds its new texts to the translations. Texts that are no longer in the code are removed. */
function update() {
  writeFileSync(template, extracted());
  const options = ["--quiet", "--no-fuzzy-matching", "--add-location=file", "--no-wrap"];
  for (const locale of locales()) {
    const file = join(folder, `which-cause-${locale}.po`);
    const merged = execFileSync("msgmerge", [...options, file, template, "-o", "-"]);
    writeFileSync(file, execFileSync("msgattrib", ["--no-obsolete", "--no-wrap", "-"], { input: merged }));
  }
}

/** The mistakes in the template and the translations. */
function mistakes() {
  const wanted = extracted();
  if (readFileSync(template, "utf8") !== wanted)
    return [`${template} differs from the code: run node tools/wordpress/translations.mjs update`];
  const inCode = texts(po.parse(wanted));
  return locales().flatMap((locale) => {
    const { translations, headers } = read(locale);
    const forms = Number(headers["Plural-Forms"]?.match(/nplurals=(\d)/)?.[1] ?? stop(`${locale} has no Plural-Forms`));
    return inCode.flatMap((text) => mistakesIn(text, translations[text.msgctxt ?? ""]?.[text.msgid], forms, locale));
  });
}

function mistakesIn({ msgid, msgid_plural }, translated, forms, locale) {
  const given = translated?.msgstr ?? [];
  const at = `which-cause-${locale}.po: “${msgid}”`;
  if (given.length !== (msgid_plural ? forms : 1) || given.some((it) => !it)) return [`${at} is not translated`];
  if (translated?.comments?.flag?.includes("fuzzy")) return [`${at} is marked as fuzzy`];
  const same = given.every((it) => placeholders(it) === placeholders(msgid_plural ?? msgid));
  return same ? [] : [`${at} has other placeholders than its translation: ${given.join(" | ")}`];
}

const placeholders = (text) => (text.match(/%(\d\$)?[sd]/g) ?? []).sort().join(" ");

function stop(message) {
  console.error(`translations: ${message}`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const command = process.argv[2];
  if (command === "update") update();
  else if (command !== "check") stop("usage: node tools/wordpress/translations.mjs update|check");
  const found = mistakes();
  if (found.length) stop(found.join("\n"));
}
