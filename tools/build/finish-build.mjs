// The last step of a build, which Trunk runs as a hook. It finishes the app's files, moves them into their folder, makes the scripts
// that owners link, which name that folder, and compresses all files of a release.
import { existsSync } from "node:fs";
import { bundleApp } from "./bundle-app.mjs";
import { bundleScripts } from "./bundle-scripts.mjs";
import { compress } from "./compress.mjs";
import { moveIntoFolder } from "./content-hash.mjs";

const build = process.env.TRUNK_STAGING_DIR;
if (!build || !existsSync(build)) throw new Error("Trunk runs this script and names its folder in TRUNK_STAGING_DIR");
const isRelease = process.env.TRUNK_PROFILE === "release";

await bundleApp(build, isRelease);
await bundleScripts(build, moveIntoFolder(build));
if (isRelease) compress(build);
