//! What days of a calendar say, beside the words of reports.
#![allow(missing_docs, reason = "a name says which word it is; the text stands beside it")]

use super::words;

words! {
    of_period(period: &str) { vi: "Kỳ: {period}", en: "Period: {period}" }
}
