// The peer's SQL (peer.sql), a step a figure, with the file and the time put in.
export function steps_of(sql, file, as_of) {
  const script = sql
    .replace(/^-- (?!@step).*\n/gm, "")
    .replaceAll("$FILE", file.replaceAll("'", "''"))
    .replaceAll("$AS_OF", as_of);
  return script.split("-- @step ").slice(1).map((text) => {
    const end = text.indexOf("\n");
    return { name: text.slice(0, end).trim(), sql: text.slice(end) };
  });
}

// Figures by month, as numbers.
export function figures_of(rows) {
  return Object.fromEntries(rows.map(({ month, ...rest }) => [
    month,
    Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, Number(value)])),
  ]));
}
