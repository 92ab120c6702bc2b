//! `event`: something has happened that deadlines wait for.

use super::{Decision, Refusal};
use crate::plan::{Change, Event, EventIx, Recorded};
use crate::query::Snapshot;
use chrono::NaiveDate;

/// What has happened.
#[derive(Clone, Debug)]
pub struct EventRequest {
    /// The event.
    pub event: EventIx,
    /// The day.
    pub on: NaiveDate,
    /// The document that says so.
    pub reference: Option<String>,
    /// Whether that takes the place of what is recorded.
    pub replace: bool,
}

/// Decides what to record.
///
/// # Errors
/// [`Refusal`] of a day after D, or where another day or document is recorded.
pub fn event(snapshot: &Snapshot<'_>, request: &EventRequest) -> Result<Decision, Refusal> {
    let EventRequest { event, on, reference, replace } = request;
    if *on > snapshot.as_of {
        return Err(Refusal::AfterAsOf { day: *on, as_of: snapshot.as_of });
    }
    let Event { on: known, reference: known_reference, .. } = snapshot.plan.event(*event);
    match known {
        Some(known) if known == on && reference.as_ref().is_none_or(|new| known_reference.as_ref() == Some(new)) => {
            Ok(Decision { already: vec![Recorded::Event { event: *event }], ..Decision::default() })
        }
        Some(known) if !replace => Err(Refusal::OtherDay { event: *event, on: *known }),
        _ => {
            let change = Change::Happen { event: *event, on: *on, reference: reference.clone() };
            Ok(Decision { changes: vec![change], ..Decision::default() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, read};

    /// What `event e --on …` at 30 June comes to.
    fn asked(event_in_file: &str, on: &str, reference: Option<&str>, replace: bool) -> String {
        let plan = read(&format!(
            "version = 1\nplan = {{ title = 'K', issuer = 'T', issued = 2020-01-01 }}\nevents = {{ e = {{ name = 'E'{event_in_file} }} }}"
        ));
        let request = EventRequest { event: EventIx(0), on: day(on), reference: reference.map(str::to_owned), replace };
        match super::event(&Snapshot::new(&plan, day("06-30")), &request) {
            Ok(decision) => match (&decision.changes[..], &decision.already[..]) {
                ([Change::Happen { on, .. }], []) => on.format("%m-%d").to_string(),
                ([], [Recorded::Event { .. }]) => "already".to_owned(),
                other => format!("{other:?}"),
            },
            Err(Refusal::OtherDay { on, .. }) => format!("on {}", on.format("%m-%d")),
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn an_event_happens_once_unless_what_is_recorded_is_replaced() {
        assert_eq!(asked("", "03-05", None, false), "03-05");
        let known = ", on = 2020-03-05, ref = '1/NQ'";
        assert_eq!(asked(known, "03-05", None, false), "already");
        assert_eq!(asked(known, "03-05", Some("1/NQ"), false), "already");
        assert_eq!(asked(known, "03-06", None, false), "on 03-05");
        assert_eq!(asked(known, "03-05", Some("2/NQ"), false), "on 03-05");
        assert_eq!(asked(known, "03-06", None, true), "03-06");
        assert!(asked("", "07-01", None, false).contains("AfterAsOf"));
    }
}
