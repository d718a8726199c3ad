// Text is entered as on any web page, by the browser's own input: dead keys and input methods,
// selection, the clipboard to and from other pages; and letters of every script are kept,
// given away and shown as they are.
import { test, assert } from "./lib/harness.mjs";
import { open_page } from "./lib/page.mjs";
import { file_given, keep_files } from "./lib/person.mjs";

const FIELD = "In your own words";
// Japanese, Arabic, Hindi, a family of four joined code points, a flag and a skin tone, an accent
// made of two characters, and letters beyond the first plane.
const EVERY_SCRIPT =
  "日本語のテキスト、مرحبا بالعالم 12، हिन्दी में क्षेत्र 👨‍👩‍👧‍👦 🇯🇵 👍🏽 e\u0301 𠮷野家 Größe ½ €";

async function open_field(browser, site) {
  const page = await open_page(browser, site.index);
  await page.use("button", "Start from One-page starter");
  await page.use("button", "Promise: 50 qualified leads a month");
  return page;
}

// As a keyboard of another layout or an input method hands it over.
async function insert(page, text) {
  const { keyboard } = page.tab.page;
  if (page.tab.browser_name === "chromium") return keyboard.insertText(text);
  for (const character of text) await keyboard.sendCharacter(character);
}

async function value(page) {
  return (await page.find("textbox", FIELD)).value;
}

test("a dead key and an input method write what they compose", { browsers: ["chromium"] }, async ({ browser, site }) => {
  const page = await open_field(browser, site);
  await page.fill(FIELD, "caf");
  const keys = await page.tab.context.newCDPSession(page.tab.page);
  // ´ and then e, as the system hands them to the browser.
  await keys.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
  await page.rest();
  await page.see("text", /^caf$/);
  await keys.send("Input.insertText", { text: "é" });
  await page.rest();
  await page.see("text", /^café$/);
  // Kana that become kanji when the person decides.
  for (const kana of ["に", "にほ", "にほん"]) {
    await keys.send("Input.imeSetComposition", { text: kana, selectionStart: kana.length, selectionEnd: kana.length });
    await page.rest();
    assert.equal(await value(page), `café${kana}`, "the field shows what is being composed");
    await page.see("text", /^café$/);
  }
  await keys.send("Input.insertText", { text: "日本" });
  await page.rest();
  await page.see("text", /^café日本$/);
  // Thought better of: nothing is left of it.
  await keys.send("Input.imeSetComposition", { text: "こ", selectionStart: 1, selectionEnd: 1 });
  await keys.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  await page.rest();
  assert.equal(await value(page), "café日本");
  await page.see("text", /^café日本$/);
  assert.deepEqual(page.errors(), []);
});

test("text is selected by keys, replaced and taken back as in any field", async ({ browser, site }) => {
  const page = await open_field(browser, site);
  await page.fill(FIELD, "one two three");
  for (let i = 0; i < 5; ++i) await page.tab.press("Shift+ArrowLeft");
  await page.tab.type("3");
  await page.rest();
  await page.see("text", "one two 3");
  await page.press("Control+z");
  assert.notEqual(await value(page), "one two 3", "the field's own undo");
  await page.press("Control+a");
  await page.tab.type("new");
  await page.rest();
  await page.see("text", "new");
  await page.press("Home");
  await page.press("Shift+End");
  await page.press("Delete");
  assert.equal(await value(page), "");
  assert.deepEqual(page.errors(), []);
});

