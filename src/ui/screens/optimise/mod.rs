//! Screen *Tối ưu*: a question in the planner's words, the search, its answer with a bound, and money against score.

mod answer;
mod applying;
mod communes;
mod difference;
mod edited;
mod explain;
mod financing;
mod frontier;
mod least;
mod limits;
mod prices;
mod print_head;
mod prove;
mod question;
mod schedule;
mod search;

pub use edited::EditedMark;

use crate::ui::prelude::*;

/// Screen *Tối ưu*.
#[component]
pub fn OptimiseScreen() -> impl IntoView {
    view! {
        <print_head::PrintHead/>
        <div class="op">
            <question::QuestionPanel/>
            <div class="op-right">
                <p class="op-edited" role="status"><edited::EditedMark/></p>
                <search::SearchPanel/>
                <answer::AnswerPanel/>
                <frontier::FrontierPanel/>
            </div>
        </div>
    }
}
