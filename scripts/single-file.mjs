// index.html, the bundles and build/parts → dist/ntm-planner.html: one file that works from file:// with the network off.
// What is large goes in packed (payload.mjs) and is unpacked at the start.
import { readFileSync, writeFileSync } from 'node:fs';
import { boot, inScript, page } from './page.mjs';
import { dataBlock } from './payload.mjs';
import { scriptHash, withPolicy } from './policy.mjs';
import { parts, singleProgram, start } from './program.mjs';
import { solver } from './solver.mjs';

const charts = readFileSync('build/echarts.js', 'utf8');
const { script, program } = solver();
const html = page({
  boot: boot(),
  styles: `<style>${readFileSync('build/app.css', 'utf8')}</style>`,
  charts: '',
  program: '',
  // At the end of the body: what is drawn first is read first.
  end: [
    dataBlock('licences', readFileSync('build/THIRD-PARTY-LICENSES.txt')),
    dataBlock('charts', Buffer.from(charts)),
    dataBlock('program', start()),
    // One script, which the page and its workers run alike.
    `<script>${inScript(await singleProgram())}</script>`,
    // Read after the first paint.
    ...parts().map(({ name, bytes }) => dataBlock(`part-${name}`, bytes)),
    // Read when it is first used, so it comes last.
    dataBlock('solver-script', script),
    dataBlock('solver-program', program),
  ].join('\n'),
});
const finished = withPolicy(html, { script: [scriptHash(charts)], worker: ['blob:'] });
const leftover = finished.replace(/<script[\s\S]*?<\/script>/g, '').match(/\s(?:src|href)="(?!data:|#)[^"]*"/);
if (leftover) throw new Error(`the single file still points outside itself:${leftover[0]}`);
writeFileSync('dist/ntm-planner.html', finished);
