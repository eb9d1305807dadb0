//! The exact solver: its words and sentences.

use super::gap;
use crate::formats::number::number;
use crate::i18n::Words;
use crate::model::Lang;

words! {
    pub struct Exact {
        prove = "Chứng minh bằng bộ giải HiGHS" | "Prove with the solver HiGHS",
        limit = "Giới hạn thời gian" | "Time limit",
        loading = "Đang nạp bộ giải HiGHS…" | "Loading the solver HiGHS…",
        running = "HiGHS đang tìm tiếp và chứng minh." | "HiGHS goes on searching and proving.",
        infeasible = "HiGHS: các xã phải có không cùng làm được với số tiền này. Kế hoạch tìm được trước đó giữ nguyên; hãy bỏ bớt xã phải có."
            | "HiGHS: the communes that must be in do not fit together with this money. The plan found before stays; ask for fewer of them.",
        disagrees = "HiGHS trả lời một kế hoạch mà kiểm tra lại không khớp, nên không dùng. Kế hoạch tìm được trước đó giữ nguyên."
            | "HiGHS answered with a plan that did not pass its check, so it is not used. The plan found before stays.",
        load = "Không nạp được bộ giải HiGHS. Kế hoạch tìm được trước đó giữ nguyên; hãy tải lại trang khi có mạng rồi thử lại, hoặc dùng bản một tệp."
            | "The solver HiGHS could not be loaded. The plan found before stays; reload the page with the network on and try again, or use the single file.",
        memory = "HiGHS hết bộ nhớ. Kế hoạch tìm được trước đó giữ nguyên; hãy đóng bớt thẻ trình duyệt, rút ngắn kế hoạch hay cố định bớt xã rồi thử lại."
            | "HiGHS ran out of memory. The plan found before stays; close other tabs, shorten the plan or fix some communes, and try again.",
        solver = "HiGHS dừng giữa chừng. Kế hoạch tìm được trước đó giữ nguyên; hãy thử lại hoặc đổi câu hỏi."
            | "HiGHS stopped on its way. The plan found before stays; try again or change the question.",
    }
}

/// Words of the exact solver.
pub fn exact(lang: Lang) -> &'static Exact {
    Exact::of(lang)
}

sentences! {
    /// A time limit: *60 giây*.
    pub fn time_limit(seconds: u32; lang) = "{seconds} giây" | "{seconds} seconds";

    /// Said where the search of the page has proven its answer by itself.
    pub fn own_proof(lang) = "Bộ tìm kiếm của trang đã tự chứng minh." | "Proven by the page's own search.";

    /// Said when HiGHS has looked at everything and the gap stays open.
    pub fn highs_gap(left: f64; lang)
        = "HiGHS đã xét hết, nhưng luật tiền của kế hoạch này chặt hơn bài toán của nó: có thể còn hơn nhiều nhất {left} điểm."
        | "HiGHS has looked at everything, but money in this plan is bound by more rules than its problem: there may be up to {left} points more.",
        left = gap(left, lang);

    /// Said when HiGHS told a highest score that a plan is above.
    pub fn highs_refutation(bound: f64, score: f64; lang)
        = "HiGHS nói không kế hoạch nào trên {bound} điểm, nhưng kế hoạch tìm được chạy ra {score} điểm: lời của HiGHS không dùng. Kế hoạch giữ nguyên."
        | "HiGHS says that no plan is above {bound} points, but the plan found runs to {score}: what HiGHS says is not used. The plan stays.",
        bound = number(bound * 100.0, 2, lang), score = number(score * 100.0, 2, lang);
}

/// Said when HiGHS has proven the answer.
pub fn highs_proof(improved: bool, seconds: f64, lang: Lang) -> String {
    let proven = say!(lang;
        "HiGHS đã chứng minh sau {seconds} giây." | "Proven by HiGHS after {seconds} seconds.",
        seconds = number(seconds, 1, lang));
    format!("{proven} {}", finder(improved, lang))
}

/// Who found the plan.
pub fn finder(highs: bool, lang: Lang) -> &'static str {
    match highs {
        true => word!(lang; "Kế hoạch này do HiGHS tìm ra." | "HiGHS found this plan."),
        false => word!(lang;
            "Kế hoạch này do bộ tìm kiếm của trang tìm ra." | "The page's own search found this plan."),
    }
}

/// Said when HiGHS was ended before it had proven anything. `cancelled`: by the person, otherwise its time was up.
pub fn highs_cut_short(cancelled: bool, seconds: f64, left: f64, improved: bool, lang: Lang) -> String {
    let (seconds, left) = (number(seconds, 1, lang), gap(left, lang));
    let told = match cancelled {
        true => say!(lang; "Đã dừng HiGHS sau {seconds} giây" | "HiGHS was stopped after {seconds} seconds"),
        false => say!(lang; "HiGHS hết giờ sau {seconds} giây" | "HiGHS ran out of time after {seconds} seconds"),
    };
    let open = say!(lang;
        "kế hoạch tốt nhất đến lúc đó được giữ; có thể còn hơn nhiều nhất {left} điểm."
        | "the best plan by then is kept; there may be up to {left} points more.");
    format!("{told}: {open} {}", finder(improved, lang))
}
