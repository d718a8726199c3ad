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

test("a day, a bar of times and a step of the way open their leads", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("button", "All other MQLs contacted within 4 business hours");
  const day = (await page.see("button", /^\d+ [A-Z][a-z]+: [\d,]+ leads?$/)).name;
  const [, date, leads] = day.match(/^(.+): (.+)$/);
  await page.use("button", day);
  const heading = await page.see("heading", new RegExp(`^Of ${date}, .+: ${leads}$`));
  assert.ok(heading.focused);
  await page.use("button", "What if: another limit or target");
  const bar = (await page.see("button", /^over .+, up to .+: [\d,]+ leads?$/)).name;
  await page.use("button", bar);
  await page.see("heading", `Took ${bar}`);
  await page.use("button", "From the first time of a lead to the last");
  const step = (await page.see("link", /^Counted, .+ → .+: [\d,]+$/)).name;
  await page.use("link", step);
  await page.see("heading", `${step} leads`);
  assert.deepEqual(page.errors(), []);
});

test("a rejected lead is disputed, upheld and there again after a reload", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("button", "What sales handed back, and what became of it");
  await page.use("link", "Leads of Unanswered");
  await page.see("text", "13 of 486 leads: Unanswered.");
  const lead = (await page.all("button", /@/)).find((each) => each.expanded === "false");
  await page.use("button", lead.name);
  await page.use("button", "Dispute this lead");
  await page.fill("Why", "An answer came by telephone");
  await page.use("button", "Keep dispute");
  await page.use("button", "Uphold");
  await page.see("text", /^0 open, 1 upheld, 0 declined/);
  await page.see("text", /^With 1 dispute upheld: /);
  await page.see("text", /^Saved/);
  await page.tab.page.reload();
  await page.tab.wait_for(() => !!window.leadpact?.ready, 40000);
  await page.rest();
  await page.use("button", "Use the example's leads");
  await page.see("text", /^0 open, 1 upheld, 0 declined/);
  await page.see("text", "An answer came by telephone");
  assert.deepEqual(page.errors(), []);
});
