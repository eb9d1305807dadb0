// A small static server for the built page: `node scripts/serve.mjs [--dir dist] [--port 8080] [--base /]`.
// Listens on this machine only. Also used by the tests, which serve the page under a sub-path.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Serves `dir` under `base`; a port that is taken is passed over. Resolves to `{url, close, unref}`. */
export function serve({ dir = 'dist', port = 0, base = '/' } = {}) {
  const root = resolve(dir);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : undefined;
    let file = inside === undefined ? undefined : join(root, inside);
    if (file === root || file === root + sep) file = join(root, 'index.html');
    const known = file?.startsWith(root + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!known) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((done, failed) => {
    let next = port;
    server.on('error', (error) => {
      if (error.code === 'EADDRINUSE' && next && next < port + 20) server.listen(++next, '127.0.0.1');
      else failed(error);
    });
    server.on('listening', () => {
      const close = () => new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
      done({ url: `http://127.0.0.1:${server.address().port}${base}`, close, unref: () => server.unref() });
    });
    server.listen(next, '127.0.0.1');
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { dir: { type: 'string' }, port: { type: 'string', default: '8080' }, base: { type: 'string' } },
  });
  const { url } = await serve({ ...values, port: Number(values.port) });
  console.log(`NTM Planner: ${url}   (Ctrl+C ends)`);
}
