//! Pages for a browser: those that people read, under a name of their own and with charts.

use super::page::{Block, Chart, Page, Value};

/// A page for a browser.
#[derive(Debug, PartialEq)]
pub struct Web<'a> {
    /// What it is called.
    pub name: Value,
    /// What it says.
    pub page: Page<'a>,
}

impl Page<'_> {
    /// A part of the page that is a chart, if there is anything to show.
    pub(super) fn chart(&mut self, heading: &'static str, chart: Option<Chart>) {
        if let Some(chart) = chart {
            self.heading(heading);
            self.push(Block::Chart(chart));
        }
    }
}
