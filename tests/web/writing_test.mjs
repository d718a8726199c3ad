// Writing an agreement as two teams do it in a workshop.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

test("a promise is changed while its sentence follows, and undone by key", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", "Promise: 200 MQLs a month");
  await page.see("text", /at least 200 records in each month/);
  await page.fill("Target", "250");
  await page.see("text", /at least 250 records in each month/);
  await page.fill("Target", "lots");
  await page.see("text", /at least 250 records in each month/);
  assert.equal((await page.find("textbox", "Target")).value, "lots");
  await page.fill("Target", "260");
  await page.use("heading", "Promise");
  await page.press("Control+z");
  await page.see("text", /at least 200 records in each month/);
  await page.press("Control+Shift+z");
  await page.see("text", /at least 260 records in each month/);
  // The number on the scorecard is the one in the sentence.
  await page.use("link", "Scorecard");
  await page.see("text", "at least 260");
  assert.deepEqual(page.errors(), []);
});

test("text of many lines and other letters is typed and is there after a reload", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Start from One-page starter");
  await page.use("button", "Promise: 50 qualified leads a month");
  const text = "Größe zählt, 数える, कुल";
  await page.fill("In your own words", text);
  await page.tab.press("Enter");
  await page.tab.type("Second line");
  await page.rest();
  await page.see("text", new RegExp(text));
  await page.see("text", /^Saved/);
  await page.tab.goto(site.index);
  await page.see("heading", "Agreement");
  await page.use("button", "Promise: 50 qualified leads a month");
  assert.equal((await page.find("textbox", "In your own words")).value, `${text}\nSecond line`);
  assert.deepEqual(page.errors(), []);
});

test("what cannot be stored and the goal maths are there after a reload", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Start from One-page starter");
  await page.use("button", "Work out the numbers");
  await page.fill("Average deal", "12345");
  await page.use("button", "Promise: 50 qualified leads a month");
  await page.fill("Target", "lots");
  await page.use("button", "Done with this part");
  await page.see("text", /^Saved/);
  // Stored within half a second, or when the page is left.
  await page.tab.goto(site.index);
  await page.see("heading", "Agreement");
  await page.use("button", "Promise: 50 qualified leads a month");
  assert.equal((await page.find("textbox", "Target")).value, "lots");
  await page.use("button", "Done with this part");
  assert.ok((await page.all("", /“lots” is no number/)).length > 0, "the guide says it");
  await page.use("button", "Work out the numbers");
  assert.equal((await page.find("textbox", "Average deal")).value, "12,345");
  assert.deepEqual(page.errors(), []);
});

test("a whole agreement is written from a template until the guide finds no error", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Start from Inbound B2B SaaS");
  await page.use("button", "Summary and dates");
  await page.fill("Title", "Our agreement");
  await page.fill("Last day", "2030-02-30");
  await page.see("text", /2030-02-30/);
  await page.fill("Last day", "2030-12-31");
  await page.use("button", "Add a promise");
  await page.fill("Title", "A review of lost deals");
  await page.use("button", "Move up");
  await page.use("button", "Remove this part");
  await page.use("button", "Undo");
  await page.see("button", "Promise: A review of lost deals");
  await page.see("text", /Nothing is wrong/);
  assert.deepEqual(page.errors(), []);
});
