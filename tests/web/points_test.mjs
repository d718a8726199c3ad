// Lead scoring: the threshold as a handle on the histogram, by mouse and by keys.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

const HANDLE = /^Threshold of/;

// What a screen reader is told of the handle.
function said(page) {
  return page.tab.evaluate(() => {
    const e = document.querySelector("#mirror [role=slider]");
    const of = (name) => e.getAttribute(`aria-value${name}`);
    return { now: Number(of("now")), min: Number(of("min")), max: Number(of("max")), text: of("text") };
  });
}

test("the threshold is dragged and moved by keys while its sentence follows", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", "Lead scoring");
  const before = await page.see("slider", HANDLE);
  await page.tab.evaluate((id) => document.getElementById("n" + id).focus(), before.id);
  await page.rest();
  assert.equal((await said(page)).now, 50);
  assert.match((await said(page)).text, /^50 points: [\d,]+ of [\d,]+ leads, \d+ %$/);

  const handle = await page.find("slider", HANDLE);
  const x = handle.x + handle.width / 2;
  const y = handle.y + handle.height / 2;
  await page.tab.move(x, y);
  await page.rest();
  await page.tab.page.mouse.down();
  await page.rest();
  for (const by of [20, 40, 60]) {
    await page.tab.move(x + by, y + by / 4);
    await page.rest();
  }
  await page.tab.page.mouse.up();
  await page.rest();
  const dragged = await said(page);
  assert.ok(dragged.now > 60 && dragged.now < dragged.max, `dragged to ${dragged.now}`);
  await page.see("text", new RegExp(`^The threshold: .* from ${dragged.now} points on\\.`));
  assert.equal((await page.find("textbox", "Threshold")).value, String(dragged.now));

  // The mouse left the keyboard on it.
  await page.press("ArrowLeft");
  assert.equal((await said(page)).now, dragged.now - 1);
  await page.press("PageDown");
  assert.equal((await said(page)).now, dragged.now - 11);
  await page.press("Home");
  assert.equal((await said(page)).now, (await said(page)).min);
  await page.press("Control+z");
  assert.equal((await said(page)).now, dragged.now);
  await page.press("Control+z");
  assert.equal((await said(page)).now, 50);
  assert.deepEqual(page.errors(), []);
});

test("a lead is chosen and its points are summed up", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", "Lead scoring");
  const first = (await page.see("textbox", "Which lead")).value;
  await page.see("table", `Points of ${first}`);
  await page.use("button", "The lead after");
  const second = (await page.find("textbox", "Which lead")).value;
  assert.notEqual(second, first);
  await page.see("text", /of 50 points: (reaches|does not reach) the threshold/);
  await page.fill("Which lead", first);
  await page.see("table", `Points of ${first}`);
  assert.deepEqual(page.errors(), []);
});
