// The agreement on paper, as Chromium prints it: read page by page with pdftotext.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { test, assert } from "./lib/harness.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const templates = join(root, "assets/templates");
const agreements = [
  join(root, "assets/example/example.sla.json"),
  ...readdirSync(templates).map((name) => join(templates, name)),
];
const SIZES = { a4: [595, 842], letter: [612, 792] };

function run(command, args) {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(done.status, 0, `${command}: ${done.error ?? done.stderr}`);
  return done.stdout;
}

const one_line = (text) => text.replace(/\s+/g, " ").trim();

// What the file prints to: the lines of each page, and the headings it has.
async function print(browser, agreement, format, paper, output) {
  mkdirSync(output, { recursive: true });
  const name = join(output, `${basename(agreement, ".sla.json")}-${format}-${paper}`);
  const args = ["export", agreement, "--format", format, "--paper", paper, "--force"];
  run(join(root, "build/native/leadpact"), [...args, "--output", `${name}.html`]);
  const tab = await browser.open(pathToFileURL(`${name}.html`).href);
  const pdf = await tab.page.pdf({ preferCSSPageSize: true });
  const texts = (of) =>
    tab.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((e) => e.textContent), of);
  const headings = (await texts("h2, h3, h4")).map(one_line);
  const sides = (await texts(".signature h4")).map(one_line);
  await tab.close();
  writeFileSync(`${name}.pdf`, pdf);
  const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/
    .exec(pdf.toString("latin1"))
    .slice(1)
    .map(Math.round);
  const points = SIZES[paper];
  assert.ok(
    Math.abs(width - points[0]) <= 1 && Math.abs(height - points[1]) <= 1,
    `${name}: ${width} x ${height}`,
  );
  const pages = run("pdftotext", ["-layout", "-enc", "UTF-8", `${name}.pdf`, "-"])
    .split("\f")
    .slice(0, -1)
    .map((page) => page.split("\n").map(one_line).filter(Boolean));
  return { name, pages, headings, sides };
}

function check_numbers({ name, pages }) {
  pages.forEach((lines, at) => {
    const number = `Page ${at + 1} of ${pages.length}`;
    assert.equal(lines.at(-1), number, `${name}: the foot of page ${at + 1}`);
  });
}

// A heading is never the last thing on its page.
function check_headings({ name, pages, headings }) {
  const is_end_of_heading = (line) =>
    headings.some((heading) => heading === line || (line.length > 12 && heading.endsWith(line)));
  pages.slice(0, -1).forEach((lines, at) => {
    const last = lines.at(-2) ?? "";
    assert.ok(!is_end_of_heading(last), `${name}: page ${at + 1} ends with its heading “${last}”`);
  });
  const all = one_line(pages.flatMap((lines) => lines.slice(0, -1)).join(" "));
  for (const heading of headings) {
    assert.ok(all.includes(heading) || heading.startsWith("For "), `${name}: no “${heading}”`);
  }
}

// Both sides sign on one page, below each other's names.
function check_signatures({ name, pages, sides }) {
  assert.equal(sides.length, 2, name);
  const signed = pages.filter((lines) => lines.some((line) => line === sides.join(" ")));
  assert.equal(signed.length, 1, `${name}: ${sides.join(", ")}`);
  for (const line of ["Name and role", "Signature", "Place and date"]) {
    assert.ok(signed[0].includes(`${line} ${line}`), `${name}: ${line}\n${signed[0].join("\n")}`);
  }
}

test(
  "every agreement prints with page numbers, kept headings and lines to sign",
  { browsers: ["chromium"], timeout: 180000 },
  async ({ browser, output }) => {
    for (const agreement of agreements) {
      for (const paper of Object.keys(SIZES)) {
        const printed = await print(browser, agreement, "html", paper, output);
        check_numbers(printed);
        check_headings(printed);
        check_signatures(printed);
        if (agreement === agreements[0]) {
          const count = printed.pages.length;
          assert.ok(count >= 5 && count <= 15, `${count} pages`);
        }
      }
    }
  },
);

test(
  "every agreement's poster is one page",
  { browsers: ["chromium"], timeout: 120000 },
  async ({ browser, output }) => {
    for (const agreement of agreements) {
      for (const paper of Object.keys(SIZES)) {
        const { name, pages } = await print(browser, agreement, "poster", paper, output);
        assert.equal(pages.length, 1, name);
      }
    }
  },
);

// An agreement of so many promises, half of them of each team.
function with_promises(count, output) {
  mkdirSync(output, { recursive: true });
  const document = JSON.parse(readFileSync(join(templates, "inbound.sla.json"), "utf8"));
  const own = document.agreement.commitments;
  document.agreement.commitments = Array.from({ length: count }, (_, at) => ({
    ...own[at % own.length],
    id: `p${at}`,
    title: `${own[at % own.length].title} (${at + 1})`,
    team: at % 2 === 0 ? "marketing" : "sales",
    owner: "",
  }));
  document.agreement.escalation = [];
  document.agreement.cancellation = {};
  document.agreement.checkins = [];
  document.agreement.manual_values = [];
  const file = join(output, `promises-${count}.sla.json`);
  writeFileSync(file, JSON.stringify(document));
  return file;
}

test(
  "a poster of 200 promises is one page, and one of 2,000 says that it is not",
  { browsers: ["chromium"], timeout: 120000 },
  async ({ browser, output }) => {
    for (const paper of Object.keys(SIZES)) {
      for (const count of [50, 200, 2000]) {
        const file = with_promises(count, output);
        const { name, pages } = await print(browser, file, "poster", paper, output);
        const text = one_line(pages.flat().join(" "));
        if (count <= 200) assert.equal(pages.length, 1, name);
        assert.equal(text.includes("do not fit on one page"), count > 200, name);
        // The first and the last one of each team are there.
        for (const last of [1, 2, count - 1, count]) {
          assert.ok(text.includes(`(${last})`), `${name}: promise ${last}`);
        }
      }
    }
  },
);
