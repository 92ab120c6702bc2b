//! What answers are made of: values that stand alone, without a plan behind them, so that those of many plans can
//! stand beside each other. What is only for people is left out of JSON (docs/json-and-csv.md).

mod asked;
mod due;
mod head;
mod letterhead;
mod names;
mod obligation;
mod row;
mod standing;
mod values;

pub use asked::Asked;
pub use due::{Due, Meaning, Milestone};
pub use head::{FORMAT_VERSION, Head, PlanFile, PlanHead, PlanIx};
pub use letterhead::Letterhead;
pub use names::{AgencyName, RowName};
pub use obligation::Obligation;
pub(in crate::report) use obligation::as_text;
pub use row::{LeadShare, Note, PlanColumn, Row, RowEnd, RowState};
pub use standing::{Days, Share, Standing};

pub(super) use names::{Names, id_and_name, own, with_name_en};
pub(super) use values::Values;

#[cfg(test)]
mod tests {
    use super::super::{Beside, ListAnswer};
    use crate::query::{Filter, Scope, Snapshot};
    use crate::testing::{body, day, plan};
    use serde_json::{Value, json};

    /// What programs read of a list at 15 March.
    fn list(rows: &[&str], asked: Option<&str>) -> Value {
        let plan = plan(rows);
        let asked = asked.map(|id| Scope::new(&plan, [body(&plan, id)]));
        let filter = Filter { asked, ..Filter::default() };
        serde_json::to_value(ListAnswer::new(&Snapshot::new(&plan, day("03-15")), &filter, &[], Beside::default()))
            .unwrap()
    }

    #[test]
    fn a_document_opens_with_its_format_its_plan_and_its_day() {
        let expected = json!({
            "format": "papi-plan/list",
            "format_version": 1,
            "plan": { "number": "1/KH", "title": "K", "revision": null },
            "as_of": "2020-03-15",
            "rows": [],
        });
        assert_eq!(list(&[], None), expected);
    }

    #[test]
    fn a_row_is_what_the_plan_says_and_how_it_stands() {
        let rows = [
            "id = 'I', title_en = 'E', due = { month = '2020-03', from = 2020-03-01, text = 'M' }",
            "id = '1', number = 'a', parent = 'I', lead = ['b', 'c'], support = ['d'], submitted = [
                { by = 'c', on = 2020-03-12, ref = '7' }]",
        ];
        let expected = json!({
            "id": "1", "number": "a", "parent": "I", "depth": 1, "kind": "item", "title": "T", "title_en": null,
            "lead": ["b", "c"], "lead_from": "1", "support": ["d"],
            "due": { "kind": "month", "text": "M", "from": "2020-03-01", "last_day": "2020-03-31" }, "due_from": "I",
            "since": null, "ended": null, "cells": {}, "progress": [],
            "status": "pending",
            "counts": {
                "total": 2, "on_time": 1, "late": 0, "overdue": 0, "due_soon": 0, "pending": 1, "open": 0,
            },
            "obligations": [
                {
                    "task": "1", "agencies": ["b"], "period": null, "rest": false, "status": "pending", "last_day": "2020-03-31",
                    "days_late": null, "days_left": 16, "submitted_on": null, "approximate": false, "ref": null, "returned_on": null
                },
                {
                    "task": "1", "agencies": ["c"], "period": null, "rest": false, "status": "on-time", "last_day": "2020-03-31",
                    "days_late": null, "days_left": null, "submitted_on": "2020-03-12", "approximate": false, "ref": "7", "returned_on": null
                },
            ],
        });
        let answer = list(&rows, None);
        assert_eq!(answer["rows"][1], expected);
        assert_eq!(answer["rows"][0]["title_en"], "E");
        let own = &list(&rows, Some("c"))["rows"][0];
        assert_eq!((&own["status"], own["obligations"].as_array().map(Vec::len)), (&json!("on-time"), Some(1)));
    }
}
