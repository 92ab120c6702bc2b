//! What is asked about a made-up plan on a day.
#![allow(dead_code, reason = "no test asks all of it")]

use super::Made;
use chrono::NaiveDate;
use papi_plan::diagnostic::Source;
use papi_plan::file::Document;
use papi_plan::plan::{BodyIx, Plan};
use papi_plan::query::{Filter, Scope, Snapshot};
use papi_plan::report::{Beside, ListAnswer, OverdueAnswer, OverdueQuestion};
use serde_json::Value;

/// How many days ahead `overdue` looks for what is due soon.
const SOON: u32 = 20;

/// All that is asked about a plan on a day.
#[derive(Debug, PartialEq)]
pub struct Answers {
    pub list: Value,
    pub overdue: Value,
    /// Both, as asked by each agency and group in turn.
    pub by_body: Vec<(Value, Value)>,
}

pub fn ask(made: &Made, as_of: NaiveDate) -> Answers {
    let plan = plan(made);
    let snapshot = Snapshot::new(&plan, as_of);
    let by_body = plan.bodies().map(|(body, _)| {
        let asked = Scope::new(&plan, [body]);
        let overdue = overdue(&snapshot, Some(body));
        (list(&snapshot, &Filter { asked: Some(asked), ..Filter::default() }), overdue)
    });
    Answers { list: list(&snapshot, &Filter::default()), overdue: overdue(&snapshot, None), by_body: by_body.collect() }
}

pub fn plan(made: &Made) -> Plan {
    let text = made.toml();
    let source = Source::new("plan.toml", text.clone().into_bytes());
    let plan = Document::read(&source).into_plan();
    plan.unwrap_or_else(|problems| panic!("a made-up plan has errors: {problems:#?}\n{text}"))
}

pub fn list(snapshot: &Snapshot<'_>, filter: &Filter) -> Value {
    let mut answer = value(ListAnswer::new(snapshot, filter, &[], Beside::default()));
    answer["rows"].take()
}

pub fn overdue(snapshot: &Snapshot<'_>, asked: Option<BodyIx>) -> Value {
    let agencies = asked.into_iter().collect();
    value(OverdueAnswer::new(snapshot, &OverdueQuestion { agencies, soon: Some(SOON), ..OverdueQuestion::default() }))
}

fn value(answer: impl serde::Serialize) -> Value {
    serde_json::to_value(answer).expect("an answer can be written as JSON")
}

pub fn each(list: &Value) -> &[Value] {
    list.as_array().expect("a list")
}
