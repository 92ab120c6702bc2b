//! What documents for Word share: the package, its XML, and the layout of Decree 30/2020/NĐ-CP, Appendix I.

pub mod layout;
pub mod metrics;
mod package;
pub mod parts;
pub mod text;
pub mod xml;
