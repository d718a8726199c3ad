// From a number on the scorecard to its leads, and to the working of one.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

test("a number opens its leads, and a lead its working", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("button", "All other MQLs contacted within 4 business hours");
  const failed = (await page.see("link", /^Failed \d+, /)).name;
  const [, count, period] = failed.match(/^Failed (\d+), (.+)$/);
  await page.use("link", failed);
  const heading = await page.see("heading", `Failed in ${period}: ${count} leads`);
  assert.ok(heading.focused);
  await page.see("text", /^late by /);
  await page.see("table", /^Leads of All other MQLs/);
  const lead = (await page.all("button", /@/)).find((each) => each.expanded === "false");
  await page.use("button", lead.name);
  await page.see("text", / = due .+: late by /);
  await page.see("list", "Its days");
  await page.see("listitem", /, start /);
  await page.see("text", /^Record ID: \d+/);
  await page.see("text", /^As it stands in leads\.csv, line \d+/);
  assert.deepEqual(page.errors(), []);
});
