use super::super::fixture::{evaluation, missed, plan};
use super::*;
use crate::engine::{NextStep, Shortage, Worth};

fn said(e: &Evaluation, l: usize) -> [String; 2] {
    [Lang::Vi, Lang::En].map(|lang| spoken_reason(&plan(), e, l, MoneyUnit::Million, lang).replace('\u{a0}', " "))
}

fn of_source(e: &Evaluation, s: usize) -> [String; 2] {
    [Lang::Vi, Lang::En].map(|lang| spoken_source(&plan(), e, s, MoneyUnit::Million, lang).replace('\u{a0}', " "))
}

fn shortage(from: usize, tight: Tight) -> Option<Shortage> {
    Some(Shortage { from, to: from, tight })
}

#[test]
fn a_loss_to_money_names_the_source_that_runs_short_and_from_which_month() {
    let mut e = evaluation(&[missed(0, 19.0, [6.0, 0.0, 0.0, 0.0, 0.0])]);
    e.missing.by_line[0] = 15_000.0;
    e.shortages[0] = shortage(3, Tight::Sources(vec![0]));
    assert_eq!(
        said(&e, 0),
        [
            "Khu dân cư mẫu: công nhận 19 trên mục tiêu 25 khu, hụt 6 vì thiếu tiền. Từ tháng 4, tiền của ngân sách nhà \
             nước không đủ để khởi công thêm. Phần còn thiếu tốn 15.000 triệu đồng, có tiền chậm nhất tháng 6 mới kịp khởi công.",
            "Model residential areas: 19 of 25 areas recognised, 6 short for lack of money. From April on, money from \
             state budget is not enough for another start. What is missing costs 15,000 million VND, for starts by June at the \
             latest.",
        ]
    );
}

#[test]
fn of_none_one_two_and_all_sources_that_run_short_each_is_a_sentence() {
    let mut e = evaluation(&[missed(0, 24.0, [1.0, 0.0, 0.0, 0.0, 0.0])]);
    assert_eq!(
        said(&e, 0)[1],
        "Model residential areas: 24 of 25 areas recognised, 1 short for lack of money. Money comes too late, or from \
         sources that may not pay."
    );
    e.shortages[0] = shortage(0, Tight::Sources(vec![0, 2]));
    assert!(
        said(&e, 0)[0].ends_with("Từ tháng 1, tiền của ngân sách nhà nước và tín dụng không đủ để khởi công thêm.")
    );
    assert!(
        said(&e, 0)[1]
            .ends_with("From January on, money from state budget and credit is not enough for another start.")
    );
    let pays: Vec<usize> = (0..6).filter(|s| e.inputs.lines[0].max_share[*s] > 0.0).collect();
    e.shortages[0] = shortage(0, Tight::Sources(pays));
    assert!(said(&e, 0)[0].contains("tiền của mọi nguồn được chi cho mục tiêu này gộp lại không đủ"));
    assert!(said(&e, 0)[1].contains("money from all sources that may pay for it together is not enough"));
    e.shortages[0] = shortage(12, Tight::Sources((0..6).collect()));
    assert!(said(&e, 0)[0].contains("Từ tháng 1 năm 2022, tiền của mọi nguồn gộp lại không đủ"));
    assert!(said(&e, 0)[1].contains("From January 2022 on, money from all sources together is not enough"));
}

#[test]
fn money_that_comes_late_or_is_not_in_hand_is_told_by_month() {
    let mut e = evaluation(&[missed(0, 0.0, [25.0, 0.0, 0.0, 0.0, 0.0])]);
    e.shortages[0] = shortage(1, Tight::Cash { by: 4 });
    assert_eq!(
        said(&e, 0),
        [
            "Khu dân cư mẫu: công nhận 0 trên mục tiêu 25 khu, hụt 25 vì thiếu tiền. Từ tháng 2, tiền mọi nguồn về đến \
             tháng 5 không đủ trả cho việc khởi công thêm; tiền về sau đó nhiều nhất là ngân sách nhà nước.",
            "Model residential areas: 0 of 25 areas recognised, 25 short for lack of money. From February on, what all \
             sources bring by May does not pay for another start; the largest part of what comes later is state budget.",
        ]
    );
    e.shortages[0] = shortage(1, Tight::Cash { by: 12 });
    assert!(said(&e, 0)[1].ends_with("by January 2022 does not pay for another start."));
    e.shortages[0] = shortage(1, Tight::InHand);
    assert!(said(&e, 0)[0].ends_with("Từ tháng 2, tiền có trong tay không đủ trả cho việc khởi công thêm."));
    assert!(said(&e, 0)[1].ends_with("From February on, money in hand does not pay for another start."));
}

