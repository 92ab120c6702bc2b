//! The two languages of the tool, and how each writes a date.

use chrono::{Datelike, NaiveDate};

/// A language that reports are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Vietnamese, the language of the plans themselves.
    Vi,
    /// English, the fallback where nothing names a language.
    #[default]
    En,
}

impl Lang {
    /// Reads a language tag: `vi`, `en`, or a locale such as `vi_VN.UTF-8`.
    ///
    /// Anything else, `C` and `POSIX` among them, names no language.
    ///
    /// ```
    /// use papi_plan::text::Lang;
    /// assert_eq!(Lang::from_tag("vi_VN.UTF-8"), Some(Lang::Vi));
    /// assert_eq!(Lang::from_tag("C.UTF-8"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['_', '-', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The tag that a plan file uses: `vi` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Writes a date as people read it: `15/10/2020` in Vietnamese, `2020-10-15` in English.
    ///
    /// ```
    /// use papi_plan::text::Lang;
    /// let day = chrono::NaiveDate::from_ymd_opt(2020, 9, 5).unwrap();
    /// assert_eq!(Lang::Vi.date(day), "05/09/2020");
    /// assert_eq!(Lang::En.date(day), "2020-09-05");
    /// ```
    pub fn date(self, day: NaiveDate) -> String {
        match self {
            Self::Vi => format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()),
            Self::En => day.to_string(),
        }
    }

    /// Picks the text in this language, else the Vietnamese one.
    ///
    /// ```
    /// use papi_plan::text::Lang;
    /// assert_eq!(Lang::En.pick("Sở Nội vụ", Some("Home Affairs")), "Home Affairs");
    /// assert_eq!(Lang::En.pick("Sở Nội vụ", None), "Sở Nội vụ");
    /// ```
    pub fn pick<'a>(self, vi: &'a str, en: Option<&'a str>) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en.unwrap_or(vi),
        }
    }
}
