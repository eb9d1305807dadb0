// What follows the glue of wasm-bindgen in both builds. Page and worker run the same program text: in a worker it waits
// for the compiled module and starts it (its `main` then listens for what comes next, before anything else can come); on
// the page it says how a worker is made of itself (`ntmWorker`).

const inWorker = "addEventListener('message', ({ data }) => initSync({ module: data.module }), { once: true });";

/** Over http: the glue is a module with an address, under whatever path. */
export const hostedEnd = `
if (typeof document === 'undefined') { ${inWorker} }
else globalThis.ntmWorker = () => new Worker(import.meta.url, { type: 'module' });
`;

/**
 * In the single file: a classic script, since a worker of a module without an address starts nowhere on file://. It reads
 * its own text, so that the file holds it once.
 */
export const singleEnd = `
if (typeof document === 'undefined') { ${inWorker} }
else {
  const own = document.currentScript.textContent;
  globalThis.ntmWorker = () => {
    const address = URL.createObjectURL(new Blob([own], { type: 'text/javascript' }));
    const worker = new Worker(address);
    worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
    return worker;
  };
  (async () => {
    const unpacked = (id) => ntmUnpacked(document.getElementById(id));
    const charts = document.createElement('script');
    charts.textContent = new TextDecoder().decode(unpacked('charts'));
    document.head.append(charts);
    const program = await __wbg_init({ module_or_path: unpacked('program') });
    dispatchEvent(new CustomEvent('TrunkApplicationStarted', { detail: { wasm: program } }));
  })();
}
`;
