//! A deadline as answers tell it.

use super::{Names, RowName};
use crate::plan::{Anchor, Deadline, DeadlineKind, DueKey, Every, Length, Period, Plan};
use crate::text::{Bilingual, Lang, one_line};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::sync::Arc;

/// A deadline after the rules of the plan, before extensions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The key that states it.
    #[serde(serialize_with = "name")]
    pub kind: DueKey,
    /// The wording as printed; where an event has none, the event.
    pub text: Option<String>,
    /// The first day of a range.
    pub from: Option<NaiveDate>,
    /// The last day, if there is one: the day that counts.
    pub last_day: Option<NaiveDate>,
    /// The wording in English.
    #[serde(skip)]
    pub text_en: Option<String>,
    /// What it means, whatever the wording.
    #[serde(skip)]
    pub meaning: Meaning,
}

/// What a deadline means to those who have to keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Before a day: which day is the last, the rules of the plan say.
    Before {
        /// The last day in time, were it no day off.
        last: NaiveDate,
        /// Where a range starts.
        from: Option<Period>,
    },
    /// Until the end of a day, month, quarter or year.
    Until {
        /// The period that it ends with.
        to: Period,
        /// Where a range starts.
        from: Option<Period>,
    },
    /// A standing duty, from its start on.
    Standing {
        /// The start.
        from: Option<Period>,
    },
    /// An event that has no date yet.
    Event(String),
    /// None at all, on purpose.
    Blank,
    /// So long after something.
    Within {
        /// How long.
        length: Length,
        /// After what.
        after: Milestone,
    },
    /// In each period.
    Every(Every),
}

/// What a deadline counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Milestone {
    /// The day the plan was issued.
    Issue,
    /// An event, by its name.
    Event(Bilingual),
    /// The last delivery of a row.
    Row(Arc<RowName>),
}

impl Due {
    /// A deadline of a plan, with its last day at D.
    pub fn new(due: &Deadline, plan: &Plan, names: &mut Names<'_>, last_day: Option<NaiveDate>) -> Self {
        let (from, calendar) = (due.from, &plan.calendar);
        let meaning = match &due.kind {
            DeadlineKind::Before(day) => Meaning::Before { last: calendar.last_day_before(*day), from },
            DeadlineKind::By(day) => Meaning::Until { to: Period::Day(*day), from },
            DeadlineKind::In(to) => Meaning::Until { to: *to, from },
            DeadlineKind::Ongoing => Meaning::Standing { from },
            DeadlineKind::When(event) => Meaning::Event(event.clone()),
            DeadlineKind::None => Meaning::Blank,
            DeadlineKind::Every(every) => Meaning::Every(every.clone()),
            DeadlineKind::Within(within) => Meaning::Within {
                length: within.length,
                after: match plan.anchor(within) {
                    Some(Anchor::Event(event)) => Milestone::Event(plan.event(event).name.clone()),
                    Some(Anchor::Row(row)) => Milestone::Row(names.row(row)),
                    Some(Anchor::Issue) | None => Milestone::Issue,
                },
            },
        };
        Self {
            kind: due.key(),
            text: due.wording().map(str::to_owned),
            from: due.first_day(),
            last_day,
            text_en: due.text_en.clone(),
            meaning,
        }
    }

    /// The plan's own words in a language.
    pub fn wording(&self, lang: Lang) -> Option<Cow<'_, str>> {
        let wording = match lang {
            Lang::Vi => &self.text,
            Lang::En => &self.text_en,
        };
        wording.as_deref().map(one_line)
    }

    /// The plan's own words, unless a single day says all of it.
    pub fn telling_wording(&self, lang: Lang) -> Option<Cow<'_, str>> {
        self.wording(lang).filter(|_| !self.meaning.is_one_day())
    }

    /// Whether a single day says all of it.
    pub fn is_one_day(&self) -> bool {
        self.meaning.is_one_day()
    }

    /// The last day where the deadline's own is a day off, and it stands beside a wording, a month, a quarter or a
    /// year. In the place of a day it needs no line of its own.
    pub fn rolled_beside(&self, lang: Lang) -> Option<NaiveDate> {
        let stands_for_day = self.telling_wording(lang).is_none() && self.meaning.ends_with_day();
        self.last_day.filter(|day| Some(*day) != self.meaning.last_day() && !stands_for_day)
    }

    /// The last day where a table shows it on a line of its own: that of a day off that moved, or one that has come of
    /// a length that the plan's own words tell.
    pub fn last_day_in_table(&self, lang: Lang) -> Option<NaiveDate> {
        match self.meaning {
            Meaning::Within { .. } => self.last_day_beside_wording(lang),
            _ => self.rolled_beside(lang),
        }
    }

    /// What it waits for, as long as that has not come.
    pub fn waits_for(&self) -> Option<&Milestone> {
        match &self.meaning {
            Meaning::Within { after, .. } if self.last_day.is_none() => Some(after),
            _ => None,
        }
    }

    /// The last day, unless the plan's own words tell it, or without such words the deadline itself.
    pub fn last_day_beside_wording(&self, lang: Lang) -> Option<NaiveDate> {
        let is_told = |day: NaiveDate| match (self.wording(lang), &self.meaning) {
            // "Before" leaves it open whether the day itself still counts.
            (Some(wording), Meaning::Before { .. }) => wording == lang.date(day),
            (Some(wording), Meaning::Until { .. } | Meaning::Within { .. }) => wording.contains(&lang.date(day)),
            (None, Meaning::Before { last, from }) => from.is_none() && *last == day,
            (None, Meaning::Until { to, from }) => [Some(*to), *from].contains(&Some(Period::Day(day))),
            // They have no last day.
            (_, Meaning::Standing { .. } | Meaning::Event(_) | Meaning::Blank | Meaning::Every(_)) => false,
            // Where the day has come, it stands in the place of the length.
            (None, Meaning::Within { .. }) => true,
        };
        self.last_day.filter(|day| !is_told(*day))
    }
}

impl Meaning {
    /// The last day by itself, be it a day off or not.
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Before { last, .. } => Some(*last),
            Self::Until { to, .. } => Some(to.last_day()),
            Self::Standing { .. } | Self::Event(_) | Self::Blank | Self::Within { .. } | Self::Every(_) => None,
        }
    }

    /// Whether it ends with a day, not with a month, quarter or year.
    fn ends_with_day(&self) -> bool {
        matches!(self, Self::Before { .. } | Self::Until { to: Period::Day(_), .. })
    }

    /// Whether it is a day and no range.
    fn is_one_day(&self) -> bool {
        match self {
            Self::Before { from, .. } | Self::Until { from, .. } => from.is_none() && self.ends_with_day(),
            Self::Standing { .. } | Self::Event(_) | Self::Blank | Self::Within { .. } | Self::Every(_) => false,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn name<S: Serializer>(key: &DueKey, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(key.name())
}
