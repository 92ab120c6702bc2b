//! Duties from the body of a plan: context, nothing to submit.

use super::{BodyIx, Deadline, RowIx};
use crate::text::Bilingual;

/// A duty from the body of the plan (Mục III), with the rows that carry it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Where the plan says it, such as `III.4.b`.
    pub reference: String,
    /// Whom it directs.
    pub agencies: Vec<BodyIx>,
    /// The wording.
    pub text: Bilingual,
    /// Its deadline, if it states one.
    pub due: Option<Deadline>,
    /// The rows that carry it out.
    pub rows: Vec<RowIx>,
}
