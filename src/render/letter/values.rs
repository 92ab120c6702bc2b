//! What the placeholders of a letter stand for.

/// The placeholders of a letter.
pub const FIELDS: [&str; 17] = [
    "agency",
    "agency.id",
    "plan.number",
    "plan.title",
    "plan.issuer",
    "plan.issuer.caps",
    "plan.issued",
    "coordinator",
    "coordinator.caps",
    "place",
    "symbol",
    "signer",
    "signer_name",
    "date",
    "month",
    "reply_by",
    "count",
];

/// Those of a row of its table.
pub const ROW_FIELDS: [&str; 6] = ["row.number", "row.title", "row.due", "row.days_late", "row.period", "row.note"];

/// What the placeholders of one letter stand for.
#[derive(Clone, Debug)]
pub struct Values {
    fields: [String; FIELDS.len()],
    /// What is owed, plan by plan.
    pub plans: Vec<Owed>,
}

/// The lines of a table.
#[derive(Clone, Debug, Default)]
pub struct Owed {
    /// What stands above the table, as markup.
    pub heading: Option<String>,
    pub lines: Vec<Line>,
}

/// What the placeholders of a row stand for.
#[derive(Clone, Debug)]
pub struct Line {
    fields: [String; ROW_FIELDS.len()],
}

impl Values {
    /// Those of a letter about what is owed of some plans; the other placeholders are still blank.
    pub fn new(plans: Vec<Owed>) -> Self {
        Self { fields: Default::default(), plans }
    }

    /// Whether there is a placeholder of that name.
    pub fn has(name: &str) -> bool {
        FIELDS.contains(&name) || Self::is_of_row(name)
    }

    /// Whether it is one of a row.
    pub fn is_of_row(name: &str) -> bool {
        ROW_FIELDS.contains(&name)
    }

    /// States what a placeholder of the letter stands for.
    pub fn set(&mut self, name: &'static str, value: impl Into<String>) {
        debug_assert!(FIELDS.contains(&name));
        if let Some(at) = FIELDS.iter().position(|known| *known == name) {
            self.fields[at] = value.into();
        }
    }

    /// What a placeholder stands for, on a line of the table.
    pub fn get<'a>(&'a self, name: &str, line: Option<&'a Line>) -> &'a str {
        let own = FIELDS.iter().position(|known| *known == name).map(|at| &self.fields[at]);
        let of_row = || line?.fields.get(ROW_FIELDS.iter().position(|known| *known == name)?);
        own.or_else(of_row).map(String::as_str).unwrap_or_default()
    }
}

impl Line {
    /// The values in the order of [`ROW_FIELDS`].
    pub fn new(fields: [String; ROW_FIELDS.len()]) -> Self {
        Self { fields }
    }
}
