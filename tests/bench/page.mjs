// A large export on the page, in a real Chromium, with DuckDB-WASM beside it in the same run:
//
//   node page.mjs --site build/web --work build/bench --export FILE.csv --scorecard FILE.json
//                 [--runs 3]
//
// Says how soon the first rows stand on the screen, how long what came in waited to be taken up at
// the most, when the scorecard was there, and what memory that took; how long a step of the limit
// takes that is dragged over the loaded leads, from the input to the frame that shows it; and how
// long DuckDB-WASM takes from the same file to the month figures, which must be those of the
// scorecard (the command line's). Fails where they are not.
import { cpSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { buildSync } from "esbuild";

import { serve } from "../../scripts/serve.mjs";
import { launch } from "../web/lib/browsers.mjs";
import { open_page } from "../web/lib/page.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : args[at + 1];
};
const site_folder = resolve(option("site", "build/web"));
const work = resolve(option("work", "build/bench"));
const csv = resolve(option("export"));
const runs = Number(option("runs", "3"));
const AS_OF_LOCAL = "2026-01-01 00:00:00"; // of the scorecard too

function peer_site() {
  const folder = join(work, "peer");
  mkdirSync(folder, { recursive: true });
  const dist = join(here, "node_modules/@duckdb/duckdb-wasm/dist");
  for (const file of ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"]) {
    cpSync(join(dist, file), join(folder, file));
  }
  buildSync({
    entryPoints: [join(here, "peer_page.mjs")],
    bundle: true,
    format: "iife",
    outfile: join(folder, "peer.js"),
  });
  cpSync(join(here, "peer.html"), join(folder, "index.html"));
  return folder;
}

const now = () => performance.now();
const seconds = (ms) => (ms / 1000).toFixed(2);

// Drags the limit of a promise there and back and says of each step what passed from the input to
// the frame that shows its answer, in milliseconds, and how much of that the page worked; the rest
// it waited for the browser's turn.
async function drag_the_limit(page) {
  const { tab } = page;
  await page.use("button", "First contact in 2 business hours");
  // What is counted meanwhile moves it from under the mouse when it comes.
  const WHAT_IF = "What if: another limit or target";
  for (let tries = 0; tries < 5 && (await page.find("button", WHAT_IF))?.expanded !== "true"; ++tries) {
    await page.unsee("text", "Counting…", 60000);
    await page.rest();
    await page.use("button", WHAT_IF);
  }
  await page.see("slider", "Limit to try", 60000);
  const handle = await page.bring_into_view(() => page.find("slider", "Limit to try"));
  await tab.evaluate(() => {
    const shown = () => document.querySelector("#mirror [role=slider]").getAttribute("aria-valuetext");
    let input = 0;
    let work = 0;
    let before = "";
    window.steps = [];
    addEventListener("mousemove", (event) => {
      input = event.timeStamp;
      work = 0;
      before = shown();
    }, true);
    const real = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => real((time) => {
      const from = performance.now();
      draw(time);
      const until = performance.now();
      work += until - from;
      if (input === 0 || shown() === before) return;
      window.steps.push({ took: until - input, worked: work });
      input = 0;
    });
  });
  const x = handle.x + handle.width / 2;
  const y = handle.y + handle.height / 2;
  await tab.move(x, y);
  await page.rest();
  await tab.page.mouse.down();
  await page.rest();
  await tab.evaluate(() => { window.steps.length = 0; });
  const offsets = Array.from({ length: 60 }, (_, i) => 6 * (i < 30 ? i + 1 : 60 - i));
  for (const by of offsets) {
    await tab.move(x + by, y);
    await page.rest();
  }
  await tab.page.mouse.up();
  const steps = await tab.evaluate(() => window.steps);
  if (steps.length < offsets.length / 2) throw new Error(`Only ${steps.length} steps of the limit were seen.`);
  return steps;
}

