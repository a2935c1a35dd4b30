// Puts compressed copies beside the files of the studio. Trunk runs it as a hook of studio/Trunk.toml.
import { compress } from "./compress.mjs";

const build = process.env.TRUNK_STAGING_DIR;
if (!build) throw new Error("Trunk runs this script and names its folder in TRUNK_STAGING_DIR");
if (process.env.TRUNK_PROFILE === "release") compress(build);
