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

  it('has every screen one click away', async () => {
    for (const screen of ['scenarios', 'timeline', 'communes', 'data', 'share', 'overview']) {
      await scene.page.go(screen);
      assert.equal(await scene.page.attribute(`nav-${screen}`, 'aria-current'), 'page');
    }
  });
});
