// Lead definitions, counted over the loaded leads while they are written.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

async function stage_names(page) {
  const steps = await page.all("button", /, stage \d of \d/);
  return steps.map((step) => step.name.split(",")[0]);
}

test("stages are put into order by key and by dragging, and come back", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", /^Sales accepted lead, stage 3 of 4/);
  await page.see("heading", "Stage");
  await page.press("Alt+ArrowLeft");
  const moved = await page.see("button", /^Sales accepted lead, stage 2 of 4/);
  assert.ok(moved.focused);
  assert.equal(moved.current, "true");
  await page.press("ArrowLeft");
  assert.ok((await page.see("button", /^Lead, stage 1 of 4/)).focused);
  await page.use("button", /^Undo: Order of Stage/);
  assert.deepEqual((await stage_names(page))[2], "Sales accepted lead");

  // Into sight.
  await page.use("button", /^Sales qualified lead, stage 4 of 4/);
  const from = await page.see("button", /^Sales qualified lead, stage 4 of 4/);
  const to = await page.see("button", /^Lead, stage 1 of 4/);
  const mouse = page.tab.page.mouse;
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.rest();
  await mouse.down();
  await page.tab.turns();
  await mouse.move(from.x, to.y + to.height / 2);
  await page.tab.turns();
  await mouse.move(to.x + 4, to.y + to.height / 2);
  await page.tab.turns();
  await mouse.up();
  await page.see("button", /^Sales qualified lead, stage 1 of 4/);
  assert.deepEqual(page.errors(), []);
});

test("a rule takes a value of the data, and the leads it takes are listed", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", /^Sales accepted lead, stage 3 of 4/);
  const before = (await page.see("text", /loaded leads match/)).name;
  const offer = await page.see("switch", /^Rejected, in /);
  assert.equal(offer.checked, "false");
  await page.use("switch", offer.name);
  assert.equal((await page.find("textbox", "Any of these values")).value, "Accepted\nRejected");
  assert.notEqual((await page.see("text", /loaded leads match/)).name, before);
  await page.use("button", "Show those that fail by one rule");
  await page.see("table", "Those that fail by one rule");
  await page.see("text", /: (has|is empty)/);
  assert.deepEqual(page.errors(), []);
});
