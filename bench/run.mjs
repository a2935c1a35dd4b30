// Measures the pages of pages.mjs side by side: `make bench`, or node bench/run.mjs [FOLDER] [ROUNDS]. It leaves every visit in
// bench/results.json; report.mjs says what they amount to, and docs/performance.md what each figure is.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import { openChromium } from "../tools/browser.mjs";
import { pages } from "./pages.mjs";
import { network, slower, slowness } from "./phone.mjs";
import { score } from "./readers.mjs";
import { serve } from "./site.mjs";
import { reads, startsAtOnce } from "./visit.mjs";

const [folder = "dist", wanted = "7"] = process.argv.slice(2);
const rounds = Number(wanted);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`rounds: a whole number from 1 on, not ${wanted}`);
const say = (text) => process.stderr.write(`${text}\n`);

const browser = await openChromium();
const site = await serve(folder);
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
  // The first visits are the browser's own first, and are not counted; they also show that the slowness is there, and that
  // every quiz comes to the right results.
  const found = await slowness(browser, address("without"));
  if (found.answer < network.latency || found.processor < 1.5) {
    throw new Error(`the browser is not slowed down: ${JSON.stringify(found)}`);
  }
  for (const id of ids.filter((id) => pages[id].score)) {
    say(`${pages[id].name}: ${await score(browser, address(id), pages[id])} readers get what they must`);
  }
  for (const id of ids.filter((id) => pages[id].host)) await startsAtOnce(browser, address(id), pages[id]);
  const measured = [];
  const loads = [loadavg()[0]];
  for (let round = 0; round < rounds; round += 1) {
    const from = Date.now();
    const visits = {};
    // Whichever goes first changes from round to round.
    for (const id of ids.map((_, i) => ids[(i + round) % ids.length])) {
      visits[id] = await reads(browser, address(id), pages[id]);
      if (pages[id].host) visits[id].atOnce = await startsAtOnce(browser, address(id), pages[id]);
    }
    measured.push(visits);
    loads.push(loadavg()[0]);
    const took = Math.round((Date.now() - from) / 1000);
    say(`round ${round + 1} of ${rounds}: ${took} s, load ${loads.at(-1).toFixed(1)}`);
  }
  if (site.missed.size) throw new Error(`asked for and not there: ${[...site.missed].join(", ")}`);
  return {
    machine: { cores: cpus().length, processor: cpus()[0].model, load: loads, browser: browser.version() },
    slowness: { network, slower, found },
    build: site.sizes,
    rounds: measured,
  };
}
