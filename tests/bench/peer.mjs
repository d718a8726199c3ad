// The peer of the speed benchmark: DuckDB on one thread, from the CSV to the month figures.
//
//   node peer.mjs FILE.csv AS_OF_LOCAL      (DUCKDB_MODULE: where @duckdb/node-api is)
//
// Prints one JSON object: seconds by step, peak memory, and the figures by commitment and month.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { figures_of, steps_of } from './peer_steps.mjs';

const [file, asOf] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(import.meta.url)(
  process.env.DUCKDB_MODULE ?? '@duckdb/node-api');

const sql = readFileSync(new URL('peer.sql', import.meta.url), 'utf8');
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
await connection.run('SET threads = 1');

const started = performance.now();
const figures = {};
const seconds = {};
for (const { name, sql: step } of steps_of(sql, file, asOf)) {
  const from = performance.now();
  const rows = (await connection.runAndReadAll(step)).getRowObjectsJson();
  seconds[name] = (performance.now() - from) / 1000;
  if (rows.length > 0 && 'month' in rows[0]) figures[name] = figures_of(rows);
}
const total = (performance.now() - started) / 1000;
console.log(JSON.stringify({
  seconds: total, steps: seconds, peak_kb: process.resourceUsage().maxRSS, figures,
}));
