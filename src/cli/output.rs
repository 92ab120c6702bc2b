//! In which form a report goes out.

use super::failure::Failure;
use super::session::{Session, World};
use crate::query::Snapshot;
use crate::render::{json, table};
use crate::report::{Block, Envelope};
use serde::Serialize;

/// Options of every report.
#[derive(clap::Args, Debug)]
pub struct Output {
    /// The form of the report
    #[arg(long, value_name = "FORMAT", value_enum)]
    format: Option<Format>,
}

/// The forms of a report.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A table for people.
    #[default]
    Table,
    /// JSON for programs.
    Json,
}

impl Output {
    /// The form that is wanted.
    pub fn format(&self) -> Format {
        self.format.unwrap_or_default()
    }

    /// Writes a report for people.
    ///
    /// # Errors
    /// What the writer says.
    pub fn table(blocks: &[Block], session: &Session, world: &mut World<'_>) -> Result<(), Failure> {
        Ok(table::write(world.out, blocks, session.screen)?)
    }

    /// Writes an answer for programs.
    ///
    /// # Errors
    /// What the writer says.
    pub fn json(
        command: &str,
        snapshot: &Snapshot<'_>,
        answer: impl Serialize,
        world: &mut World<'_>,
    ) -> Result<(), Failure> {
        Ok(json::write(world.out, &Envelope::new(command, snapshot, answer))?)
    }
}
