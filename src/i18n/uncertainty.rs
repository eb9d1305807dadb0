//! Words of the editor of distributions and correlations.

use crate::i18n::Words;
use crate::model::Lang;

words! {
    pub struct Uncertainty {
        title = "Độ bất định" | "Uncertainty",
        hint = "Mức bình quân của cả mục tiêu hoặc nguồn có thể lệch dự kiến bao nhiêu. Bản tính thường dùng mức thường gặp; màn hình Rủi ro thử cả dải."
            | "How far the average of a whole target or source may lie from what is planned. The plain run uses the likely value; the screen Risk tries the whole range.",
        factor = "Yếu tố" | "Factor",
        shape = "Hình phân bố" | "Shape",
        spread = "Độ rộng" | "Spread",
        /// Tight, normal, wide.
        presets: [&'static str; 3] = ["Hẹp", "Vừa", "Rộng"] | ["Tight", "Normal", "Wide"],
        correlations = "Tương quan giữa các yếu tố" | "Correlations between factors",
        correlations_hint = "Từ −1 đến 1; ô trống là độc lập. Nhập ở nửa dưới, nửa trên lặp lại."
            | "−1 to 1; an empty cell is independent. Enter below the diagonal; the upper half repeats it.",
        repair = "Đưa về bộ gần nhất có thể có" | "Move to the nearest possible",
        clear = "Bỏ" | "Remove",
        none = "Chưa nhập cặp nào: các yếu tố độc lập với nhau." | "No pair entered: the factors are independent.",
        p5 = "P5" | "P5",
        p95 = "P95" | "P95",
        place = "Kết quả thật nằm ở" | "The real result lies at",
        inside = "trong dải" | "inside",
        outside = "ngoài dải" | "outside",
        band_hint = "Dải P5–P95 là chín phần mười số lần thử của mô hình với các giả định về chi phí, tiền về, sự kiện và thẩm định."
            | "The band P5–P95 holds nine in ten samples of the model with its assumptions on costs, money, events and appraisal.",
    }
}

/// Words of spreads and correlations.
pub fn words(lang: Lang) -> &'static Uncertainty {
    Uncertainty::of(lang)
}

sentences! {
    /// Correlations that cannot hold together.
    pub fn impossible_sentence(a: &str, b: &str; lang)
        = "Các tương quan này không thể cùng đúng; cặp kém phù hợp nhất là “{a}” và “{b}”."
        | "These correlations cannot hold together; the pair that fits least is “{a}” and “{b}”.";
}

/// What the band says of the known year: the lines outside it, and of how many.
pub fn band_finding(outside: &[String], lines: usize, lang: Lang) -> String {
    match outside.is_empty() {
        true => say!(lang;
            "Cả {lines} kết quả thật của năm 2020 nằm trong dải P5–P95 của mô hình."
            | "All {lines} real results of 2020 lie inside the model's band P5–P95."),
        false => say!(lang;
            "Cảnh báo: {count} trong {lines} kết quả thật của năm 2020 nằm ngoài dải P5–P95, các giả định chưa giải thích được: {names}."
            | "Warning: {count} of {lines} real results of 2020 lie outside the band P5–P95, the assumptions do not explain them: {names}.",
            count = outside.len(), names = outside.join(", ")),
    }
}