async function our_turn(browser, address, drags = false) {
  const page = await open_page(browser, address);
  const { tab } = page;
  const agreement = JSON.parse(readFileSync(join(here, "standard.sla.json"), "utf8"));
  await page.drop([{ name: "standard.sla.json", text: JSON.stringify(agreement) }]);
  await page.see("heading", "Data").catch(() => page.use("link", "Data"));
  await tab.evaluate(() => {
    // The longest time that what came in, as a press would, waited to be taken up.
    window.longest = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => {
      window.longest = Math.max(window.longest, performance.now() - event.data);
      setTimeout(() => channel.port2.postMessage(performance.now()), 4);
    };
    channel.port2.postMessage(performance.now());
  });
  const from = now();
  await tab.page.setInputFiles("#file", csv);
  const until = async (role, name) => {
    for (;;) {
      if (await page.find(role, name)) return now() - from;
      if (now() - from > 120000) throw new Error(`No ${role} ${name}:\n${await page.outline()}`);
      await new Promise((again) => setTimeout(again, 10));
    }
  };
  const rows = await until("table", /^First rows of/);
  const card = await until("table", "Promises");
  const longest = await tab.evaluate(() => window.longest);
  const heap = await tab.evaluate(() => leadpact.heap().length);
  const client = await tab.page.context().newCDPSession(tab.page);
  const js = await client.send("Runtime.getHeapUsage");
  const steps = drags ? await drag_the_limit(page) : [];
  const errors = page.errors();
  await tab.close();
  if (errors.length) throw new Error(errors.join("\n"));
  return { rows, card, longest, heap, js: js.usedSize, steps };
}

async function peer_turn(browser, address) {
  const tab = await browser.open(address);
  await tab.page.setInputFiles("input", csv);
  await tab.evaluate(() => window.ready.then(() => 1));
  const sql = readFileSync(join(here, "peer.sql"), "utf8");
  const answer = await tab.page.evaluate(([text, as_of]) => window.figures(text, as_of), [sql, AS_OF_LOCAL]);
  await tab.close();
  return answer;
}

const site = await serve(site_folder, 0);
const peer = await serve(peer_site(), 0);
const browser = await launch("chromium");
const ours = [];
const theirs = [];
for (let run = 0; run < runs; ++run) {
  ours.push(await our_turn(browser, site.url, true));
  theirs.push(await peer_turn(browser, peer.url));
  await browser.close_contexts();
}
const from_disk = await our_turn(browser, pathToFileURL(join(site_folder, "leadpact.html")).href);
await browser.close();
site.close();
peer.close();

const best = (turns, of) => Math.min(...turns.map(of));
const worst = (turns, of) => Math.max(...turns.map(of));
const size = statSync(csv).size;
const card = best(ours, (turn) => turn.card);
const duck = best(theirs, (turn) => turn.seconds) * 1000;
console.log(`${(size / 1e6).toFixed(0)} MB on the page, best of ${runs}`);
console.log(`first rows on the screen after ${seconds(best(ours, (t) => t.rows))} s`);
console.log(`scorecard after ${seconds(card)} s; from disk as one file ${seconds(from_disk.card)} s`);
console.log(`the page took up what came in after ${worst(ours, (t) => t.longest).toFixed(0)} ms at the most`);
const steps = ours.flatMap((turn) => turn.steps);
const spread = (of) => {
  const all = steps.map(of).sort((a, b) => a - b);
  return `${all[all.length >> 1].toFixed(1)} ms, ${all[all.length - 1].toFixed(1)} ms at the most`;
};
console.log(`a step of the limit is shown after ${spread((step) => step.took)}`);
console.log(`of that the page worked ${spread((step) => step.worked)} (${steps.length} steps)`);
console.log(`memory: ${(worst(ours, (t) => t.heap + t.js) / 1e6).toFixed(0)} MB`);
console.log(`DuckDB-WASM has the month figures after ${seconds(duck)} s, ${(duck / card).toFixed(2)} times as long`);

if (option("scorecard")) {
  const { commitments } = JSON.parse(readFileSync(option("scorecard"), "utf8"));
  let compared = 0;
  for (const [id, months] of Object.entries(theirs[0].figures)) {
    const { periods } = commitments.find((each) => each.id === id);
    for (const [month, peers] of Object.entries(months)) {
      const period = periods.find((each) => each.start === `2025-${month.padStart(2, "0")}-01`);
      for (const [name, value] of Object.entries(peers)) {
        const own = period[name];
        // Real time is off by an hour in the months in which clocks change (peer.sql).
        const allowed = Math.max(1e-9 * Math.abs(value), 0.01 * (name === "value" ? value : period.population));
        if (Math.abs(own - value) > allowed) throw new Error(`${id} ${month} ${name}: ${own}, peer ${value}`);
        ++compared;
      }
    }
  }
  console.log(`all ${compared} figures of the peer agree with the command line's`);
}
