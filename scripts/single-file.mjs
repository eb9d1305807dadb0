// build/host (as Trunk made it) and build/parts → dist/ntm-planner.html: one file that works from file:// with the network off.
// What is large goes in packed (payload.mjs) and is unpacked at the start.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dataBlock } from './payload.mjs';
import { scriptHash, withPolicy } from './policy.mjs';
import { parts, singleProgram, start } from './program.mjs';
import { solver } from './solver.mjs';

const names = readdirSync('build/host');
const only = (pattern) => {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one ${pattern} in build/host, found ${found.length}`);
  return readFileSync(`build/host/${found[0]}`);
};

const css = only(/^app-[0-9a-f]+\.css$/).toString('utf8');
const echarts = only(/^echarts-[0-9a-f]+\.js$/).toString('utf8');
const notices = readFileSync('build/THIRD-PARTY-LICENSES.txt');

// One script, which the page and its workers run alike.
const program = await singleProgram();

/** Text that may stand inside a script element. */
const inScript = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

let html = readFileSync('build/host/index.html', 'utf8');
const put = (pattern, text) => {
  if (!pattern.test(html)) throw new Error(`nothing in the page matches ${pattern}`);
  html = html.replace(pattern, () => text);
};
put(/<link rel="stylesheet"[^>]*>/, `<style>${css}</style>`);
html = html.replace(/<link rel="(?:modulepreload|preload)"[^>]*>/g, '');
put(/<script[^>]*\ssrc="[^"]*echarts-[^"]*"[^>]*><\/script>/, '');
put(/<script type="module">[\s\S]*?<\/script>/, '');
// At the end of the body: what is drawn first is read first.
put(
  /<\/body>/,
  [
    dataBlock('licences', notices),
    dataBlock('charts', Buffer.from(echarts)),
    dataBlock('program', start()),
    `<script>${inScript(program)}</script>`,
    // Read after the first paint.
    ...parts().map(({ name, bytes }) => dataBlock(`part-${name}`, bytes)),
    // Read when it is first used, so it comes last.
    dataBlock('solver-script', solver().script),
    dataBlock('solver-program', solver().program),
    '</body>',
  ].join('\n'),
);
html = withPolicy(html, { script: [scriptHash(echarts)], worker: ['blob:'] });
const leftover = html.replace(/<script[\s\S]*?<\/script>/g, '').match(/\s(?:src|href)="(?!data:|#)[^"]*"/);
if (leftover) throw new Error(`the single file still points outside itself:${leftover[0]}`);
writeFileSync('dist/ntm-planner.html', html);
