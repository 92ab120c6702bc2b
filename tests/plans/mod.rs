//! Made-up plans of every shape that a plan may have, for properties that must hold of all of them.
//!
//! A [`Made`] plan is a model that a test can alter; [`Made::toml`] writes it as a plan file. Agencies and groups go by
//! their numbers, rows too; days all lie in the first months of 2025.

pub mod answers;

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A plan that the program must take without an error.
#[derive(Clone, Debug)]
pub struct Made {
    pub rules: Rules,
    pub bodies: Vec<Body>,
    pub rows: Vec<Row>,
    /// Whether the last row comes first in the file, and so each row before the one above it.
    pub upside_down: bool,
    /// Agencies that end, and who takes over.
    pub ended: BTreeMap<usize, (NaiveDate, Option<usize>)>,
}

#[derive(Clone, Debug)]
pub struct Rules {
    pub before: &'static str,
    pub roll_forward: bool,
    pub due_soon_days: u32,
    pub holidays: Vec<NaiveDate>,
    pub workdays: Vec<NaiveDate>,
}

/// An agency or a group. Members come earlier in the plan, so no group is a member of itself.
#[derive(Clone, Debug)]
pub enum Body {
    Agency,
    GroupWithoutMembers,
    Group(Vec<usize>),
}

#[derive(Clone, Debug)]
pub struct Row {
    /// The row above, which has a smaller number.
    pub parent: Option<usize>,
    pub lead: Option<Vec<usize>>,
    pub any: bool,
    pub support: Vec<usize>,
    /// The value of `due` as the file has it.
    pub due: Option<String>,
    pub submitted: Vec<Entry>,
    pub extended: Vec<Extension>,
    /// The period of all its entries and extensions, as the file has it, where it recurs.
    pub period: Option<&'static str>,
    /// The day from which it is owed no more.
    pub ended: Option<NaiveDate>,
    /// The days of notes on how it stands.
    pub notes: Vec<NaiveDate>,
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub by: usize,
    pub on: NaiveDate,
    pub reference: String,
    pub returned: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
pub struct Extension {
    pub to: NaiveDate,
    pub granted: NaiveDate,
    pub covers: Option<Vec<usize>>,
}

impl Made {
    /// The units that a list of bodies opens to, each once.
    pub fn units(&self, bodies: &[usize]) -> Vec<usize> {
        let mut units = Vec::new();
        for body in bodies {
            let opened = match &self.bodies[*body] {
                Body::Agency | Body::GroupWithoutMembers => vec![*body],
                Body::Group(members) => self.units(members),
            };
            for unit in opened {
                if !units.contains(&unit) {
                    units.push(unit);
                }
            }
        }
        units
    }

    /// The row and those above it, up to the root.
    pub fn upwards(&self, row: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(row), |row| self.rows[*row].parent)
    }

    /// The row that states the lead of a row.
    pub fn lead_from(&self, row: usize) -> Option<usize> {
        self.upwards(row).find(|row| self.rows[*row].lead.is_some())
    }

    /// The row that states the deadline of a row.
    pub fn due_from(&self, row: usize) -> Option<usize> {
        self.upwards(row).find(|row| self.rows[*row].due.is_some())
    }

    /// The item that a row is or belongs to; none of a heading.
    pub fn item(&self, row: usize) -> Option<usize> {
        self.lead_from(row)?;
        self.upwards(row).find(|row| self.states(*row)).filter(|row| !self.hands_down(*row))
    }

    /// Whether a row states a lead or a deadline itself.
    fn states(&self, row: usize) -> bool {
        self.rows[row].lead.is_some() || self.rows[row].due.is_some()
    }

    /// Whether a row has a lead only for the rows below it, which makes it a heading.
    fn hands_down(&self, row: usize) -> bool {
        let mut below = (0..self.rows.len()).filter(|below| self.rows[*below].parent == Some(row));
        let is_undated = self.rows[row].lead.is_some() && self.due_from(row).is_none();
        is_undated && self.has_children(row) && below.all(|below| self.states(below))
    }

    /// The units responsible for a row; of a heading none.
    pub fn responsible(&self, row: usize) -> Vec<usize> {
        let lead = self.item(row).and(self.lead_from(row)).and_then(|from| self.rows[from].lead.as_ref());
        lead.map(|lead| self.units(lead)).unwrap_or_default()
    }

    pub fn has_children(&self, row: usize) -> bool {
        self.rows.iter().any(|other| other.parent == Some(row))
    }

    /// A row's id: that of the row above, a dot, and its own number.
    pub fn id(&self, row: usize) -> String {
        match self.rows[row].parent {
            Some(above) => format!("{}.{row}", self.id(above)),
            None => row.to_string(),
        }
    }

    /// The id of an agency or group.
    pub fn body_id(&self, body: usize) -> String {
        let kind = if matches!(self.bodies[body], Body::Agency) { "co-quan" } else { "nhom" };
        format!("{kind}-{body}")
    }

