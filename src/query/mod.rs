//! Questions to a plan on a day: deliveries, last days, statuses, counts, filters.

mod delivery;
mod filter;
pub mod last_day;
mod overdue;
mod scope;
mod snapshot;
mod status;
mod workload;

pub use delivery::Delivery;
pub use filter::{Filter, with_below};
pub use overdue::Overdue;
pub use scope::{Role, Scope, ScopedRow};
pub use snapshot::{Obligation, Snapshot};
pub use status::{Counts, Status};
pub use workload::{AgencyLine, Workload};
