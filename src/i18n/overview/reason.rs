//! Why a target is missed and what would help, or what the main remaining risk is: two short lines.

use super::loss::{Cause, Loss, Weight, because, loss_of, unit};
use crate::engine::{Evaluation, LineInputs, latest_start, verdict::NO_MONEY};
use crate::formats::number::{
    MoneyUnit, count, count_decimals, money_with_unit, month_label, month_name, number, percent, signed,
};
use crate::i18n::agree;
use crate::model::{Lang, Line, Plan};
use crate::sort;

/// Reason of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// Loss and main cause, or that nothing is lost.
    pub head: String,
    /// Remedy, split of the loss, or the main remaining risk.
    pub more: String,
}

/// The reason shown in the row of a line.
pub fn reason(plan: &Plan, evaluation: &Evaluation, l: usize, money_unit: MoneyUnit, lang: Lang) -> Reason {
    let (Some(line), Some(outcome)) = (plan.lines.get(l), evaluation.outcome.lines.get(l)) else {
        return Reason::default();
    };
    if outcome.goal <= 0.0 {
        let head = word!(lang; "Không đặt mục tiêu" | "No goal set");
        return Reason {
            head: head.into(),
            more: String::new(),
        };
    }
    let about = About {
        plan,
        evaluation,
        line,
        l,
        money_unit,
        lang,
        aloud: false,
    };
    match loss_of(evaluation, l) {
        Some(loss) => Reason {
            head: about.loss(&loss),
            more: about.remedy(&loss),
        },
        None => Reason {
            head: say!(lang; "Không hụt" | "Nothing lost"),
            more: about.remaining_risk(),
        },
    }
}

/// A line with all that is said of it.
pub(super) struct About<'a> {
    pub plan: &'a Plan,
    pub evaluation: &'a Evaluation,
    pub line: &'a Line,
    pub l: usize,
    pub money_unit: MoneyUnit,
    pub lang: Lang,
    /// Whether it is read aloud: months are said in full.
    pub aloud: bool,
}

