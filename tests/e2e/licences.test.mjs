import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('the licence notices', (scene) => {
  it('can be read in full from the page itself', async () => {
    await scene.page.open();
    await scene.page.click('about');
    await scene.page.click('licences');
    const text = await scene.page.text('licences-dialog');
    assert.match(text, /leptos \d/);
    assert.match(text, /echarts 5/);
    assert.match(text, /highs 1/);
    assert.match(text, /Apache License/);
  });
});
