// Measures the pages of pages.mjs in turns: `make bench`, or node bench/run.mjs [FOLDER] [ROUNDS]. It writes every visit into
// bench/results.json. report.mjs makes the tables, and docs/performance.md defines each figure.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import { openChromium } from "../tools/browser.mjs";
import { pages } from "./pages.mjs";
import { cpuSlowdown, measureSlowdown, network } from "./phone.mjs";
import { checkResults } from "./check-results.mjs";
import { serveBuild } from "./site.mjs";
import { visitAsReader, visitInHaste } from "./visit.mjs";

const [folder = "dist", roundsArgument = "7"] = process.argv.slice(2);
const rounds = Number(roundsArgument);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`the number of rounds is a whole number, 1 or more, and not ${roundsArgument}`);
const log = (text) => process.stderr.write(`${text}\n`);

const browser = await openChromium();
const site = await serveBuild(folder);
try {
  const result = await measure();
  writeFileSync(new URL("results.json", import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
} finally {
  site.close();
  await browser.close();
}

async function measure() {
  const address = (id) => `${site.url}/${id}/`;
  const ids = Object.keys(pages);
  // The first visits are not counted: the browser itself learns from them. They check that the browser is slowed down and that
  // every quiz gives the right results.
  const slowdown = await measureSlowdown(browser, address("without"));
  if (slowdown.response < network.latency || slowdown.processor < 1.5) {
    throw new Error(`the browser is not slowed down: ${JSON.stringify(slowdown)}`);
  }
  for (const id of ids.filter((id) => pages[id].checked)) {
    log(`${pages[id].name}: ${await checkResults(browser, address(id), pages[id])} test cases passed`);
  }
  for (const id of ids.filter((id) => pages[id].host)) await visitInHaste(browser, address(id), pages[id]);
  const measured = [];
  const loads = [loadavg()[0]];
  for (let round = 0; round < rounds; round += 1) {
    const from = Date.now();
    const visits = {};
    // The pages take turns at going first.
    for (const id of ids.map((_, i) => ids[(i + round) % ids.length])) {
      visits[id] = await visitAsReader(browser, address(id), pages[id]);
      if (pages[id].host) visits[id].atOnce = await visitInHaste(browser, address(id), pages[id]);
    }
    measured.push(visits);
    loads.push(loadavg()[0]);
    const took = Math.round((Date.now() - from) / 1000);
    log(`round ${round + 1} of ${rounds}: ${took} s, load ${loads.at(-1).toFixed(1)}`);
  }
  if (site.missed.size) throw new Error(`requested, but missing: ${[...site.missed].join(", ")}`);
  return {
    machine: { cores: cpus().length, processor: cpus()[0].model, load: loads, browser: browser.version() },
    conditions: { network, cpuSlowdown },
    slowdown,
    build: site.sizes,
    rounds: measured,
  };
}