impl About<'_> {
    pub(super) fn month(&self, t: usize) -> String {
        let calendar = &self.plan.calendar;
        let month = calendar.month(t);
        if self.aloud {
            month_name(month, calendar.start, self.lang)
        } else {
            month_label(month, calendar.start, self.lang)
        }
    }

    pub(super) fn money(&self, amount: f64) -> String {
        money_with_unit(amount, self.money_unit, self.lang)
    }

    /// *−6 khu vì thiếu tiền*, *−1,04, chủ yếu ở thẩm định*: one short line.
    fn loss(&self, loss: &Loss) -> String {
        let goal = self.line.goal.value;
        let whole = (loss.units - libm::round(loss.units)).abs() < 1e-6;
        let decimals = match whole {
            true => 0,
            false => count_decimals(goal).max(usize::from(loss.units < 0.95)),
        };
        let written = signed(-loss.units, decimals, self.lang);
        let why = because(loss.main, loss.weight, self.lang)
            .replace("ở khâu", "ở")
            .replace("không kịp thời gian", "không kịp");
        match (loss.weight, loss.pair) {
            (_, Some(pair)) => say!(self.lang;
                "{written}, do {short}" | "{written}: {short}",
                short = pair.short(self.lang)),
            (Weight::Alone, _) => format!("{written} {} {why}", unit(self.line, &written, self.lang)),
            _ => format!("{written}, {why}"),
        }
    }

    fn remedy(&self, loss: &Loss) -> String {
        if loss.main == Cause::Money
            && let Some(words) = self.more_money()
        {
            return words;
        }
        if loss.weight == Weight::Alone {
            self.other_remedy(loss.main)
        } else {
            split(loss, self.line, self.lang)
        }
    }

    /// How much, and the last month of a start that is still recognised.
    pub(super) fn more_money(&self) -> Option<String> {
        let missing = &self.evaluation.missing;
        let amount = missing.by_line.get(self.l).copied().filter(|m| *m > NO_MONEY)?;
        let latest = latest_start(self.evaluation.inputs.lines.get(self.l)?)?;
        let (money, month) = (self.money(amount), self.month(latest));
        Some(say!(self.lang;
            "Phần còn thiếu tốn {money}, có tiền chậm nhất {month} mới kịp khởi công."
            | "What is missing costs {money}, for starts by {month} at the latest."))
    }

    pub(super) fn other_remedy(&self, cause: Cause) -> String {
        let Some(inputs) = self.evaluation.inputs.lines.get(self.l) else {
            return String::new();
        };
        let lang = self.lang;
        let units = self.line.unit.get(lang);
        let with_unit = |written: &str| format!("{written} {}", unit(self.line, written, lang));
        match cause {
            Cause::Money => say!(lang;
                "Tiền về quá muộn hoặc sai nguồn được chi." | "Money comes too late, or from sources that may not pay."),
            Cause::Time => match latest_start(inputs) {
                Some(t) => say!(lang;
                    "Phải khởi công chậm nhất {month} mới kịp công nhận."
                    | "Only starts by {month} are recognised in time.",
                    month = self.month(t)),
                None => say!(lang;
                    "Không khởi công lúc nào kịp đợt công nhận cuối." | "No start is early enough for the last round."),
            },
            Cause::Capacity => {
                let (a_month, all) = (
                    number(inputs.starts_per_month as f64, 0, lang),
                    number(inputs.candidates as f64, 0, lang),
                );
                match inputs.starts_per_month {
                    0 => say!(lang; "Giới hạn khởi công mỗi tháng đang là 0." | "The limit of starts a month is 0."),
                    n => say!(lang;
                        "Mỗi tháng khởi công được {a_month} {units}, có {all} {units} để chọn."
                        | "At most {some} {start} a month; {all} to choose from.",
                        some = with_unit(&a_month), start = agree(n, "starts", "start")),
                }
            }
            Cause::Appraisal => {
                let pass = percent(last_pass(inputs), 0, lang);
                say!(lang;
                    "Mỗi {units} qua {pass}; đẩy thêm {units} để bù." | "{pass} of {units} pass; push more to make up.")
            }
            Cause::Schedule => {
                let wanted = self.evaluation.outcome.lines[self.l].wanted;
                let with_unit = with_unit(&number(wanted, 0, lang));
                if wanted < 0.5 {
                    say!(lang;
                        "Lịch chưa đưa {units} nào vào làm; cần đẩy hoặc làm sớm hơn."
                        | "The schedule wants no {units}; push some, or earlier.")
                } else {
                    say!(lang;
                        "Lịch chỉ đưa {with_unit} vào làm; tăng số {units} hoặc làm sớm hơn."
                        | "The schedule wants {with_unit}; push more, or earlier.")
                }
            }
        }
    }

    /// The nearest thing that could still go wrong with a goal that is met.
    pub(super) fn remaining_risk(&self) -> String {
        let outcome = &self.evaluation.outcome.lines[self.l];
        let units = self.line.unit.get(self.lang);
        let owed: f64 = self
            .evaluation
            .outcome
            .communes
            .iter()
            .filter(|c| c.line == self.l)
            .map(|c| c.waiting_at_round)
            .fold(0.0, f64::max);
        if owed > NO_MONEY {
            let owed = self.money(owed);
            return say!(self.lang;
                "Lúc xét còn {owed} chờ trả: phải hết nợ trước thẩm định."
                | "{owed} still waits at the round: it must be paid before appraisal.");
        }
        let pass = self.evaluation.inputs.lines.get(self.l).map_or(1.0, last_pass);
        if pass < 1.0 {
            let pass = percent(pass, 0, self.lang);
            return say!(self.lang;
                "Rủi ro còn lại: thẩm định, mỗi {units} qua {pass}."
                | "Remaining risk: appraisal, {pass} of {units} pass.");
        }
        let spare = outcome.total_recognised() - outcome.goal;
        if spare >= 1.0 - 1e-9 {
            let whole = (spare - libm::round(spare)).abs() < 1e-6;
            let spare = if whole {
                number(spare, 0, self.lang)
            } else {
                count(spare, outcome.goal, self.lang)
            };
            let unit = unit(self.line, &spare, self.lang);
            return say!(self.lang; "Dư {spare} {unit} so với mục tiêu." | "{spare} {unit} more than the goal.");
        }
        let last = outcome.recognised.iter().rposition(|r| *r > 0.0).map(|t| self.month(t));
        match last {
            Some(month) => say!(self.lang;
                "Vừa đủ, không dự phòng; đợt cuối {month}." | "Just enough, nothing to spare; last round {month}."),
            None => String::new(),
        }
    }
}

/// Share that passes in the last round.
fn last_pass(line: &LineInputs) -> f64 {
    let last = line.rounds.iter().rposition(|held| *held);
    last.map_or(line.pass, |t| line.pass_at(t))
}

