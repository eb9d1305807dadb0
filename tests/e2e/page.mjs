// The page as a script sees it: elements by their `data-test` names and raw values in `data-value`, nothing else.
import { By, Key, until } from 'selenium-webdriver';

/** How long anything may take to appear before a test fails; it is polled for, not waited out. */
const PATIENCE = 15_000;

const named = (name) => By.css(`[data-test="${name}"]`);

export class Page {
  constructor(browser, url) {
    this.browser = browser;
    this.driver = browser.driver;
    this.url = url;
  }

  /** Opens the page (at a screen, if given) and waits until the plan's score is drawn. */
  async open(screen) {
    await this.driver.get(screen ? `${this.url}#/${screen}` : this.url);
    await this.element(screen && screen !== 'overview' ? `nav-${screen}` : 'score');
    return this;
  }
  async reload() {
    await this.driver.navigate().refresh();
    await this.element('nav-overview');
  }
  /** Goes to a screen by its link in the navigation. */
  async go(screen) {
    await this.click(`nav-${screen}`);
    await this.driver.wait(async () => (await this.driver.getCurrentUrl()).includes(`#/${screen}`), PATIENCE);
  }

  /** The element with the name, once it is there. */
  async element(name) {
    return this.driver.wait(until.elementLocated(named(name)), PATIENCE, `nothing is called ${name}`);
  }
  async has(name) {
    return (await this.driver.findElements(named(name))).length > 0;
  }
  /** All names on the page that begin so. */
  async names(prefix) {
    return this.driver.executeScript(
      (start) => [...document.querySelectorAll('[data-test]')].map((e) => e.dataset.test).filter((n) => n.startsWith(start)),
      prefix,
    );
  }
  async gone(name) {
    await this.driver.wait(async () => !(await this.has(name)), PATIENCE, `${name} is still there`);
  }
  async click(name) {
    // Looked up again if a re-render took the element away meanwhile.
    await this.until(async () => { await (await this.element(name)).click(); return true; }, `clicking ${name}`);
  }
  async text(name) {
    return this.driver.executeScript((e) => e.textContent, await this.element(name));
  }
  /** The raw number behind a figure. */
  async value(name) {
    const raw = await (await this.element(name)).getAttribute('data-value');
    if (raw === null) throw new Error(`${name} has no data-value`);
    return Number(raw);
  }
  async attribute(name, attribute) {
    return (await this.element(name)).getAttribute(attribute);
  }

  /** Polls until the question is answered with something truthy; errors on the way count as "not yet". */
  async until(question, what) {
    let last;
    const answer = await this.driver.wait(async () => {
      try {
        return await question();
      } catch (error) {
        last = error;
        return false;
      }
    }, PATIENCE, what).catch((error) => { throw new Error(`${what}: ${last?.message ?? error.message}`); });
    return answer;
  }
  /** Waits until a figure is something else than it was. */
  async changed(name, before) {
    return this.until(async () => (await this.value(name)) !== before, `${name} still is ${before}`);
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
  /** Picks an option of a select by its value. */
  async pick(name, value) {
    await this.driver.executeScript((select, option) => {
      select.value = option;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, await this.element(name), value);
  }
  /** Hands a file to a file input. */
  async upload(name, path) {
    await (await this.element(name)).sendKeys(path);
  }
  /** Sends keys to whatever has the focus. */
  async keys(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }
  /** Draws a picture of the window as PNG bytes. */
  async screenshot() {
    return Buffer.from(await this.driver.takeScreenshot(), 'base64');
  }
}
