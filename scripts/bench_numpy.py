"""The risk of the default plan (events off) vectorised in numpy: draws, starts under the funding and waiting rows, who
pays, debt, joint chance. Reads the plan as plain numbers (build/bench/compare.json) and prints one JSON object. Written
from the model's text; it is a yardstick of speed, and its joint chance shows that it works out the same thing."""
import json
import sys
import time

import numpy as np

given = json.load(open(sys.argv[1]))
facts, n = given["facts"], given["samples"]
lines, sources, months, wait = facts["lines"], facts["sources"], facts["months"], facts["wait"]
L, S = len(lines), len(sources)


def pert(rng, values, size):
    low, likely, high = values
    if high <= low:
        return np.full(size, likely)
    peak = (likely - low) / (high - low)
    return low + (high - low) * rng.beta(1 + 4 * peak, 5 - 4 * peak, size)


sets = np.array([[mask >> s & 1 for s in range(S)] for mask in range(1 << S)], dtype=float)
most = np.array([line["most"] for line in lines])
least = np.array([line["least"] for line in lines])
# What a set of sources must pay of a line's cost: what the others may not, or the sum of what its own must.
rows = np.maximum(1 - (1 - sets) @ most.T, sets @ least.T).clip(0, 1)  # [set, line]
planned = np.array([np.cumsum(s["planned"]) * (1 - s["other"]) for s in sources])  # [source, month]
limit = sets @ planned[:, -1]
cash = np.array([planned[:, min(t + wait, months - 1)].sum() for t in range(months)])


def spent(line, done):
    points = np.array(line["spend"])
    share = np.clip(np.asarray(done) / line["duration"], 0, 1)
    return np.interp(share, np.linspace(0, 1, len(points)), points)


def run(seed):
    rng = np.random.default_rng(seed)
    costs = np.stack([pert(rng, line["average"], n) for line in lines])  # [line, sample]
    shares = np.stack([pert(rng, source["realisation"], n) for source in sources])
    used = np.zeros((len(sets), n))
    bills = np.zeros((months, n))
    incurred = np.zeros((L, n))
    met = np.ones(n, dtype=bool)
    for l in facts["priority"]:
        line = lines[l]
        passed = np.zeros(n)
        open_ = np.zeros(n)
        cost = line["cost"] * costs[l]
        for t in range(months):
            open_ += line["wanted"][t]
            want = np.minimum(open_, line["limit"])
            if not want.any():
                continue
            spend = spent(line, np.arange(1, months - t + 1))
            units = want
            if line["cost"] == 0:
                rows_of, spend_of = [], []
            else:
                rows_of, spend_of = np.nonzero(rows[:, l])[0], spend
            for r in rows_of:
                units = np.minimum(units, (limit[r] * (1 + 1e-9) - used[r]) / (rows[r, l] * cost))
            for k, part in enumerate(spend_of):
                if part > 0:
                    units = np.minimum(units, (cash[t + k] * (1 + 1e-9) - bills[t + k]) / (part * cost))
            units = np.maximum(np.floor(units), 0)
            used += rows[:, l][:, None] * (units * cost)
            bills[t:] += spend[:, None] * (units * cost)
            incurred[l] += spend[-1] * units * cost
            open_ -= units
            decided = next((u for u in range(t + line["duration"] - 1 + line["lag"], months) if line["rounds"][u]), None)
            if decided is not None:
                passed += rng.binomial(units.astype(int), line["pass"])
        met &= passed >= line["goal"] - 1e-9
    # The most that realised money can pay: the least over all cuts.
    expected = planned[:, -1][:, None] * shares
    reach = np.minimum(1, (1 - sets) @ most.T)  # [set, line]: may be paid by the sources outside the set
    paid = (sets @ expected + reach @ incurred).min(axis=0)
    debt = incurred.sum(axis=0) - paid
    return (met & (debt <= 0.5)).mean()


run(0)
times, chances = [], []
for seed in range(9):
    begun = time.perf_counter()
    chances.append(run(seed))
    times.append(time.perf_counter() - begun)
print(json.dumps({"micros": sorted(times)[len(times) // 2] * 1e6, "joint": float(np.mean(chances)), "numpy": np.__version__}))
