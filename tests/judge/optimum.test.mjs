// HiGHS judges the best plans: it is given the problem of each plan as text and nothing else. A bound must be no lower than
// its optimum, an answer no higher, and what is called proven must be that optimum. Where the problem does not say all there
// is, its optimum is a bound, and no answer may be above it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { judge } from './highs.mjs';

/** Scores, 0–1, as near as they are compared. */
const CLOSE = 1e-6;
/** Generated plans asked for, and how many plans each check must have been about at least. */
const [ASKED, LEAST] = [600, 200];
/** Nodes after which HiGHS gives a plan up; the large sample takes seconds for a few hundred. */
const nodes = ({ name, exact }) => (exact && !name.startsWith('minh-hoa-5-nam') ? 5_000 : 200);
// The build of the native tests.
const PROGRAM = ['run', '--quiet', '--locked', '--no-default-features', '--features', 'schema', '--example', 'judge', '--'];

describe('HiGHS as a judge of the best plans', () => {
  let folder;
  let plans = [];
  const text = ({ name }) => readFileSync(join(folder, `${name}.lp`), 'utf8');
  const samples = () => plans.filter(({ name }) => !name.startsWith('case-'));
  const generated = () => plans.filter(({ name }) => name.startsWith('case-'));
  const exact = (some) => some.filter((plan) => plan.exact);
  /** Plans that HiGHS has solved: it gives up some after too many nodes. */
  const judged = (some) => exact(some).filter(({ verdict }) => verdict.status === 'optimal');
  /** Fails with the first plans of which something is not so. */
  const all = (some, holds) => assert.deepEqual(some.filter((plan) => !holds(plan)).slice(0, 5), []);

  /** What our side says of each plan. */
  const told = () => {
    const lines = execFileSync('cargo', [...PROGRAM, folder, String(ASKED)], { maxBuffer: 1 << 26 });
    return lines.toString().trim().split('\n').map((line) => JSON.parse(line));
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ntm-judge-'));
    plans = told();
    for (const plan of plans) {
      const { values, ...verdict } = judge(text(plan), { nodes: nodes(plan) });
      plan.verdict = verdict;
      if (verdict.best !== null) writeFileSync(join(folder, `${plan.name}.json`), JSON.stringify({ score: verdict.best, values }));
    }
    // Asked again, with the plans of HiGHS to be run.
    told().forEach(({ run }, place) => { plans[place].run = run; });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has judged hundreds of generated plans and the samples with little money', () => {
    const count = judged(generated()).length;
    assert.ok(count >= LEAST, `${count} of ${generated().length} plans`);
    for (const sample of ['thach-ha-2021', 'minh-hoa-xa']) {
      for (const share of [100, 80, 55, 30, 15]) {
        assert.ok(judged(samples()).some(({ name }) => name === `${sample}-${share}`), `${sample} with ${share} % of the money`);
      }
    }
  });

  it('finds every problem solvable, or gives up after too many nodes', () => {
    all(plans, ({ verdict }) => ['optimal', 'solutionLimit'].includes(verdict.status));
  });

  it('finds no plan above the linear bound, nor above the bound of the search', () => {
    // The best plan that HiGHS has found is one, also where it has not proven it.
    all(exact(plans), ({ verdict, linear, bound }) => (verdict.best ?? 0) <= Math.min(linear, bound) + CLOSE);
  });

  it('finds no better plan than one that is called proven', () => {
    const proven = judged(plans).filter((plan) => plan.proven);
    assert.ok(proven.length >= LEAST, `${proven.length} are proven`);
    all(proven, ({ verdict, score }) => Math.abs(verdict.best - score) <= CLOSE * Math.max(score, 1e-3));
  });

  it('finds plans that the engine runs to the score that it tells', () => {
    const found = exact(plans).filter(({ run }) => run !== undefined);
    assert.ok(found.length >= LEAST, `${found.length} are run`);
    all(found, ({ verdict, run }) => Math.abs(run - verdict.best) <= CLOSE);
  });

  it('proves that no answer is above the optimum', () => {
    const others = plans.filter((plan) => !plan.exact);
    assert.ok(others.length >= 100, `${others.length} of them are problems that do not say all there is`);
    for (const share of [100, 80, 55, 30, 15]) {
      const five = exact(plans).some(({ name, climbs }) => name === `minh-hoa-5-nam-${share}` && climbs);
      assert.ok(five, `five years with ${share} % of the money`);
    }
    all(plans, ({ verdict, score }) => score <= verdict.bound + CLOSE);
  });

  it('runs no plan of its own to a higher score than it tells, where its problem does not say all there is', () => {
    const others = plans.filter((plan) => !plan.exact && typeof plan.run === 'number');
    assert.ok(others.length >= 50, `${others.length} are run`);
    all(others, ({ verdict, run }) => run <= verdict.bound + CLOSE);
  });

  it('finds no plan as it is above the optimum, unless communes are fixed in', () => {
    const free = plans.filter(({ fixed }) => !fixed);
    assert.ok(free.length >= LEAST, `${free.length} without`);
    all(free, ({ verdict, now }) => now <= verdict.bound + CLOSE);
  });

  it('has no tighter linear bound', () => {
    // Its problem knows communes that must start, who may climb when, and when in a year a unit is recognised; the bound of a
    // slider does not.
    const same = exact(plans).filter(({ fixed, years, climbs }) => !fixed && !years && !climbs);
    assert.ok(same.length >= 150, `${same.length} are comparable`);
    for (const plan of same) plan.relaxed = judge(text(plan), { relax: true });
    all(same, ({ relaxed, linear }) => relaxed.status === 'optimal' && linear <= relaxed.best + CLOSE);
  });
});
