// The frame around the screens: starting, resting, sizes, keyboard, wheel,
// a lost graphics context, and what the page asks of the network.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

test("starts from a server, an intranet and a file", async ({ browser, site }) => {
  for (const url of [site.index, site.intranet, site.single]) {
    const page = await open_page(browser, url);
    await page.see("button", "Try the example");
    assert.equal(await page.tab.evaluate(() => document.documentElement.className), "ready", url);
    assert.deepEqual(page.errors(), [], url);
    await page.tab.close();
  }
});

test("asks for nothing once it is loaded", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const loaded = page.tab.requests.length;
  await page.use("button", "Try the example");
  await page.use("link", "Home");
  assert.deepEqual(page.tab.requests.slice(loaded), []);
  for (const url of page.tab.requests) assert.ok(url.startsWith(site.base) || url.startsWith("data:"), url);
});

test("draws no frame while nothing happens", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.rest();
  const before = await page.tab.evaluate(() => leadpact.frames);
  await new Promise((later) => setTimeout(later, 2000));
  assert.equal(await page.tab.evaluate(() => leadpact.frames), before);
});

test("has as many pixels as the screen", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  for (const [width, height] of [[1280, 800], [390, 844], [1001, 701]]) {
    await page.tab.resize(width, height);
    await page.rest();
    const got = await page.tab.evaluate(() => {
      const c = document.getElementById("canvas");
      const r = c.getBoundingClientRect();
      return { w: c.width, h: c.height, width: r.width, height: r.height, ratio: devicePixelRatio };
    });
    assert.equal(got.width, await page.tab.evaluate(() => innerWidth));
    assert.ok(Math.abs(got.w - got.width * got.ratio) <= 1, JSON.stringify(got));
    assert.ok(Math.abs(got.h - got.height * got.ratio) <= 1, JSON.stringify(got));
  }
  const nav = await page.find("navigation", "Main");
  assert.ok(nav.y < 100, "the rail is at the side again");
});

test("is sharp on a dense screen", { browsers: ["chromium"] }, async ({ browser, site }) => {
  const page = await open_page(browser, site.index, { deviceScaleFactor: 2 });
  assert.equal(await page.tab.evaluate(() => document.getElementById("canvas").width), 2560);
  await page.see("button", "Try the example");
});

test("follows the system's dark look", { browsers: ["chromium"] }, async ({ browser, site }) => {
  const page = await open_page(browser, site.index, { colorScheme: "dark" });
  const ground = () => page.tab.evaluate(() => getComputedStyle(document.getElementById("mirror")).getPropertyValue("--ink"));
  assert.match(await ground(), /240, ?244, ?249/);
  await page.tab.page.emulateMedia({ colorScheme: "light" });
  await page.rest();
  assert.match(await ground(), /21, ?32, ?46/);
});

test("Tab visits every control in reading order and leaves", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const order = await page.tab.evaluate(() =>
    [...document.querySelectorAll("#mirror [data-id]")]
      .filter((e) => e.tabIndex >= 0 && !e.disabled && e.getAttribute("tabindex") !== "-1")
      .map((e) => e.id));
  assert.ok(order.length > 4);
  const visited = [];
  for (let i = 0; i < order.length; ++i) {
    await page.tab.press("Tab");
    visited.push(await page.tab.evaluate(() => document.activeElement.id));
  }
  assert.deepEqual(visited, order);
  await page.tab.press("Tab");
  // Out of the page, or, where there is nothing else, to its beginning again.
  const left = (first) => {
    const active = document.activeElement;
    return active.closest("#mirror") === null || active.id === first;
  };
  await page.tab.wait_for(left, 10000, order[0]);
});

test("what has the keyboard is scrolled into sight", async ({ browser, site }) => {
  const page = await open_page(browser, site.index, { viewport: { width: 900, height: 420 } });
  const last = (await page.all("button")).at(-1);
  assert.ok(last.y > 420);
  await page.tab.evaluate((id) => document.getElementById("n" + id).focus(), last.id);
  await page.rest();
  const now = (await page.all("button")).at(-1);
  assert.ok(now.y >= 56 && now.y + now.height <= 420, `at ${now.y}`);
  assert.equal(await page.tab.evaluate(() => document.getElementById("mirror").scrollTop), 0);
});

test("the wheel is taken only where something scrolls", async ({ browser, site }) => {
  const page = await open_page(browser, site.index, { viewport: { width: 1280, height: 420 } });
  await page.tab.evaluate(() => {
    window.taken = [];
    document.addEventListener("wheel", (e) => setTimeout(() => window.taken.push(e.defaultPrevented)), { passive: true });
  });
  const top = (await page.find("main")).y;
  await page.tab.move(700, 300);
  await page.rest();
  await page.tab.wheel(0, 100);
  await page.rest();
  assert.ok((await page.find("main")).y < top - 40, "it scrolls");
  for (let i = 0; i < 30; ++i) await page.tab.wheel(0, 400);
  await page.rest();
  await page.tab.wheel(0, 100);
  await page.rest();
  const taken = await page.tab.evaluate(() => window.taken);
  assert.equal(taken[0], true);
  assert.equal(taken.at(-1), false, "at the end the page around may scroll");
});

test("draws again after the graphics card took its memory", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const shown = () => page.tab.evaluate(() => {
    // Colours in the middle column of what is shown, read in the frame itself.
    return new Promise((done) => {
      leadpact.wake();
      requestAnimationFrame(() => {
        const c = document.getElementById("canvas");
        const two = document.createElement("canvas");
        two.width = c.width; two.height = c.height;
        const x = two.getContext("2d");
        x.drawImage(c, 0, 0);
        const d = x.getImageData(0, 0, c.width, c.height).data;
        const seen = new Set();
        for (let i = 0; i < d.length; i += 404) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);
        done(seen.size);
      });
    });
  });
  const before = await shown();
  assert.ok(before > 10, `only ${before} colours`);
  await page.tab.evaluate(() => {
    const gl = document.getElementById("canvas").getContext("webgl");
    window.lose = gl.getExtension("WEBGL_lose_context");
    window.lose.loseContext();
  });
  await new Promise((later) => setTimeout(later, 300));
  await page.tab.evaluate(() => leadpact.wake());
  await page.tab.evaluate(() => window.lose.restoreContext());
  await new Promise((later) => setTimeout(later, 500));
  await page.rest();
  assert.ok((await shown()) > 10, "the picture is back");
  assert.deepEqual(page.errors().filter((e) => !/context/i.test(e)), []);
});

test("says so where there is no WebGL", { browsers: ["chromium"] }, async ({ browser, site }) => {
  const context = await browser.new_context();
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = function () { return null; };
  });
  const tab = await browser.open(site.index, { context });
  await tab.wait_for(() => document.documentElement.classList.contains("no-graphics"), 20000);
  const text = await tab.evaluate(() => document.getElementById("no-graphics").innerText);
  assert.match(text, /needs WebGL/);
  assert.match(text, /hardware acceleration/);
});

test("says so where the program does not arrive", { browsers: ["chromium"] }, async ({ browser, site }) => {
  const context = await browser.new_context();
  await context.route(/\.wasm/, (route) => route.abort());
  const tab = await browser.open(site.index, { context });
  await tab.wait_for(() => document.documentElement.classList.contains("failed"), 20000);
  assert.match(await tab.evaluate(() => document.body.innerText), /could not start/);
});
