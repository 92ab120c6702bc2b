//! Deadlines in words, and that these are read back.

use super::*;
use crate::plan::{After, At, Every, Length, Unit, Within};
use crate::text::Lang;
use chrono::Weekday;
use proptest::prelude::*;

#[test]
fn deadlines_are_worded_as_plans_word_them() {
    let d = day("2025-11-15");
    let from = Some(on("2025-09-01"));
    for (kind, from, text) in [
        (B(d), None, "Trước ngày 15/11/2025"),
        (B(d), from, "Từ ngày 01/9/2025 đến trước ngày 15/11/2025"),
        (By(d), None, "Chậm nhất ngày 15/11/2025"),
        (By(d), from, "Từ ngày 01/9/2025 đến ngày 15/11/2025"),
        (In(Day(d)), None, "Ngày 15/11/2025"),
        (In(Day(d)), from, "Ngày 01/9/2025 - ngày 15/11/2025"),
        (In(Month(2026, 1)), None, "Tháng 01/2026"),
        (In(Quarter(2025, 4)), None, "Quý IV/2025"),
        (In(Year(2030)), Some(Year(2026)), "Từ năm 2026 đến năm 2030"),
        (Ongoing, None, "Thường xuyên"),
        (Ongoing, Some(Year(2026)), "Từ năm 2026 trở đi"),
    ] {
        assert_eq!(write_wording(&kind, from, Lang::Vi).as_deref(), Some(text));
    }
}

#[test]
fn they_are_worded_in_english_too() {
    let d = day("2025-11-15");
    let from = Some(on("2025-09-01"));
    for (kind, from, text) in [
        (B(d), None, "Before 15 November 2025"),
        (B(d), from, "From 1 September 2025 to before 15 November 2025"),
        (By(d), None, "By 15 November 2025"),
        (By(d), from, "From 1 September 2025 to 15 November 2025"),
        (In(Day(d)), None, "15 November 2025"),
        (In(Month(2026, 1)), Some(Month(2025, 9)), "September 2025 – January 2026"),
        (In(Quarter(2025, 4)), None, "Q4 2025"),
        (In(Year(2030)), Some(Year(2026)), "2026 – 2030"),
        (Ongoing, None, "Ongoing"),
        (Ongoing, Some(Year(2026)), "From 2026 onwards"),
    ] {
        assert_eq!(write_wording(&kind, from, Lang::En).as_deref(), Some(text));
    }
}

fn both(kind: &DeadlineKind, from: Option<Period>, vi: &str, en: &str) {
    assert_eq!(write_wording(kind, from, Lang::Vi).as_deref(), Some(vi));
    assert_eq!(write_wording(kind, from, Lang::En).as_deref(), Some(en));
}

#[test]
fn what_comes_again_is_worded() {
    let each = |unit, count, at, vi, en| {
        both(&DeadlineKind::Every(Every { unit, count, at, until: None }), None, vi, en);
    };
    let last = "Chậm nhất ngày 15 của tháng cuối quý";
    each(Unit::Months, 1, At::End, "Hằng tháng", "Every month");
    each(Unit::Halves, 1, At::End, "6 tháng một lần", "Every half-year");
    each(Unit::Months, 1, At::Day(5), "Chậm nhất ngày 05 hằng tháng", "By the 5th of each month");
    each(Unit::Quarters, 1, At::Day(15), last, "By the 15th of the last month of each quarter");
    let last = "2 tháng một lần, chậm nhất ngày 22 của tháng cuối kỳ";
    each(Unit::Months, 2, At::Day(22), last, "Every 2 months, by the 22nd of its last month");
    each(Unit::Weeks, 1, At::Weekday(Weekday::Fri), "Thứ Sáu hằng tuần", "Every Friday");
    each(Unit::Weeks, 2, At::Weekday(Weekday::Mon), "2 tuần một lần, vào thứ Hai", "Every 2 weeks, on Monday");
    each(Unit::Years, 1, At::Date(12, 10), "Chậm nhất ngày 10/12 hằng năm", "Every year, by 10 December");
    let after = ["Hằng quý, chậm nhất 5\u{a0}ngày sau kỳ", "Every quarter, at most 5\u{a0}days after it"];
    each(Unit::Quarters, 1, At::After(5), after[0], after[1]);
    let monthly = DeadlineKind::Every(Every { unit: Unit::Months, count: 1, at: At::End, until: Some(Year(2026)) });
    let range = ["Hằng tháng, từ tháng 01/2026, đến năm 2026", "Every month, from January 2026, until 2026"];
    both(&monthly, Some(Month(2026, 1)), range[0], range[1]);
}

