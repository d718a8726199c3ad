// A person who has never seen the page makes a complete agreement: from a template in under a
// quarter of an hour, from nothing in under forty minutes. Half of that time is for hands (two
// seconds a press, a third of a second a letter), the other half for reading and thinking.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";
import { file_given, keep_files, Person } from "./lib/person.mjs";

async function no_error(page) {
  await page.see("heading", "Guide");
  await page.see("text", /^Nothing is wrong/);
  assert.deepEqual((await page.all("button", /^Error: /)).map((each) => each.name), []);
}

test("from the template to a complete agreement", { timeout: 300000 }, async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await keep_files(page);
  const person = new Person(page);
  await person.press("Start from Inbound B2B SaaS");

  await person.press("Summary and dates");
  await person.write("Title", "Northwind lead agreement 2027");
  await person.write("First day", "2027-01-01");
  await person.write("Last day", "2027-12-31");
  await person.press("Team: Marketing");
  await person.write("Name of the team", "Demand generation");
  await person.press("Team: Sales");
  await person.write("Name of the team", "Inside sales");
  const people = [
    ["marketing-lead", "Ada Okafor"],
    ["demand-gen", "Ben Ruiz"],
    ["marketing-ops", "Cleo Tan"],
    ["sales-lead", "Dan Weiss"],
    ["sdr-lead", "Eve Novak"],
  ];
  for (const [who, name] of people) {
    await person.press(`Contact: ${who}`);
    await person.write("Name", name);
    await person.write("E-mail", `${name.split(" ")[0].toLowerCase()}@northwind.example`);
  }
  await person.press("Promise: 200 MQLs a month");
  await person.write("Title", "150 MQLs a month");
  await person.write("Target", "150");
  await person.press("Promise: Demo requests called within 30 business minutes");
  await person.write("Target, in percent", "85");
  await person.press("Promise: All other MQLs contacted within 4 business hours");
  await person.write("Title", "All other MQLs contacted within 6 business hours");
  await person.write("Time limit", "6 business hours");
  await person.press("Done with this part");

  await no_error(page);
  await page.see("text", /at least 150 records in each month/);
  await person.press("Print");
  const paper = await file_given(page, "<!DOCTYPE html>");
  for (const words of ["Northwind lead agreement 2027", "Demand generation", "Inside sales"]) {
    assert.ok(paper.includes(words), words);
  }
  for (const [, name] of people) assert.ok(paper.includes(name), name);
  assert.match(paper, /within 6 business hours/);
  person.report("from the template");
  assert.ok(person.minutes() < 7.5, `${person.minutes()} minutes`);
  assert.deepEqual(page.errors(), []);
});

