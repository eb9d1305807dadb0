// HiGHS as a judge: the same package as the page uses, in this process, on one thread, nothing but the problem as text.
import loadHighs from 'highs';

const highs = await loadHighs({ print() {}, printErr() {} });

/** The problem without its whole numbers. */
const relaxed = (text) => text.replace(/^General\n[^]*?(?=^End$)/m, '');

/**
 * Highest objective of a problem in CPLEX LP format: `{status, best, bound}`. `status` is `optimal`, `infeasible`,
 * `solutionLimit` (more than `nodes` were looked at)…, `best` is what the best plan attains, no plan exceeds `bound`.
 */
export function judge(text, { relax = false, nodes = 20_000 } = {}) {
  const { modelStatus } = highs.constants;
  let verdict;
  highs.withModel({ format: 'lp', data: relax ? relaxed(text) : text }, (model) => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-9,
      mip_feasibility_tolerance: 1e-7,
      primal_feasibility_tolerance: 1e-8,
      // Nodes, not seconds: the same on every machine.
      mip_max_nodes: nodes,
    });
    model.run();
    const found = model.info.get('primal_solution_status') === 2;
    const best = found ? model.info.get('objective_function_value') : null;
    const status = Object.keys(modelStatus).find((name) => modelStatus[name] === model.getModelStatus());
    const whole = !relax && /^General$/m.test(text);
    verdict = { status, best, bound: whole ? model.info.get('mip_dual_bound') : best };
  });
  return verdict;
}
