// The page as a person finds it: by role and name, with mouse or keys. The
// mirror's elements lie exactly over what is drawn, so their places are where
// the mouse goes.
//
//   const page = await open_page(browser, site.index);
//   await page.use("button", "Try the example");
//   await page.see("heading", "Scorecard");
//   await page.tab_to("button", "Open files…"); await page.press("Enter");
import assert from "node:assert/strict";

const LOOK = `
  function look(role, name) {
    const all = [];
    for (const e of document.querySelectorAll("#mirror [data-id]")) {
      if (role && e.dataset.role !== role) continue;
      const said = e.getAttribute("aria-label") || e.textContent;
      if (name && !(name instanceof RegExp ? name.test(said) : said === name)) continue;
      const r = e.getBoundingClientRect();
      all.push({ id: e.dataset.id, role: e.dataset.role, name: said, x: r.x, y: r.y,
        width: r.width, height: r.height, disabled: !!e.disabled, value: e.value ?? null,
        text: e.textContent, expanded: e.getAttribute("aria-expanded"),
        checked: e.getAttribute("aria-checked"), current: e.getAttribute("aria-current"),
        focused: document.activeElement === e });
    }
    return all;
  }`;

function literal(name) {
  return name instanceof RegExp ? String(name) : JSON.stringify(name ?? "");
}

export class Page {
  constructor(tab) {
    this.tab = tab;
  }

  // Every node of this role and name (a text or a regular expression).
  all(role, name) {
    return this.tab.evaluate(`(() => { ${LOOK} return look(${JSON.stringify(role)}, ${literal(name)}); })()`);
  }
  async find(role, name) {
    return (await this.all(role, name))[0] ?? null;
  }
  async see(role, name, timeout = 15000) {
    const until = Date.now() + timeout;
    for (;;) {
      const found = await this.find(role, name);
      if (found) return found;
      if (Date.now() > until) {
        throw new Error(`No ${role} ${literal(name)}. The page has:\n${await this.outline()}`);
      }
      await new Promise((again) => setTimeout(again, 50));
    }
  }
  async unsee(role, name, timeout = 15000) {
    const until = Date.now() + timeout;
    while (await this.find(role, name)) {
      if (Date.now() > until) throw new Error(`Still there: ${role} ${literal(name)}`);
      await new Promise((again) => setTimeout(again, 50));
    }
  }
  // With the mouse; scrolls to it first where it is out of sight.
  async use(role, name) {
    const found = await this.bring_into_view(() => this.see(role, name));
    await this.tab.move(found.x + found.width / 2, found.y + found.height / 2);
    await this.rest();
    await this.tab.click(found.x + found.width / 2, found.y + found.height / 2);
    await this.rest();
  }
  // What look() finds, scrolled to by focus, and where the window has none (a browser's own panel
  // may take it) by the wheel, until `point` of it can be clicked.
  async bring_into_view(look, point = (found) => found.y + found.height / 2) {
    let found = await look();
    const [width, height] = await this.tab.evaluate(() => [innerWidth, innerHeight]);
    const is_clear = () => found.y >= 60 && found.y + found.height <= height - 64;
    const is_reached = () => point(found) > 0 && point(found) < height;
    for (let tries = 0; tries < 40; ++tries) {
      if (is_clear() || (tries > 0 && is_reached())) break;
      if (tries % 2 === 0) {
        await this.tab.evaluate((id) => {
          document.activeElement.blur();
          document.getElementById("n" + id).focus();
        }, found.id);
      } else {
        await this.tab.move(Math.min(Math.max(found.x + found.width / 2, 8), width - 8), height / 2);
        await this.tab.wheel(0, Math.round((point(found) - height / 2) / 2));
      }
      await this.rest();
      found = await look();
    }
    return found;
  }
  // Writes into a field in place of what it held, as a person does.
  async fill(name, text) {
    await this.use("textbox", name);
    await this.tab.press("Control+A");
    if (text === "") await this.tab.press("Delete");
    else await this.tab.type(text);
    await this.rest();
  }
  // With the Tab key, from where the keyboard is.
  async tab_to(role, name, most = 80) {
    for (let i = 0; i < most; ++i) {
      const found = await this.find(role, name);
      if (found?.focused) return found;
      await this.tab.press("Tab");
      await new Promise((later) => setTimeout(later, 60));
    }
    throw new Error(`Tab does not reach ${role} ${literal(name)}:\n${await this.outline()}`);
  }
  async press(key) {
    await this.tab.press(key);
    await this.rest();
  }
  // As if dropped on the page.
  async drop(files) {
    await this.tab.evaluate(
      (list) => {
        const data = new DataTransfer();
        for (const { name, text } of list) data.items.add(new File([text], name));
        for (const kind of ["dragenter", "dragover", "drop"]) {
          document.dispatchEvent(
            new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }),
          );
        }
      },
      files,
    );
    await this.rest();
  }
  // Until nothing moves: two turns of the browser without a frame of ours. Whatever was done
  // before has asked for its frame by then.
  async rest(timeout = 15000) {
    const until = Date.now() + timeout;
    for (let calm = 0; calm < 2 && Date.now() < until; ) {
      const drew = await this.tab.evaluate(async () => {
        const before = leadpact.frames;
        for (let turn = 0; turn < 2; ++turn) {
          await new Promise((next) => {
            requestAnimationFrame(next);
            setTimeout(next, 500); // in a hidden tab there are no turns
          });
        }
        return leadpact.frames !== before;
      });
      calm = drew ? 0 : calm + 1;
    }
  }
  async outline() {
    const all = await this.all("", "");
    const lines = all.map((n) => `  ${n.role} "${n.name.slice(0, 80)}"${n.focused ? " *" : ""}`);
    return lines.length <= 60
      ? lines.join("\n")
      : [...lines.slice(0, 60), `  … and ${lines.length - 60} more`].join("\n");
  }
  // What the browser and the page complained about.
  errors() {
    return this.tab.errors;
  }
}

export async function open_page(browser, url, options = {}) {
  const tab = await browser.open(url, options);
  await ready(tab);
  const page = new Page(tab);
  await page.rest();
  return page;
}

// In a sandboxed frame, as on an intranet page that trusts nobody. Around it a page of the same
// server: browsers let no public page, nor a data: one, reach this machine.
export async function open_in_sandbox(browser, base, address) {
  const tab = await browser.open(`${base}no-such-page`);
  await tab.page.setContent(
    `<iframe sandbox="allow-scripts allow-downloads" src="${address}"
       style="position:fixed; inset:0; width:100%; height:100%; border:0"></iframe>`,
  );
  const frame = await (await tab.page.waitForSelector("iframe")).contentFrame();
  const inside = Object.create(tab, { evaluate: { value: frame.evaluate.bind(frame) } });
  await ready(inside);
  const page = new Page(inside);
  await page.rest();
  return page;
}

export function ready(tab) {
  return tab.wait_for(
    () => document.documentElement.classList.contains("failed") || !!window.leadpact?.ready,
    40000,
  );
}

export { assert };
