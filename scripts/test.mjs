// Every check and test suite, one after the other; a failing one does not keep the rest from running.
// The last line is "N passed, N failed" over all suites; the exit code tells whether anything failed.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const wasmToolchain = readFileSync('.tools/wasm-toolchain', 'utf8').trim();
const wasmEnv = wasmToolchain ? { RUSTUP_TOOLCHAIN: wasmToolchain } : {};
const WASM = '--target=wasm32-unknown-unknown';
const strict = ['--', '-D', 'warnings'];

// The same generated plans on every run; another seed tries others.
process.env.PROPTEST_RNG_SEED ??= '20210122';

// Counts at the end of a runner's output: cargo and wasm-bindgen's runner, node's runner.
const cargoCounts = (text) => sum(text.matchAll(/^test result: .*?(\d+) passed; (\d+) failed/gm));
const nodeCounts = (text) => ({
  passed: Number(text.match(/^(?:# |ℹ )pass (\d+)/m)?.[1] ?? 0),
  failed: Number(text.match(/^(?:# |ℹ )fail (\d+)/m)?.[1] ?? 0) + Number(text.match(/^(?:# |ℹ )cancelled (\d+)/m)?.[1] ?? 0),
});
/** A check without tests of its own counts only when it fails. */
const noCounts = () => ({ passed: 0, failed: 0 });

function sum(matches) {
  const total = { passed: 0, failed: 0 };
  for (const [, passed, failed] of matches) {
    total.passed += Number(passed);
    total.failed += Number(failed);
  }
  return total;
}

const endToEnd = readdirSync('tests/e2e').filter((name) => name.endsWith('.test.mjs')).map((name) => `tests/e2e/${name}`);
const suites = [
  // The browser tests put the chart bundle into their page.
  ['bundles', 'node', ['scripts/bundle.mjs']],
  ['format', 'cargo', ['fmt', '--all', '--check']],
  ['lint: core', 'cargo', ['clippy', '--locked', '--no-default-features', '--all-targets', ...strict]],
  ['lint: application', 'cargo', ['clippy', '--locked', '--all-features', '--all-targets', ...strict]],
  ['lint: wasm', 'cargo', ['clippy', '--locked', '--lib', '--bins', '--test=wasm', '--example=bench', WASM, ...strict], { env: wasmEnv }],
  ['native tests', 'cargo', ['test', '--locked', '--no-default-features', '--features', 'schema', '--no-fail-fast'], { counts: cargoCounts }],
  // HiGHS judges what the search calls best.
  ['second judge', 'node', ['--test', 'tests/judge/optimum.test.mjs'], { counts: nodeCounts }],
  // Those of the application's own logic: no browser is needed for them.
  ['application tests', 'cargo', ['test', '--locked', '--lib', '--', 'app::', 'ui::', 'platform::'], { counts: cargoCounts }],
  ['browser tests', 'cargo', ['test', '--locked', WASM, '--test', 'wasm'], {
    counts: cargoCounts,
    env: {
      ...wasmEnv,
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-bindgen-test-runner',
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: 'tests/wasm/webdriver.json',
      WASM_BINDGEN_TEST_TIMEOUT: '180',
    },
  }],
  ['build', 'scripts/build.sh', []],
  ['end to end', 'node', ['--test', '--test-concurrency=1', ...endToEnd], { counts: nodeCounts }],
];

/** Runs one suite with its output shown as it comes; resolves to its counts. */
function run([name, command, args, { counts = noCounts, env = {} } = {}]) {
  const started = Date.now();
  console.log(`\n──── ${name}: ${command} ${args.filter((arg) => arg.length < 60).join(' ')}`);
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; process.stdout.write(chunk); });
    child.stderr.on('data', (chunk) => { output += chunk; process.stderr.write(chunk); });
    const finish = (code) => {
      const { passed, failed } = counts(output.replace(/\x1b\[[0-9;]*m/g, ''));
      // A suite that failed without a failing test (it did not build, or it was cut off) counts as one failure, and so
      // does a test suite that ran nothing.
      const ranNothing = counts !== noCounts && passed + failed === 0;
      const silent = (code !== 0 || ranNothing) && failed === 0 ? 1 : 0;
      done({ name, passed, failed: failed + silent, seconds: Math.round((Date.now() - started) / 1000) });
    };
    child.on('error', (error) => { console.error(String(error)); finish(1); });
    child.on('close', finish);
  });
}

const results = [];
for (const suite of suites) results.push(await run(suite));
console.log('\n──── all suites');
for (const { name, passed, failed, seconds } of results) {
  const verdict = failed ? `${failed} FAILED` : 'ok';
  console.log(`${name.padEnd(20)} ${String(passed).padStart(5)} passed  ${verdict.padEnd(10)} ${seconds} s`);
}
const total = (key) => results.reduce((all, result) => all + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') ? 1 : 0;
