// Business hours: painted by keys, and their holidays out of a calendar file.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

const HOLIDAYS = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "DTSTART;VALUE=DATE:20260612",
  "DTEND;VALUE=DATE:20260614",
  "SUMMARY:Sum",
  " mer fair",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "DTSTART:20260615T090000Z",
  "SUMMARY:Breakfast",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

// What a screen reader says of the element that has the keyboard.
function heard(page) {
  return page.tab.evaluate(() => {
    const e = document.activeElement;
    return `${e.getAttribute("aria-label")} ${e.getAttribute("aria-valuetext")}`;
  });
}

test("hours are opened by keys, and holidays come out of a dropped file", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", /^Business hours: /);
  await page.fill("Saturday", "");
  await page.use("textbox", "Time zone");
  await page.press("Tab");
  assert.match(await heard(page), /^Monday 09:00, /);
  for (let day = 0; day < 5; ++day) await page.press("ArrowDown");
  assert.equal(await heard(page), "Saturday 09:00, closed");
  await page.press("Enter");
  await page.press("Shift+ArrowRight");
  await page.press("Shift+ArrowRight");
  assert.equal(await heard(page), "Saturday 10:00, open");
  assert.equal((await page.find("textbox", "Saturday")).value, "09:00-10:30");
  await page.see("text", /Saturday from 09:00 to 10:30/);
  // One stop of the Tab key, whatever the day.
  await page.press("Tab");
  assert.equal((await page.find("button", "Monday to Friday, 9 to 5")).focused, true);
  await page.press("Control+z");
  assert.equal((await page.find("textbox", "Saturday")).value, "");

  await page.drop([{ name: "fairs.ics", text: HOLIDAYS }]);
  await page.see("text", "Friday, 12 Jun 2026");
  await page.see("text", "Saturday, 13 Jun 2026");
  await page.see("status", /Added 2 holidays from “fairs.ics”/);
  await page.see("status", /Not all of “fairs.ics” was taken over/);
  await page.use("button", /^Undo: Add 2 holidays \(Business hours/);
  await page.unsee("text", "Friday, 12 Jun 2026");
  assert.deepEqual(page.errors(), []);
});

test("the mouse paints hours, and pasted days wait for a press", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.use("link", "Agreement");
  await page.use("button", /^Business hours: /);
  const row = await page.see("slider", "Saturday");
  const cell = (row.width - 44) / 48;
  const at = (slot) => row.x + 44 + (slot + 0.5) * cell;
  const y = row.y + row.height / 2;
  await page.tab.move(at(20), y);
  await page.rest();
  await page.tab.page.mouse.down();
  await page.rest();
  await page.tab.move(at(23), y);
  await page.rest();
  await page.tab.page.mouse.up();
  await page.rest();
  assert.equal((await page.find("textbox", "Saturday")).value, "10:00-12:00");

  await page.fill("Add days off", "2026-06-12 Summer fair");
  await page.see("listitem", "Friday, 12 Jun 2026: Summer fair");
  assert.equal(await page.find("text", "Friday, 12 Jun 2026"), null);
  await page.use("button", "Add these days");
  await page.see("text", "Friday, 12 Jun 2026");
  assert.equal((await page.find("textbox", "Add days off")).value, "");
  assert.deepEqual(page.errors(), []);
});
