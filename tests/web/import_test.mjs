// Somebody who has never seen the page goes from a file of their CRM to a scorecard: clicks are
// counted. A minute is thirty presses of two seconds; half of it is for reading.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";
import { Person } from "./lib/person.mjs";

const DAY = 86400000;
const two = (number) => String(number).padStart(2, "0");

// Times of day `i` of the last ninety, as each CRM writes them.
function when(i, hour) {
  const day = new Date(Date.now() - (90 - i) * DAY);
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  return {
    hubspot: `${y}-${two(m)}-${two(d)} ${two(hour)}:05`,
    salesforce: `${m}/${d}/${y} ${hour % 12 || 12}:05 ${hour < 12 ? "AM" : "PM"}`,
  };
}

const HUBSPOT = {
  "Record ID": (i) => 9000 + i,
  "Email": (i) => `lead${i}@example.com`,
  "Company Name": () => "Northwind, Ltd.",
  "Country/Region": (i) => (i % 3 ? "United States" : "(No value)"),
  "Number of Employees": (i) => 40 + i,
  "Job Title": () => "Head of Operations",
  "Original Source": () => "Organic Search",
  "Contact owner": (i) => (i % 2 ? "Eve Novak" : "Dan Weiss"),
  "Lead Status": () => "In progress",
  "Number of Pageviews": (i) => i % 9,
  "Marketing emails clicked": (i) => i % 4,
  "Requested a Demo": (i) => (i % 5 ? "No" : "Yes"),
  "Create Date": (i) => when(i, 8).hubspot,
  'Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"': (i) => when(i, 9).hubspot,
  "Owner assigned date": (i) => when(i, 9).hubspot,
  "Date of first outreach": (i) => when(i, 10).hubspot,
  "Number of times contacted": () => 3,
  "Sales Decision Date": (i) => when(i, 15).hubspot,
  "Sales Decision": () => "Accepted",
  "Rejection Reason": () => "",
  "Rejection Answered Date": () => "",
  'Date entered "Sales Qualified Lead (Lifecycle Stage Pipeline)"': (i) => when(i, 16).hubspot,
  "Deal Amount": () => "12,000",
  "Became a Customer Date": () => "",
};

const SALESFORCE = {
  "Lead Owner": (i) => (i % 2 ? "Zoë Müller" : "Dan Weiss"),
  "Lead ID": (i) => `00Q${1000 + i}`,
  "Title": () => "Head of Operations",
  "Company / Account": () => "Northwind, Ltd.",
  "Email": (i) => `lead${i}@example.com`,
  "Phone": () => "+1 555 0100",
  "Industry": () => "Logistics",
  "No. of Employees": (i) => 40 + i,
  "Country": () => "US",
  "Lead Source": () => "Trade Show",
  "Rating": () => "Hot",
  "Lead Status": () => "Working",
  "Event Date": (i) => when(i, 8).salesforce.split(" ")[0],
  "Handed Over Date/Time": (i) => when(i, 9).salesforce,
  "FirstCallDateTime": (i) => when(i, 14).salesforce,
  "Outreach Attempts": () => 4,
  "Outreach Channels": () => 2,
  "Email Bounced Date": () => "",
  "First Reply Date/Time": () => "",
  "First Reply Answered Date/Time": () => "",
  "Rejected Date/Time": () => "",
  "Rejection Reason": () => "",
  "Rejection Answered Date/Time": () => "",
  "Meeting Date/Time": () => "",
  "Meeting Status": () => "",
  "Converted Date": () => "",
};

const quote = (cell) => `"${String(cell).replaceAll('"', '""')}"`;
function csv(columns, rows) {
  const lines = [Object.keys(columns)];
  for (let i = 0; i < rows; ++i) lines.push(Object.values(columns).map((cell) => cell(i)));
  return lines.map((line) => line.map(quote).join(",")).join("\n") + "\n";
}

// As the browser has it: bytes, whatever they are.
async function drop_bytes(page, name, bytes) {
  await page.tab.evaluate(
    (file) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(file.bytes)], file.name));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        document.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    },
    { name, bytes: [...bytes] },
  );
  await page.rest();
}

test("from a HubSpot export to a scorecard", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const person = new Person(page);
  await person.press("Start from Inbound B2B SaaS");
  await page.drop([{ name: "hubspot-crm-exports-leads.csv", text: csv(HUBSPOT, 80) }]);
  await page.see("text", /^It looks like a HubSpot export: \d+ of its 24 columns/);
  // Only what has another name is asked, and it is known by what it means.
  await person.press("Use these columns");
  await page.see("heading", "Scorecard");
  await page.see("table", "Promises");
  await person.press("Answer on Data");
  await person.press("Yes, New York");
  await person.press("See the scorecard");
  await page.see("heading", "Promises");
  assert.equal(await page.find("button", "Answer on Data"), null);
  person.report("from a HubSpot export");
  assert.ok(person.presses <= 5, `${person.presses} presses`);
  assert.deepEqual(page.errors(), []);
});

test("from a Salesforce report, with its footer, to a scorecard", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const person = new Person(page);
  const report =
    csv(SALESFORCE, 80) +
    '\n"Leads of the quarter"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n' +
    '"Confidential Information - Do Not Distribute"\n"Generated By: Zoë Müller"\n';
  await person.press("Start from Outbound and events");
  await drop_bytes(page, "report1.csv", Buffer.from(report, "latin1")); // Windows-1252
  await page.see("text", /^It looks like a Salesforce export: \d+ of its 26 columns/);
  await person.press("Use these columns");
  await page.see("table", "Promises");
  await person.press("Answer on Data");
  await person.press("Yes, Chicago");
  // The template leaves out what has no company; who wants to see it can.
  await person.press("4 rows are left out by the agreement");
  await page.see("text", /Generated By: Zoë Müller/);
  await person.press("See the scorecard");
  await page.see("heading", "Promises");
  person.report("from a Salesforce report");
  assert.ok(person.presses <= 6, `${person.presses} presses`);
  assert.deepEqual(page.errors(), []);
});

test("a table pasted from a spreadsheet is a file", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Start from Inbound B2B SaaS");
  await page.use("link", "Data");
  // Through the clipboard: in Firefox a made-up event carries nothing.
  const paste = async (text) => {
    const other = await browser.open(`${site.base}no-such-page`, { context: page.tab.context });
    await other.page.setContent("<textarea></textarea>");
    await other.page.bringToFront();
    await other.evaluate((given) => {
      const field = document.querySelector("textarea");
      field.value = given;
      field.focus();
      field.select();
    }, text);
    await other.press("Control+c");
    await other.close();
    await page.tab.page.bringToFront();
    await page.press("Control+v");
  };
  await paste("just a sentence");
  assert.equal(await page.find("rowheader", "pasted.csv"), null);
  const cells = (row) => row.map((cell) => quote(cell)).join("\t");
  const columns = { ...HUBSPOT };
  const table = [Object.keys(columns), Object.values(columns).map((cell) => cell(3))];
  await paste(table.map(cells).join("\n"));
  await page.see("rowheader", "pasted.csv");
  assert.deepEqual(page.errors(), []);
});