// In one browser, the one with fewer tests: its ways of typing and pressing are those of the first.
test("from nothing to a complete agreement", { browsers: ["firefox"], timeout: 600000 }, async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await keep_files(page);
  const person = new Person(page);
  await person.press("Start from nothing");

  await person.press("Write title, summary and dates");
  await person.write("Title", "Harbour lead agreement");
  await person.write("Summary", "Both teams want forty new customers a year from leads that fit.");
  await person.write("First day", "2027-01-01");
  await person.write("Last day", "2027-12-31");
  await person.write("Time zone", "Europe/Berlin");
  await person.press("Team: Marketing");
  await person.write("Is responsible for", "Leads that fit\nComplete data");
  await person.write("Needs from the other team", "A reason for every rejection");
  await person.press("Team: Sales");
  await person.write("Is responsible for", "A call on the same day");
  await person.write("Needs from the other team", "A phone number and the source");
  const people = [["Ada Okafor", "Head of marketing", "Marketing"], ["Dan Weiss", "Head of sales", "Sales"]];
  for (const [name, role, team] of people) {
    await person.press("Add a contact");
    await person.write("Name", name);
    await person.write("Role", role);
    await person.choose("Team", team);
    await person.write("E-mail", `${name.split(" ")[0].toLowerCase()}@harbour.example`);
  }

  await person.press("Add a persona");
  await person.write("Name", "Operations Olivia");
  await person.write("Job functions", "Operations\nLogistics");
  await person.write("Industries", "Freight");
  await person.write("Company size", "50 to 2,000 people");

  await person.press("Add data");
  await person.write("Name", "CRM leads");
  const columns = [
    ["Record ID", "Text"],
    ["Create Date", "A date or a time"],
    ["Number of Employees", "A number"],
    ["Became a Marketing Qualified Lead Date", "A date or a time"],
  ];
  for (const [column, type] of columns) {
    await person.press("Add a column");
    await person.write("Name in the export", column);
    if (type !== "Text") await person.choose("It holds", type);
  }
  await person.choose("A record is told apart by", "Record ID");
  await person.press("Add a stage");
  await person.write("Name", "Marketing qualified lead");
  await person.write("Meaning", "A company we can serve that asked us something.");
  await person.press("Add a rule");
  await person.choose("Column", "Number of Employees");
  await person.choose("Comparison", "is at least");
  await person.write("Value", "50");

  await person.press("Business hours: Office hours");
  await person.write("Time zone", "Europe/Berlin");
  await person.write("Friday", "09:00-15:00");
  await person.write("Add days off", "2027-01-01 New Year\n24 December 2027 until 12:00\n2027-12-25");
  await person.press("Add these days");

  await person.press("Work out the numbers");
  await person.write("Revenue goal a year", "800000");
  await person.write("Average deal", "20000");
  await person.press("Make these our commitments");
  await person.press("Promise: 56 MQLs a month");
  await person.write("Title", "60 MQLs a month");
  await person.write("Target", "60");
  await person.choose("Owner", "Ada Okafor, Head of marketing");
  await person.press("Promise: 5 new customers a quarter");
  await person.choose("Owner", "Dan Weiss, Head of sales");

  for (const [search, clause] of [
    ["50 people", "75 % of MQLs are companies of 50 people or more"],
    ["within 4", "MQLs contacted within 4 business hours"],
    ["reason", "A reason for 98 % of rejections"],
    ["pipeline report", "A pipeline report every week"],
  ]) {
    await person.press("Add from the library");
    await person.write("Search the library", search);
    await person.press(`Add: ${clause}`);
    await person.choose("Owner", clause.startsWith("A reason") || clause.includes("contacted")
      ? "Dan Weiss, Head of sales" : "Ada Okafor, Head of marketing");
  }
  await person.press("Write hand-over and rejection");
  await person.write("How a lead is handed over and back", "Marketing assigns; sales answers within a day.");
  await person.write("Reasons to reject a lead", "Too small\nNo budget\nStudent");
  await person.write("A rejected lead goes back to", "Ada Okafor");
  await person.write("And is reviewed within", "2 business days");
  await person.press("Write nurture");
  await person.write("Nurture", "One mail a month; back to sales when they ask for a demo.");
  await person.press("Add a step");
  await person.write("What is done then", "Both heads talk.");
  await person.write("Answer due within", "3 business days");
  for (const [name, role] of people) await person.turn_on(`${name}, ${role}`);
  await person.press("Write consequences");
  await person.write("Consequences", "The next month's budget waits for the talk.");
  await person.press("Write the right to cancel");
  await person.write("After how many missed periods in a row", "3");
  await person.write("Notice", "30 days");
  await person.press("Add a review");
  await person.write("Title", "Monthly meeting");
  await person.write("Agenda", "Scorecard, disputes, decisions");
  for (const [name, role] of people) await person.turn_on(`${name}, ${role}`);
  await person.press("Done with this part");

  await no_error(page);
  await person.press("Markdown");
  const markdown = await file_given(page, "# Harbour lead agreement");
  for (const words of [
    "Both teams want forty new customers a year",
    "at least 60 records in each month",
    "“Marketing qualified lead”",
    "within 4 business hours",
    "Operations Olivia",
    "on Friday from 09:00 to 15:00",
    "Too small",
    "Both heads talk.",
    "Monthly meeting",
  ]) {
    assert.ok(markdown.includes(words), `${words}:\n${markdown}`);
  }
  assert.deepEqual((await page.all("button", /^Advice: /)).map((each) => each.name), []);
  person.report("from nothing");
  assert.ok(person.minutes() < 20, `${person.minutes()} minutes`);
  assert.deepEqual(page.errors(), []);
});
