// A person who writes an agreement: presses and types by role and name, and counts both, so that
// a test can say how long somebody would take who has never seen the page.
//
//   const person = new Person(page);
//   await person.press("Add a contact");
//   await person.write("Name", "Ada");              // the last field of that name: the newest
//   await person.choose("Team", "Sales");
//   person.minutes()                                 // 2 s a press, 0.3 s a letter
import assert from "node:assert/strict";

const SECONDS_A_PRESS = 2;
const SECONDS_A_LETTER = 0.3;

export class Person {
  constructor(page) {
    this.page = page;
    this.presses = 0;
    this.letters = 0;
  }

  // With the mouse; scrolls there as far as needed. `which` counts from the end.
  async #click(role, name, which = -1) {
    const { page } = this;
    const look = async () => {
      await page.see(role, name);
      return (await page.all(role, name)).at(which);
    };
    const near_top = ({ y, height }) => y + Math.min(height / 2, 20);
    const found = await page.bring_into_view(look, near_top);
    await this.#press_at(found.x + found.width / 2, near_top(found));
  }
  async #press_at(x, y) {
    const { page } = this;
    await page.tab.move(x, y);
    await page.rest();
    await page.tab.click(x, y);
    await page.rest();
    this.presses += 1;
  }
  async #until(role, name, holds, timeout = 15000) {
    const late = Date.now() + timeout;
    for (;;) {
      const found = (await this.page.all(role, name)).at(-1);
      if (found && holds(found)) return;
      assert.ok(Date.now() < late, `${role} ${name} is ${JSON.stringify(found)}`);
      await new Promise((again) => setTimeout(again, 50));
    }
  }
  press(name) {
    return this.#click("button", name);
  }
  turn_on(name) {
    return this.#click("switch", name);
  }
  go(name) {
    return this.#click("link", name);
  }
  // In place of what the field held.
  async write(name, text) {
    await this.#click("textbox", name);
    await this.page.tab.press("Control+A");
    await this.page.tab.type(text);
    await this.page.rest();
    this.presses += 1;
    this.letters += text.length;
    await this.#until("textbox", name, (field) => field.value === text);
  }
  async choose(name, option) {
    await this.#click("combobox", name);
    const list = await this.page.see("listbox", name);
    const found = await this.page.see("option", option);
    if (found.y >= list.y && found.y + found.height <= list.y + list.height) {
      // Not scrolled to: the list would close.
      await this.#press_at(found.x + found.width / 2, found.y + found.height / 2);
    } else {
      await this.page.tab.type(option);
      await this.page.press("Enter");
      this.presses += 1;
      this.letters += option.length;
    }
    await this.#until("combobox", name, (field) => field.text === option);
  }
  minutes() {
    return (this.presses * SECONDS_A_PRESS + this.letters * SECONDS_A_LETTER) / 60;
  }
  // What a person who reads as they go would need, to be printed.
  report(what) {
    console.log(
      `        ${what}: ${this.presses} presses and ${this.letters} letters, ` +
        `${this.minutes().toFixed(1)} minutes of hands`,
    );
  }
}

// What the page gives away from now on, as text: downloads and pages to print.
export async function keep_files(page) {
  await page.tab.evaluate(() => {
    const make = URL.createObjectURL;
    window.given = [];
    URL.createObjectURL = (blob) => {
      window.given.push(blob);
      return make.call(URL, blob);
    };
    // A download would open the browser's own panel.
    HTMLAnchorElement.prototype.click = () => {};
    window.open = () => ({ addEventListener() {} });
  });
}

// The newest of them; fails where there is none of that beginning.
export async function file_given(page, beginning) {
  await page.tab.wait_for(() => window.given.length > 0);
  const text = await page.tab.evaluate(() => window.given.at(-1).text());
  assert.ok(text.startsWith(beginning), text.slice(0, 200));
  return text;
}
