//! Money that does not carry over: buckets of a source by budget year, and the bills each may pay.
//!
//! What such a source brings for a budget year pays the bills of that year, up to the January after it (its thirteenth
//! release point); what is left then is gone. Money that carries over pays bills of any year. Shares of the recipe are
//! kept in the bills of each year, where anything expires. This is on the safe side: bills of one year are never left
//! to the money of the next. Where nothing expires inside the calendar there is one bucket for each source and one span
//! of bills, and nothing of this applies.

use super::flow::source_order;
use super::{Inputs, LineInputs, SourceInputs};

/// Money of a source, of one budget year if it expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bucket {
    /// Index of the source.
    pub source: usize,
    /// Span of bills it pays, if it expires.
    pub span: Option<usize>,
}

/// All buckets, in order of the sources.
#[derive(Clone, Debug)]
pub(super) struct Buckets {
    pub list: Vec<Bucket>,
    /// First bucket of each source.
    first: Vec<usize>,
}

impl Inputs {
    /// Spans of bills, told apart by the months in which money expires.
    pub(super) fn spans(&self) -> usize {
        self.expiry.len() + 1
    }

    /// Span of the bills that fall due in month `t`.
    pub(super) fn span(&self, t: usize) -> usize {
        self.expiry.iter().filter(|last| **last < t).count()
    }
}

impl SourceInputs {
    /// Whether its money expires inside the calendar.
    pub(super) fn expires(&self) -> bool {
        !self.by_year.is_empty()
    }
}

impl Buckets {
    pub(super) fn new(inputs: &Inputs) -> Self {
        let mut list = Vec::with_capacity(inputs.sources.len());
        let mut first = Vec::with_capacity(inputs.sources.len());
        for (source, s) in inputs.sources.iter().enumerate() {
            first.push(list.len());
            if s.expires() {
                list.extend((0..inputs.spans()).map(|span| Bucket {
                    source,
                    span: Some(span),
                }));
            } else {
                list.push(Bucket { source, span: None });
            }
        }
        Self { list, first }
    }

    /// The bucket of a source that pays bills of a span.
    pub(super) fn of(&self, source: usize, span: usize) -> usize {
        let first = self.first[source];
        match self.list[first].span {
            Some(_) => first + span,
            None => first,
        }
    }

    /// Buckets from the least to the most widely usable source.
    pub(super) fn order(&self, inputs: &Inputs) -> Vec<usize> {
        let of = |s: usize| (0..self.list.len()).filter(move |b| self.list[*b].source == s);
        source_order(inputs).into_iter().flat_map(of).collect()
    }

    /// Planned or real release of a bucket in month `t`, triệu đồng, other works included.
    pub(super) fn release(&self, inputs: &Inputs, bucket: usize, t: usize, planned: bool) -> f64 {
        let Bucket { source, span } = self.list[bucket];
        let source = &inputs.sources[source];
        let column = match (span, planned) {
            (None, true) => &source.planned,
            (None, false) => &source.released,
            (Some(span), true) => &source.by_year[span].planned,
            (Some(span), false) => &source.by_year[span].released,
        };
        column[t]
    }

    /// Planned free money over the plan by bucket, triệu đồng.
    pub(super) fn free(&self, inputs: &Inputs) -> Vec<f64> {
        let of = |b: usize| {
            let source = &inputs.sources[self.list[b].source];
            let released: f64 = (0..inputs.months).map(|t| self.release(inputs, b, t, true)).sum();
            released * (1.0 - source.other_works)
        };
        (0..self.list.len()).map(of).collect()
    }

    /// Shares `of` the lines as amounts of costs by line and span, shape `[line and span][bucket]`: 0 where a bucket
    /// does not pay bills of the span.
    pub(super) fn shares(
        &self,
        inputs: &Inputs,
        cost: &[f64],
        of: impl Fn(&LineInputs, usize, f64) -> f64,
    ) -> Vec<Vec<f64>> {
        let spans = inputs.spans();
        let row = |(i, cost): (usize, &f64)| {
            let line = &inputs.lines[i / spans];
            let pays = |b: &Bucket| b.span.is_none_or(|span| span == i % spans);
            let amount = |b: &Bucket| if pays(b) { of(line, b.source, *cost) } else { 0.0 };
            self.list.iter().map(amount).collect()
        };
        cost.iter().enumerate().map(row).collect()
    }
}