#[test]
fn a_loss_with_several_causes_tells_its_parts_and_what_is_behind_the_largest() {
    let e = evaluation(&[missed(2, 6.96, [0.30, 0.22, 0.0, 0.52, 0.0])]);
    assert_eq!(
        said(&e, 2),
        [
            "OCOP từ 3 sao: công nhận 6,96 trên mục tiêu 8 sản phẩm, hụt 1,04: 0,52 ở khâu thẩm định, 0,30 vì thiếu tiền \
             và 0,22 vì không kịp thời gian. Mỗi sản phẩm qua 70 %; đẩy thêm sản phẩm để bù.",
            "OCOP, 3 stars or more: 6.96 of 8 products recognised, 1.04 short: 0.52 at appraisal, 0.30 for lack of money \
             and 0.22 for lack of time. 70 % of products pass; push more to make up.",
        ]
    );
}

#[test]
fn time_names_the_last_month_of_a_start_or_that_there_is_none() {
    let mut e = evaluation(&[missed(1, 199.0, [0.0, 1.0, 0.0, 0.0, 0.0])]);
    assert!(
        said(&e, 1)[0].ends_with("hụt 1 vì không kịp thời gian. Phải khởi công chậm nhất tháng 8 mới kịp công nhận.")
    );
    assert!(said(&e, 1)[1].ends_with("1 short for lack of time. Only starts by August are recognised in time."));
    e.inputs.lines[1].rounds.fill(false);
    assert!(said(&e, 1)[0].ends_with("Không khởi công lúc nào kịp đợt công nhận cuối."));
    assert!(said(&e, 1)[1].ends_with("No start is early enough for the last round."));
}

#[test]
fn capacity_agrees_with_none_one_and_many() {
    let mut e = evaluation(&[missed(1, 150.0, [0.0, 0.0, 50.0, 0.0, 0.0])]);
    for (starts, vi, en) in [
        (
            0,
            "Giới hạn khởi công mỗi tháng đang là 0.",
            "The limit of starts a month is 0.",
        ),
        (
            1,
            "Mỗi tháng khởi công được 1 vườn, có 400 vườn để chọn.",
            "At most 1 garden starts a month; 400 to choose from.",
        ),
        (
            40,
            "Mỗi tháng khởi công được 40 vườn, có 400 vườn để chọn.",
            "At most 40 gardens start a month; 400 to choose from.",
        ),
    ] {
        e.inputs.lines[1].starts_per_month = starts;
        assert!(said(&e, 1)[0].ends_with(vi), "{}", said(&e, 1)[0]);
        assert!(said(&e, 1)[1].ends_with(en), "{}", said(&e, 1)[1]);
    }
}

#[test]
fn a_schedule_agrees_with_none_one_and_many() {
    let mut e = evaluation(&[missed(0, 20.0, [0.0, 0.0, 0.0, 0.0, 5.0])]);
    for (wanted, vi, en) in [
        (0.0, "Lịch chưa đưa khu nào vào làm;", "The schedule wants no areas;"),
        (1.0, "Lịch chỉ đưa 1 khu vào làm;", "The schedule wants 1 area;"),
        (20.0, "Lịch chỉ đưa 20 khu vào làm;", "The schedule wants 20 areas;"),
    ] {
        e.outcome.lines[0].wanted = wanted;
        assert!(said(&e, 0)[0].contains(vi), "{}", said(&e, 0)[0]);
        assert!(said(&e, 0)[1].contains(en), "{}", said(&e, 0)[1]);
    }
}

