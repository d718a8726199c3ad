// What a browser test is written with.
//
//   import { test, assert } from "./lib/harness.mjs";
//   test("opens the example", async ({ browser, site, output }) => {
//     const tab = await browser.open(site.index);
//     await tab.wait_for(() => …);
//     assert.deepEqual(tab.errors, []);
//   });
//   test("only there", { browsers: ["chromium"] }, async (…) => …);
//
// Each test runs once in every browser, in a profile of its own. `site` has the addresses:
//   index      http://127.0.0.1:…/             single  file://…/leadpact.html
//   intranet   http://intranet.test:…/         base    the folder's address, for other files
import assert from "node:assert/strict";

export { assert };
export const tests = [];

export function test(name, options, run) {
  if (typeof options === "function") [options, run] = [{}, options];
  tests.push({ name, browsers: ["chromium", "firefox"], timeout: 60000, ...options, run });
}
