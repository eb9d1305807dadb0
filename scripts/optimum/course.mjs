// How far a solver is over time: lists of `[seconds, score, bound]`, `null` for what is not known yet.

/** As near as scores are compared. */
export const CLOSE = 1e-6;

/** Score and bound after so many seconds; nothing known is a score of 0 and a bound of 1. */
export function at(course, seconds) {
  let [score, bound] = [0, 1];
  for (const [time, s, b] of course) {
    if (time > seconds) break;
    score = Math.max(score, s ?? 0);
    bound = Math.min(bound, b ?? 1);
  }
  return { score, bound };
}

/** The seconds after which score and bound met, or `undefined`. */
export function provenAfter(course) {
  return course.map(([time]) => time).find((time) => {
    const { score, bound } = at(course, time);
    return bound - score <= CLOSE;
  });
}

const sorted = (values) => [...values].sort((a, b) => a - b);
export const median = (values) => sorted(values)[Math.floor(values.length / 2)];
/** What a score lacks of the best there can be; without a plan, all. */
export const gap = (score, bound) => (score > 0 ? Math.max(bound - score, 0) : Infinity);
/** A score or a difference of scores in points of 100. */
export const points = (score) => (Number.isFinite(score) ? (100 * score).toFixed(2) : 'none');
