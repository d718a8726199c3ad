// The browser's store: what is saved is there again, and two tabs cannot
// overwrite each other.
import { test, assert } from "./lib/harness.mjs";
import { open_in_sandbox, open_page } from "./lib/page.mjs";

// Calls the store as C++ does and gives its answer: {code, message, bytes}.
const ASK = `
  function ask(run) {
    const l = window.leadpact, real = l.call;
    return new Promise((done) => {
      const put = [];
      const real_put = l.put;
      l.put = (v) => { put.push(v); return real_put(v); };
      l.call = function (name, ticket, code) {
        if (name === "clear_inbox") put.length = 0;
        if (name === "answer" && ticket === 4000000000) {
          l.call = real; l.put = real_put;
          const bytes = put[1] && put[1].length ? Array.from(put[1]) : [];
          done({ code, message: String(put[0]), bytes });
          real("clear_inbox");
          return;
        }
        return real.apply(l, arguments);
      };
      run(l.store, 4000000000);
    });
  }`;
const ask = (page, run) => page.tab.evaluate(`(() => { ${ASK} return ask(${run}); })()`);
const head = (revision) =>
  `{ id: "test", revision: ${revision}, format: 1, title: "Test", details: "", saved_at: 1 }`;
const save = (page, base, bytes) =>
  ask(page, `(s, t) => s.save(t, ${base}, ${head(base + 1)}, new Uint8Array(${JSON.stringify(bytes)}))`);
const load = (page, revision) => ask(page, `(s, t) => s.load(t, "test", ${revision})`);

test("a save is there for another tab", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  assert.equal((await save(page, 0, [1, 2, 3])).code, 0);
  const other = await open_page(browser, site.index, { context: page.tab.context });
  assert.deepEqual((await load(other, 1)).bytes, [1, 2, 3]);
  assert.equal((await load(other, 2)).code, 2, "not found");
});

test("two tabs cannot overwrite each other", async ({ browser, site }) => {
  const one = await open_page(browser, site.index);
  const two = await open_page(browser, site.index, { context: one.tab.context });
  assert.equal((await save(one, 0, [1])).code, 0);
  const answers = await Promise.all([save(one, 1, [10]), save(two, 1, [20])]);
  const codes = answers.map((a) => a.code).sort();
  assert.deepEqual(codes, [0, 1], "one is saved, one is told of the conflict");
  const kept = await load(one, 2);
  assert.deepEqual(kept.bytes, answers[0].code === 0 ? [10] : [20]);
});

test("what cannot be read is set aside, not thrown away", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await save(page, 0, [9, 9]);
  const moved = await ask(page, `(s, t) => s.quarantine(t, "test", 1, new Uint8Array([9, 9]))`);
  assert.equal(moved.code, 0);
  assert.equal((await load(page, 1)).code, 2);
  const kept = await page.tab.evaluate(() => new Promise((done) => {
    const open = indexedDB.open("leadpact-v1");
    open.onsuccess = () => {
      const all = open.result.transaction("quarantine").objectStore("quarantine").getAll();
      all.onsuccess = () => { open.result.close(); done(all.result.map((b) => Array.from(b))); };
    };
  }));
  assert.deepEqual(kept, [[9, 9]]);
});

test("records of the page stand apart", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const put = (name, byte) => ask(page, `(s, t) => s.saveSettings(t, "${name}", new Uint8Array([${byte}]))`);
  const get = (name) => ask(page, `(s, t) => s.loadSettings(t, "${name}")`);
  assert.equal((await put("disputes/a", 1)).code, 0);
  assert.equal((await put("disputes/b", 2)).code, 0);
  assert.deepEqual((await get("disputes/a")).bytes, [1]);
  assert.deepEqual((await get("disputes/b")).bytes, [2]);
  assert.equal((await get("disputes/c")).code, 2, "not found");
});

test("what the page writes over is what it saw", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const put = (byte, seen) => ask(page, `(s, t) => s.saveSettings(t, "disputes/a", new Uint8Array([${byte}]),
      new Uint8Array(${JSON.stringify(seen)}))`);
  assert.equal((await put(1, [])).code, 0);
  assert.equal((await put(2, [])).code, 1, "conflict");
  assert.equal((await put(2, [3])).code, 1, "conflict");
  assert.deepEqual((await ask(page, `(s, t) => s.loadSettings(t, "disputes/a")`)).bytes, [1]);
  assert.equal((await put(2, [1])).code, 0);
  assert.deepEqual((await ask(page, `(s, t) => s.loadSettings(t, "disputes/a")`)).bytes, [2]);
});

test("kept data are changed in the state the page saw last", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const keep = (base) => ask(page, `(s, t) => s.saveData(t, "test", "", 0, 0, 7000, ${base})`);
  const forget = (number, base) => ask(page, `(s, t) => s.forgetData(t, "test", ${number}, ${base})`);
  assert.equal((await forget(3, 0)).code, 2, "not found");
  assert.equal((await keep(0)).code, 0);
  assert.equal((await keep(0)).code, 1, "another tab keeps some");
  assert.equal((await keep(7000)).code, 0);
  assert.equal((await forget(3, 7000)).code, 0);
  assert.equal((await forget(4, 7000)).code, 1, "it is one change further");
  assert.equal((await forget(4, 7001)).code, 0);
  assert.equal((await forget(0, 1)).code, 0, "everything, in whatever state");
  assert.equal((await keep(0)).code, 0);
});

test("a lost connection is opened again", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await save(page, 0, [5]);
  // Another page's newer version asks this one to let go; then it is gone again.
  await page.tab.evaluate(() => new Promise((done) => {
    const open = indexedDB.open("leadpact-v1");
    open.onsuccess = () => { open.result.close(); done(); };
  }));
  assert.deepEqual((await load(page, 1)).bytes, [5]);
});

test("the example is there again after a reload", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.see("text", /^Saved/);
  await page.tab.page.reload();
  await page.tab.wait_for(() => !!window.leadpact?.ready, 40000);
  await page.rest();
  await page.see("button", "Save to file");
  assert.deepEqual(page.errors(), []);
});

test("the example is there again in a file page", async ({ browser, site }) => {
  const page = await open_page(browser, site.single);
  await page.use("button", "Try the example");
  await page.see("text", /^Saved/);
  await page.tab.page.reload();
  await page.tab.wait_for(() => !!window.leadpact?.ready, 40000);
  await page.rest();
  await page.see("button", "Save to file");
});

test("works and says so where there is no storage", async ({ browser, site }) => {
  // The single file: a sandboxed frame may not fetch a program from its own server.
  const page = await open_in_sandbox(browser, site.base, `${site.base}leadpact.html`);
  await page.use("button", "Try the example");
  await page.see("alert", /This browser keeps nothing here/);
  await page.see("text", "Not saved: this browser keeps nothing here");
});
