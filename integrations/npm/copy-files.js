#!/usr/bin/env node
// which-cause-files FOLDER: copies the widget's files into a folder of your site. The app's folder of an earlier version goes.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
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
cpSync(fileURLToPath(new URL("dist", import.meta.url)), folder, { recursive: true });
console.log(`which-cause: the widget's files are in ${folder}`);
