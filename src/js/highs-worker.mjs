// The exact solver HiGHS in a worker of its own. Solving is synchronous, so this worker hears one message in its life and
// is ended to cancel; what it says meanwhile comes from the solver's callbacks.
//
// In:  { module, text, seconds, names, start }: compiled WebAssembly, problem in CPLEX LP format, time limit, names of
//      whole-number columns separated by line ends, a plan to begin with (their values, in the order of the names).
// Out: { kind: 'ready' } · { kind: 'progress', best, bound, seconds } · { kind: 'plan', best, values }
//      · { kind: 'end', status, best, bound, seconds, values } · { kind: 'failed', memory, words }.
// `best`, `bound`: objective, `null` while there is none; `values`: in the order of the names.
import loadHighs from 'highs';

/** Milliseconds between two messages of progress. */
const PAUSE = 100;

/** A number, or null where the solver has none yet. */
const known = (value) => (Number.isFinite(value) && Math.abs(value) < 1e20 ? value : null);

function solve(highs, { text, seconds, names, start }) {
  const { callbackType, modelStatus } = highs.constants;
  const columns = names ? names.split('\n') : [];
  highs.withModel({ format: 'lp', data: text }, (model) => {
    model.options.set({
      output_flag: false,
      time_limit: seconds,
      // Proven means proven: no gap is close enough, and rows are kept more closely than answers are compared.
      mip_rel_gap: 0,
      mip_abs_gap: 1e-9,
      mip_feasibility_tolerance: 1e-7,
      primal_feasibility_tolerance: 1e-8,
    });
    const places = Int32Array.from(columns, (name) => model.getColByName(name));
    const chosen = (all) => Float64Array.from(places, (place) => all[place]);
    if (start.length === places.length && start.length > 0) model.setSolution({ indices: places, values: start });
    let told = -PAUSE;
    const progress = ({ data }) => {
      const now = performance.now();
      if (now - told < PAUSE) return;
      told = now;
      postMessage({
        kind: 'progress', best: known(data.mip_primal_bound), bound: known(data.mip_dual_bound), seconds: data.running_time,
      });
    };
    model.run({
      [callbackType.mipInterrupt]: progress,
      [callbackType.mipLogging]: progress,
      [callbackType.mipImprovingSolution]({ data }) {
        const values = chosen(data.mip_solution);
        postMessage({ kind: 'plan', best: known(data.objective_function_value), values }, [values.buffer]);
      },
    });
    const status = Object.keys(modelStatus).find((name) => modelStatus[name] === model.getModelStatus()) ?? 'unknown';
    const best = known(model.info.get('objective_function_value'));
    const whole = model.info.get('primal_solution_status') === 2;
    postMessage({
      kind: 'end',
      status,
      best: whole ? best : null,
      // Without whole numbers the objective is the bound.
      bound: places.length ? known(model.info.get('mip_dual_bound')) : best,
      seconds: model.getRunTime(),
      values: whole ? chosen(model.getSolution().colValue) : new Float64Array(0),
    });
  });
}

/** The solver around a compiled module. */
const load = (module) => new Promise((resolve, reject) => {
  const instantiateWasm = (imports, made) => {
    WebAssembly.instantiate(module, imports).then(made).catch(reject);
    return {};
  };
  loadHighs({ instantiateWasm, print() {}, printErr() {} }).then(resolve, reject);
});

globalThis.onmessage = async ({ data }) => {
  try {
    const highs = await load(data.module);
    postMessage({ kind: 'ready' });
    solve(highs, data);
  } catch (error) {
    const words = String(error?.message ?? error);
    postMessage({ kind: 'failed', memory: error instanceof RangeError || /memory|alloc|abort/i.test(words), words });
  }
};
