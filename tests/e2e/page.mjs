// What a person does to the page, by the `data-test` names of its parts and nothing else.
import { By, Key } from 'selenium-webdriver';
import { PATIENCE, Reading } from './reading.mjs';

export class Page extends Reading {
  constructor(browser, url) {
    super(browser);
    this.url = url;
  }

  /** Opens the page (at a screen, if given) and waits until the plan's score is drawn. */
  async open(screen) {
    await this.driver.get(screen ? `${this.url}#/${screen}` : this.url);
    await this.element(screen && screen !== 'overview' ? `nav-${screen}` : 'score');
    await this.come();
    return this;
  }
  async reload() {
    await this.driver.navigate().refresh();
    await this.element('nav-overview');
    await this.come();
  }
  /** What is loaded after the first paint is no longer waited for: it is here, or it is said that it is not. */
  async come() {
    await this.gone('screen-coming');
  }
  /** Goes to a screen by its link in the navigation. */
  async go(screen) {
    await this.click(`nav-${screen}`);
    await this.driver.wait(async () => (await this.driver.getCurrentUrl()).includes(`#/${screen}`), PATIENCE);
    await this.driver.wait(async () => (await this.attribute(`nav-${screen}`, 'aria-current')) === 'page', PATIENCE, `${screen} is not shown`);
    await this.come();
  }

  async click(name) {
    // Looked up again if a re-render took the element away meanwhile.
    await this.until(async () => { await (await this.element(name)).click(); return true; }, `clicking ${name}`);
  }
  /** Moves a slider as a drag does: `input` for each step, `change` at its end. */
  async slide(name, ...values) {
    await this.driver.executeScript((slider, steps) => {
      for (const step of steps) {
        slider.value = String(step);
        slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    }, await this.element(name), values);
  }
  /** Replaces the text of a field and leaves it with Enter. */
  async type(name, text) {
    const field = await this.element(name);
    await field.sendKeys(Key.chord(Key.CONTROL, 'a'), text, Key.ENTER);
  }
  /** Replaces the text of a field and stays in it. */
  async write(name, text) {
    await (await this.element(name)).sendKeys(Key.chord(Key.CONTROL, 'a'), text);
  }
  /** Puts a text into a field as a paste does: tabs and line ends are part of it. */
  async fill(name, text) {
    await this.driver.executeScript((field, value) => {
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, await this.element(name), text);
  }
  /** Presses Escape in a field. */
  async escape(name) {
    await (await this.element(name)).sendKeys(Key.ESCAPE);
  }
  /** Picks an option of a select by its value. */
  async pick(name, value) {
    await this.driver.executeScript((select, option) => {
      select.value = option;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, await this.element(name), value);
  }
  /** Presses the button of a group that stands for a value. */
  async choose(group, value) {
    await this.driver.executeScript((row, wanted) => {
      [...row.querySelectorAll('[data-value]')].find((button) => button.dataset.value === wanted).click();
    }, await this.element(group), value);
    await this.is(group, value);
  }
  /** Hands a file to a file input. */
  async upload(name, path) {
    await (await this.element(name)).sendKeys(path);
  }
  /** Moves the pointer to a place in an element, given as parts of its width and height. */
  async pointInto(name, across, down) {
    const origin = await this.element(name);
    const [width, height] = await this.driver.executeScript((e) => {
      e.scrollIntoView({ block: 'center' });
      return [e.offsetWidth, e.offsetHeight];
    }, origin);
    const from = (size, part) => Math.round(size * (part - 0.5));
    await this.driver.actions().move({ origin, x: from(width, across), y: from(height, down), duration: 0 }).perform();
  }
  /** Brings back what the latest message says was deleted. */
  async undoLast() {
    await this.until(async () => {
      const buttons = await this.driver.findElements(By.css('[data-test="toast-undo"]'));
      await buttons.at(-1).click();
      return true;
    }, 'a message offers to undo');
  }
  /** Sends keys to whatever has the focus. */
  async keys(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }
  /** Presses a key while others are held. */
  async chord(...keys) {
    const key = keys.pop();
    const hand = this.driver.actions();
    for (const held of keys) hand.keyDown(held);
    hand.sendKeys(key);
    for (const held of keys) hand.keyUp(held);
    await hand.perform();
  }
  /** Presses Tab until the element with the name has the focus. */
  async tabTo(name) {
    await this.element(name);
    for (let step = 0; step < 300; step += 1) {
      if ((await this.focused()).name === name) return;
      await this.keys(Key.TAB);
    }
    throw new Error(`${name} is not reached by Tab`);
  }
  /** Runs a function in every page loaded from now on, before anything of the page. */
  async beforeEachLoad(action) {
    await this.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: `(${action})()` });
  }
  /** Draws a picture of the window as PNG bytes. */
  async screenshot() {
    return Buffer.from(await this.driver.takeScreenshot(), 'base64');
  }
}