/// *Thẩm định 0,70; thời gian 0,17; tiền 0,17.* Largest first; parts that show as zero are left out.
fn split(loss: &Loss, line: &Line, lang: Lang) -> String {
    let goal = line.goal.value;
    let decimals = count_decimals(goal).max(usize::from(loss.units < 9.5));
    let mut parts: Vec<(f64, Cause)> = Cause::ALL.map(|c| (loss.part(c), c)).into();
    parts.retain(|(units, _)| units.abs() >= 0.5 * libm::pow(10.0, -(decimals as f64)));
    sort::by(&mut parts, |a, b| b.0.abs().total_cmp(&a.0.abs()));
    let words: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(i, (units, cause))| {
            let name = cause.name(lang);
            let name = if i == 0 { name.to_owned() } else { name.to_lowercase() };
            format!("{name} {}", number(*units, decimals, lang))
        })
        .collect();
    format!("{}.", words.join("; "))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{evaluation, missed, plan};
    use super::*;

    fn lines(evaluation: &Evaluation, l: usize, lang: Lang) -> (String, String) {
        let r = reason(&plan(), evaluation, l, MoneyUnit::Million, lang);
        (r.head, r.more)
    }

    #[test]
    fn a_loss_to_money_names_the_amount_and_the_latest_month_of_a_start() {
        let mut e = evaluation(&[missed(0, 19.0, [6.0, 0.0, 0.0, 0.0, 0.0])]);
        e.missing.by_line[0] = 15_000.0;
        // Six months of work, one of lag, last round December: a start in June is the last one recognised.
        let (head, more) = lines(&e, 0, Lang::Vi);
        assert_eq!(head, "−6 khu vì thiếu tiền");
        assert_eq!(
            more,
            "Phần còn thiếu tốn 15.000\u{a0}triệu\u{a0}đồng, có tiền chậm nhất T6 mới kịp khởi công."
        );
        let (head, more) = lines(&e, 0, Lang::En);
        assert_eq!(head, "−6 areas for lack of money");
        assert_eq!(
            more,
            "What is missing costs 15,000\u{a0}million\u{a0}VND, for starts by Jun at the latest."
        );
    }

    #[test]
    fn whole_units_are_written_whole_even_of_a_small_goal() {
        let e = evaluation(&[missed(2, 7.0, [1.0, 0.0, 0.0, 0.0, 0.0])]);
        assert!(
            lines(&e, 2, Lang::En).0.starts_with("−1 "),
            "{}",
            lines(&e, 2, Lang::En).0
        );
        assert!(lines(&e, 2, Lang::Vi).0.starts_with("−1 sản phẩm"));
    }

    #[test]
    fn a_loss_with_several_causes_is_split_and_the_parts_add_up_to_it() {
        let e = evaluation(&[missed(2, 6.96, [0.17, 0.17, 0.0, 0.70, 0.0])]);
        let (head, more) = lines(&e, 2, Lang::Vi);
        assert_eq!(head, "−1,04, chủ yếu ở thẩm định");
        assert_eq!(more, "Thẩm định 0,70; tiền 0,17; thời gian 0,17.");
    }

    #[test]
    fn a_loss_that_two_causes_share_names_both() {
        let e = evaluation(&[missed(2, 7.64, [0.18, 0.0, 0.0, 0.18, 0.0])]);
        assert_eq!(lines(&e, 2, Lang::Vi).0, "−0,36, do tiền và thẩm định");
        assert_eq!(lines(&e, 2, Lang::En).0, "−0.36: money and appraisal");
    }

    #[test]
    fn a_negative_part_is_shown_as_such() {
        let e = evaluation(&[missed(1, 150.0, [70.0, -20.0, 0.0, 0.0, 0.0])]);
        let loss = loss_of(&e, 1).unwrap();
        let plan = plan();
        assert_eq!(split(&loss, &plan.lines[1], Lang::Vi), "Tiền 70; thời gian −20.");
    }

    #[test]
    fn each_single_cause_has_its_own_remedy() {
        for (k, expected) in [
            (1, "Phải khởi công chậm nhất T8 mới kịp công nhận."),
            (2, "Mỗi tháng khởi công được 40 vườn, có 400 vườn để chọn."),
            (3, "Mỗi vườn qua 100\u{a0}%; đẩy thêm vườn để bù."),
        ] {
            let mut parts = [0.0; 5];
            parts[k] = 10.0;
            assert_eq!(lines(&evaluation(&[missed(1, 190.0, parts)]), 1, Lang::Vi).1, expected);
        }
        let e = evaluation(&[missed(1, 190.0, [0.0, 0.0, 0.0, 0.0, 10.0])]);
        assert!(lines(&e, 1, Lang::Vi).1.starts_with("Lịch chưa đưa vườn nào vào làm"));
    }

    #[test]
    fn a_met_goal_names_the_remaining_risk_in_order_debt_appraisal_spare() {
        let mut e = evaluation(&[]);
        assert_eq!(
            lines(&e, 2, Lang::Vi),
            (
                "Không hụt".into(),
                "Rủi ro còn lại: thẩm định, mỗi sản phẩm qua 70\u{a0}%.".into()
            )
        );
        assert_eq!(lines(&e, 0, Lang::Vi).1, "Vừa đủ, không dự phòng; đợt cuối T11.");
        e.outcome.lines[0].recognised[10] = 27.0;
        assert_eq!(lines(&e, 0, Lang::En).1, "2 areas more than the goal.");
        e.outcome.communes.push(crate::engine::CommuneOutcome {
            id: None,
            climbs: false,
            line: 0,
            units: 1.0,
            start: 0,
            finish: None,
            round: Some(10),
            waiting_at_round: 3_000.0,
        });
        assert!(lines(&e, 0, Lang::Vi).1.contains("3.000\u{a0}triệu\u{a0}đồng chờ trả"));
    }

    #[test]
    fn a_loss_under_half_of_the_last_digit_is_still_a_number() {
        let e = evaluation(&[missed(1, 199.7, [0.3, 0.0, 0.0, 0.0, 0.0])]);
        assert_eq!(lines(&e, 1, Lang::Vi).0, "−0,3 vườn vì thiếu tiền");
    }
}
