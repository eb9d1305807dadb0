import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('a first visit', (scene) => {
  it('shows the computed default plan without a form to fill', async () => {
    await scene.page.open();
    assert.equal(await scene.page.value('score'), 1);
    assert.equal(await scene.page.value('debt'), 0);
  });

  it('removes the frame drawn before the program started', async () => {
    assert.equal(await scene.page.driver.executeScript(() => document.getElementById('boot')), null);
  });

  it('explains itself in three steps that can be dismissed for good, and shown again', async () => {
    const { page } = scene;
    await page.element('tour');
    const steps = new Set([await page.text('tour')]);
    for (let step = 0; step < 2; step += 1) {
      const before = await page.text('tour');
      await page.click('tour-next');
      await page.until(async () => (await page.text('tour')) !== before, 'the next step is shown');
      steps.add(await page.text('tour'));
    }
    assert.equal(steps.size, 3);
    await page.click('tour-next');
    await page.gone('tour');
    await page.reload();
    await page.element('score');
    assert.equal(await page.has('tour'), false);
    await page.click('about');
    await page.click('tour-show');
    await page.element('tour');
    await page.click('tour-dismiss');
    await page.gone('tour');
  });

  it('has every screen one click away', async () => {
    for (const screen of ['scenarios', 'timeline', 'communes', 'data', 'share', 'overview']) {
      await scene.page.go(screen);
      assert.equal(await scene.page.attribute(`nav-${screen}`, 'aria-current'), 'page');
    }
  });
});
