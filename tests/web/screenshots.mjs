// Pictures of every screen, for people to look at:
//   node tests/web/screenshots.mjs FOLDER [--site=build/web] [--only=TEXT]
// Each screen empty, full and with something wrong, at three sizes, light, dark and in high contrast.
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { serve } from "../../scripts/serve.mjs";
import { launch } from "./lib/browsers.mjs";
import { open_page } from "./lib/page.mjs";
import { keep_files } from "./lib/person.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
const folder = resolve(args.find((arg) => !arg.startsWith("--")) ?? join(here, "output/screens"));
const only = option("only") ?? "";
mkdirSync(folder, { recursive: true });

const SIZES = [
  ["phone", 390, 844],
  ["laptop", 1280, 800],
  ["desk", 1920, 1080],
];
const BROKEN = JSON.stringify({ format: "leadpact-agreement", format_version: 1, title: 5 });
const ODD_CSV = "Name;When;Phone\r\nA;01.02.2026 10:00;1\r\nB;03.04.2026 11:00;2\r\nTotal;;\r\n";

// What leads to each state; every step starts where the one before ended.
const STATES = [
  ["home_empty", async () => {}],
  ["data_empty", async (page) => page.use("link", "Data")],
  ["scorecard_empty", async (page) => page.use("link", "Scorecard")],
  ["home_error", async (page) => {
    await page.use("link", "Home");
    await page.drop([{ name: "ours.sla.json", text: BROKEN }]);
  }],
  ["scorecard_full", async (page) => {
    if (await page.find("button", "Close")) await page.use("button", "Close");
    await page.use("button", "Try the example");
  }],
  ["scorecard_row", async (page) => {
    const at = (await page.see("table", "Promises")).y;
    const rows = await page.all("button");
    const row = rows.find((one) => one.expanded === "false" && one.y > at);
    if (row) await page.use("button", row.name);
  }],
  ["scorecard_chart", async (page) =>
    page.bring_into_view(() => page.see("button", "Save chart as picture"))],
  ["scorecard_parts", async (page) =>
    page.bring_into_view(() => page.see("button", "Copy breakdown"))],
  ["scorecard_what_if", async (page) => {
    await page.use("button", "All other MQLs contacted within 4 business hours");
    await page.use("button", "What if: another limit or target");
    await page.bring_into_view(() => page.see("button", "Back to what is agreed"));
  }],
  ["scorecard_leads", async (page) => page.use("link", /^Failed [0-9]+, August/)],
  ["scorecard_lead", async (page) => {
    const leads = (await page.all("button")).filter((one) => one.expanded === "false");
    const at = (await page.find("table", /^Leads of/)).y;
    await page.use("button", leads.find((one) => one.y > at).name);
  }],
  ["scorecard_clocks", async (page) => {
    await page.use("button", "From the first time of a lead to the last");
    await page.use("button", "Capacity: can the reps work what comes in?");
  }],
  ["scorecard_compared", async (page) => {
    await keep_files(page);
    await page.fill("As of", "2026-08-31");
    await page.use("button", "Save scorecard");
    await page.tab.wait_for(() => window.given.length > 0);
    const text = await page.tab.evaluate(() => window.given.at(-1).text());
    await page.fill("As of", "");
    await page.drop([{ name: "august.scorecard.json", text }]);
    await page.bring_into_view(() => page.see("button", "Stop comparing"));
  }],
  ["scorecard_changes", async (page) => {
    await page.use("button", "Every rejected lead answered within 2 business days");
    await page.bring_into_view(() => page.see("table", "From then to now"));
  }],
  ["scorecard_changed_leads", async (page) => {
    await page.use("link", /^Got a date since: /);
    await page.see("heading", /^Got a date since, /);
  }],
  ["scorecard_ledger", async (page) => {
    await page.use("button", "Stop comparing");
    await page.use("button", "What sales handed back, and what became of it");
    await page.bring_into_view(() => page.see("link", /^Leads of Returned/));
  }],
  ["scorecard_rejected", async (page) => {
    await page.use("link", "Leads of Unanswered");
    const leads = (await page.all("button")).filter((one) => one.expanded === "false");
    const at = (await page.find("table", "Rejected leads")).y;
    await page.use("button", leads.find((one) => one.y > at).name);
    await page.use("button", "Dispute this lead");
  }],
  ["scorecard_disputes", async (page) => {
    await page.use("button", "Keep dispute");
    await page.use("button", "Uphold");
    await page.bring_into_view(() => page.see("button", "Save disputes to file"));
  }],
  ["scorecard_sample", async (page) => {
    await page.use("radio", /^Sample, /);
    await page.bring_into_view(() => page.see("textbox", "Seed"));
  }],
  ["scorecard_handling", async (page) => page.use("button", "Mark as handled")],
  ["scorecard_error", async (page) => page.fill("As of", "28/02/2026")],
  ["agreement_full", async (page) => page.use("link", "Agreement")],
  ["agreement_promise", async (page) => page.use("button", /^Promise: Demo requests/)],
  ["agreement_error", async (page) => {
    await page.fill("Time limit", "soon");
    await page.fill("Target, in percent", "lots");
  }],
  ["agreement_rules", async (page) => {
    await page.fill("Time limit", "30 business minutes");
    await page.fill("Target, in percent", "90");
    await page.use("button", "Stage: Sales accepted lead");
  }],
  ["agreement_search", async (page) => {
    await page.use("button", "Done with this part");
    await page.use("button", "Search");
    await page.fill("Search in this agreement", "lead");
  }],
  ["agreement_ladder", async (page) => {
    await page.use("button", "Close the search");
    await page.use("button", /^Escalation step/);
  }],
  ["agreement_hours", async (page) => page.use("button", /^Business hours: /)],
  ["agreement_points", async (page) => {
    await page.use("button", /^Scoring rule: /);
    await page.use("button", "Choose the data");
  }],
  ["palette", async (page) => {
    await page.press("Control+k");
    await page.tab.type("lead");
    await page.rest();
  }],
  ["data_full", async (page) => {
    await page.press("Escape");
    await page.use("link", "Data");
  }],
  ["data_kept", async (page) => {
    await page.use("switch", "Keep the data in this browser");
    await page.bring_into_view(() => page.see("button", "Forget the data"));
  }],
  ["data_error", async (page) => page.drop([{ name: "export.csv", text: ODD_CSV }])],
  ["home_full", async (page) => page.use("link", "Home")],
  ["home_rename", async (page) => {
    await page.use("button", "Duplicate");
    await page.use("button", "Archive");
    await page.use("button", "Rename");
    await page.use("button", "Archived (1)");
  }],
];

const server = await serve(resolve(option("site") ?? join(here, "../../build/web")));
const browser = await launch("chromium");
for (const [size, width, height] of SIZES) {
  for (const look of ["light", "dark", "contrast"]) {
    if (!`${size}_${look}`.includes(only)) continue;
    const colors =
      look === "contrast" ? { forcedColors: "active", contrast: "more" } : { colorScheme: look };
    const page = await open_page(browser, server.url, { viewport: { width, height }, ...colors });
    let count = 0;
    for (const [state, reach] of STATES) {
      count += 1;
      try {
        await reach(page);
        await page.tab.move(width - 2, 2);
        await page.rest();
      } catch (error) {
        console.log(`${size} ${look} ${state}: ${error.message.split("\n")[0]}`);
      }
      const file = `${size}_${look}_${count}_${state}.png`;
      await page.tab.screenshot(join(folder, file));
      console.log(file);
    }
    if (page.errors().length > 0) console.log(page.errors());
    await browser.close_contexts();
  }
}
await browser.close();
await server.close();
process.exit(0);
