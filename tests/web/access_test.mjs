// The mirror for those who do not see the canvas.
import { readFileSync } from "node:fs";

import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

const AXE = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

// No violation in an automated accessibility audit, on every screen.
async function audit(page, where) {
  await page.tab.evaluate(`(() => { ${AXE}; window.axe = axe || window.axe; return true; })()`);
  const found = await page.tab.evaluate(async () => {
    const result = await window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      // The mirror's texts are transparent on purpose: what is seen is the canvas, and its
      // contrasts are computed in tests/web/native/ui/theme_test.cc.
      rules: { "color-contrast": { enabled: false } },
    });
    return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
  });
  assert.deepEqual(found, [], where);
}

test("an audit finds nothing, on every screen", { timeout: 180000 }, async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await audit(page, "first visit");
  await page.use("button", "Try the example");
  for (const name of ["Scorecard", "Data", "Home"]) {
    await page.use("link", name);
    await audit(page, name);
  }
  await page.use("link", "Agreement");
  await page.use("button", /^Business hours: /);
  await audit(page, "Business hours");
});

test("has a title, a language, landmarks and one main heading", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.tab.wait_for(() => / – Leadpact$/.test(document.title));
  const got = await page.tab.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    main: document.querySelectorAll("main").length,
    nav: document.querySelectorAll("nav").length,
    banner: document.querySelectorAll("header").length,
    h1: document.querySelectorAll("#mirror h1").length,
  }));
  assert.deepEqual({ ...got, title: "" }, { title: "", lang: "en", main: 1, nav: 1, banner: 1, h1: 1 });
});

test("elements live on from frame to frame and keep the focus", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.tab_to("button", "Try the example");
  await page.tab.evaluate(() => {
    document.activeElement.dataset.mark = "same";
    leadpact.wake();
  });
  await page.rest();
  await page.tab.resize(700, 800);
  await page.rest();
  assert.equal(await page.tab.evaluate(() => document.activeElement.dataset.mark), "same");
});

test("every element lies where it is drawn", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const wide = await page.tab.evaluate(() => innerWidth);
  for (const node of await page.all("button")) {
    assert.ok(node.x >= 0 && node.x + node.width <= wide, JSON.stringify(node));
    assert.ok(node.width >= 24 && node.height >= 24, JSON.stringify(node));
  }
});

test("assistive technology can press what it finds", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const button = await page.see("button", "Try the example");
  await page.tab.evaluate((id) => document.getElementById("n" + id).click(), button.id);
  await page.rest();
  await page.unsee("button", "Open files that are not there", 100);
  await page.see("button", "Save to file");
});
