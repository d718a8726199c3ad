// Runs the browser tests: node tests/web/run.mjs [FILTER] [--browser=NAME] [--site=FOLDER]
// Tests are in tests/web/*_test.mjs. Ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
const filter = args.find((arg) => !arg.startsWith("--")) ?? "";

// Firefox draws WebGL only in a window, so everything runs inside a virtual screen.
if (!process.env.LEADPACT_INSIDE_XVFB) {
  const inside = spawnSync(
    "xvfb-run",
    ["-a", "-s", "-screen 0 1280x1024x24", process.execPath, ...process.argv.slice(1)],
    { stdio: "inherit", env: { ...process.env, LEADPACT_INSIDE_XVFB: "1" } },
  );
  if (inside.error) console.log(`Cannot start xvfb-run: ${inside.error.message}`);
  process.exit(inside.status ?? 1);
}

const { launch, INTRANET_HOST } = await import("./lib/browsers.mjs");
const { tests } = await import("./lib/harness.mjs");
const { serve } = await import("../../scripts/serve.mjs");

const folder = resolve(option("site") ?? join(here, "../../build/web"));
const output = join(here, "output");
mkdirSync(output, { recursive: true });
for (const file of readdirSync(here).sort()) {
  if (file.endsWith("_test.mjs")) await import(pathToFileURL(join(here, file)));
}

const server = await serve(folder);
const site = {
  folder,
  base: server.url,
  index: server.url,
  intranet: `http://${INTRANET_HOST}:${server.port}/`,
  single: pathToFileURL(join(folder, "leadpact.html")).href,
};

function with_timeout(promise, ms) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`took longer than ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

let passed = 0;
let failed = 0;
const wanted = option("browser");
for (const name of ["chromium", "firefox"]) {
  if (wanted && wanted !== name) continue;
  const chosen = tests.filter(
    (test) => test.browsers.includes(name) && `${test.name} ${name}`.includes(filter),
  );
  if (chosen.length === 0) continue;
  let browser = null;
  for (const test of chosen) {
    const began = Date.now();
    try {
      browser ??= await launch(name);
      await with_timeout(test.run({ browser, site, output }), test.timeout);
      passed += 1;
      console.log(`ok      ${name}: ${test.name} (${Date.now() - began} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}: ${test.name}\n        ${error?.stack ?? error}`);
    }
    try {
      if (browser) await with_timeout(browser.close_contexts(), 10000);
    } catch {
      // A browser that hangs is started again for the next test.
      await with_timeout(browser.close(), 5000).catch(() => {});
      browser = null;
    }
  }
  if (browser) await with_timeout(browser.close(), 10000).catch(() => {});
}
await server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
