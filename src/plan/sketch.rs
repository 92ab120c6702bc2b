//! A plan as far as its file could be read.

use super::{Gaps, Plan, StatedCalendar};

/// A plan as far as its file could be read, with what is not known of it.
///
/// Nothing is answered from a sketch: who asks a question wants [the whole plan](Self::whole), and gets
/// none where anything is amiss. Rules judge it, and ask of every value they use whether it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    plan: Plan,
    calendar: StatedCalendar,
    gaps: Gaps,
    is_whole: bool,
}

impl Sketch {
    pub(super) fn new(plan: Plan, calendar: StatedCalendar, gaps: Gaps, is_whole: bool) -> Self {
        Self { plan, calendar, gaps, is_whole }
    }

    /// The plan, if all of it could be read and nothing in it is a problem.
    pub fn whole(&self) -> Option<&Plan> {
        Some(&self.plan).filter(|_| self.is_whole)
    }

    /// The plan taken out, if all of it could be read and nothing in it is a problem.
    pub fn into_whole(self) -> Option<Plan> {
        Some(self.plan).filter(|_| self.is_whole)
    }

    /// What could be read, with blanks for what could not.
    pub(crate) fn as_read(&self) -> &Plan {
        &self.plan
    }

    /// Its rules about days.
    pub fn calendar(&self) -> &StatedCalendar {
        &self.calendar
    }

    /// What is not known of it.
    pub fn gaps(&self) -> &Gaps {
        &self.gaps
    }
}
