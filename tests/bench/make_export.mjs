// Writes the export that the speed benchmark scores: HubSpot-shaped, 20 columns, the times of
// one year without a zone. The same seed and number of rows give the same file.
//
//   node make_export.mjs FILE [ROWS]
//
// Clean on purpose (no damaged cells, no id twice): every cell can be cast by the peer's typed
// reader without a fallback, which is kinder to the peer than real exports are.
import { openSync, writeSync, closeSync } from 'node:fs';

const [file, rowsText = '1000000'] = process.argv.slice(2);
const rows = Number(rowsText);
if (!file || !Number.isInteger(rows) || rows < 1) {
  console.error('Usage: node make_export.mjs FILE [ROWS]');
  process.exit(2);
}

let state = 20250101;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];
const chance = (p) => random() < p;
// Long-tailed, as waiting times are: half of them below `median`.
const waiting = (median) => median * Math.exp(1.3 * (random() + random() + random() - 1.5));

const first = ['Ada', 'Noah', 'Mia', 'Liam', 'Zoë', 'Omar', 'Ines', 'Jonas', 'Priya', 'Chen',
  'Marta', 'Diego', 'Aisha', 'Pavel', 'Grace', 'Tom', 'Léa', 'Kenji', 'Nora', 'Samuel'];
const last = ['Park', 'Smith', 'Müller', 'Garcia', 'Okafor', 'Novak', 'Rossi', 'Tanaka', 'Singh',
  'Johnson', 'Dubois', 'Kowalski', 'Andersen', 'Silva', 'Brown', 'Haddad', 'Lindqvist', 'Moreau'];
const titles = ['Operations Manager', 'VP Operations', 'Director of Logistics', 'Head of Sales',
  'Supply Chain Analyst', 'Marketing Specialist', 'IT Administrator', 'Procurement Lead',
  'Student', 'Warehouse Supervisor', 'VP Customer Success', 'Consultant', 'Director, Finance'];
const countries = ['United States', 'United States', 'United States', 'Canada', 'Germany',
  'United Kingdom', 'France', 'Spain', 'Brazil', 'India', 'Netherlands'];
const trades = ['Logistics', 'Freight', 'Foods', 'Robotics', 'Textiles', 'Health', 'Retail',
  'Energy', 'Media', 'Plastics'];
const places = ['Northwind', 'Harbor', 'Cedar', 'Summit', 'Delta', 'Bluebird', 'Granite', 'Prairie',
  'Lakeside', 'Vertex', 'Orchard', 'Falcon'];
const free = ['gmail.com', 'yahoo.com', 'hotmail.com'];
const sizes = [3, 8, 20, 35, 50, 75, 120, 250, 600, 1500, 4200];
const sources = ['Organic Search', 'Paid Search', 'Direct Traffic', 'Referrals', 'Email Marketing',
  'Offline Sources', 'Paid Social', 'Organic Social'];
const owners = Array.from({ length: 24 }, (_, i) => `${first[i % 20]} ${last[(i * 7) % 18]}`);
const reasons = ['Wrong region', 'No budget', 'Student', 'Competitor', 'Wrong company size'];

const columns = ['Record ID', 'First Name', 'Last Name', 'Email', 'Job Title', 'Company Name',
  'Country/Region', 'Number of Employees', 'Number of Pageviews', 'Requested Demo',
  'Original Source', 'Contact owner', 'Create Date', 'Became an MQL Date', 'Owner Assigned Date',
  'First Contact Date', 'Became an SQL Date', 'Rejected Date', 'Rejection Reason', 'Amount'];

// Minutes of wall clock since 2025-01-01 00:00 -> `2025-03-04 10:31`.
const days = Array.from({ length: 800 }, (_, day) =>
  new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const stamp = (minute) =>
  `${days[Math.floor(minute / 1440)]} ${two[Math.floor(minute / 60) % 24]}:${two[minute % 60]}`;

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
// Most leads come in while people work.
const hours = [0, 2, 5, 7, 8, 9, 9, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 17, 18, 20, 22];

const yearMinutes = 365 * 1440;
const out = openSync(file, 'w');
const buffer = Buffer.allocUnsafe(1 << 20);
let used = buffer.write(`${columns.join(',')}\n`, 0, 'utf8');
for (let row = 0; row < rows; ++row) {
  const name = pick(first);
  const family = pick(last);
  const company = `${pick(places)} ${pick(trades)}`;
  const mail = chance(0.22) ? pick(free) : `${company.split(' ')[0].toLowerCase()}.example`;
  const email = `${name[0]}${family}${row % 97}@${mail}`.toLowerCase();
  const created = Math.floor(random() * 365) * 1440 + pick(hours) * 60 + Math.floor(random() * 60);
  let mql = '', assigned = '', contacted = '', sql = '', rejected = '', reason = '', amount = '';
  const within = (minute) => minute >= 0 && minute < yearMinutes;
  if (chance(0.7)) {
    const mqlAt = created + Math.floor(waiting(200));
    if (within(mqlAt)) mql = stamp(mqlAt);
    const assignedAt = mqlAt + Math.floor(waiting(25));
    if (within(assignedAt) && chance(0.98)) assigned = stamp(assignedAt);
    // One in fifty was called before anybody assigned it.
    const contactedAt = chance(0.02)
      ? created - Math.floor(random() * 300)
      : assignedAt + Math.floor(waiting(110));
    if (within(contactedAt) && chance(0.96)) contacted = stamp(contactedAt);
    const sqlAt = contactedAt + Math.floor(waiting(3200));
    if (within(sqlAt) && chance(0.93)) {
      sql = stamp(sqlAt);
      amount = chance(0.9) ? String(Math.floor(waiting(12000))) : '';
    }
  } else if (chance(0.6)) {
    const rejectedAt = created + Math.floor(waiting(1500));
    if (within(rejectedAt)) {
      rejected = stamp(rejectedAt);
      reason = chance(0.97) ? pick(reasons) : '';
    }
  }
  const line = `${10000000 + row},${name},${family},${email},${quoted(pick(titles))},${
    row % 40 === 0 ? `"${company}, Inc."` : company},${pick(countries)},${pick(sizes)},${
    Math.floor(waiting(5))},${chance(0.15)},${pick(sources)},${pick(owners)},${stamp(created)},${
    mql},${assigned},${contacted},${sql},${rejected},${reason},${amount}\n`;
  if (used + line.length * 3 > buffer.length) {
    writeSync(out, buffer, 0, used);
    used = 0;
  }
  used += buffer.write(line, used, 'utf8');
}
writeSync(out, buffer, 0, used);
closeSync(out);
