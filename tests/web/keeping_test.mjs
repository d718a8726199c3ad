// Lead data is kept in this browser only when asked for, and "Forget the data" leaves no byte of it.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";

// Keys and sizes of all that lies in a store of the database.
const look_into = (page, store) =>
  page.tab.evaluate(`new Promise((done, fail) => {
    const open = indexedDB.open("leadpact-v1");
    open.onerror = () => fail(open.error);
    open.onsuccess = () => {
      const found = [];
      const cursor = open.result.transaction("${store}").objectStore("${store}").openCursor();
      cursor.onsuccess = () => {
        const at = cursor.result;
        if (!at) { open.result.close(); done(found); return; }
        found.push({ key: at.key, size: at.value.length || 0, text: at.value.length
          ? new TextDecoder().decode(at.value) : JSON.stringify(at.value) });
        at.continue();
      };
    };
  })`);

async function reload(page) {
  await page.tab.page.reload();
  await page.tab.wait_for(() => !!window.leadpact?.ready, 40000);
  await page.rest();
}

// The example with its leads, on Data.
async function open_example(browser, site) {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.see("heading", "Promises");
  await page.see("text", /^Saved/);
  await page.use("link", "Data");
  await page.see("heading", "Files");
  return page;
}

test("nothing of the leads is kept without asking", async ({ browser, site }) => {
  const page = await open_example(browser, site);
  assert.deepEqual(await look_into(page, "data"), []);
  for (const store of ["snapshots", "settings", "quarantine"]) {
    for (const { text } of await look_into(page, store)) {
      assert.ok(!/Record ID,|@[a-z]+\.example,/.test(text), `leads in ${store}`);
    }
  }
  await reload(page);
  await page.see("heading", "Data");
  assert.deepEqual(await page.all("heading", "Files"), []);
});

test("kept data is there again after a reload, and forgotten to the last byte", async ({ browser, site }) => {
  const page = await open_example(browser, site);
  await page.use("switch", "Keep the data in this browser");
  await page.see("text", /kB kept in this browser since today/);
  const kept = await look_into(page, "data");
  assert.ok(kept.reduce((sum, each) => sum + each.size, 0) > 100000, JSON.stringify(kept.map((k) => k.key)));
  await page.use("link", "Scorecard");
  await page.see("heading", "Promises");
  await reload(page);
  await page.see("heading", "Promises", 40000);
  await page.use("link", "Data");
  await page.see("heading", "Files");
  assert.equal((await page.see("switch", "Keep the data in this browser")).checked, "true");
  assert.equal((await look_into(page, "data")).length, kept.length, "not stored twice");
  await page.use("button", "Forget the data");
  await page.see("text", /gone from this tab and from this browser/);
  assert.deepEqual(await look_into(page, "data"), []);
  assert.deepEqual(await page.all("heading", "Files"), []);
  await reload(page);
  await page.see("heading", "Data");
  assert.equal((await page.see("switch", "Keep the data in this browser")).checked, "false");
  assert.deepEqual(page.errors(), []);
});

test("a large file is stored and read in pieces", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  const size = 20 * (1 << 20) + 7;
  const number = await page.tab.evaluate(`new Promise((done) => {
    const l = window.leadpact, real = l.call, size = ${size};
    l.call("clear_inbox");
    l.put("big.csv");
    l.call("file_begin", 77, size);
    const at = l.call("file_room", 77, size) >>> 0;
    for (let i = 0; i < size; i++) l.heap()[at + i] = i % 251;
    l.call = function (name, ticket) {
      if (name === "answer" && ticket === 3999999999) {
        l.store.saveData(4000000000, "test", "big.csv", at, size, 5, 5);
        return;
      }
      if (name !== "answer" || ticket !== 4000000000) return real.apply(l, arguments);
      l.call = real;
      real("file_dropped", 77);
      done(l.heap().length > size);
    };
    l.store.saveData(3999999999, "test", "", 0, 0, 5, 0);
  })`);
  assert.ok(number);
  const kept = (await look_into(page, "data")).filter(({ key }) => key[0] === "test");
  assert.deepEqual(kept.map(({ key }) => key), [["test", 0], ["test", 6], ["test", 6, 0], ["test", 6, 1], ["test", 6, 2]]);
  assert.equal(kept.reduce((sum, each) => sum + each.size, 0), size);
  assert.equal(kept[4].size, size - 2 * (8 << 20));
  // Read back into the heap, byte by byte.
  const read = await page.tab.evaluate(`new Promise((done) => {
    const l = window.leadpact, real = l.call;
    let got = 0, wrong = 0, dropped = 0, pending = null;
    const check = () => {
      if (!pending) return;
      for (let i = 0; i < pending.size; i++) if (l.heap()[pending.at + i] !== (got + i) % 251) ++wrong;
      got += pending.size;
      pending = null;
    };
    l.call = function (name, group, size) {
      check();
      if (name === "file_dropped") ++dropped;
      const result = real.apply(l, arguments);
      if (name === "file_room") pending = { at: result >>> 0, size };
      if (name === "answer" && group === 4000000001) {
        l.call = real;
        done({ got, wrong, dropped });
      }
      return result;
    };
    l.store.loadData(4000000001, "test");
  })`);
  assert.deepEqual(read, { got: size, wrong: 0, dropped: 0 });
});

