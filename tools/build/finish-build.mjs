// The last step of a build: over what Trunk has made, in the folder where it makes it, the app's files are finished and put
// into their folder, and the scripts that owners link are made, which name that folder.
import { makeApp } from "./app.mjs";
import { compress } from "./compress.mjs";
import { gather } from "./content-hash.mjs";
import { makeScripts } from "./loader.mjs";

const build = process.env.TRUNK_STAGING_DIR ?? "dist";
const released = process.env.TRUNK_PROFILE === "release";

await makeApp(build, released);
await makeScripts(build, gather(build));
if (released) compress(build);
