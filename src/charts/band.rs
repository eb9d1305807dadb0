//! The area between the 10th and the 90th percentile behind a curve by month.

use super::frame::{finite, plot_value};
use crate::engine::sample::Band;
use serde_json::{Value, json};

/// Two stacked series, the lower one unseen: the area between them is the band. Both are there without a band too, empty,
/// so that an update takes the area away. `share` turns units into the unit of the axis.
pub(super) fn series(
    id: &str,
    band: Option<&Band>,
    share: impl Fn(f64) -> f64,
    colour: &str,
    opacity: f64,
) -> [Value; 2] {
    let (mut low, mut width) = (Vec::new(), Vec::new());
    if let Some(band) = band {
        low.push(0.0);
        width.push(0.0);
        for (p10, p90) in band.p10.iter().zip(&band.p90) {
            let (from, to) = (finite(share(*p10)), finite(share(*p90)));
            low.push(plot_value(from));
            width.push(plot_value(to - from));
        }
    }
    let part = |end: &str, data: &[f64], opacity: f64| {
        json!({
            "type": "line", "id": format!("{id}-{end}"), "name": "", "stack": id, "step": "end", "symbol": "none",
            "silent": true, "z": 1,
            "tooltip": { "show": false },
            "lineStyle": { "width": 0, "opacity": 0 },
            "itemStyle": { "color": colour },
            "areaStyle": { "color": colour, "opacity": opacity },
            "emphasis": { "disabled": true },
            "data": data,
        })
    };
    [part("low", &low, 0.0), part("width", &width, opacity)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_reaches_from_the_low_to_the_high_curve_and_starts_with_the_plan() {
        let band = Band {
            p10: vec![0.0, 2.0],
            p50: vec![1.0, 3.0],
            p90: vec![1.0, 5.0],
        };
        let [low, width] = series("b", Some(&band), |u| u * 10.0, "#123456", 0.2);
        assert_eq!(low["data"], json!([0.0, 0.0, 20.0]));
        assert_eq!(width["data"], json!([0.0, 10.0, 30.0]));
        assert_eq!(low["stack"], width["stack"]);
    }

    #[test]
    fn without_samples_the_series_are_there_and_empty() {
        for part in series("b", None, |u| u, "#123456", 0.2) {
            assert_eq!(part["data"], json!([]));
        }
    }
}