test("foreign and damaged records are named and set aside", async ({ browser, site }) => {
  const page = await open_example(browser, site);
  await page.use("switch", "Keep the data in this browser");
  await page.see("text", /kB kept in this browser since today/);
  await page.tab.evaluate(`new Promise((done) => {
    const open = indexedDB.open("leadpact-v1");
    open.onsuccess = () => {
      const change = open.result.transaction("data", "readwrite"), data = change.objectStore("data");
      data.openKeyCursor().onsuccess = (event) => {
        const id = event.target.result.key[0];
        data.put({ name: "half.csv", size: 100 }, [id, 7]);
        data.put(new Uint8Array(40), [id, 7, 0]);
        data.put({ name: "huge.csv", size: 1e15 }, [id, 8]);
        data.put("not a file", [id, 9]);
        data.put({ name: "odd.csv", size: 3 }, [id, 10]);
        data.put([1, 2, 3], [id, 10, 0]);
        data.put(1, [id, "what", {}.x || 1]);
      };
      change.oncomplete = () => { open.result.close(); done(); };
    };
  })`);
  await reload(page);
  await page.see("heading", "Files");
  const said = (await page.see("", /Not all of the kept data could be read/)).text;
  for (const part of ["half.csv”: parts of it are missing", "not what this page stores",
    "odd.csv”: parts of it are damaged"]) {
    assert.ok(said.includes(part), said);
  }
  await page.use("button", "Forget the data");
  await page.see("text", /gone from this tab and from this browser/);
  assert.deepEqual(await look_into(page, "data"), []);
  assert.deepEqual(page.errors(), []);
});

test("the store of an older page is carried over", async ({ browser, site }) => {
  const page = await open_page(browser, site.index);
  await page.use("button", "Try the example");
  await page.see("text", /^Saved/);
  // As version 1 had it, and as a tab that still has it open lets go of it.
  await page.tab.page.goto(`${site.base}favicon.svg`);
  const before = await page.tab.evaluate(`new Promise((done, fail) => {
    const read = indexedDB.open("leadpact-v1");
    read.onsuccess = async () => {
      const old = read.result, content = {};
      for (const name of ["heads", "snapshots", "settings"]) {
        content[name] = await new Promise((got) => {
          const all = [];
          old.transaction(name).objectStore(name).openCursor().onsuccess = (event) => {
            const at = event.target.result;
            if (!at) return got(all);
            all.push([at.key, at.value]);
            at.continue();
          };
        });
      }
      old.close();
      indexedDB.deleteDatabase("leadpact-v1").onsuccess = () => {
        const open = indexedDB.open("leadpact-v1", 1);
        open.onupgradeneeded = () => {
          for (const name of ["heads", "snapshots", "quarantine", "settings"]) {
            const store = open.result.createObjectStore(name);
            for (const [key, value] of content[name] || []) store.put(value, key);
          }
        };
        open.onsuccess = () => {
          window.held = open.result;
          held.onversionchange = () => held.close();
          done(content.heads.length);
        };
      };
    };
    read.onerror = () => fail(read.error);
  })`);
  assert.equal(before, 1);
  const newer = await open_page(browser, site.index, { context: page.tab.context });
  await newer.see("button", "Save to file");
  await newer.see("text", /^Saved/);
  assert.deepEqual(await look_into(newer, "data"), []);
  // The older tab is told, and does not wait for ever.
  const said = await page.tab.evaluate(`new Promise((done) => {
    const again = indexedDB.open("leadpact-v1", 1);
    again.onsuccess = () => done("opened");
    again.onerror = () => done(again.error.name);
  })`);
  assert.equal(said, "VersionError");
});

test("a full disk keeps nothing half", async ({ browser, site }) => {
  const page = await open_example(browser, site);
  // As browsers end a transaction that needs more than they give: late, all of it, and with this name.
  await page.tab.evaluate(`(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
      const request = put.apply(this, arguments);
      if (this.name === "data" && key.length === 3) {
        const error = new DOMException("no room", "QuotaExceededError");
        Object.defineProperty(this.transaction, "error", { value: error });
        this.transaction.abort();
      }
      return request;
    };
  })()`);
  await page.use("switch", "Keep the data in this browser");
  const said = (await page.see("", /The data is not kept/)).text;
  assert.match(said, /storage is full \(no room\)/);
  assert.equal((await page.see("switch", "Keep the data in this browser")).checked, "false");
  assert.deepEqual(await look_into(page, "data"), []);
  assert.deepEqual(page.errors(), []);
});
