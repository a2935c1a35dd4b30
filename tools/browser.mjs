// Opens the Chromium of the benchmarks, the gallery and the screenshot tests.
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { chromium } from "playwright-core";

/** Opens the Chromium that `CHROME` names, or else the first that is installed. */
export const openChromium = (...flags) =>
  chromium.launch({
    executablePath: findChromium(),
    // The emergency number depends on the time zone.
    env: { ...process.env, TZ: "UTC" },
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...flags,
    ],
  });

function findChromium() {
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
  if (!found) throw new Error(`none of ${names.join(", ")} is installed; name one in CHROME`);
  return found;
}
