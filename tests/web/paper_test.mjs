// The agreement on paper, as Chromium prints it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { test, assert } from "./lib/harness.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const templates = join(root, "assets/templates");
const agreements = [
  join(root, "assets/example/example.sla.json"),
  ...readdirSync(templates).map((name) => join(templates, name)),
];

// How many pages the file prints to. Chromium writes each page's object in the clear.
async function pages_of(browser, agreement, format, paper, output) {
  mkdirSync(output, { recursive: true });
  const file = join(output, `${format}.html`);
  const run = spawnSync(
    join(root, "build/native/leadpact"),
    ["export", agreement, "--format", format, "--paper", paper, "--output", file, "--force"],
    { encoding: "utf8" },
  );
  assert.equal(run.status, 0, run.stderr);
  const tab = await browser.open(pathToFileURL(file).href);
  const pdf = await tab.page.pdf({ preferCSSPageSize: true });
  const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/
    .exec(pdf.toString("latin1"))
    .slice(1)
    .map(Math.round);
  const points = { a4: [595, 842], letter: [612, 792] }[paper];
  assert.ok(Math.abs(width - points[0]) <= 1 && Math.abs(height - points[1]) <= 1, `${width} x ${height}`);
  await tab.close();
  return pdf.toString("latin1").match(/\/Type \/Page\b/g).length;
}

test(
  "every agreement prints, and its poster on one page",
  { browsers: ["chromium"] },
  async ({ browser, output }) => {
    for (const agreement of agreements) {
      for (const paper of ["a4", "letter"]) {
        const poster = await pages_of(browser, agreement, "poster", paper, output);
        assert.equal(poster, 1, `${agreement} on ${paper}`);
      }
    }
    const paper = await pages_of(browser, agreements[0], "html", "a4", output);
    assert.ok(paper >= 5 && paper <= 15, `${paper} pages`);
  },
);
