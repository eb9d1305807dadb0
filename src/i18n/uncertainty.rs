//! Words of the editor of distributions and correlations.

use crate::model::Lang;

/// Words of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Uncertainty {
    pub title: &'static str,
    pub hint: &'static str,
    pub factor: &'static str,
    pub shape: &'static str,
    pub spread: &'static str,
    /// Tight, normal, wide.
    pub presets: [&'static str; 3],
    pub correlations: &'static str,
    pub correlations_hint: &'static str,
    pub repair: &'static str,
    pub clear: &'static str,
    pub none: &'static str,
    pub p5: &'static str,
    pub p95: &'static str,
    pub place: &'static str,
    pub inside: &'static str,
    pub outside: &'static str,
    pub band_hint: &'static str,
}

const VI: Uncertainty = Uncertainty {
    title: "Độ bất định",
    hint: "Mức bình quân của cả mục tiêu hoặc nguồn có thể lệch dự kiến bao nhiêu. Bản tính thường dùng mức thường gặp; màn hình Rủi ro thử cả dải.",
    factor: "Yếu tố",
    shape: "Hình phân bố",
    spread: "Độ rộng",
    presets: ["Hẹp", "Vừa", "Rộng"],
    correlations: "Tương quan giữa các yếu tố",
    correlations_hint: "Từ −1 đến 1; ô trống là độc lập. Nhập ở nửa dưới, nửa trên lặp lại.",
    repair: "Đưa về bộ gần nhất có thể có",
    clear: "Bỏ",
    none: "Chưa nhập cặp nào: các yếu tố độc lập với nhau.",
    p5: "P5",
    p95: "P95",
    place: "Kết quả thật nằm ở",
    inside: "trong dải",
    outside: "ngoài dải",
    band_hint: "Dải P5–P95 là chín phần mười số lần thử của mô hình với các giả định về chi phí, tiền về, sự kiện và thẩm định.",
};

const EN: Uncertainty = Uncertainty {
    title: "Uncertainty",
    hint: "How far the average of a whole target or source may lie from what is planned. The plain run uses the likely value; the screen Risk tries the whole range.",
    factor: "Factor",
    shape: "Shape",
    spread: "Spread",
    presets: ["Tight", "Normal", "Wide"],
    correlations: "Correlations between factors",
    correlations_hint: "−1 to 1; an empty cell is independent. Enter below the diagonal; the upper half repeats it.",
    repair: "Move to the nearest possible",
    clear: "Remove",
    none: "No pair entered: the factors are independent.",
    p5: "P5",
    p95: "P95",
    place: "The real result lies at",
    inside: "inside",
    outside: "outside",
    band_hint: "The band P5–P95 holds nine in ten samples of the model with its assumptions on costs, money, events and appraisal.",
};

/// Words of this area.
pub fn words(lang: Lang) -> &'static Uncertainty {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// Correlations that cannot hold together.
pub fn impossible_sentence(a: &str, b: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Các tương quan này không thể cùng đúng; cặp kém phù hợp nhất là “{a}” và “{b}”."),
        Lang::En => format!("These correlations cannot hold together; the pair that fits least is “{a}” and “{b}”."),
    }
}

/// What the band says of the known year: the lines outside it, and of how many.
pub fn band_finding(outside: &[String], lines: usize, lang: Lang) -> String {
    match (outside.is_empty(), lang) {
        (true, Lang::Vi) => format!("Cả {lines} kết quả thật của năm 2020 nằm trong dải P5–P95 của mô hình."),
        (true, Lang::En) => format!("All {lines} real results of 2020 lie inside the model's band P5–P95."),
        (false, Lang::Vi) => format!(
            "Cảnh báo: {} trong {lines} kết quả thật của năm 2020 nằm ngoài dải P5–P95, các giả định chưa giải thích được: {}.",
            outside.len(),
            outside.join(", ")
        ),
        (false, Lang::En) => format!(
            "Warning: {} of {lines} real results of 2020 lie outside the band P5–P95, the assumptions do not explain them: {}.",
            outside.len(),
            outside.join(", ")
        ),
    }
}
