// The exact solver as the page carries it: beside the hosted page, or packed inside the single file.
import { unpacked } from './unpack.mjs';

let parts;

/** Address of the script of its worker and its compiled WebAssembly: `{ script, module }`; read when first asked for. */
export function solver() {
  parts ??= read();
  // What failed once is tried again.
  parts.catch(() => { parts = undefined; });
  return parts;
}

async function read() {
  const beside = document.getElementById('solver');
  if (beside) {
    const answer = await fetch(`./${beside.dataset.program}`);
    if (!answer.ok) throw new Error(String(answer.status));
    return { script: `./${beside.dataset.script}`, module: await WebAssembly.compile(await answer.arrayBuffer()) };
  }
  const bytes = (id) => unpacked(document.getElementById(id));
  const script = new Blob([bytes('solver-script')], { type: 'text/javascript' });
  return { script: URL.createObjectURL(script), module: await WebAssembly.compile(bytes('solver-program')) };
}
