// Measures the pages of pages.mjs in turns: `make bench`, or node bench/run.mjs [FOLDER] [ROUNDS] [PHONE]. It writes every visit into
// bench/results.json, or into bench/results-low-end.json for the phone "low-end". report.mjs makes the tables, and docs/benchmark.md
// defines each figure.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import { openChromium } from "../tools/browser.mjs";
import { pages } from "./pages.mjs";
import { measureSlowdown, phones } from "./phone.mjs";
import { checkResults } from "./check-results.mjs";
import { serveBuild } from "./site.mjs";
import { visitAsReader, visitInHaste, visitWithoutScripts } from "./visit.mjs";

const [folder = "dist", roundsArgument = "11", phoneName = "usual"] = process.argv.slice(2);
const rounds = Number(roundsArgument);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`the number of rounds is a whole number, 1 or more, and not ${roundsArgument}`);
const phone = phones[phoneName];
if (!phone) throw new Error(`the phone is one of ${Object.keys(phones).join(", ")}, and not ${phoneName}`);
const log = (text) => process.stderr.write(`${text}\n`);

const browser = await openChromium();
const site = await serveBuild(folder);
try {
  await measure();
} finally {
  site.close();
  await browser.close();
}

function writeResults(results) {
  const name = phoneName === "usual" ? "results.json" : `results-${phoneName}.json`;
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(results, null, 1)}\n`);
}

async function measure() {
  const address = (id) => `${site.url}/${id}/`;
  const ids = Object.keys(pages);
  // The first visits are not counted: the browser itself learns from them. They check that the browser is slowed down and that
  // every quiz gives the right results.
  const slowdown = await measureSlowdown(browser, address("without"), phone);
  if (slowdown.response < phone.network.latency || slowdown.processor < 1.5) {
    throw new Error(`the browser is not slowed down: ${JSON.stringify(slowdown)}`);
  }
  for (const id of ids.filter((id) => pages[id].checked)) {
    log(`${pages[id].name}: ${await checkResults(browser, address(id), pages[id])} test cases passed`);
  }
  for (const id of ids.filter((id) => pages[id].host)) await visitInHaste(browser, address(id), pages[id], phone);
  const load = [loadavg()[0]];
  const results = {
    machine: { cores: cpus().length, processor: cpus()[0].model, load, browser: browser.version() },
    phone,
    slowdown,
    build: site.sizes,
    rounds: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    const from = Date.now();
    const visits = {};
    // The pages take turns at going first.
    for (const id of ids.map((_, i) => ids[(i + round) % ids.length])) {
      const visit = (how) => how(browser, address(id), pages[id], phone);
      visits[id] = await visit(visitAsReader);
      if (pages[id].host === "which-cause" && !visits[id].wasm)
        throw new Error("the memory of the widget's module was not found");
      if (pages[id].host) visits[id].atOnce = await visit(visitInHaste);
      if (pages[id].bare) visits[id].bare = await visit(visitWithoutScripts);
    }
    if (site.missed.size) throw new Error(`requested, but missing: ${[...site.missed].join(", ")}`);
    results.rounds.push(visits);
    load.push(loadavg()[0]);
    // A run that is stopped keeps its whole rounds.
    writeResults(results);
    const took = Math.round((Date.now() - from) / 1000);
    log(`round ${round + 1} of ${rounds}: ${took} s, load ${load.at(-1).toFixed(1)}`);
  }
}
