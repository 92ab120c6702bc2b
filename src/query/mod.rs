//! Questions to a plan on a day: who owes what, deliveries, last days, statuses, counts, filters.
//! The only room that knows D.

mod delivery;
mod duty;
mod extension;
mod filter;
mod in_force;
mod last_day;
mod lead;
mod log;
mod missing;
mod obligation;
mod overdue;
mod responsible;
mod scope;
mod snapshot;
mod status;
mod workload;

pub use delivery::Delivery;
#[cfg(test)]
pub(crate) use extension::ROWS_ASKED;
pub use extension::{Assignments, ExtensionAt, Moved};
pub use filter::{Filter, with_below};
pub use last_day::{LastDay, NoDay, Why};
pub use lead::{Groups, LeadShare, by_innermost_group, by_lead};
pub use log::{Action, LogFilter, Mark, Note};
pub use missing::{MissingFilter, MissingUnits};
pub use obligation::{Key, Obligation, Who};
pub use overdue::{MissingRow, MissingShare, Overdue, named_and_rests};
pub use responsible::may_answer;
pub use scope::{Role, Scope, ScopedRow};
pub use snapshot::Snapshot;
pub use status::{Counts, Status};
pub use workload::{AgencyLine, Workload};

use responsible::Responsible;
