//! Questions to a plan on a day: deliveries, last days, statuses, counts, filters.

mod asked;
mod delivery;
mod filter;
pub mod last_day;
mod overdue;
mod shares;
mod snapshot;
mod status;

pub use asked::{Asked, Role, View};
pub use delivery::Delivery;
pub use filter::{Filter, with_below};
pub use overdue::Overdue;
pub use shares::{Party, Share};
pub use snapshot::{Obligation, Snapshot};
pub use status::{Counts, Status};
