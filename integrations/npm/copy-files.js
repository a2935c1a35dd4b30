#!/usr/bin/env node
// which-cause-files FOLDER: copies the widget's files into a folder of your site. The app's folder of an earlier version goes. A
// frame.html that is there already stays, because it has the address of your course and the list of its sites.
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder, ...more] = process.argv.slice(2);
if (!folder || folder.startsWith("-") || more.length) {
  console.error("usage: which-cause-files FOLDER, such as which-cause-files public/which-cause");
  process.exit(1);
}
if (existsSync(folder)) {
  const old = readdirSync(folder).filter((name) => /^which-cause-[0-9a-f]{10}$/.test(name));
  for (const name of old) rmSync(join(folder, name), { recursive: true });
}
const dist = fileURLToPath(new URL("dist", import.meta.url));
const [frame, ownFrame] = [dist, folder].map((parent) => join(parent, "frame.html"));
const staysOwn = existsSync(ownFrame) && !readFileSync(ownFrame).equals(readFileSync(frame));
cpSync(dist, folder, { recursive: true, filter: (path) => !staysOwn || path !== frame });
console.log(`which-cause: the widget's files are in ${folder}`);
if (staysOwn) console.log(`which-cause: ${ownFrame} stays as it was. Delete it for that of the package, ${frame}`);
