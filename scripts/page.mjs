// index.html as a template: what Trunk puts in the place of its `data-trunk` links (`make watch`), the packers of the hosted
// page and of the single file put there themselves. Each slot must be there once.
import { readFileSync } from 'node:fs';

const link = (attributes) => new RegExp(`<(link|script) data-trunk[^>]*${attributes}[^>]*>(</script>)?`);
const SLOTS = {
  boot: link('href="build/boot\\.js"'),
  styles: link('href="build/app\\.css"'),
  charts: link('src="build/echarts\\.js"'),
  program: link('rel="rust"'),
};

/** The page with `{boot, styles, charts, program, end}` in it: texts of elements; `end` stands last in the body. */
export function page(elements) {
  let html = readFileSync('index.html', 'utf8');
  const put = (pattern, text) => {
    if (!pattern.test(html)) throw new Error(`nothing in the page matches ${pattern}`);
    html = html.replace(pattern, () => text);
  };
  for (const [slot, pattern] of Object.entries(SLOTS)) put(pattern, elements[slot]);
  put(/<\/body>/, `${elements.end}\n</body>`);
  if (html.includes('data-trunk')) throw new Error('a data-trunk link of the page has no slot');
  return html;
}

/** Text that may stand inside a script element. */
export const inScript = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/** The boot script, which stands in the page itself: it runs before the first paint. */
export const boot = () => `<script>${inScript(readFileSync('build/boot.js', 'utf8'))}</script>`;
