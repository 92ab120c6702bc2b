//! The kinds of units of local government, as offices write them.

use super::spelling::{Form, Spelling, strip_words};
use std::sync::LazyLock;

/// A kind of unit of local government.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Province,
    City,
    Town,
    UrbanDistrict,
    District,
    Township,
    Ward,
    Commune,
    SpecialZone,
}

/// A kind in words, and what offices write for it.
struct Written {
    kind: Kind,
    long: Spelling,
    short: Option<&'static str>,
}

static KINDS: LazyLock<[Written; 9]> = LazyLock::new(|| {
    let kinds = [
        (Kind::Province, "tỉnh", None),
        (Kind::City, "thành phố", Some("tp")),
        (Kind::Town, "thị xã", Some("tx")),
        (Kind::UrbanDistrict, "quận", Some("q")),
        (Kind::District, "huyện", Some("h")),
        (Kind::Township, "thị trấn", Some("tt")),
        (Kind::Ward, "phường", Some("p")),
        (Kind::Commune, "xã", Some("x")),
        (Kind::SpecialZone, "đặc khu", None),
    ];
    kinds.map(|(kind, long, short)| Written { kind, long: Spelling::of(long), short })
});

impl Kind {
    /// Every kind.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        KINDS.iter().map(|written| written.kind)
    }

    /// The kind that a text begins with, written out, and what follows.
    pub(super) fn in_full(text: &str) -> Option<(Self, &str)> {
        KINDS.iter().find_map(|written| Some((written.kind, strip_words(text, written.long.get(Form::Alike))?)))
    }

    /// What follows this kind at the beginning of a text, long or short. That it is typed without diacritics says
    /// nothing of how the name behind it is typed.
    pub(super) fn strip(self, text: &str, form: Form) -> Option<&str> {
        let written = KINDS.iter().find(|written| written.kind == self)?;
        let long = [form, Form::Folded].map(|form| written.long.get(form));
        long.into_iter().chain(written.short).find_map(|kind| strip_words(text, kind))
    }

    /// Whether a unit of this kind may have units of the other below it.
    pub(super) fn is_above(self, other: Self) -> bool {
        // Quarters and towns stand below the great cities.
        self.level() > other.level() || (self == Self::City && other.level() == 1)
    }

    fn level(self) -> u8 {
        match self {
            Self::Province => 2,
            Self::City | Self::Town | Self::UrbanDistrict | Self::District => 1,
            Self::Township | Self::Ward | Self::Commune | Self::SpecialZone => 0,
        }
    }
}
