// What people come for, from beginning to end, with the mouse and by keys alone.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

test("from page load to a scored example in two clicks at most", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  if (!(await page.find("heading", "Promises"))) await page.use("link", "Scorecard");
  await page.see("heading", "Promises");
  await page.see("table", "Promises");
  const met = await page.all("text", "Met");
  assert.ok(met.length > 0, "something is scored");
  assert.deepEqual(page.errors(), []);
});

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

// A number as the page writes it stands for all numbers that round to it.
function same_number(said, number) {
  const digits = said.replace(/[^0-9.\-]/g, "");
  const decimals = (digits.split(".")[1] ?? "").length;
  return digits !== "" && Math.abs(Number(digits) - number) <= 0.500001 * 10 ** -decimals;
}

test("the page's numbers are the command line's", async ({ browser, site }) => {
  const example = mkdtempSync(join(tmpdir(), "leadpact-example-"));
  const tool = (...words) =>
    spawnSync(join(root, "build/native/leadpact"), words, {
      cwd: example,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
  assert.equal(tool("example", ".").status, 0);
  const run = tool("score", "example.sla.json", "--data", "leads=leads.csv", "--format", "json");
  assert.equal(run.status, 0, run.stderr);
  const card = JSON.parse(run.stdout);
  const { agreement } = JSON.parse(readFileSync(join(example, "example.sla.json"), "utf8"));
  rmSync(example, { recursive: true });

  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.see("table", "Promises");
  const all = await page.all("", "");

  const last = card.reporting.filter((period) => period.closed).at(-1);
  for (const [name, of] of [["Overall", "overall"], ["Marketing", "marketing"], ["Sales", "sales"]]) {
    const at = all.findIndex((node) => node.role === "group" && node.name === name);
    const [, score, kept] = all.slice(at + 1).filter((node) => node.role === "text");
    assert.ok(same_number(score.name, last[of]), `${name}: ${score.name} for ${last[of]}`);
    assert.equal(
      kept.name,
      `Kept ${last.kept[of]} of ${last.judged[of]}, judged on ${Math.round(last.coverage[of] * 100)} % of the weight`,
    );
  }

  const scored = [...card.commitments, ...card.goals];
  const promised = [...agreement.commitments, ...agreement.goals];
  assert.ok(scored.length >= 10 && scored.length === promised.length);
  for (const [i, { id, periods }] of scored.entries()) {
    const { title } = promised[i];
    assert.equal(promised[i].id, id);
    const period = periods.at(-1);
    const at = all.findIndex((node) => node.role === "rowheader" && node.name.startsWith(title));
    assert.ok(at >= 0, `${title} has a row`);
    const row = all.slice(at + 1);
    const end = row.findIndex((node) => node.role === "row");
    const cells = (end < 0 ? row : row.slice(0, end)).filter((node) => node.role === "cell");
    const [status, value, , attained] = cells.map((cell) => cell.name);
    assert.equal(status.toLowerCase(), period.status.replace("_", " "), title);
    if (period.value === null) {
      assert.equal(value, "–", title);
    } else {
      assert.ok(same_number(value.match(/^[\d.,-]+/)[0], period.value), `${title}: ${value}`);
      assert.ok(same_number(attained, period.attainment * 100), `${title}: ${attained}`);
    }
  }
});

test("the same by keys alone", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.tab_to("button", "Try the example");
  await page.press("Enter");
  await page.see("table", "Promises");
  // The first row opens and closes by its button.
  const rows = await page.all("button");
  const row = rows.find((one) => one.expanded === "false");
  await page.tab_to("button", row.name);
  await page.press("Enter");
  assert.equal((await page.find("button", row.name)).expanded, "true");
  await page.press(" ");
  assert.equal((await page.find("button", row.name)).expanded, "false");
  assert.ok((await page.find("button", row.name)).focused, "the keyboard stays where it was");
});

test("text is typed, corrected and pasted in a real field", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.tab_to("textbox", "As of");
  await page.tab.type("2026-08-01x");
  await page.press("Backspace");
  await page.press("Tab");
  assert.equal((await page.find("textbox", "As of")).value, "2026-08-01");
  const field = await page.see("textbox", "As of");
  await page.tab.click(field.x + 20, field.y + field.height / 2);
  await page.rest();
  assert.ok((await page.find("textbox", "As of")).focused, "the mouse finds the field");
  assert.deepEqual(page.errors(), []);
});

test("files dropped on the page are read", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.drop([
    { name: "more.csv", text: "Record ID,Create Date\r\n1,2026-08-03 10:00\r\n2,2026-08-04 11:00\r\n" },
  ]);
  await page.use("link", "Data");
  await page.see("text", /more\.csv/);
  assert.deepEqual(page.errors(), []);
});

test("a file that cannot be used is refused with a sentence", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.drop([{ name: "ours.sla.json", text: '{"format":"leadpact-agreement"' }]);
  await page.see("text", /ours\.sla\.json.* was not opened/);
  assert.ok(await page.find("button", "Try the example"), "the page goes on");
});

test("an agreement saved to a file can be opened again", { browsers: ["chromium"] }, async ({ browser, site, output }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  const arriving = page.tab.page.waitForEvent("download");
  await page.use("button", "Save to file");
  const download = await arriving;
  mkdirSync(output, { recursive: true });
  const path = join(output, "saved.json");
  await download.saveAs(path);
  const text = readFileSync(path, "utf8");
  const title = JSON.parse(text).agreement.title;
  const other = await open_page(browser, site.single);
  await other.drop([{ name: download.suggestedFilename(), text }]);
  await other.see("text", title);
  assert.deepEqual(other.errors(), []);
});

test("a phone shows all of it too", async ({ browser, site }) => {
  const page = await open_page(browser, site.index, { viewport: { width: 390, height: 844 } });
  await page.use("button", "Try the example");
  await page.see("table", "Promises");
  for (const node of await page.all("", "")) {
    if (!["button", "link", "heading", "text"].includes(node.role)) continue;
    assert.ok(node.x >= -1 && node.x + node.width <= 391, JSON.stringify(node));
  }
  const nav = await page.find("navigation", "Main");
  assert.ok(nav.y > 700, "the rail is a bar below");
});

test("letters of every script are drawn, not boxes", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.drop([{ name: "東京 مرحبا 😀.csv", text: "Record ID\r\n1\r\n" }]);
  await page.use("link", "Data");
  await page.see("text", /東京/);
  const drawn = await page.tab.evaluate(() => leadpact.letters.pixels.length);
  assert.ok(drawn > 0, "the browser's fonts were asked");
  assert.deepEqual(page.errors(), []);
});

test("work saved in the middle is opened again with what is wrong in it", { browsers: ["chromium"] }, async ({ browser, site, output }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Start from One-page starter");
  await page.use("button", "Summary and dates");
  await page.fill("Last day", "31/02/2027");
  await page.fill("The business year begins in month", "spring");
  const arriving = page.tab.page.waitForEvent("download");
  await page.use("button", "Save to file");
  const download = await arriving;
  await page.see("text", /It lacks The business year begins in month .*“spring”/);
  mkdirSync(output, { recursive: true });
  const path = join(output, "unfinished.json");
  await download.saveAs(path);
  const other = await open_page(browser, site.single);
  await other.drop([{ name: download.suggestedFilename(), text: readFileSync(path, "utf8") }]);
  await other.see("text", /is open as it is/);
  await other.see("heading", "Agreement");
  assert.ok((await other.all("", /“31\/02\/2027” is not a date/)).length > 0, "the guide says it");
  assert.deepEqual(other.errors(), []);
});
