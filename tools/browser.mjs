// The Chromium that the benchmark, the gallery and the looks are seen in.
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { chromium } from "playwright-core";

/** Opens a Chromium: the one that CHROME names, else the first that is there. */
export const open = (...more) =>
  chromium.launch({
    executablePath: program(),
    // The time zone says which emergency number a reader gets.
    env: { ...process.env, TZ: "UTC" },
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });

function program() {
  if (process.env.CHROME) return process.env.CHROME;
  const names = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  const folders = process.env.PATH.split(delimiter);
  const paths = names.flatMap((name) => (isAbsolute(name) ? name : folders.map((folder) => join(folder, name))));
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Error(`none of ${names.join(", ")} is there; name one in CHROME`);
  return found;
}
