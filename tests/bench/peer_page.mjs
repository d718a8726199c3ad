// The peer of the page's benchmark: DuckDB-WASM in the same browser, in its own worker, from a
// chosen file to the month figures. Bundled by page.mjs.
import * as duckdb from "@duckdb/duckdb-wasm";

import { figures_of, steps_of } from "./peer_steps.mjs";

window.ready = (async () => {
  const worker = new Worker("duckdb-browser-eh.worker.js");
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(new URL("duckdb-eh.wasm", location.href).href);
  return database;
})();

window.figures = async (sql, as_of) => {
  const database = await window.ready;
  const file = document.querySelector("input").files[0];
  const connection = await database.connect();
  const started = performance.now();
  await database.registerFileHandle(
    "leads.csv", file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const figures = {};
  for (const { name, sql: step } of steps_of(sql, "leads.csv", as_of)) {
    const rows = (await connection.query(step)).toArray().map((row) => row.toJSON());
    if (rows.length > 0 && "month" in rows[0]) figures[name] = figures_of(rows);
  }
  return { seconds: (performance.now() - started) / 1000, figures };
};
