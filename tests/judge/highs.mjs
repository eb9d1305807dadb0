// HiGHS as a judge: the same package as the page uses, in this process, on one thread, nothing but the problem as text.
import loadHighs from 'highs';

const highs = await loadHighs({ print() {}, printErr() {} });

/** The part of a problem that names its whole numbers. */
const WHOLE = /^General\n([^]*?)(?=^End$)/m;

/**
 * Highest objective of a problem in CPLEX LP format: `{status, best, bound, values}`. `status` is `optimal`,
 * `infeasible`, `solutionLimit` (more than `nodes` were looked at)…, `best` is what the best plan attains, no plan exceeds
 * `bound`, `values` are those of its whole numbers in the order of the text. `relax`: without whole numbers.
 */
export function judge(text, { relax = false, nodes = 20_000 } = {}) {
  const { modelStatus } = highs.constants;
  let verdict;
  highs.withModel({ format: 'lp', data: relax ? text.replace(WHOLE, '') : text }, (model) => {
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
    const names = relax ? [] : (text.match(WHOLE)?.[1].split(/\s+/).filter(Boolean) ?? []);
    const all = found ? model.getSolution().colValue : [];
    const values = found ? names.map((name) => all[model.getColByName(name)]) : [];
    verdict = { status, best, bound: names.length ? model.info.get('mip_dual_bound') : best, values };
  });
  return verdict;
}
