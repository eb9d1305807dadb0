// Bundles what is not Rust into build/: the chart library, the boot script, and all style sheets as one.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, minify: true, charset: 'utf8', legalComments: 'none', target: 'es2021', logLevel: 'warning' };

/** Order of the cascade: tokens, what is shared, one sheet for each part, print last. */
const FIRST = ['tokens.css', 'base.css', 'shell.css'];
const LAST = ['print.css'];

function styleSheets() {
  const rank = (name) => (FIRST.includes(name) ? FIRST.indexOf(name) - 100 : LAST.includes(name) ? 100 : 0);
  return readdirSync('style')
    .filter((name) => name.endsWith('.css'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

const imports = ['./src/js/boot.css', ...styleSheets().map((name) => `./style/${name}`)];
await Promise.all([
  build({ ...common, entryPoints: ['src/js/boot.mjs'], format: 'iife', outfile: 'build/boot.js' }),
  build({ ...common, entryPoints: ['src/js/echarts.mjs'], format: 'iife', outfile: 'build/echarts.js' }),
  // Of what the solver's loader is for Node nothing runs in a browser.
  build({
    ...common,
    entryPoints: ['src/js/highs-worker.mjs'],
    format: 'iife',
    external: ['node:*'],
    define: { 'import.meta.url': '""' },
    outfile: 'build/highs-worker.js',
  }),
  build({
    ...common,
    stdin: { contents: imports.map((path) => `@import "${path}";`).join('\n'), resolveDir: '.', loader: 'css' },
    outfile: 'build/app.css',
  }),
]);
