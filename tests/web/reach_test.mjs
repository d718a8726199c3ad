// Getting to things: by name, by the number in a sentence, by the cards of Home.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

test("Ctrl+K finds a promise by its name, and the keyboard goes there", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.press("Control+k");
  const field = await page.see("textbox", "Find anything");
  assert.equal(field.focused, true);
  await page.tab.type("weekly pipeline");
  await page.rest();
  await page.fill("Find anything", "pipeline report");
  assert.equal((await page.all("option"))[0].name, "A pipeline report every week, Promise");
  await page.press("Enter");
  await page.unsee("textbox", "Find anything");
  assert.equal((await page.see("button", "Promise: A pipeline report every week")).focused, true);
  // From inside a field, too; Escape gives the keyboard back to it.
  await page.use("textbox", "Title");
  await page.press("Control+k");
  await page.see("textbox", "Find anything");
  await page.press("Escape");
  await page.unsee("textbox", "Find anything");
  assert.equal((await page.see("textbox", "Title")).focused, true);
  assert.deepEqual(page.errors(), []);
});

test("a number in a sentence is pressed and written over", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", "Change 200");
  assert.equal((await page.see("textbox", "Target")).focused, true);
  await page.press("Control+A");
  await page.tab.type("275");
  await page.rest();
  await page.see("text", /at least 275 records in each month/);
  assert.deepEqual(page.errors(), []);
});

test("words are looked for in the document", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", "Search");
  await page.fill("Search in this agreement", "cancel");
  await page.see("text", /^1 of \d+$/);
  const item = await page.see("button", "Right to cancel: Right to cancel");
  const height = await page.tab.evaluate(() => innerHeight);
  assert.ok(item.y > 0 && item.y < height, `it lies at ${item.y}`);
  assert.deepEqual(page.errors(), []);
});

test("a promise is dragged to another place", async ({ browser, site }) => {
  const page = await open_page(browser, site.index, { viewport: { width: 1280, height: 1000 } });
  await page.use("button", "Start from One-page starter");
  const promises = async () => (await page.all("button", /^Promise: /)).map((each) => each.name);
  const before = await promises();
  await page.tab.evaluate(
    (id) => document.getElementById("n" + id).focus(),
    (await page.all("button", /^Promise: /))[1].id,
  );
  await page.rest();
  const [first, second] = await page.all("button", /^Promise: /);
  await page.tab.drag(first.x + 8, first.y + 12, second.x + 8, second.y + second.height - 6);
  await page.rest();
  assert.deepEqual((await promises()).slice(0, 2), [before[1], before[0]]);
  await page.press("Control+z");
  assert.deepEqual(await promises(), before);
  assert.deepEqual(page.errors(), []);
});

test("an agreement is renamed, duplicated and archived on Home", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Start from One-page starter");
  await page.see("text", /^Saved/);
  await page.use("link", "Home");
  await page.use("button", "Rename");
  await page.fill("Title", "Ours for 2027");
  await page.use("button", "Keep this title");
  await page.see("heading", "Ours for 2027");
  await page.use("button", "Duplicate");
  await page.see("heading", "Ours for 2027 (copy)");
  const archive = (await page.all("button", "Archive")).length;
  assert.equal(archive, 2);
  await page.use("button", "Archive");
  await page.see("button", "Archived (1)");
  await page.rest();
  await page.tab.goto(site.index);
  await page.use("link", "Home");
  await page.see("button", "Archived (1)");
  assert.equal((await page.all("button", "Archive")).length, 1);
  assert.deepEqual(page.errors(), []);
});
