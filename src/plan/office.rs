//! The office that collects the reports, as it stands on its letters.

/// The coordinator's letterhead, `[office]`: what a document of the office says of it (Decree 30/2020/NĐ-CP, Appendix
/// I). What is not stated is left as dots to fill in, or follows from the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// Where it signs, before the date.
    pub place: Option<String>,
    /// What stands for it in the number of a document, such as `SNV`.
    pub symbol: Option<String>,
    /// The office that signs, as printed; lines follow one another.
    pub signer: Option<String>,
    /// Who signs.
    pub signer_name: Option<String>,
}
