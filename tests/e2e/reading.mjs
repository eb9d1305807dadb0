// What a script can read of the page: elements by their `data-test` names, raw values in `data-value`, the focus; all
// waited for by asking again, never by a pause.
import assert from 'node:assert/strict';
import { By, until } from 'selenium-webdriver';

/** How long anything may take to appear before a test fails; it is polled for, not waited out. */
export const PATIENCE = 15_000;

const named = (name) => By.css(`[data-test="${name}"]`);

export class Reading {
  constructor(browser) {
    this.browser = browser;
    this.driver = browser.driver;
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
  /** Whether all of an element is inside the window. */
  async inView(name) {
    return this.driver.executeScript((e) => {
      const { top, bottom, left, right } = e.getBoundingClientRect();
      return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && e.checkVisibility();
    }, await this.element(name));
  }
  async gone(name) {
    await this.driver.wait(async () => !(await this.has(name)), PATIENCE, `${name} is still there`);
  }
  async text(name) {
    return this.driver.executeScript((e) => e.textContent, await this.element(name));
  }
  /** The raw value behind a figure or of a choice, as text. */
  async raw(name) {
    const raw = await (await this.element(name)).getAttribute('data-value');
    if (raw === null) throw new Error(`${name} has no data-value`);
    return raw;
  }
  /** The raw number behind a figure. */
  async value(name) {
    return Number(await this.raw(name));
  }
  async attribute(name, attribute) {
    return (await this.element(name)).getAttribute(attribute);
  }

  /** Polls until the question is answered with something truthy; errors on the way count as "not yet". */
  async until(question, what, patience = PATIENCE) {
    let last;
    const answer = await this.driver.wait(async () => {
      try {
        return await question();
      } catch (error) {
        last = error;
        return false;
      }
    }, patience, what).catch((error) => { throw new Error(`${what}: ${last?.message ?? error.message}`); });
    return answer;
  }
  /** Waits until a figure is something else than it was. */
  async changed(name, before) {
    return this.until(async () => (await this.value(name)) !== before, `${name} still is ${before}`);
  }
  /** Waits until a raw value is the one wanted; numbers within a millionth. */
  async is(name, wanted) {
    const same = (raw) => (typeof wanted === 'number' ? Math.abs(Number(raw) - wanted) < 1e-6 : raw === wanted);
    return this.until(async () => same(await this.raw(name)), `${name} becomes ${wanted}`);
  }
  /** Waits until everything done so far is written and read back. */
  async saved() {
    await this.is('saved-state', 'saved');
  }

  /** What has the focus: its `data-test` name, a description, and whether it can be seen that it has it. */
  async focused() {
    return this.driver.executeScript(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { lost: true };
      const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      // The sign of the focus is drawn round the element, its pseudo-element, or the field that it lies in; the style of
      // a slider's thumb can only be read from the rules.
      const styles = [getComputedStyle(element), getComputedStyle(element, '::after'), getComputedStyle(element.parentElement)];
      const thumb = '::-webkit-slider-thumb';
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((r) => r.selectorText?.endsWith(thumb));
      const ruled = rules.some((r) => element.matches(r.selectorText.slice(0, -thumb.length)) && /outline: *[1-9]/.test(r.cssText));
      const box = element.getBoundingClientRect();
      const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return {
        lost: !element.isConnected || !element.checkVisibility({ visibilityProperty: true }),
        name: element.dataset.test,
        what: `${element.tagName} ${element.dataset.test ?? element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`,
        seen: inside && (ruled || styles.some(outlined)),
      };
    });
  }
  /** The focus is on something that is there, once the page has drawn what happened last. */
  async keepsFocus() {
    await this.driver.executeAsyncScript((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await this.until(async () => !(await this.focused()).lost, 'the focus is somewhere');
  }
  /** The focus is somewhere and to be seen; says where. */
  async showsFocus() {
    const { lost, seen, what } = await this.focused();
    assert.ok(!lost, 'the focus is lost');
    assert.ok(seen, `the focus is not to be seen: ${what}`);
    return what;
  }
}
