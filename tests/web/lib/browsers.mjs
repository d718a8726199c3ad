// Starts Debian's Chromium and Firefox the way that was found to work (architecture.md, Tools),
// behind one small interface, so that a test is written once and runs in both.
//
//   const browser = await launch("chromium");          // or "firefox"
//   const tab = await browser.open("http://…");        // a page in a fresh profile
//   await tab.evaluate((x) => x + 1, 1);               // in the page
//   await tab.wait_for(() => window.ready, 5000);
//   await tab.click(x, y); await tab.drag(x, y, to_x, to_y); await tab.press("Tab"); await tab.type("text");
//   tab.messages, tab.errors, tab.requests             // what the page said and asked for
//   await tab.close(); await browser.close();
//
// The host "intranet.test" leads to this machine but is not localhost: a plain-http page
// served under it is an insecure context, as on a company's intranet.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const INTRANET_HOST = "intranet.test";

const CHROMIUM = process.env.LEADPACT_CHROMIUM ?? "/usr/bin/chromium";
const FIREFOX = process.env.LEADPACT_FIREFOX ?? "/usr/bin/firefox-esr";

// Software GL, and no word to the outside.
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--host-resolver-rules=MAP ${INTRANET_HOST} 127.0.0.1`,
];

export const FIREFOX_PREFS = {
  // llvmpipe is on the block list of the graphics check; inside Xvfb it gives 60 frames.
  "webgl.force-enabled": true,
  "network.dns.localDomains": INTRANET_HOST,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "app.update.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
};

// puppeteer-core also sets the screen's orientation, which Firefox 140 does not know:
// the size it was asked for in the same breath is set all the same.
async function set_firefox_viewport(page, viewport) {
  try {
    await page.setViewport(viewport);
  } catch (error) {
    if (!/unknown command emulation\.setScreenOrientationOverride/.test(String(error))) throw error;
  }
  // Not waitForFunction: it needs eval, which our page's content policy forbids.
  const until = Date.now() + 10000;
  const is_there = (w, h) => innerWidth === w && innerHeight === h;
  while (!(await page.evaluate(is_there, viewport.width, viewport.height))) {
    if (Date.now() > until) throw new Error("Firefox did not take the size of the window.");
    await new Promise((again) => setTimeout(again, 25));
  }
}

class Tab {
  constructor(browser_name, page) {
    this.browser_name = browser_name;
    // playwright-core's or puppeteer-core's own page, for what this interface lacks.
    this.page = page;
    this.messages = [];
    this.errors = [];
    this.requests = [];
    page.on("console", (message) => {
      const line = { type: message.type(), text: message.text() };
      this.messages.push(line);
      if (line.type === "error") this.errors.push(line.text);
    });
    page.on("pageerror", (error) => this.errors.push(String(error?.stack ?? error)));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  goto(url) {
    return this.page.goto(url);
  }
  evaluate(fn, ...args) {
    // playwright-core takes one argument: pass a list and spread it in the page.
    if (this.browser_name === "chromium") {
      return args.length <= 1
        ? this.page.evaluate(fn, args[0])
        : this.page.evaluate(`(${fn})(${args.map((arg) => JSON.stringify(arg)).join(",")})`);
    }
    return this.page.evaluate(fn, ...args);
  }
  // Resolves when fn is true in the page; fails with what the page said when it never is.
  async wait_for(fn, timeout = 10000, ...args) {
    const until = Date.now() + timeout;
    for (;;) {
      if (await this.evaluate(fn, ...args)) return;
      if (Date.now() > until) {
        const said = [...this.errors, ...this.messages.map((m) => m.text)].slice(-5).join(" | ");
        throw new Error(`Not true within ${timeout} ms: ${fn}. The page said: ${said || "nothing"}`);
      }
      await new Promise((again) => setTimeout(again, 25));
    }
  }
  click(x, y, options) {
    return this.page.mouse.click(x, y, options);
  }
  move(x, y) {
    return this.page.mouse.move(x, y);
  }
  // Two turns of the browser: what was done is drawn by then.
  turns() {
    return this.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  async drag(from_x, from_y, to_x, to_y) {
    const { mouse } = this.page;
    await mouse.move(from_x, from_y);
    await this.turns();
    await mouse.down();
    await this.turns();
    // A hand does not jump.
    await mouse.move((from_x + to_x) / 2, (from_y + to_y) / 2, { steps: 4 });
    await mouse.move(to_x, to_y, { steps: 4 });
    await this.turns();
    await mouse.up();
  }
  wheel(dx, dy) {
    return this.browser_name === "chromium"
      ? this.page.mouse.wheel(dx, dy)
      : this.page.mouse.wheel({ deltaX: dx, deltaY: dy });
  }
  press(key, options) {
    // "Control+A" in both: puppeteer-core has no such notation.
    if (this.browser_name === "chromium") return this.page.keyboard.press(key, options);
    return this.#press_in_firefox(key.split(/\+(?=.)/), options);
  }
  async #press_in_firefox(keys, options) {
    const last = keys.pop();
    for (const key of keys) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last, options);
    for (const key of keys.reverse()) await this.page.keyboard.up(key);
  }
  type(text) {
    return this.page.keyboard.type(text);
  }
  resize(width, height) {
    return this.browser_name === "chromium"
      ? this.page.setViewportSize({ width, height })
      : set_firefox_viewport(this.page, { width, height });
  }
  screenshot(path) {
    return this.page.screenshot({ path });
  }
  close() {
    return this.page.close();
  }
}

class ChromiumBrowser {
  name = "chromium";
  constructor(browser) {
    this.browser = browser;
    this.contexts = [];
  }
  // Options as playwright-core's newContext: viewport, colorScheme, reducedMotion, …
  async new_context(options = {}) {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    this.contexts.push(context);
    return context;
  }
  // {context} opens a second tab in the same profile.
  async open(url, { context, ...options } = {}) {
    const own = context ?? (await this.new_context(options));
    const tab = new Tab(this.name, await own.newPage());
    tab.context = own;
    if (url) await tab.goto(url);
    return tab;
  }
  async close_contexts() {
    for (const context of this.contexts.splice(0)) await context.close().catch(() => {});
  }
  async close() {
    await this.close_contexts();
    await this.browser.close();
  }
}

class FirefoxBrowser {
  name = "firefox";
  constructor(browser, profile) {
    this.browser = browser;
    this.profile = profile;
    this.contexts = [];
  }
  async new_context() {
    const context = await this.browser.createBrowserContext();
    this.contexts.push(context);
    return context;
  }
  async open(url, { context, viewport = { width: 1280, height: 800 } } = {}) {
    const own = context ?? (await this.new_context());
    const tab = new Tab(this.name, await own.newPage());
    tab.context = own;
    await set_firefox_viewport(tab.page, viewport);
    if (url) await tab.goto(url);
    return tab;
  }
  async close_contexts() {
    for (const context of this.contexts.splice(0)) await context.close().catch(() => {});
  }
  async close() {
    await this.browser.close().catch(() => {});
    rmSync(this.profile, { recursive: true, force: true });
  }
}

export async function launch(name) {
  if (name === "chromium") {
    const { chromium } = await import("playwright-core");
    return new ChromiumBrowser(
      await chromium.launch({ executablePath: CHROMIUM, headless: true, args: CHROMIUM_FLAGS }),
    );
  }
  if (name !== "firefox") throw new Error(`No such browser: ${name}`);
  const { default: puppeteer } = await import("puppeteer-core");
  const profile = mkdtempSync(join(tmpdir(), "leadpact-firefox-"));
  return new FirefoxBrowser(
    await puppeteer.launch({
      browser: "firefox",
      protocol: "webDriverBiDi",
      executablePath: FIREFOX,
      // A real window: headless Firefox has no WebGL. run.mjs gives it a display.
      headless: false,
      userDataDir: profile,
      extraPrefsFirefox: FIREFOX_PREFS,
      env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: "1", MOZ_ENABLE_WAYLAND: "0" },
    }),
    profile,
  );
}
