// Runs the browser tests: node tests/web/run.mjs [FILTER] [--browser=NAME] [--site=FOLDER]
// Tests are in tests/web/*_test.mjs, and both browsers run them at the same time. Ends with "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
const filter = args.find((arg) => !arg.startsWith("--")) ?? "";

// Firefox draws WebGL only in a window, so everything runs inside a virtual screen; each browser at
// the same time in one of its own, with a clipboard and a keyboard focus of its own.
const BROWSERS = ["chromium", "firefox"];

function run_inside(name, at) {
  const child = spawn(
    "xvfb-run",
    ["-a", "-n", String(99 + 100 * at), "-s", "-screen 0 1280x1024x24", process.execPath,
      fileURLToPath(import.meta.url), ...args.filter((arg) => !arg.startsWith("--browser=")),
      `--browser=${name}`],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LEADPACT_INSIDE_XVFB: "1" } },
  );
  const lines = [];
  const done = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      if (!/^\d+ passed, \d+ failed$/.test(line)) console.log(line);
    }).on("close", () => resolve(lines.at(-1) ?? ""));
    child.on("error", (error) => resolve(`Cannot start xvfb-run: ${error.message}`));
  });
  return done;
}

if (!process.env.LEADPACT_INSIDE_XVFB) {
  const names = BROWSERS.filter((name) => !option("browser") || option("browser") === name);
  const ends = await Promise.all(names.map(run_inside));
  const counts = ends.map((end) => end.match(/^(\d+) passed, (\d+) failed$/));
  const broken = ends.filter((_, at) => !counts[at]);
  for (const end of broken) console.log(`The tests of a browser ended before they could report: ${end}`);
  if (broken.length > 0) process.exit(1);
  const sum = (part) => counts.reduce((all, count) => all + Number(count[part]), 0);
  console.log(`${sum(1)} passed, ${sum(2)} failed`);
  process.exit(sum(2) === 0 ? 0 : 1);
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
for (const name of BROWSERS) {
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
