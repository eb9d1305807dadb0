"""How good HiGHS is natively after how long: `bench_highspy.py SECONDS FILE.lp`, see scripts/bench-optimum.mjs.

Prints one JSON object: `status` and `course`, a list of [seconds, score, bound] at every change, null for what is not known.
One thread, the page's tolerances, no plan to begin with; the file is read before the clock starts.
"""

import json
import math
import sys
import time

import highspy


def known(value):
    return value if math.isfinite(value) and abs(value) < 1e20 else None


def main():
    seconds, path = float(sys.argv[1]), sys.argv[2]
    solver = highspy.Highs()
    options = {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "time_limit": seconds,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 1e-9,
        "mip_feasibility_tolerance": 1e-7,
        "primal_feasibility_tolerance": 1e-8,
    }
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.readModel(path)
    course = []
    clock = time.perf_counter()

    def note(score, bound):
        score, bound = known(score), known(bound)
        if not course or course[-1][1:] != [score, bound]:
            course.append([time.perf_counter() - clock, score, bound])

    def heard(event):
        note(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound)

    def improved(event):
        note(event.data_out.objective_function_value, event.data_out.mip_dual_bound)

    solver.cbMipInterrupt.subscribe(heard)
    solver.cbMipLogging.subscribe(heard)
    solver.cbMipImprovingSolution.subscribe(improved)
    solver.run()
    info = solver.getInfo()
    found = info.primal_solution_status == 2
    note(info.objective_function_value if found else math.inf, info.mip_dual_bound)
    status = solver.modelStatusToString(solver.getModelStatus())
    print(json.dumps({"status": status, "seconds": time.perf_counter() - clock, "course": course}))


main()
