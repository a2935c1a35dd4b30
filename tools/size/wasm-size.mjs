// What takes the room in the WebAssembly of a build, by crate, and of our own crate by module: `make size`, or
// node tools/size/wasm-size.mjs [BUILD] [MODULE…]. The bytes are those of the module as it is, not compressed.
//
// What is shipped has no names. The build leaves the same module with its names in target/room.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "../build/content-hash.mjs";

const [build = "dist", ...wanted] = process.argv.slice(2);
const folder = join(build, folderOf(build));
const modules = readdirSync(folder)
  .filter((name) => name.endsWith("_bg.wasm"))
  .map((name) => name.slice(0, -"_bg.wasm".length));

for (const name of wanted.length ? wanted : modules) report(name);

function report(name) {
  const items = itemsOf(named(name));
  const all = items.reduce((sum, { bytes }) => sum + bytes, 0);
  const show = (title, groups) => {
    console.log(`\n${title.padEnd(44)}${"bytes".padStart(10)}${"share".padStart(9)}`);
    // What is less than half a hundredth is told in one line.
    const small = groups.filter(([, bytes]) => bytes < all / 200);
    const rest = small.reduce((sum, [, bytes]) => sum + bytes, 0);
    const lines = groups.filter((it) => !small.includes(it));
    if (rest) lines.push([`${small.length} smaller ones`, rest]);
    for (const [group, bytes] of lines) {
      const share = `${((100 * bytes) / all).toFixed(1)} %`;
      console.log(`  ${group.padEnd(42)}${bytes.toLocaleString("en").padStart(10)}${share.padStart(9)}`);
    }
  };
  show(`${name}: ${all.toLocaleString("en")} bytes`, summed(items, ({ path }) => path[0]));
  const ours = items.filter(({ path }) => path[0] === "which_cause");
  show("of which our own", summed(ours, ({ path }) => path.slice(1, 3).join("::")));
}

/** The items' bytes by group, the largest first. */
function summed(items, group) {
  const sums = new Map();
  for (const it of items) sums.set(group(it), (sums.get(group(it)) ?? 0) + it.bytes);
  return [...sums].sort(([, one], [, other]) => other - one);
}

/** A module of the build with its names, as a file: tools/build/app.mjs has left it. */
function named(name) {
  const kept = join("target/room", `${name}.wasm`);
  // Another build's module would be told of in this one's name.
  const [ours, theirs] = [kept, join(folder, `${name}_bg.wasm`)].map((path) => code(readFileSync(path)));
  if (!ours.equals(theirs)) throw new Error(`${kept} is not what ${folder} was made of; \`make build\` makes both`);
  return kept;
}

/** The code section of a module (WebAssembly's binary format, section 10). */
function code(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at++];
    let [size, shift, byte] = [0, 0, 0x80];
    for (; byte & 0x80; shift += 7) size |= ((byte = bytes[at++]) & 0x7f) << shift;
    if (id === 10) return bytes.subarray(at, at + size);
    at += size;
  }
  throw new Error("a module without code");
}

/** The items of a module: their bytes, and the paths that they belong to. */
function itemsOf(module) {
  const json = execFileSync("twiggy", ["top", "--format", "json", module], { encoding: "utf8", maxBuffer: 2 ** 28 });
  return JSON.parse(json)
    .filter(({ name }) => !/custom section|subsection/.test(name))
    .map(({ name, shallow_size: bytes }) => ({ name, bytes, path: pathOf(name) }));
}

/** Crate, module and so on of what has this name. */
function pathOf(name) {
  if (name.startsWith("data segment")) return ["(data: texts and tables)"];
  if (name.startsWith("import ")) return ["(what it imports)"];
  // `mount`, which wasm-bindgen wraps: much of what only it calls is inlined there.
  if (/ shim$|^\w+$/.test(name)) return ["(what it exports, with what is inlined)"];
  // Dropping something is that thing's.
  const dropped = name.match(/^core::ptr::drop_in_place<(.*)>/)?.[1];
  if (dropped && pathOf(dropped)[0][0] !== "(") return pathOf(dropped);
  // Of `<Type as Trait>::function` it is the type's crate, or the trait's where the type is anything or a reference to it.
  for (const part of name.split(" as ")) {
    const path = part.match(/(?<![\w:])[a-z_][a-z0-9_]*(?:\[[0-9a-f]+\])?(?:::[a-zA-Z_][\w]*(?:\[[0-9a-f]+\])?)+/)?.[0];
    const found = path?.replace(/\[[0-9a-f]+\]/g, "").split("::").filter((it) => /^[a-z]/.test(it));
    if (found?.length) return found;
  }
  return ["(the rest)"];
}