#[test]
fn what_counts_from_something_is_worded() {
    let within = |length, after, vi, en| both(&DeadlineKind::Within(Within { length, after }), None, vi, en);
    let issue = ["Trong vòng 30\u{a0}ngày kể từ ngày ban hành", "Within 30\u{a0}days of issue"];
    within(Length::Days(30), After::Issue, issue[0], issue[1]);
    let event = ["Trong vòng 1\u{a0}ngày làm việc kể từ ngày X", "Within 1\u{a0}working day of X"];
    within(Length::WorkingDays(1), After::Event("X".to_owned()), event[0], event[1]);
    let row =
        ["Trong vòng 3\u{a0}tháng kể từ ngày hoàn thành nhiệm vụ 7", "Within 3\u{a0}months of the completion of 7"];
    within(Length::Months(3), After::Row("7".to_owned()), row[0], row[1]);
}

#[test]
fn what_is_no_deadline_or_no_date_is_not_worded() {
    for lang in [Lang::Vi, Lang::En] {
        assert_eq!(write_wording(&DeadlineKind::When("khi".to_owned()), None, lang), None);
        assert_eq!(write_wording(&DeadlineKind::None, None, lang), None);
        assert_eq!(write_wording(&In(Quarter(2025, 0)), None, lang), None);
        assert_eq!(write_wording(&In(Month(2025, 13)), Some(Month(2025, 0)), lang), None);
        assert_eq!(write_wording(&By(NaiveDate::MAX), None, lang), None);
        assert_eq!(write_wording(&In(Year(2025)), Some(Year(2026)), lang), None);
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (1..=9999, 1..=366u32).prop_filter_map("a day of that year", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

/// A year by itself is read as one only where it is likely to be one.
fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        any_day().prop_map(Day),
        (1..=9999, 1..=12u32).prop_map(|(year, month)| Month(year, month)),
        (1..=9999, 1..=4u32).prop_map(|(year, quarter)| Quarter(year, quarter)),
        (1900..2200).prop_map(Year),
    ]
}

fn any_length() -> impl Strategy<Value = Length> {
    prop_oneof![
        (0..9999u32).prop_map(Length::Days),
        (0..9999u32).prop_map(Length::WorkingDays),
        (0..9999u32).prop_map(Length::Months),
    ]
}

fn any_every() -> impl Strategy<Value = Every> {
    let at = |unit: Unit| match unit {
        Unit::Weeks => {
            prop_oneof![Just(At::End), (0..7u8).prop_map(|day| At::Weekday(Weekday::try_from(day).unwrap()))].boxed()
        }
        Unit::Years => prop_oneof![
            Just(At::End),
            (1..=31u32).prop_map(At::Day),
            (1..=12u32, 1..=28u32).prop_map(|(month, day)| At::Date(month, day)),
            (0..99u32).prop_map(At::After),
        ]
        .boxed(),
        Unit::Months | Unit::Quarters | Unit::Halves => {
            prop_oneof![Just(At::End), (1..=31u32).prop_map(At::Day), (0..99u32).prop_map(At::After)].boxed()
        }
    };
    let often = prop_oneof![
        (proptest::sample::select(vec![Unit::Weeks, Unit::Quarters, Unit::Years]), 1..99u32),
        (Just(Unit::Months), (1..99u32).prop_filter("a half", |count| *count != 6)),
        (Just(Unit::Halves), Just(1)),
    ];
    (often, proptest::option::of(any_period()))
        .prop_flat_map(move |((unit, count), until)| at(unit).prop_map(move |at| Every { unit, count, at, until }))
}

fn any_kind() -> impl Strategy<Value = DeadlineKind> {
    prop_oneof![
        any_day().prop_map(B),
        any_day().prop_map(By),
        any_period().prop_map(In),
        Just(Ongoing),
        any_every().prop_map(DeadlineKind::Every),
        any_length().prop_map(|length| DeadlineKind::Within(Within { length, after: After::Issue })),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        kind in any_kind(),
        from in proptest::option::of(any_period()),
        lang in proptest::sample::select(vec![Lang::Vi, Lang::En]),
    ) {
        let from = from.filter(|_| !matches!(kind, DeadlineKind::Within(_)));
        match write_wording(&kind, from, lang) {
            Some(text) => prop_assert_eq!(read_wording(&text, None), Ok(Wording { kind, from }), "{}", text),
            None => prop_assert!(from.is_some()),
        }
    }

    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,60}") {
        let _ = read_wording(&text, Some(2026));
    }

    #[test]
    fn no_mix_of_known_words_is_too_odd(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "trước", "ngày", "tháng", "quý", "năm", "từ", "đến", "hết", "IV", "III", "8", "12", "30", "2025", "2026",
                "/", "-", ".", ",", "và", "thường xuyên", "trở đi", "chậm nhất", "báo cáo", "giai đoạn", "t", "q",
                "hằng", "một lần", "sau", "cuối", "kể từ", "ngày ban hành", "ngày làm việc", "thứ Sáu", "every", "by",
                "month", "December", "th", "of", "the", "within", "days", "issue", "following",
            ]),
            0..12,
        ),
        glue in proptest::bool::ANY,
    ) {
        if let Ok(wording) = read_wording(&words.join(if glue { "" } else { " " }), None) {
            let last = wording.last_day(&Calendar::default());
            prop_assert!(last.is_none() || wording.first_day() <= last);
        }
    }
}
