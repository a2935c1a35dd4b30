// Packs the npm package: the files of integrations/npm/, the widget's files, and the types.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { manifest, typeDeclarations, webTypes } from "./element-types.mjs";
import { widgetFiles } from "./widget-files.mjs";

const source = "integrations/npm";
const widget = "dist/";

/**
 * Packs the package, and returns the path of its tarball.
 *
 * @param {object} options
 * @param {string} options.build The folder of the build.
 * @param {string} options.version
 * @param {string} options.notices The notices of third-party software in the widget.
 * @param {string} options.out The folder for the tarball.
 */
export function packNpm({ build, version, notices, out }) {
  const folder = "target/npm-package";
  rmSync(folder, { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
  for (const path of widgetFiles(build)) {
    const name = relative(build, path);
    // The package has the manifest in its root.
    if (name === "custom-elements.json") continue;
    const target = join(folder, widget, name);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
  }
  const elements = manifest(widget);
  const description = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const { name, ...rest } = description;
  /** @type {Record<string, string>} */
  const made = {
    "package.json": toJson({ name, version, ...rest }),
    "custom-elements.json": toJson(elements),
    "web-types.json": toJson(webTypes(elements, version)),
    "index.d.ts": typeDeclarations(elements),
    "THIRD-PARTY-NOTICES.txt": notices,
    "LICENSE-MIT": readFileSync("LICENSE-MIT", "utf8"),
    "LICENSE-APACHE": readFileSync("LICENSE-APACHE", "utf8"),
  };
  for (const [file, text] of Object.entries(made)) writeFileSync(join(folder, file), text);
  const options = ["pack", "--json", "--ignore-scripts", "--loglevel=error", "--pack-destination", resolve(out)];
  const [{ filename }] = JSON.parse(execFileSync("npm", options, { cwd: folder, encoding: "utf8" }));
  return join(out, filename);
}

/** @param {object} value */
const toJson = (value) => `${JSON.stringify(value, null, 2)}\n`;