#[test]
fn a_met_goal_of_one_and_of_many_tells_what_is_left_to_fear() {
    let mut e = evaluation(&[]);
    let first = "Khu dân cư mẫu: đạt mục tiêu 25 khu. Vừa đủ, không dự phòng; đợt cuối tháng 11.";
    assert_eq!(said(&e, 0)[0], first);
    for (more, words) in [
        (1.0, "1 area more than the goal."),
        (2.0, "2 areas more than the goal."),
    ] {
        e.outcome.lines[0].recognised[10] = 25.0 + more;
        assert!(said(&e, 0)[1].ends_with(words), "{}", said(&e, 0)[1]);
    }
    e.outcome.lines[0].goal = 1.0;
    assert!(said(&e, 0)[1].starts_with("Model residential areas: the goal of 1 area is met."));
    e.outcome.lines[0].goal = 0.0;
    assert_eq!(
        said(&e, 0),
        [
            "Khu dân cư mẫu: không đặt mục tiêu.",
            "Model residential areas: no goal is set."
        ]
    );
}

fn worth(recognised: [f64; 3], step: Option<[f64; 3]>) -> Worth {
    Worth {
        source: "state".into(),
        score: 0.0,
        recognised: recognised.into(),
        next_step: step.map(|recognised| NextStep {
            amount: 2_500.0,
            score: 0.01,
            recognised: recognised.into(),
        }),
    }
}

#[test]
fn a_source_tells_from_when_it_is_short_for_whom_and_what_a_billion_does() {
    let mut e = evaluation(&[missed(0, 19.0, [6.0; 5]), missed(1, 100.0, [100.0, 0.0, 0.0, 0.0, 0.0])]);
    e.worth = vec![worth([0.0, 4.0, 0.0], None)];
    e.shortages[0] = shortage(5, Tight::Sources(vec![0, 1]));
    e.shortages[1] = shortage(3, Tight::Sources(vec![0]));
    assert_eq!(
        of_source(&e, 0),
        [
            "Ngân sách nhà nước: thiếu từ tháng 4, nên không khởi công thêm được cho khu dân cư mẫu và vườn mẫu. Thêm 1 \
             tỷ đồng thì được thêm 4 vườn.",
            "State budget: short from April on, which stops further starts of model residential areas and model gardens. \
             1 billion VND more gives 4 more gardens.",
        ]
    );
    e.shortages[0] = None;
    e.worth[0] = worth([0.0, 1.0, 0.0], None);
    assert!(of_source(&e, 0)[1].ends_with("starts of model gardens. 1 billion VND more gives 1 more garden."));
    e.worth[0] = worth([0.0, -1.0, 0.0], None);
    assert!(of_source(&e, 0)[0].ends_with("Thêm 1 tỷ đồng thì mất 1 vườn."));
    assert!(of_source(&e, 0)[1].ends_with("1 billion VND more costs 1 garden."));
}

#[test]
fn a_source_with_money_left_all_spent_or_none_at_all_says_so() {
    let mut e = evaluation(&[]);
    e.worth = vec![worth([0.0; 3], Some([1.0, 0.0, 0.0]))];
    let source = |left, paid| crate::engine::SourceOutcome {
        left: vec![left],
        paid: vec![paid],
        ..Default::default()
    };
    e.outcome.sources = vec![source(5.0, 7.0)];
    assert_eq!(
        of_source(&e, 0),
        [
            "Ngân sách nhà nước: chi 7 triệu đồng cho mục tiêu, còn lại 5 triệu đồng. Thêm 1 tỷ đồng chưa đổi gì, thêm \
             2.500 triệu đồng thì được thêm 1 khu.",
            "State budget: 7 million VND spent on targets, 5 million VND left. 1 billion VND more changes nothing yet, \
             2,500 million VND gives 1 more area.",
        ]
    );
    e.worth[0].next_step = None;
    e.outcome.sources = vec![source(0.0, 7.0)];
    assert_eq!(
        of_source(&e, 0),
        [
            "Ngân sách nhà nước: chi hết 7 triệu đồng cho mục tiêu. Thêm đến 50 tỷ đồng không đổi kết quả.",
            "State budget: all of 7 million VND spent on targets. Up to 50 billion VND more changes nothing.",
        ]
    );
    e.inputs.sources[0].planned.fill(0.0);
    assert!(of_source(&e, 0)[0].starts_with("Ngân sách nhà nước: không có tiền trong kế hoạch này. Thêm đến"));
    assert!(of_source(&e, 0)[1].starts_with("State budget: brings no money in this plan. Up to"));
}