    /// Whether an entry may be added: no entry of its unit on its row is live on a day when it is.
    pub fn has_room_for(&self, row: usize, entry: &Entry) -> bool {
        let until = |entry: &Entry| entry.returned.unwrap_or(NaiveDate::MAX);
        let overlap = |other: &Entry| entry.on.max(other.on) < until(entry).min(until(other));
        !self.rows[row].submitted.iter().any(|other| other.by == entry.by && overlap(other))
    }

    /// The plan as a file.
    pub fn toml(&self) -> String {
        let mut out = String::from(
            "version = 1\n\n[plan]\nnumber = \"1/KH-UBND\"\ntitle = \"Kế hoạch giả định\"\nissuer = \"UBND tỉnh Minh Họa\"\n",
        );
        self.write(&mut out).expect("a string takes all that is written");
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let Rules { before, roll_forward, due_soon_days, holidays, workdays } = &self.rules;
        writeln!(out, "issued = {}\n", day(0))?;
        writeln!(
            out,
            "[rules]\nbefore = \"{before}\"\nroll_forward = {roll_forward}\ndue_soon_days = {due_soon_days}"
        )?;
        writeln!(out, "holidays = [{}]\nworkdays = [{}]", joined(holidays), joined(workdays))?;
        let mut rows: Vec<usize> = (0..self.rows.len()).collect();
        if self.upside_down {
            rows.reverse();
        }
        for row in rows {
            self.write_row(row, out)?;
        }
        let (groups, agencies): (Vec<usize>, Vec<usize>) =
            (0..self.bodies.len()).partition(|body| !matches!(self.bodies[*body], Body::Agency));
        writeln!(out, "\n[agencies]")?;
        for agency in agencies {
            let ended = self.ended.get(&agency);
            let ended = ended.map(|(day, into)| {
                let into = into.map(|into| format!(", into = {}", self.ids(&[into]))).unwrap_or_default();
                format!(", ended = {day}{into}")
            });
            let ended = ended.unwrap_or_default();
            writeln!(out, "{} = {{ name = \"Cơ quan số {agency}\"{ended} }}", self.body_id(agency))?;
        }
        writeln!(out, "\n[groups]")?;
        for group in groups {
            let members = match &self.bodies[group] {
                Body::Group(members) => format!(", members = {}", self.ids(members)),
                Body::Agency | Body::GroupWithoutMembers => String::new(),
            };
            writeln!(out, "{} = {{ name = \"Nhóm số {group}\"{members} }}", self.body_id(group))?;
        }
        Ok(())
    }

    fn write_row(&self, row: usize, out: &mut String) -> std::fmt::Result {
        let Row { parent: _, lead, any, support, due, submitted, extended, period, ended, notes } = &self.rows[row];
        let period = period.map(|period| format!("period = {period}, ")).unwrap_or_default();
        let id = self.id(row);
        writeln!(out, "\n[[task]]\nid = \"{id}\"\ntitle = \"Nhiệm vụ {id}\"")?;
        if let Some(lead) = lead {
            writeln!(out, "lead = {}\ncompletion = \"{}\"", self.ids(lead), if *any { "any" } else { "each" })?;
        }
        writeln!(out, "support = {}", self.ids(support))?;
        if let Some(due) = due {
            writeln!(out, "due = {due}")?;
        }
        if let Some(day) = ended {
            writeln!(out, "ended = {{ on = {day} }}")?;
        }
        let notes: Vec<String> = notes.iter().map(|day| format!("{{ on = {day}, text = \"Đang làm\" }}")).collect();
        writeln!(out, "progress = [{}]", notes.join(", "))?;
        writeln!(out, "submitted = [")?;
        // Where one unit is responsible, it need not be named.
        let is_sole = self.responsible(row).len() == 1;
        for Entry { by, on, reference, returned } in submitted {
            let by = if is_sole { String::new() } else { format!("by = \"{}\", ", self.body_id(*by)) };
            let returned = returned.map(|day| format!(", returned = {day}")).unwrap_or_default();
            writeln!(out, "  {{ {by}{period}on = {on}, ref = \"{reference}\"{returned} }},")?;
        }
        writeln!(out, "]\nextended = [")?;
        for Extension { to, granted, covers } in extended {
            let covers = covers.as_ref().map(|covers| format!(", for = {}", self.ids(covers))).unwrap_or_default();
            writeln!(out, "  {{ {period}to = {to}, granted = {granted}{covers} }},")?;
        }
        writeln!(out, "]")
    }

    fn ids(&self, bodies: &[usize]) -> String {
        let ids: Vec<String> = bodies.iter().map(|body| format!("\"{}\"", self.body_id(*body))).collect();
        format!("[{}]", ids.join(", "))
    }
}

/// So many days after the plan was issued.
pub fn day(number: u64) -> NaiveDate {
    let issued = NaiveDate::from_ymd_opt(2025, 1, 2).expect("a date");
    issued + Days::new(number)
}

fn joined(days: &[NaiveDate]) -> String {
    days.iter().map(NaiveDate::to_string).collect::<Vec<_>>().join(", ")
}

/// A day on which something happens to a plan, few enough for things to meet on one day.
pub fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..60u64).prop_map(day)
}

