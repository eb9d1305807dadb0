import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('a program that stops', (scene) => {
  it('says so in both languages and leaves a way to the saved plan', async () => {
    await scene.page.open();
    await scene.page.driver.executeScript(() => globalThis.ntmCrash('a test'));
    const text = await scene.page.text('crash');
    assert.match(text, /Chương trình đã dừng/);
    assert.match(text, /The program has stopped/);
    assert.ok(await scene.page.has('crash-download'));
  });

  it('starts again on reload with everything in place', async () => {
    await scene.page.click('crash-reload');
    await scene.page.gone('crash');
    assert.equal(await scene.page.value('score'), 1);
  });
});
