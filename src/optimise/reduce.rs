//! Which rows of the projected problem say anything.

use super::build::Problem;

impl Problem {
    /// Leaves out rows that cannot be reached and rows that another implies.
    pub(super) fn drop_rows(&mut self) {
        let rows = self.rows.len();
        for segment in self.entities.iter_mut().flat_map(|e| &mut e.segments) {
            segment.usage.resize(rows, 0.0);
        }
        let columns: Vec<(&[f64], f64)> = self
            .entities
            .iter()
            .flat_map(|e| e.segments.iter().map(|s| (s.usage.as_slice(), s.units)))
            .collect();
        let reached = |row: usize| columns.iter().map(|(u, n)| u[row] * n).sum::<f64>() > self.limits[row];
        let implied =
            |row: usize, by: usize| self.limits[by] <= self.limits[row] && columns.iter().all(|(u, _)| u[row] <= u[by]);
        let mut keep: Vec<usize> = (0..rows).filter(|row| reached(*row)).collect();
        let mut place = 0;
        while place < keep.len() {
            let row = keep[place];
            // Of rows that imply each other the first stays.
            let gone = keep
                .iter()
                .enumerate()
                .any(|(p, by)| *by != row && implied(row, *by) && (!implied(*by, row) || p < place));
            if gone {
                keep.remove(place);
            } else {
                place += 1;
            }
        }
        drop(columns);
        self.rows = keep.iter().map(|row| self.rows[*row]).collect();
        self.limits = keep.iter().map(|row| self.limits[*row]).collect();
        for segment in self.entities.iter_mut().flat_map(|e| &mut e.segments) {
            segment.usage = keep.iter().map(|row| segment.usage[*row]).collect();
        }
    }
}
