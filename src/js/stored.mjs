/** A setting as the program keeps it in localStorage (JSON under `ntm-planner.<name>`), or null. */
export function stored(name) {
  try {
    return JSON.parse(localStorage.getItem(`ntm-planner.${name}`));
  } catch {
    return null;
  }
}