test("text goes to and comes from another page by the clipboard", async ({ browser, site }) => {
  const page = await open_field(browser, site);
  const other = await browser.open(`${site.base}no-such-page`, { context: page.tab.context });
  await other.page.setContent("<textarea autofocus></textarea>");
  const other_text = () => other.evaluate(() => document.querySelector("textarea").value);
  const to = async (tab) => tab.page.bringToFront();

  await to(page.tab);
  await page.fill(FIELD, "from us");
  await page.press("Control+a");
  await page.press("Control+c");
  await to(other);
  await other.evaluate(() => document.querySelector("textarea").focus());
  await other.press("Control+v");
  await other.wait_for(() => document.querySelector("textarea").value === "from us");

  await other.press("Control+a");
  await insert({ tab: other }, EVERY_SCRIPT);
  assert.equal(await other_text(), EVERY_SCRIPT);
  await other.press("Control+a");
  await other.press("Control+x");
  await other.wait_for(() => document.querySelector("textarea").value === "");

  await to(page.tab);
  await page.use("textbox", FIELD);
  await page.press("Control+a");
  await page.press("Control+v");
  assert.equal(await value(page), EVERY_SCRIPT);
  await page.see("text", EVERY_SCRIPT);
  await page.press("Control+a");
  await page.press("Control+x");
  assert.equal(await value(page), "");
  await page.unsee("text", EVERY_SCRIPT);
  await page.press("Control+v");
  await page.see("text", EVERY_SCRIPT);
  assert.deepEqual(page.errors(), []);
});

test("letters of every script are kept and given away exactly", async ({ browser, site }) => {
  const page = await open_field(browser, site);
  await keep_files(page);
  await page.use("textbox", FIELD);
  await page.press("Control+a");
  await insert(page, EVERY_SCRIPT);
  await page.rest();
  await page.see("text", EVERY_SCRIPT);
  await page.use("button", "Markdown");
  assert.ok((await file_given(page, "# ")).includes(EVERY_SCRIPT));
  await page.use("button", "Save to file");
  const saved = JSON.parse(await file_given(page, "{")).agreement;
  assert.ok(saved.commitments.some((each) => each.detail === EVERY_SCRIPT));
  await page.see("text", /^Saved/);
  // Another day, in another tab.
  const later = await open_page(browser, site.index, { context: page.tab.context });
  await later.see("heading", "Agreement");
  await later.use("button", "Promise: 50 qualified leads a month");
  assert.equal(await value(later), EVERY_SCRIPT);
  assert.deepEqual([...page.errors(), ...later.errors()], []);
});

test("letters of every script are drawn by the browser's fonts", async ({ browser, site, output }) => {
  const page = await open_field(browser, site);
  await page.tab.evaluate(() => {
    const { letters } = leadpact;
    const { draw } = letters;
    window.asked = [];
    letters.draw = (text, weight, em) => {
      window.asked.push(text);
      return draw(text, weight, em);
    };
  });
  await page.use("textbox", FIELD);
  await page.press("Control+a");
  await insert(page, EVERY_SCRIPT);
  await page.rest();
  const asked = new Set(await page.tab.evaluate(() => window.asked));
  for (const run of ["日", "語", "مرحبا", "بالعالم", "हिन्दी", "क्षेत्र", "👨‍👩‍👧‍👦", "🇯🇵", "👍🏽", "e\u0301", "𠮷"]) {
    assert.ok(asked.has(run), `${run} was not asked for: ${[...asked].join(" | ")}`);
  }
  // Two letters of one script are two pictures, and neither is the box of a letter no font has.
  const pictures = await page.tab.evaluate((pairs) => {
    const print = (text) => {
      const drawn = leadpact.letters.draw(text, 0, 32);
      return `${drawn.width} ${drawn.height} ${leadpact.letters.pixels.join()}`;
    };
    return pairs.map((pair) => [...pair, "\u{10FFFE}"].map(print));
  }, [["東", "京"], ["م", "ع"], ["क", "ह"], ["👍", "😀"]]);
  for (const [one, other, box] of pictures) assert.equal(new Set([one, other, box]).size, 3);
  await page.use("button", "Done with this part");
  await page.tab.screenshot(`${output}/every_script_${page.tab.browser_name}.png`);
  assert.deepEqual(page.errors(), []);
});
