// The scorecard opened: sorted, filtered, drawn, broken down, and taken away into a spreadsheet
// and as a picture.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";
import { keep_files, Person } from "./lib/person.mjs";

const DEMO = "Demo requests called within 30 business minutes";

async function open_example(browser, address) {
  const page = await open_page(browser, address);
  await keep_files(page);
  await page.use("button", "Try the example");
  await page.see("heading", "Scorecard");
  return page;
}

async function rows_of(page, table) {
  return page.tab.evaluate((name) => {
    const found = [...document.querySelectorAll('#mirror [data-role="table"]')].find(
      (each) => each.getAttribute("aria-label") === name,
    );
    return [...found.querySelectorAll(':scope > [data-role="row"]')]
      .map((row) => [...row.querySelectorAll('[data-role="text"]')].map((text) => text.textContent))
      .filter((texts) => texts.length > 0);
  }, table);
}

// Of a breakdown: what of it opens leads says more than stands there ("All of Ann", "Failed, Ann: 5").
async function parts_of(page, table) {
  return page.tab.evaluate((name) => {
    const found = [...document.querySelectorAll('#mirror [data-role="table"]')].find(
      (each) => each.getAttribute("aria-label") === name,
    );
    const shown = (cell) =>
      (cell.getAttribute("aria-label") || cell.textContent).replace(/^All of |^[A-Z].*: (?=\d+$)/, "");
    return [...found.querySelectorAll(':scope > [data-role="row"]')]
      .map((row) => [...row.querySelectorAll('[data-role="text"],[data-role="link"]')].map(shown))
      .filter((texts) => texts.length > 0);
  }, table);
}

// The bytes of the newest file given away.
async function bytes_given(page) {
  await page.tab.wait_for(() => window.given.length > 0);
  return Buffer.from(
    await page.tab.evaluate(async () =>
      Array.from(new Uint8Array(await window.given.at(-1).arrayBuffer())),
    ),
  );
}

test("a promise is opened by its parts, and they add up", async ({ browser, site }) => {
  const page = await open_example(browser, site.index);
  const person = new Person(page);
  await person.press(DEMO);
  await page.see("table", `${DEMO}, day by day: September 2026, so far`);
  const table = `${DEMO} by Contact owner`;
  await page.see("table", table);
  const owners = await parts_of(page, table);
  const sum = (rows, column) => rows.reduce((all, row) => all + Number(row[column]), 0);
  const [leads, met, failed] = [2, 3, 4].map((column) => sum(owners, column));
  assert.equal(met + failed, leads);
  // The worst on top.
  const values = owners.map((row) => parseFloat(row[1])).filter((value) => !Number.isNaN(value));
  assert.deepEqual(values, [...values].sort((a, b) => a - b));
  await person.choose("By", "Weekday");
  const days = await parts_of(page, `${DEMO} by Weekday`);
  assert.equal(days[0][0], "Monday");
  assert.deepEqual([2, 3, 4].map((column) => sum(days, column)), [leads, met, failed]);
  await person.choose("Period", "January 2026");
  await page.see("table", `${DEMO}, day by day: January 2026`);
  assert.deepEqual(page.errors(), []);
});

