// Last time's scorecard, saved and compared with: what changed, and through which leads.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";
import { file_given, keep_files, Person } from "./lib/person.mjs";

const DEMO = "Demo requests called within 30 business minutes";

test("a saved scorecard is compared with, down to the leads", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await keep_files(page);
  await page.use("button", "Try the example");
  await page.see("heading", "Scorecard");
  await page.fill("As of", "2026-08-31");
  await page.use("button", "Save scorecard");
  const text = await file_given(page, "{");
  assert.equal(JSON.parse(text).format, "leadpact-scorecard");
  // A lead's name is nowhere in it.
  assert.ok(!text.includes("Kowalski"));

  await page.fill("As of", "");
  await page.drop([{ name: "august.scorecard.json", text }]);
  const person = new Person(page);
  const table = /^Compared with 1 Sep 2026/;
  const compared = await page.see("table", table);
  const row = (await page.all("button")).find((one) => one.name === DEMO && one.y > compared.y);
  await page.use("button", row.name);
  await page.see("table", "From then to now");
  await person.choose("Period that changed", "August 2026");
  await page.use("link", /^Decided since: /);
  await page.see("heading", /^Decided since, August 2026: /);
  await page.see("table", `Leads of ${DEMO}`);

  await page.use("button", "Stop comparing");
  assert.ok(!(await page.find("table", table)));
  await page.drop([{ name: "august.scorecard.json", text: text.slice(0, 2000) }]);
  await page.see("button", "Choose another file");
  assert.deepEqual(page.errors(), []);
});
