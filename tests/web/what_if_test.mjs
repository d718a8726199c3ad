// Another limit tried on past leads: moved by keys, read, written into the promise and undone.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

const PROMISE = "All other MQLs contacted within 4 business hours";
const HANDLE = "Limit to try";

function said(page) {
  return page.tab.evaluate(() => {
    const e = document.querySelector("#mirror [role=slider]");
    return { now: Number(e.getAttribute("aria-valuenow")), text: e.getAttribute("aria-valuetext") };
  });
}

test("a limit is tried by keys, written into the promise and taken back", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("button", PROMISE);
  await page.use("button", "What if: another limit or target");
  const handle = await page.see("slider", HANDLE);
  await page.tab.evaluate((id) => document.getElementById("n" + id).focus(), handle.id);
  await page.rest();
  assert.equal((await said(page)).now, 4 * 3600);
  assert.match((await said(page)).text, /^At 4 h of business time, [\d.]+ % would have been in time/);
  assert.match((await said(page)).text, /It would have been kept in \d of \d months\.$/);
  await page.see("text", /^90 % needs \d+ h( \d+ min)? of business time\.$/);

  await page.press("ArrowRight");
  await page.press("PageUp");
  const moved = await said(page);
  assert.ok(moved.now > 4 * 3600, `moved to ${moved.now}`);
  assert.match(moved.text, /^At \d+ h( \d+ min)? of business time, /);
  await page.see("text", moved.text);
  await page.see("text", /^As agreed, at 4 h of business time: /);
  const limit = (await page.find("textbox", "Limit")).value;

  await page.use("button", "Write this into the promise");
  await page.see("status", new RegExp(`^Limit of “${PROMISE}” written into the agreement\\.`));
  await page.unsee("text", /^As agreed, at 4 h of business time: /);
  assert.equal((await page.find("textbox", "Limit")).value, limit);
  await page.use("button", "Undo");
  await page.see("text", /^As agreed, at 4 h of business time: /);
  assert.deepEqual(page.errors(), []);
});

test("the limit is dragged while the sentence follows", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("button", PROMISE);
  await page.use("button", "What if: another limit or target");
  const handle = await page.bring_into_view(() => page.see("slider", HANDLE));
  const x = handle.x + handle.width / 2;
  const y = handle.y + handle.height / 2;
  await page.tab.move(x, y);
  await page.rest();
  await page.tab.page.mouse.down();
  await page.rest();
  for (const by of [-40, -80, -120]) {
    await page.tab.move(x + by, y);
    await page.rest();
  }
  await page.tab.page.mouse.up();
  await page.rest();
  const dragged = await said(page);
  assert.ok(dragged.now < 4 * 3600 && dragged.now > 0, `dragged to ${dragged.now}`);
  await page.see("text", dragged.text);
  await page.use("button", "Back to what is agreed");
  assert.equal((await said(page)).now, 4 * 3600);
  assert.deepEqual(page.errors(), []);
});