test("promises are sorted and filtered, and what is hidden is said", async ({ browser, site }) => {
  const page = await open_example(browser, site.index);
  const person = new Person(page);
  const agreed = await rows_of(page, "Promises");
  await person.choose("Sort promises by", "Name");
  const names = (await rows_of(page, "Promises")).map((row) => row[0]);
  assert.notDeepEqual(names, agreed.map((row) => row[0]));
  assert.deepEqual(names, [...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  await person.choose("Whose promises", "Sales");
  await page.see("text", /^\d+ of \d+ promises: Sales\.$/);
  await page.use("button", "Show all promises");
  assert.equal((await rows_of(page, "Promises")).length, agreed.length);
  assert.deepEqual(page.errors(), []);
});

test("tables are copied and saved for a spreadsheet", { browsers: ["chromium"] }, async ({ browser, site }) => {
  const page = await open_example(browser, site.index);
  const person = new Person(page);
  const other = await browser.open(`${site.base}no-such-page`, { context: page.tab.context });
  await other.page.setContent("<textarea></textarea>");
  await page.tab.page.bringToFront();
  // Once it begins so: the browser copies in its own time.
  const pasted = async (beginning) => {
    await other.page.bringToFront();
    await other.evaluate(() => document.querySelector("textarea").focus());
    let text = "";
    for (let tries = 0; tries < 100 && !text.startsWith(beginning); ++tries) {
      await other.press("Control+a");
      await other.press("Control+v");
      text = await other.evaluate(() => document.querySelector("textarea").value);
    }
    assert.ok(text.startsWith(beginning), text.slice(0, 100));
    await page.tab.page.bringToFront();
    return text;
  };
  await person.press("Copy table");
  const copied = (await pasted("Promise\t")).split("\n").map((line) => line.split("\t"));
  assert.deepEqual(copied[0].slice(0, 4), ["Promise", "Id", "Kind", "Team"]);
  assert.ok(copied.some((row) => row[0] === DEMO && row[2] === "promise" && Number(row[8]) > 0));
  await page.unsee("status", /is copied/); // it lies over what is pressed next
  await person.press(DEMO);
  await person.press("Copy breakdown");
  const parts = (await pasted("Contact owner\t")).split("\n").map((line) => line.split("\t"));
  const shown = await parts_of(page, `${DEMO} by Contact owner`);
  assert.equal(parts[0][0], "Contact owner");
  assert.deepEqual(parts.slice(1, -1).map((row) => row[0]), shown.map((row) => row[0]));
  await page.unsee("status", /is copied/);
  await person.press("Save breakdown as CSV");
  const csv = await bytes_given(page);
  assert.equal(csv.subarray(0, 3).toString("hex"), "efbbbf");
  assert.ok(csv.toString().slice(1).startsWith('Contact owner,"Value, %",Leads,Met,Failed'));
  assert.deepEqual(page.errors(), []);
});

test("the whole scorecard is saved as a picture, taller than the page", async ({ browser, site, output }) => {
  const page = await open_example(browser, site.index);
  await page.use("button", "Save as PNG");
  const png = await bytes_given(page);
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  writeFileSync(join(output, "scorecard.png"), png);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const goals = await page.see("table", "Shared goals");
  const promises = await page.see("table", "Promises");
  assert.ok(height >= goals.y + goals.height - promises.y, `${width} x ${height}`);
  // Down to its last row: what is drawn there has the pill of a status in it.
  const colours = await page.tab.evaluate(async (bottom) => {
    const picture = await createImageBitmap(window.given.at(-1));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, picture.height - bottom, picture.width, bottom);
    return new Set(new Uint32Array(data.buffer)).size;
  }, 60);
  assert.ok(colours > 8, `${colours} colours`);
  // The page is as it was.
  const size = await page.tab.evaluate(() => [canvas.height / devicePixelRatio, innerHeight]);
  assert.ok(Math.abs(size[0] - size[1]) <= 1, size.join(" of "));
  assert.deepEqual(page.errors(), []);
});

for (const [where, address] of [["the web", "index"], ["a file", "single"]]) {
  test(`a chart is saved as a picture, from ${where}`, async ({ browser, site }) => {
    const page = await open_example(browser, site[address]);
    await new Person(page).press(DEMO);
    await page.use("button", "Save chart as picture");
    const png = await bytes_given(page);
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    const chart = await page.see("table", `${DEMO}, day by day: September 2026, so far`);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.ok(width >= chart.width && height >= chart.height, `${width} x ${height}`);
    // Not a blank one: the line of what is, and the ground.
    const colours = await page.tab.evaluate(async () => {
      const picture = await createImageBitmap(window.given.at(-1));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d");
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    assert.ok(colours > 8, `${colours} colours`);
    assert.deepEqual(page.errors(), []);
  });
}
