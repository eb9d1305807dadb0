// A plan that no solver proves in a moment: dozens of communes that all differ, several years, too little money.

/** Numbers from 0 to below 1, the same for the same seed (mulberry32's mixing). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * An exported plan file made hard: `communes` candidates for the next level with costs and months of their own, `months` of
 * calendar, goals for half of the communes, and a `share` of the money that all goals would take.
 */
export function hardPlan(file, { seed = 1, share = 0.3, communes = 60, months = 36 } = {}) {
  const random = numbers(seed);
  const { plan } = structuredClone(file);
  plan.id = `hard-${seed}-${communes}-${months}-${Math.round(share * 100)}`;
  plan.name = { vi: `Nhiều xã ${seed}`, en: `Many communes ${seed}` };
  plan.calendar.months = months;
  const criteria = plan.criteria_sets.find(({ level }) => level === 'advanced').criteria.map(({ id }) => id);
  const origin = { kind: 'assumption', note: { vi: 'Số thử nghiệm', en: 'Figure of a test' } };
  const between = (low, high) => Math.round(low + (high - low) * random());
  const advanced = plan.communes.filter(({ level }) => level === 'advanced');
  plan.communes = advanced.concat(Array.from({ length: communes }, (_, index) => ({
    id: `9${String(index).padStart(4, '0')}`,
    name: `Xã ${index + 1}`,
    coastal: false,
    level: 'ntm',
    level_origin: origin,
    criteria: Object.fromEntries(criteria.map((id, place) => [
      id,
      place === 0 ? { state: 'open', cost: between(5_000, 45_000), months: between(6, 23), origin } : { state: 'met', origin },
    ])),
  })));
  const line = plan.lines.find(({ level }) => level === 'advanced');
  line.goal.value = Math.round(communes / 2);
  line.candidates.value = communes;
  line.starts_per_month.value = 2;
  // What the goals would take, roughly: 25.000 a commune, and the other lines at their unit costs.
  const cost = plan.lines.reduce((sum, { goal, unit_cost }) => sum + goal.value * unit_cost.likely, 0);
  const money = plan.sources.reduce((sum, { amount }) => sum + amount.value, 0) * (1 - plan.sources[0].other_works.value);
  const factor = (share * cost) / (money * Math.max(1, Math.floor(months / 12)));
  for (const source of plan.sources) source.amount.value = Math.round(source.amount.value * factor);
  return { format: file.format, version: file.version, engine: file.engine, plan };
}