/// Any plan.
pub fn any_plan() -> impl Strategy<Value = Made> {
    (rules(), 1..5usize, vec(option::weighted(0.8, bodies(1..4)), 0..4), vec(raw_row(), 1..9), any::<bool>())
        .prop_map(|(rules, agencies, groups, rows, upside_down)| made(rules, agencies, groups, rows, upside_down))
}

fn rules() -> impl Strategy<Value = Rules> {
    let days = || vec(any_day(), 0..4);
    (select(vec!["inclusive", "exclusive"]), any::<bool>(), 0..15u32, days(), days()).prop_map(
        |(before, roll_forward, due_soon_days, holidays, workdays)| Rules {
            before,
            roll_forward,
            due_soon_days,
            holidays,
            workdays,
        },
    )
}

/// A list of agencies and groups, before it is known how many there are to choose from.
fn bodies(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Index>> {
    vec(any::<Index>(), count)
}

/// A row before the plan is known around it.
#[derive(Clone, Debug)]
struct RawRow {
    parent: Option<Index>,
    lead: Option<Vec<Index>>,
    any: bool,
    support: Vec<Index>,
    due: Option<String>,
    submitted: Vec<(Index, NaiveDate, Option<u64>)>,
    extended: Vec<(NaiveDate, NaiveDate, Option<Vec<Index>>)>,
}

fn raw_row() -> impl Strategy<Value = RawRow> {
    let entry = (any::<Index>(), any_day(), option::of(0..20u64));
    let extension = (any_day(), any_day(), option::of(bodies(1..3)));
    (
        option::weighted(0.8, any::<Index>()),
        option::weighted(0.4, bodies(1..4)),
        any::<bool>(),
        bodies(0..3),
        option::weighted(0.4, due()),
        vec(entry, 0..5),
        vec(extension, 0..3),
    )
        .prop_map(|(parent, lead, any, support, due, submitted, extended)| RawRow {
            parent,
            lead,
            any,
            support,
            due,
            submitted,
            extended,
        })
}

/// Every kind of deadline, with and without the start of a range.
fn due() -> impl Strategy<Value = String> {
    let on_a_day = (select(vec!["before", "by", "on"]), any_day()).prop_map(|(kind, day)| format!("{kind} = {day}"));
    let within = select(vec![
        "month = \"2025-01\"",
        "month = \"2025-02\"",
        "quarter = \"2025-Q1\"",
        "year = 2025",
        "ongoing = true",
    ]);
    // The earliest last day is the first of January 2025, a day before the plan was issued.
    let from = select(vec!["", ", from = 2024-12-31", ", from = \"2024-12\"", ", from = \"2024-Q4\"", ", from = 2025"]);
    let dated = (prop_oneof![3 => on_a_day, 2 => within.prop_map(str::to_owned)], from);
    prop_oneof![
        9 => dated.prop_map(|(kind, from)| format!("{{ {kind}{from} }}")),
        1 => Just("{ when = \"sau khi có Quy chế của Trung ương\" }".to_owned()),
    ]
}

/// Puts the parts together, and leaves out what a plan may not have.
fn made(rules: Rules, agencies: usize, groups: Vec<Option<Vec<Index>>>, rows: Vec<RawRow>, upside_down: bool) -> Made {
    let mut bodies = vec![Body::Agency; agencies];
    for members in groups {
        let known = bodies.len();
        bodies.push(match members {
            Some(members) => Body::Group(members.iter().map(|member| member.index(known)).collect()),
            None => Body::GroupWithoutMembers,
        });
    }
    let choose = |chosen: &[Index]| chosen.iter().map(|body| body.index(bodies.len())).collect::<Vec<_>>();
    let mut marks = Vec::new();
    let mut finished = Vec::new();
    for (number, raw) in rows.into_iter().enumerate() {
        let extended = raw.extended.into_iter().map(|(to, granted, covers)| Extension {
            to,
            granted,
            covers: covers.map(|covers| choose(&covers)),
        });
        finished.push(Row {
            parent: raw.parent.filter(|_| number > 0).map(|above| above.index(number)),
            lead: raw.lead.map(|lead| choose(&lead)),
            any: raw.any,
            support: choose(&raw.support),
            due: raw.due,
            submitted: Vec::new(),
            extended: extended.collect(),
            period: None,
            ended: None,
            notes: Vec::new(),
        });
        marks.push(raw.submitted);
    }
    let mut made = Made { rules, bodies, rows: finished, upside_down, ended: BTreeMap::new() };
    for row in 0..made.rows.len() {
        // A heading has something below it.
        if made.lead_from(row).is_none() && !made.has_children(row) {
            made.rows[row].lead = Some(vec![0]);
        }
    }
    for (row, marks) in marks.into_iter().enumerate() {
        let units = made.responsible(row);
        for (unit, on, returned) in marks.into_iter().filter(|_| !units.is_empty()) {
            let reference = format!("{row}.{}/BC", made.rows[row].submitted.len());
            let returned = returned.map(|after| on + Days::new(after));
            let entry = Entry { by: units[unit.index(units.len())], on, reference, returned };
            if made.has_room_for(row, &entry) {
                made.rows[row].submitted.push(entry);
            }
        }
    }
    made
}
