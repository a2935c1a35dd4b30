// Prints the size of the WebAssembly of a build by crate, and of our own crates by module, in bytes before compression:
//
//   node tools/size/wasm-size.mjs [BUILD] [MODULE…]
//
// The modules of a build have no names of functions. The build keeps a copy with names in target/wasm-with-names.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { namedModules } from "../build/bundle-app.mjs";
import { folderOf } from "../build/content-hash.mjs";
import { codeOf } from "../build/wasm-sections.mjs";

/** @typedef {{ bytes: number, path: string[] }} Item Its path is the crate and the modules that it belongs to. */

const [build = "dist", ...wanted] = process.argv.slice(2);
const folder = join(build, folderOf(build));
const suffix = "_bg.wasm";
const modules = readdirSync(folder)
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length));

for (const name of wanted.length ? wanted : modules) report(name);

/** @param {string} name */
function report(name) {
  const items = itemsOf(moduleWithNames(name));
  const total = items.reduce((sum, { bytes }) => sum + bytes, 0);
  printTable(
    `${name}: ${total.toLocaleString("en")} bytes`,
    sumBy(items, ({ path }) => path[0]),
    total,
  );
  const ours = items.filter(({ path }) => path[0].startsWith("which_cause"));
  printTable(
    "of which our own",
    sumBy(ours, ({ path }) => path.slice(0, 3).join("::")),
    total,
  );
}

/**
 * @param {string} title
 * @param {[group: string, bytes: number][]} groups
 * @param {number} total
 */
function printTable(title, groups, total) {
  console.log(`\n${title.padEnd(44)}${"bytes".padStart(10)}${"share".padStart(9)}`);
  // One line has all groups of less than half a percent.
  const small = groups.filter(([, bytes]) => bytes < total / 200);
  const rest = small.reduce((sum, [, bytes]) => sum + bytes, 0);
  const lines = groups.filter((group) => !small.includes(group));
  if (rest) lines.push([`${small.length} smaller ones`, rest]);
  for (const [group, bytes] of lines) {
    const share = `${((100 * bytes) / total).toFixed(1)} %`;
    console.log(`  ${group.padEnd(42)}${bytes.toLocaleString("en").padStart(10)}${share.padStart(9)}`);
  }
}

/**
 * The items' bytes by group, the largest first.
 *
 * @param {Item[]} items
 * @param {(item: Item) => string} groupOf
 */
function sumBy(items, groupOf) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const item of items) sums.set(groupOf(item), (sums.get(groupOf(item)) ?? 0) + item.bytes);
  return [...sums].sort(([, a], [, b]) => b - a);
}

/**
 * The file of a module of the build, with the names of its functions.
 *
 * @param {string} name
 */
function moduleWithNames(name) {
  const copy = join(namedModules, `${name}.wasm`);
  const shipped = join(folder, `${name}${suffix}`);
  // The copy may be of another build.
  const isSame = existsSync(copy) && codeOf(readFileSync(copy)).equals(codeOf(readFileSync(shipped)));
  if (!isSame) throw new Error(`${copy} is not the module in ${folder}; \`make build\` makes both`);
  return copy;
}

/**
 * The items of a module.
 *
 * @param {string} module
 * @returns {Item[]}
 */
function itemsOf(module) {
  const json = execFileSync("twiggy", ["top", "--format", "json", module], { encoding: "utf8", maxBuffer: 2 ** 28 });
  /** @type {{ name: string, shallow_size: number }[]} */
  const items = JSON.parse(json);
  return items
    .filter(({ name }) => !/custom section|subsection/.test(name))
    .map(({ name, shallow_size: bytes }) => ({ bytes, path: pathOf(name) }));
}

/**
 * The crate and the modules that an item belongs to.
 *
 * @param {string} name
 */
function pathOf(name) {
  if (name.startsWith("data segment")) return ["(data: texts and tables)"];
  if (name.startsWith("import ")) return ["(imports)"];
  // wasm-bindgen wraps each exported function, such as `mount`. Many functions that only `mount` calls are inlined there.
  if (/ shim$|^\w+$/.test(name)) return ["(exports, with inlined functions)"];
  // The code that drops a value belongs to the crate of its type.
  const dropped = name.match(/^core::ptr::drop_in_place<(.*)>/)?.[1];
  if (dropped && pathOf(dropped)[0][0] !== "(") return pathOf(dropped);
  // `<Type as Trait>::function` belongs to the crate of the type, or of the trait if the type is generic or a reference.
  for (const part of name.split(" as ")) {
    const path = part.match(/(?<![\w:])[a-z_][a-z0-9_]*(?:\[[0-9a-f]+\])?(?:::[a-zA-Z_][\w]*(?:\[[0-9a-f]+\])?)+/)?.[0];
    const found = path
      ?.replace(/\[[0-9a-f]+\]/g, "")
      .split("::")
      .filter((step) => /^[a-z]/.test(step));
    if (found?.length) return found;
  }
  return ["(the rest)"];
}
