//! The marking commands as people meet them: what each records and says, and what each refuses.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]
#![allow(clippy::needless_raw_string_hashes, reason = "snapbox writes them so")]
#![allow(clippy::too_many_lines, reason = "whole outputs stand where they belong")]

mod shared;

use shared::{Desk, PLAN, transcript};
use snapbox::data::Inline;
use snapbox::{IntoData, assert_data_eq, str};
use std::fs;

/// Runs a command in both languages, each of which must refuse and touch nothing.
fn refuses(desk: &Desk, args: &[&str], vi: Inline, en: Inline) {
    for (lang, expected) in [("vi", vi), ("en", en)] {
        let (text, changed) = (desk.text(), fs::metadata(desk.path()).unwrap().modified().unwrap());
        let output = desk.run(&[&["--lang", lang], args].concat());
        assert_ne!(output.status.code(), Some(0), "{args:?} is done");
        assert_data_eq!(transcript(&output), expected.raw());
        assert_eq!(desk.text(), text, "{args:?} changes the file");
        assert_eq!(fs::metadata(desk.path()).unwrap().modified().unwrap(), changed, "{args:?} touches the file");
        assert_eq!(desk.names(), ["plan.toml"], "{args:?} leaves something beside the plan");
    }
}

/// Runs a command in both languages on copies of one file: both must do it, and in the same way.
fn does(desk: &Desk, args: &[&str], vi: Inline, en: Inline, lines: Inline) {
    let before = desk.text();
    for (lang, expected) in [("vi", vi), ("en", en)] {
        fs::write(desk.path(), &before).unwrap();
        let output = desk.run(&[&["--lang", lang], args].concat());
        assert_data_eq!(transcript(&output), expected.raw());
        assert_eq!(desk.names(), ["plan.toml"], "{args:?} leaves something beside the plan");
    }
    assert_data_eq!(desk.changed_lines(&before), lines.raw());
}

/// Runs a command in both languages that finds all recorded, and must not touch the file.
fn leaves(desk: &Desk, args: &[&str], vi: Inline, en: Inline) {
    for (lang, expected) in [("vi", vi), ("en", en)] {
        let (text, changed) = (desk.text(), fs::metadata(desk.path()).unwrap().modified().unwrap());
        let output = desk.run(&[&["--lang", lang], args].concat());
        assert_data_eq!(transcript(&output), expected.raw());
        assert_eq!(desk.text(), text, "{args:?} changes the file");
        assert_eq!(fs::metadata(desk.path()).unwrap().modified().unwrap(), changed, "{args:?} touches the file");
    }
}

/// The plan with more keys in a row, right below its id.
fn with(row: &str, keys: &str) -> Desk {
    let id = format!("id = \"{row}\"\n");
    assert!(PLAN.contains(&id), "no row {row}");
    Desk::new(&PLAN.replacen(&id, &format!("{id}{keys}\n"), 1))
}

fn plain() -> Desk {
    Desk::new(PLAN)
}

// What is recorded

#[test]
fn one_unit_needs_no_name() {
    let desk = plain();
    does(
        &desk,
        &["submit", "2", "--on", "8/10/2020", "--ref", "123/BC-STP", "--note", "bản giấy"],
        str![[r#"
exit 0
Đã ghi: dòng 2 – Sở Tư pháp nộp ngày 08/10/2020 (123/BC-STP)

"#]],
        str![[r#"
exit 0
Recorded: row 2 – Department of Justice submitted on 2020-10-08 (123/BC-STP)

"#]],
        str![[r#"
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08, ref = "123/BC-STP", note = "bản giấy" },
+]

"#]],
    );
}

#[test]
fn the_day_is_that_of_the_question_if_left_out() {
    let desk = plain();
    does(
        &desk,
        &["submit", "2"],
        str![[r#"
exit 0
Đã ghi: dòng 2 – Sở Tư pháp nộp ngày 15/10/2020

"#]],
        str![[r#"
exit 0
Recorded: row 2 – Department of Justice submitted on 2020-10-15

"#]],
        str![[r#"
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-15 },
+]

"#]],
    );
}

#[test]
fn one_of_several_units_is_named_and_what_is_missing_is_told() {
    let desk = plain();
    does(
        &desk,
        &["submit", "I", "--by", "huyện Đại Từ", "--on", "2020-09-18"],
        str![[r#"
exit 0
Đã ghi: dòng I – UBND huyện Đại Từ nộp ngày 18/09/2020
UBND cấp huyện: 1/3 đã nộp
Sở Nội vụ: 0/1 đã nộp

"#]],
        str![[r#"
exit 0
Recorded: row I – Đại Từ District submitted on 2020-09-18
Districts: 1/3 submitted
Department of Home Affairs: 0/1 submitted

"#]],
        str![[r#"
+submitted = [
+  { by = "huyen-dai-tu", on = 2020-09-18 },
+]

"#]],
    );
}

#[test]
fn a_group_means_each_of_its_units_that_has_not_delivered() {
    let desk = with(
        "I",
        r#"submitted = [
  { by = "huyen-phu-binh", on = 2020-09-10 },
]"#,
    );
    does(
        &desk,
        &["submit", "I", "--by", "UBND cấp huyện", "--on", "2020-09-18"],
        str![[r#"
exit 0
Đã ghi: dòng I – UBND huyện Đại Từ nộp ngày 18/09/2020
Đã ghi: dòng I – UBND huyện Võ Nhai nộp ngày 18/09/2020
UBND cấp huyện: 3/3 đã nộp
Sở Nội vụ: 0/1 đã nộp

"#]],
        str![[r#"
exit 0
Recorded: row I – Đại Từ District submitted on 2020-09-18
Recorded: row I – Võ Nhai District submitted on 2020-09-18
Districts: 3/3 submitted
Department of Home Affairs: 0/1 submitted

"#]],
        str![[r#"
+  { by = "huyen-dai-tu", on = 2020-09-18 },
+  { by = "huyen-vo-nhai", on = 2020-09-18 },

"#]],
    );
    leaves(
        &desk,
        &["submit", "I", "--by", "UBND cấp huyện", "--on", "2020-09-19"],
        str![[r#"
exit 0
Đã ghi nhận từ trước: dòng I.
Tệp không thay đổi.

"#]],
        str![[r#"
exit 0
Already recorded: row I.
The file is unchanged.

"#]],
    );
}

#[test]
fn entries_stand_in_the_order_of_the_units() {
    let desk = with(
        "I",
        r#"submitted = [
  { by = "huyen-phu-binh", on = 2020-09-10 },
]"#,
    );
    does(
        &desk,
        &["submit", "I", "--by", "so-noi-vu", "--by", "huyen-vo-nhai", "--by", "huyen-dai-tu", "--on", "2020-09-18"],
        str![[r#"
exit 0
Đã ghi: dòng I – UBND huyện Đại Từ nộp ngày 18/09/2020
Đã ghi: dòng I – UBND huyện Võ Nhai nộp ngày 18/09/2020
Đã ghi: dòng I – Sở Nội vụ nộp ngày 18/09/2020
UBND cấp huyện: 3/3 đã nộp
Sở Nội vụ: 1/1 đã nộp

"#]],
        str![[r#"
exit 0
Recorded: row I – Đại Từ District submitted on 2020-09-18
Recorded: row I – Võ Nhai District submitted on 2020-09-18
Recorded: row I – Department of Home Affairs submitted on 2020-09-18
Districts: 3/3 submitted
Department of Home Affairs: 1/1 submitted

"#]],
        str![[r#"
+  { by = "huyen-dai-tu", on = 2020-09-18 },
+  { by = "huyen-vo-nhai", on = 2020-09-18 },
+  { by = "so-noi-vu", on = 2020-09-18 },

"#]],
    );
}

#[test]
fn several_rows_are_marked_at_once() {
    let desk = plain();
    does(
        &desk,
        &["submit", "4", "2", "--on", "8/10/2020"],
        str![[r#"
exit 0
Đã ghi: dòng 4 – Sở Tư pháp nộp ngày 08/10/2020
Đã ghi: dòng 2 – Sở Tư pháp nộp ngày 08/10/2020

"#]],
        str![[r#"
exit 0
Recorded: row 4 – Department of Justice submitted on 2020-10-08
Recorded: row 2 – Department of Justice submitted on 2020-10-08

"#]],
        str![[r#"
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]

"#]],
    );
}

#[test]
fn a_part_is_marked_like_a_row_and_the_last_one_delivers_the_whole() {
    let desk = plain();
    does(
        &desk,
        &["submit", "1.1", "--on", "7/10/2020"],
        str![[r#"
exit 0
Đã ghi: dòng 1.1 – Sở Nội vụ nộp ngày 07/10/2020

"#]],
        str![[r#"
exit 0
Recorded: row 1.1 – Department of Home Affairs submitted on 2020-10-07

"#]],
        str![[r#"
+submitted = [
+  { by = "so-noi-vu", on = 2020-10-07 },
+]

"#]],
    );
    does(
        &desk,
        &["submit", "1.2", "--on", "8/10/2020", "--format", "json"],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "1.2",
      "agency": "so-noi-vu",
      "action": "submit",
      "on": "2020-10-08",
      "ref": null,
      "status": "on-time",
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "1.2",
      "agency": "so-noi-vu",
      "action": "submit",
      "on": "2020-10-08",
      "ref": null,
      "status": "on-time",
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
+submitted = [
+  { by = "so-noi-vu", on = 2020-10-08 },
+]

"#]],
    );
}

#[test]
fn any_unit_delivers_for_all() {
    let desk = plain();
    does(
        &desk,
        &["submit", "3", "--by", "huyen-phu-binh", "--on", "8/10/2020"],
        str![[r#"
exit 0
Đã ghi: dòng 3 – UBND huyện Phú Bình nộp ngày 08/10/2020

"#]],
        str![[r#"
exit 0
Recorded: row 3 – Phú Bình District submitted on 2020-10-08

"#]],
        str![[r#"
+submitted = [
+  { by = "huyen-phu-binh", on = 2020-10-08 },
+]

"#]],
    );
    leaves(
        &desk,
        &["submit", "3", "--by", "cap-huyen", "--on", "9/10/2020"],
        str![[r#"
exit 0
Đã ghi nhận từ trước: dòng 3.
Tệp không thay đổi.

"#]],
        str![[r#"
exit 0
Already recorded: row 3.
The file is unchanged.

"#]],
    );
}

#[test]
fn a_report_sent_back_can_come_in_again() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-08, returned = 2020-10-09 },
]"#,
    );
    does(
        &desk,
        &["submit", "2", "--on", "2020-10-09"],
        str![[r#"
exit 0
Đã ghi: dòng 2 – Sở Tư pháp nộp ngày 09/10/2020

"#]],
        str![[r#"
exit 0
Recorded: row 2 – Department of Justice submitted on 2020-10-09

"#]],
        str![[r#"
+  { by = "so-tu-phap", on = 2020-10-09 },

"#]],
    );
}

#[test]
fn quotes_and_lines_in_a_note_are_kept_in_one_line() {
    let desk = plain();
    does(
        &desk,
        &[
            "submit",
            "2",
            "--note",
            "một \"hai\"
ba \\ bốn	năm",
        ],
        str![[r#"
exit 0
Đã ghi: dòng 2 – Sở Tư pháp nộp ngày 15/10/2020

"#]],
        str![[r#"
exit 0
Recorded: row 2 – Department of Justice submitted on 2020-10-15

"#]],
        str![[r#"
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-15, note = "một \"hai\"\nba \\ bốn\tnăm" },
+]

"#]],
    );
}

#[test]
fn a_mistaken_entry_is_taken_out() {
    let desk = with(
        "I",
        r#"submitted = [
  { by = "huyen-dai-tu", on = 2020-09-10 },
  { by = "so-noi-vu", on = 2020-09-11, ref = "1/BC" },
]"#,
    );
    does(
        &desk,
        &["withdraw", "I", "--by", "Sở Nội vụ"],
        str![[r#"
exit 0
Đã ghi: dòng I – gỡ bỏ lần nộp ngày 11/09/2020 của Sở Nội vụ
UBND cấp huyện: 1/3 đã nộp
Sở Nội vụ: 0/1 đã nộp

"#]],
        str![[r#"
exit 0
Recorded: row I – entry of 2020-09-11 by Department of Home Affairs taken out
Districts: 1/3 submitted
Department of Home Affairs: 0/1 submitted

"#]],
        str![[r#"
-  { by = "so-noi-vu", on = 2020-09-11, ref = "1/BC" },

"#]],
    );
    does(
        &desk,
        &["withdraw", "I"],
        str![[r#"
exit 0
Đã ghi: dòng I – gỡ bỏ lần nộp ngày 10/09/2020 của UBND huyện Đại Từ
UBND cấp huyện: 0/3 đã nộp
Sở Nội vụ: 0/1 đã nộp

"#]],
        str![[r#"
exit 0
Recorded: row I – entry of 2020-09-10 by Đại Từ District taken out
Districts: 0/3 submitted
Department of Home Affairs: 0/1 submitted

"#]],
        str![[r#"
-submitted = [
-  { by = "huyen-dai-tu", on = 2020-09-10 },
-]
+submitted = []

"#]],
    );
}

#[test]
fn the_live_entry_is_taken_out_before_one_sent_back() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-12 },
  { on = 2020-10-08, returned = 2020-10-09 },
]"#,
    );
    does(
        &desk,
        &["withdraw", "2"],
        str![[r#"
exit 0
Đã ghi: dòng 2 – gỡ bỏ lần nộp ngày 12/10/2020 của Sở Tư pháp

"#]],
        str![[r#"
exit 0
Recorded: row 2 – entry of 2020-10-12 by Department of Justice taken out

"#]],
        str![[r#"
-  { on = 2020-10-12 },

"#]],
    );
    does(
        &desk,
        &["withdraw", "2"],
        str![[r#"
exit 0
Đã ghi: dòng 2 – gỡ bỏ lần nộp ngày 08/10/2020 của Sở Tư pháp

"#]],
        str![[r#"
exit 0
Recorded: row 2 – entry of 2020-10-08 by Department of Justice taken out

"#]],
        str![[r#"
-submitted = [
-  { on = 2020-10-08, returned = 2020-10-09 },
-]
+submitted = []

"#]],
    );
}

#[test]
fn a_report_is_sent_back() {
    let desk = with(
        "2",
        r#"submitted = [
  { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC" },
]"#,
    );
    does(
        &desk,
        &["return", "2", "--on", "12/10/2020", "--reason", "Thiếu số liệu"],
        str![[r#"
exit 0
Đã ghi: dòng 2 – trả lại báo cáo của Sở Tư pháp ngày 12/10/2020: Thiếu số liệu

"#]],
        str![[r#"
exit 0
Recorded: row 2 – report by Department of Justice returned on 2020-10-12: Thiếu số liệu

"#]],
        str![[r#"
-  { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC" },
+  { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC", returned = 2020-10-12, reason = "Thiếu số liệu" },

"#]],
    );
    leaves(
        &desk,
        &["return", "2", "--on", "12/10/2020", "--reason", "Thiếu số liệu"],
        str![[r#"
exit 0
Đã ghi nhận từ trước: dòng 2 – Sở Tư pháp.
Tệp không thay đổi.

"#]],
        str![[r#"
exit 0
Already recorded: row 2 – Department of Justice.
The file is unchanged.

"#]],
    );
}

#[test]
fn a_deadline_is_moved() {
    let desk = plain();
    does(
        &desk,
        &["extend", "2", "--to", "20/10/2020", "--granted", "5/10/2020", "--ref", "456/UBND-NC"],
        str![[r#"
exit 0
Đã ghi: dòng 2 – gia hạn đến ngày 20/10/2020, văn bản đồng ý ngày 05/10/2020 (456/UBND-NC)

"#]],
        str![[r#"
exit 0
Recorded: row 2 – deadline moved to 2020-10-20, granted on 2020-10-05 (456/UBND-NC)

"#]],
        str![[r#"
+extended = [
+  { to = 2020-10-20, granted = 2020-10-05, ref = "456/UBND-NC" },
+]

"#]],
    );
    leaves(
        &desk,
        &["extend", "2", "--to", "20/10/2020", "--granted", "5/10/2020", "--ref", "456/UBND-NC"],
        str![[r#"
exit 0
Đã ghi nhận từ trước: dòng 2.
Tệp không thay đổi.

"#]],
        str![[r#"
exit 0
Already recorded: row 2.
The file is unchanged.

"#]],
    );
}

#[test]
fn a_deadline_is_moved_for_some() {
    let desk = plain();
    does(
        &desk,
        &["extend", "I", "--to", "30/9/2020", "--for", "huyện Võ Nhai", "--for", "Sở Nội vụ"],
        str![[r#"
exit 0
Đã ghi: dòng I – gia hạn đến ngày 30/09/2020, văn bản đồng ý ngày 15/10/2020, cho UBND huyện Võ Nhai, Sở Nội vụ

"#]],
        str![[r#"
exit 0
Recorded: row I – deadline moved to 2020-09-30, granted on 2020-10-15, for Võ Nhai District, Department of Home Affairs

"#]],
        str![[r#"
+extended = [
+  { to = 2020-09-30, granted = 2020-10-15, for = ["huyen-vo-nhai", "so-noi-vu"] },
+]

"#]],
    );
}

#[test]
fn a_heading_is_extended_for_all_that_has_its_deadline_from_it() {
    let desk = plain();
    does(
        &desk,
        &["extend", "II", "--to", "20/10/2020"],
        str![[r#"
exit 0
Đã ghi: dòng II – gia hạn đến ngày 20/10/2020, văn bản đồng ý ngày 15/10/2020

"#]],
        str![[r#"
exit 0
Recorded: row II – deadline moved to 2020-10-20, granted on 2020-10-15

"#]],
        str![[r#"
+extended = [
+  { to = 2020-10-20, granted = 2020-10-15 },
+]

"#]],
    );
}

// What is already recorded

#[test]
fn the_very_same_mark_leaves_the_file() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-08, ref = "1/BC" },
]"#,
    );
    leaves(
        &desk,
        &["submit", "2", "--on", "2020-10-08", "--ref", "1/BC"],
        str![[r#"
exit 0
Đã ghi nhận từ trước: dòng 2 – Sở Tư pháp.
Tệp không thay đổi.

"#]],
        str![[r#"
exit 0
Already recorded: row 2 – Department of Justice.
The file is unchanged.

"#]],
    );
    leaves(
        &desk,
        &["submit", "2", "--on", "2020-10-08", "--ref", "1/BC", "--format", "json"],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [],
  "written": false
}

"#]],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [],
  "written": false
}

"#]],
    );
}

#[test]
fn of_several_marks_only_the_new_ones_are_written() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-08 },
]"#,
    );
    does(
        &desk,
        &["submit", "2", "4", "--on", "2020-10-08"],
        str![[r#"
exit 0
Đã ghi nhận từ trước: dòng 2 – Sở Tư pháp.
Đã ghi: dòng 4 – Sở Tư pháp nộp ngày 08/10/2020

"#]],
        str![[r#"
exit 0
Already recorded: row 2 – Department of Justice.
Recorded: row 4 – Department of Justice submitted on 2020-10-08

"#]],
        str![[r#"
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]

"#]],
    );
}

// What is only shown

#[test]
fn a_dry_run_shows_a_diff() {
    let desk = plain();
    leaves(
        &desk,
        &["submit", "2", "4", "--on", "8/10/2020", "--dry-run"],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -46,6 +46,9 @@
 title = "Công khai"
 title_en = "Transparency"
 lead = ["so-tu-phap"]
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]
 
 # One delivers for all.
 [[task]]
@@ -64,6 +67,9 @@
 title_en = "Procedures"
 lead = ["so-tu-phap"]
 due = { before = 2020-11-01 }
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]
 
 [agencies]
 so-noi-vu = { name = "Sở Nội vụ", name_en = "Department of Home Affairs" }
Sẽ ghi: dòng 2 – Sở Tư pháp nộp ngày 08/10/2020
Sẽ ghi: dòng 4 – Sở Tư pháp nộp ngày 08/10/2020
Chưa ghi gì vào tệp (--dry-run).

"#]],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -46,6 +46,9 @@
 title = "Công khai"
 title_en = "Transparency"
 lead = ["so-tu-phap"]
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]
 
 # One delivers for all.
 [[task]]
@@ -64,6 +67,9 @@
 title_en = "Procedures"
 lead = ["so-tu-phap"]
 due = { before = 2020-11-01 }
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]
 
 [agencies]
 so-noi-vu = { name = "Sở Nội vụ", name_en = "Department of Home Affairs" }
Would record: row 2 – Department of Justice submitted on 2020-10-08
Would record: row 4 – Department of Justice submitted on 2020-10-08
Nothing was written (--dry-run).

"#]],
    );
    leaves(
        &desk,
        &["submit", "I", "--by", "cap-huyen", "--dry-run", "--format", "json"],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "huyen-dai-tu",
      "action": "submit",
      "on": "2020-10-15",
      "ref": null,
      "status": "late",
      "to": null
    },
    {
      "task": "I",
      "agency": "huyen-phu-binh",
      "action": "submit",
      "on": "2020-10-15",
      "ref": null,
      "status": "late",
      "to": null
    },
    {
      "task": "I",
      "agency": "huyen-vo-nhai",
      "action": "submit",
      "on": "2020-10-15",
      "ref": null,
      "status": "late",
      "to": null
    }
  ],
  "written": false
}

"#]],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "huyen-dai-tu",
      "action": "submit",
      "on": "2020-10-15",
      "ref": null,
      "status": "late",
      "to": null
    },
    {
      "task": "I",
      "agency": "huyen-phu-binh",
      "action": "submit",
      "on": "2020-10-15",
      "ref": null,
      "status": "late",
      "to": null
    },
    {
      "task": "I",
      "agency": "huyen-vo-nhai",
      "action": "submit",
      "on": "2020-10-15",
      "ref": null,
      "status": "late",
      "to": null
    }
  ],
  "written": false
}

"#]],
    );
    leaves(
        &desk,
        &["extend", "I", "--to", "30/9/2020", "--dry-run"],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -14,6 +14,9 @@
 title_en = "Sum up"
 lead = ["cap-huyen", "so-noi-vu"]
 due = { before = 2020-09-20 }
+extended = [
+  { to = 2020-09-30, granted = 2020-10-15 },
+]
 
 # A heading, whose deadline its rows inherit.
 [[task]]
Sẽ ghi: dòng I – gia hạn đến ngày 30/09/2020, văn bản đồng ý ngày 15/10/2020
Chưa ghi gì vào tệp (--dry-run).

"#]],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -14,6 +14,9 @@
 title_en = "Sum up"
 lead = ["cap-huyen", "so-noi-vu"]
 due = { before = 2020-09-20 }
+extended = [
+  { to = 2020-09-30, granted = 2020-10-15 },
+]
 
 # A heading, whose deadline its rows inherit.
 [[task]]
Would record: row I – deadline moved to 2020-09-30, granted on 2020-10-15
Nothing was written (--dry-run).

"#]],
    );
}

#[test]
fn a_dry_run_shows_no_line_ends() {
    let desk = Desk::new(&PLAN.replace('\n', "\r\n"));
    leaves(
        &desk,
        &["submit", "4", "--on", "8/10/2020", "--dry-run"],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -64,6 +64,9 @@
 title_en = "Procedures"
 lead = ["so-tu-phap"]
 due = { before = 2020-11-01 }
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]
 
 [agencies]
 so-noi-vu = { name = "Sở Nội vụ", name_en = "Department of Home Affairs" }
Sẽ ghi: dòng 4 – Sở Tư pháp nộp ngày 08/10/2020
Chưa ghi gì vào tệp (--dry-run).

"#]],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -64,6 +64,9 @@
 title_en = "Procedures"
 lead = ["so-tu-phap"]
 due = { before = 2020-11-01 }
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-08 },
+]
 
 [agencies]
 so-noi-vu = { name = "Sở Nội vụ", name_en = "Department of Home Affairs" }
Would record: row 4 – Department of Justice submitted on 2020-10-08
Nothing was written (--dry-run).

"#]],
    );
}

#[test]
fn a_dry_run_of_nothing_new_says_so() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-08 },
]"#,
    );
    leaves(
        &desk,
        &["submit", "2", "--on", "2020-10-08", "--dry-run"],
        str![[r#"
exit 0
Đã ghi nhận từ trước: dòng 2 – Sở Tư pháp.
Chưa ghi gì vào tệp (--dry-run).

"#]],
        str![[r#"
exit 0
Already recorded: row 2 – Department of Justice.
Nothing was written (--dry-run).

"#]],
    );
    leaves(
        &desk,
        &["withdraw", "2", "--dry-run"],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -42,9 +42,7 @@
 
 [[task]]
 id = "2"
-submitted = [
-  { on = 2020-10-08 },
-]
+submitted = []
 parent = "II"
 title = "Công khai"
 title_en = "Transparency"
Sẽ ghi: dòng 2 – gỡ bỏ lần nộp ngày 08/10/2020 của Sở Tư pháp
Chưa ghi gì vào tệp (--dry-run).

"#]],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -42,9 +42,7 @@
 
 [[task]]
 id = "2"
-submitted = [
-  { on = 2020-10-08 },
-]
+submitted = []
 parent = "II"
 title = "Công khai"
 title_en = "Transparency"
Would record: row 2 – entry of 2020-10-08 by Department of Justice taken out
Nothing was written (--dry-run).

"#]],
    );
    leaves(
        &desk,
        &["return", "2", "--dry-run"],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -43,7 +43,7 @@
 [[task]]
 id = "2"
 submitted = [
-  { on = 2020-10-08 },
+  { on = 2020-10-08, returned = 2020-10-15 },
 ]
 parent = "II"
 title = "Công khai"
Sẽ ghi: dòng 2 – trả lại báo cáo của Sở Tư pháp ngày 15/10/2020
Chưa ghi gì vào tệp (--dry-run).

"#]],
        str![[r#"
exit 0
--- plan.toml
+++ plan.toml
@@ -43,7 +43,7 @@
 [[task]]
 id = "2"
 submitted = [
-  { on = 2020-10-08 },
+  { on = 2020-10-08, returned = 2020-10-15 },
 ]
 parent = "II"
 title = "Công khai"
Would record: row 2 – report by Department of Justice returned on 2020-10-15
Nothing was written (--dry-run).

"#]],
    );
}

// What programs read

#[test]
fn programs_read_what_was_changed() {
    let desk = plain();
    does(
        &desk,
        &["submit", "I", "--by", "cap-huyen", "--on", "2020-09-18", "--ref", "9/BC", "--format", "json"],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "huyen-dai-tu",
      "action": "submit",
      "on": "2020-09-18",
      "ref": "9/BC",
      "status": "on-time",
      "to": null
    },
    {
      "task": "I",
      "agency": "huyen-phu-binh",
      "action": "submit",
      "on": "2020-09-18",
      "ref": "9/BC",
      "status": "on-time",
      "to": null
    },
    {
      "task": "I",
      "agency": "huyen-vo-nhai",
      "action": "submit",
      "on": "2020-09-18",
      "ref": "9/BC",
      "status": "on-time",
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "huyen-dai-tu",
      "action": "submit",
      "on": "2020-09-18",
      "ref": "9/BC",
      "status": "on-time",
      "to": null
    },
    {
      "task": "I",
      "agency": "huyen-phu-binh",
      "action": "submit",
      "on": "2020-09-18",
      "ref": "9/BC",
      "status": "on-time",
      "to": null
    },
    {
      "task": "I",
      "agency": "huyen-vo-nhai",
      "action": "submit",
      "on": "2020-09-18",
      "ref": "9/BC",
      "status": "on-time",
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
+submitted = [
+  { by = "huyen-dai-tu", on = 2020-09-18, ref = "9/BC" },
+  { by = "huyen-phu-binh", on = 2020-09-18, ref = "9/BC" },
+  { by = "huyen-vo-nhai", on = 2020-09-18, ref = "9/BC" },
+]

"#]],
    );
    does(
        &desk,
        &["return", "I", "--by", "huyen-dai-tu", "--on", "2020-10-01", "--format", "json"],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "huyen-dai-tu",
      "action": "return",
      "on": "2020-10-01",
      "ref": "9/BC",
      "status": "overdue",
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "huyen-dai-tu",
      "action": "return",
      "on": "2020-10-01",
      "ref": "9/BC",
      "status": "overdue",
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
-  { by = "huyen-dai-tu", on = 2020-09-18, ref = "9/BC" },
+  { by = "huyen-dai-tu", on = 2020-09-18, ref = "9/BC", returned = 2020-10-01 },

"#]],
    );
    does(
        &desk,
        &["withdraw", "I", "--by", "huyen-phu-binh", "--format", "json"],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "huyen-phu-binh",
      "action": "withdraw",
      "on": "2020-09-18",
      "ref": "9/BC",
      "status": "overdue",
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "huyen-phu-binh",
      "action": "withdraw",
      "on": "2020-09-18",
      "ref": "9/BC",
      "status": "overdue",
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
-  { by = "huyen-phu-binh", on = 2020-09-18, ref = "9/BC" },

"#]],
    );
    does(
        &desk,
        &["extend", "I", "--to", "2020-10-30", "--for", "cap-huyen", "--format", "json"],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "cap-huyen",
      "action": "extend",
      "on": "2020-10-15",
      "ref": null,
      "status": "pending",
      "to": "2020-10-30"
    }
  ],
  "written": true
}

"#]],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": "cap-huyen",
      "action": "extend",
      "on": "2020-10-15",
      "ref": null,
      "status": "pending",
      "to": "2020-10-30"
    }
  ],
  "written": true
}

"#]],
        str![[r#"
+extended = [
+  { to = 2020-10-30, granted = 2020-10-15, for = ["cap-huyen"] },
+]

"#]],
    );
}

// What is refused

#[test]
fn an_agency_nobody_knows_is_refused() {
    let desk = plain();
    refuses(
        &desk,
        &["submit", "2", "--by", "Sở Tu pháp tỉnh"],
        str![[r#"
exit 2
lỗi: không có cơ quan hay nhóm nào tên là "Sở Tu pháp tỉnh"
  gợi ý: có phải là "Sở Tư pháp"?

"#]],
        str![[r#"
exit 2
error: no agency or group is called "Sở Tu pháp tỉnh"
  help: did you mean "Sở Tư pháp"?

"#]],
    );
    refuses(
        &desk,
        &["submit", "2", "--by", "???"],
        str![[r#"
exit 2
lỗi: không có cơ quan hay nhóm nào tên là "???"
  gợi ý: xem danh sách: papi-plan agency (gần giống nhất: "Sở Nội vụ")

"#]],
        str![[r#"
exit 2
error: no agency or group is called "???"
  help: for the list: papi-plan agency (the nearest is "Sở Nội vụ")

"#]],
    );
}

#[test]
fn an_agency_that_is_not_responsible_is_refused() {
    let desk = plain();
    refuses(
        &desk,
        &["submit", "2", "--by", "Sở Nội vụ"],
        str![[r#"
exit 2
lỗi: Sở Nội vụ không chủ trì dòng 2
  gợi ý: chủ trì: Sở Tư pháp

"#]],
        str![[r#"
exit 2
error: Department of Home Affairs does not lead row 2
  help: responsible: Department of Justice

"#]],
    );
    refuses(
        &desk,
        &["submit", "2", "--by", "cap-huyen"],
        str![[r#"
exit 2
lỗi: UBND cấp huyện không chủ trì dòng 2
  gợi ý: chủ trì: Sở Tư pháp

"#]],
        str![[r#"
exit 2
error: Districts does not lead row 2
  help: responsible: Department of Justice

"#]],
    );
    refuses(
        &desk,
        &["withdraw", "2", "--by", "Sở Nội vụ"],
        str![[r#"
exit 2
lỗi: Sở Nội vụ không chủ trì dòng 2
  gợi ý: chủ trì: Sở Tư pháp

"#]],
        str![[r#"
exit 2
error: Department of Home Affairs does not lead row 2
  help: responsible: Department of Justice

"#]],
    );
    refuses(
        &desk,
        &["return", "2", "--by", "Sở Nội vụ"],
        str![[r#"
exit 2
lỗi: Sở Nội vụ không chủ trì dòng 2
  gợi ý: chủ trì: Sở Tư pháp

"#]],
        str![[r#"
exit 2
error: Department of Home Affairs does not lead row 2
  help: responsible: Department of Justice

"#]],
    );
    refuses(
        &desk,
        &["extend", "2", "--to", "20/10/2020", "--for", "Sở Nội vụ"],
        str![[r#"
exit 2
lỗi: Sở Nội vụ không chủ trì dòng 2
  gợi ý: chủ trì: Sở Tư pháp

"#]],
        str![[r#"
exit 2
error: Department of Home Affairs does not lead row 2
  help: responsible: Department of Justice

"#]],
    );
}

#[test]
fn several_units_and_no_name_are_refused() {
    let desk = plain();
    refuses(
        &desk,
        &["submit", "I"],
        str![[r#"
exit 2
lỗi: dòng I có 4 đơn vị; cần chỉ rõ đơn vị nào
  gợi ý: thêm --by với một trong: UBND huyện Đại Từ, UBND huyện Phú Bình, UBND huyện Võ Nhai, Sở Nội vụ

"#]],
        str![[r#"
exit 2
error: row I has 4 units; say which
  help: add --by with one of: Đại Từ District, Phú Bình District, Võ Nhai District, Department of Home Affairs

"#]],
    );
    refuses(
        &desk,
        &["submit", "3"],
        str![[r#"
exit 2
lỗi: dòng 3 có 3 đơn vị; cần chỉ rõ đơn vị nào
  gợi ý: thêm --by với một trong: UBND huyện Đại Từ, UBND huyện Phú Bình, UBND huyện Võ Nhai

"#]],
        str![[r#"
exit 2
error: row 3 has 3 units; say which
  help: add --by with one of: Đại Từ District, Phú Bình District, Võ Nhai District

"#]],
    );
}

#[test]
fn several_entries_and_no_name_are_refused() {
    let desk = with(
        "I",
        r#"submitted = [
  { by = "huyen-dai-tu", on = 2020-09-10 },
  { by = "so-noi-vu", on = 2020-09-11 },
]"#,
    );
    refuses(
        &desk,
        &["withdraw", "I"],
        str![[r#"
exit 2
lỗi: dòng I có lần nộp của 2 đơn vị; cần chỉ rõ của đơn vị nào
  gợi ý: thêm --by với một trong: UBND huyện Đại Từ, Sở Nội vụ

"#]],
        str![[r#"
exit 2
error: row I has entries of 2 units; say whose
  help: add --by with one of: Đại Từ District, Department of Home Affairs

"#]],
    );
    refuses(
        &desk,
        &["return", "I"],
        str![[r#"
exit 2
lỗi: dòng I có lần nộp của 2 đơn vị; cần chỉ rõ của đơn vị nào
  gợi ý: thêm --by với một trong: UBND huyện Đại Từ, Sở Nội vụ

"#]],
        str![[r#"
exit 2
error: row I has entries of 2 units; say whose
  help: add --by with one of: Đại Từ District, Department of Home Affairs

"#]],
    );
}

#[test]
fn a_heading_has_nothing_to_submit() {
    let desk = plain();
    refuses(
        &desk,
        &["submit", "II"],
        str![[r#"
exit 2
lỗi: dòng II là đề mục, không có gì để nộp
  gợi ý: các dòng bên dưới: 1, 2, 3, 4

"#]],
        str![[r#"
exit 2
error: row II is a heading: there is nothing to submit
  help: the rows below it: 1, 2, 3, 4

"#]],
    );
}

#[test]
fn an_unknown_row_is_refused() {
    let desk = plain();
    refuses(
        &desk,
        &["submit", "9"],
        str![[r#"
exit 2
lỗi: không có dòng nào là "9"
  gợi ý: xem danh sách: papi-plan list (gần giống nhất: "I")

"#]],
        str![[r#"
exit 2
error: there is no row "9"
  help: for the list: papi-plan list (the nearest is "I")

"#]],
    );
    refuses(
        &desk,
        &["withdraw", "1.3"],
        str![[r#"
exit 2
lỗi: không có dòng nào là "1.3"
  gợi ý: có phải là "1.1"?

"#]],
        str![[r#"
exit 2
error: there is no row "1.3"
  help: did you mean "1.1"?

"#]],
    );
}

#[test]
fn a_day_after_that_of_the_question_is_refused() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-08 },
]"#,
    );
    refuses(
        &desk,
        &["submit", "4", "--on", "16/10/2020"],
        str![[r#"
exit 2
lỗi: ngày 16/10/2020 muộn hơn ngày tính dữ liệu (15/10/2020)
  gợi ý: ghi ngày không muộn hơn, hoặc đổi --as-of

"#]],
        str![[r#"
exit 2
error: 2020-10-16 is after the day of the data (2020-10-15)
  help: give a day that is not later, or another --as-of

"#]],
    );
    refuses(
        &desk,
        &["return", "2", "--on", "16/10/2020"],
        str![[r#"
exit 2
lỗi: ngày 16/10/2020 muộn hơn ngày tính dữ liệu (15/10/2020)
  gợi ý: ghi ngày không muộn hơn, hoặc đổi --as-of

"#]],
        str![[r#"
exit 2
error: 2020-10-16 is after the day of the data (2020-10-15)
  help: give a day that is not later, or another --as-of

"#]],
    );
    refuses(
        &desk,
        &["extend", "2", "--to", "20/10/2020", "--granted", "16/10/2020"],
        str![[r#"
exit 2
lỗi: ngày 16/10/2020 muộn hơn ngày tính dữ liệu (15/10/2020)
  gợi ý: ghi ngày không muộn hơn, hoặc đổi --as-of

"#]],
        str![[r#"
exit 2
error: 2020-10-16 is after the day of the data (2020-10-15)
  help: give a day that is not later, or another --as-of

"#]],
    );
}

#[test]
fn a_day_before_the_plan_was_issued_is_refused() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-08 },
]"#,
    );
    refuses(
        &desk,
        &["submit", "4", "--on", "24/8/2020"],
        str![[r#"
exit 2
lỗi: ngày 24/08/2020 sớm hơn ngày ban hành kế hoạch (25/08/2020)
  gợi ý: kiểm tra lại ngày

"#]],
        str![[r#"
exit 2
error: 2020-08-24 is before the plan was issued (2020-08-25)
  help: check the date

"#]],
    );
    refuses(
        &desk,
        &["return", "2", "--on", "24/8/2020"],
        str![[r#"
exit 2
lỗi: ngày 24/08/2020 sớm hơn ngày ban hành kế hoạch (25/08/2020)
  gợi ý: kiểm tra lại ngày

"#]],
        str![[r#"
exit 2
error: 2020-08-24 is before the plan was issued (2020-08-25)
  help: check the date

"#]],
    );
    refuses(
        &desk,
        &["extend", "2", "--to", "20/10/2020", "--granted", "24/8/2020"],
        str![[r#"
exit 2
lỗi: ngày 24/08/2020 sớm hơn ngày ban hành kế hoạch (25/08/2020)
  gợi ý: kiểm tra lại ngày

"#]],
        str![[r#"
exit 2
error: 2020-08-24 is before the plan was issued (2020-08-25)
  help: check the date

"#]],
    );
}

#[test]
fn what_is_no_day_is_refused() {
    let desk = plain();
    refuses(
        &desk,
        &["submit", "2", "--on", "31/2/2020"],
        str![[r#"
exit 2
lỗi: "31/2/2020" không phải là một ngày
  gợi ý: ghi như 8/10/2020 (ngày trước tháng) hoặc 2020-10-08

"#]],
        str![[r#"
exit 2
error: "31/2/2020" is no date
  help: write it like 2020-10-08 or 8/10/2020 (the day first)

"#]],
    );
    refuses(
        &desk,
        &["extend", "2", "--to", "soon"],
        str![[r#"
exit 2
lỗi: "soon" không phải là một ngày
  gợi ý: ghi như 8/10/2020 (ngày trước tháng) hoặc 2020-10-08

"#]],
        str![[r#"
exit 2
error: "soon" is no date
  help: write it like 2020-10-08 or 8/10/2020 (the day first)

"#]],
    );
}

#[test]
fn a_second_live_entry_that_differs_is_refused() {
    let desk = with(
        "2",
        r#"submitted = [
  { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC", note = "bản giấy" },
]"#,
    );
    refuses(
        &desk,
        &["submit", "2", "--on", "2020-10-08", "--ref", "2/BC"],
        str![[r#"
exit 2
lỗi: dòng 2 – Sở Tư pháp đã có lần nộp khác còn hiệu lực
  gợi ý: đã ghi: 08/10/2020, 1/BC, bản giấy; muốn ghi: 08/10/2020, 2/BC. Gỡ bỏ trước: papi-plan withdraw 2 --by so-tu-phap; hoặc trả lại: papi-plan return 2 --by so-tu-phap

"#]],
        str![[r#"
exit 2
error: row 2 – Department of Justice has another live entry
  help: recorded: 2020-10-08, 1/BC, bản giấy; asked for: 2020-10-08, 2/BC. Take it out first: papi-plan withdraw 2 --by so-tu-phap; or send it back: papi-plan return 2 --by so-tu-phap

"#]],
    );
    refuses(
        &desk,
        &["submit", "2", "--on", "2020-10-01"],
        str![[r#"
exit 2
lỗi: dòng 2 – Sở Tư pháp đã có lần nộp khác còn hiệu lực
  gợi ý: đã ghi: 08/10/2020, 1/BC, bản giấy; muốn ghi: 01/10/2020. Gỡ bỏ trước: papi-plan withdraw 2 --by so-tu-phap; hoặc trả lại: papi-plan return 2 --by so-tu-phap

"#]],
        str![[r#"
exit 2
error: row 2 – Department of Justice has another live entry
  help: recorded: 2020-10-08, 1/BC, bản giấy; asked for: 2020-10-01. Take it out first: papi-plan withdraw 2 --by so-tu-phap; or send it back: papi-plan return 2 --by so-tu-phap

"#]],
    );
}

#[test]
fn nothing_can_be_taken_out_or_sent_back_where_nothing_is() {
    let desk = with(
        "I",
        r#"submitted = [
  { by = "huyen-dai-tu", on = 2020-09-10 },
]"#,
    );
    refuses(
        &desk,
        &["withdraw", "2"],
        str![[r#"
exit 2
lỗi: dòng 2 chưa có lần nộp nào
  gợi ý: xem: papi-plan list 2 --units

"#]],
        str![[r#"
exit 2
error: nothing is submitted on row 2
  help: see: papi-plan list 2 --units

"#]],
    );
    refuses(
        &desk,
        &["return", "2"],
        str![[r#"
exit 2
lỗi: dòng 2 chưa có lần nộp nào
  gợi ý: xem: papi-plan list 2 --units

"#]],
        str![[r#"
exit 2
error: nothing is submitted on row 2
  help: see: papi-plan list 2 --units

"#]],
    );
    refuses(
        &desk,
        &["withdraw", "I", "--by", "so-noi-vu"],
        str![[r#"
exit 2
lỗi: Sở Nội vụ chưa nộp gì ở dòng I
  gợi ý: xem: papi-plan list I --units

"#]],
        str![[r#"
exit 2
error: Department of Home Affairs has submitted nothing on row I
  help: see: papi-plan list I --units

"#]],
    );
    refuses(
        &desk,
        &["return", "I", "--by", "so-noi-vu"],
        str![[r#"
exit 2
lỗi: Sở Nội vụ chưa nộp gì ở dòng I
  gợi ý: xem: papi-plan list I --units

"#]],
        str![[r#"
exit 2
error: Department of Home Affairs has submitted nothing on row I
  help: see: papi-plan list I --units

"#]],
    );
}

#[test]
fn a_report_is_sent_back_once() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-08, returned = 2020-10-12, reason = "Thiếu" },
]"#,
    );
    refuses(
        &desk,
        &["return", "2", "--on", "2020-10-12"],
        str![[r#"
exit 2
lỗi: báo cáo của Sở Tư pháp ở dòng 2 đã được trả lại ngày 12/10/2020
  gợi ý: xem: papi-plan list 2 --units

"#]],
        str![[r#"
exit 2
error: the report by Department of Justice on row 2 is already returned on 2020-10-12
  help: see: papi-plan list 2 --units

"#]],
    );
    refuses(
        &desk,
        &["return", "2", "--on", "2020-10-10"],
        str![[r#"
exit 2
lỗi: báo cáo của Sở Tư pháp ở dòng 2 đã được trả lại ngày 12/10/2020
  gợi ý: xem: papi-plan list 2 --units

"#]],
        str![[r#"
exit 2
error: the report by Department of Justice on row 2 is already returned on 2020-10-12
  help: see: papi-plan list 2 --units

"#]],
    );
    refuses(
        &desk,
        &["return", "2", "--on", "2020-10-14"],
        str![[r#"
exit 2
lỗi: báo cáo của Sở Tư pháp ở dòng 2 đã được trả lại ngày 12/10/2020
  gợi ý: xem: papi-plan list 2 --units

"#]],
        str![[r#"
exit 2
error: the report by Department of Justice on row 2 is already returned on 2020-10-12
  help: see: papi-plan list 2 --units

"#]],
    );
}

#[test]
fn a_report_is_not_sent_back_before_it_came() {
    let desk = with(
        "2",
        r#"submitted = [
  { on = 2020-10-08 },
]"#,
    );
    refuses(
        &desk,
        &["return", "2", "--on", "2020-10-07"],
        str![[r#"
exit 2
lỗi: Sở Tư pháp nộp ở dòng 2 ngày 08/10/2020, không thể trả lại ngày 07/10/2020
  gợi ý: kiểm tra lại ngày

"#]],
        str![[r#"
exit 2
error: Department of Justice submitted on row 2 on 2020-10-08, which cannot be returned on 2020-10-07
  help: check the date

"#]],
    );
}

#[test]
fn an_extension_must_be_later_than_the_deadline_in_force() {
    let desk = with(
        "2",
        r#"extended = [
  { to = 2020-10-20, granted = 2020-10-05 },
]"#,
    );
    refuses(
        &desk,
        &["extend", "2", "--to", "2020-10-20"],
        str![[r#"
exit 2
lỗi: dòng 2 – Sở Tư pháp: thời hạn đang là ngày 20/10/2020, gia hạn đến ngày 20/10/2020 không muộn hơn
  gợi ý: ghi một ngày muộn hơn ở --to

"#]],
        str![[r#"
exit 2
error: row 2 – Department of Justice: the deadline in force is 2020-10-20; 2020-10-20 is not later
  help: give a later day with --to

"#]],
    );
    refuses(
        &desk,
        &["extend", "1", "--to", "2020-10-10"],
        str![[r#"
exit 2
lỗi: dòng 1 – Sở Nội vụ: thời hạn đang là ngày 10/10/2020, gia hạn đến ngày 10/10/2020 không muộn hơn
  gợi ý: ghi một ngày muộn hơn ở --to

"#]],
        str![[r#"
exit 2
error: row 1 – Department of Home Affairs: the deadline in force is 2020-10-10; 2020-10-10 is not later
  help: give a later day with --to

"#]],
    );
    refuses(
        &desk,
        &["extend", "II", "--to", "2020-10-09"],
        str![[r#"
exit 2
lỗi: dòng 1 – Sở Nội vụ: thời hạn đang là ngày 10/10/2020, gia hạn đến ngày 09/10/2020 không muộn hơn
  gợi ý: ghi một ngày muộn hơn ở --to

"#]],
        str![[r#"
exit 2
error: row 1 – Department of Home Affairs: the deadline in force is 2020-10-10; 2020-10-09 is not later
  help: give a later day with --to

"#]],
    );
}

#[test]
fn an_extension_that_moves_nothing_is_refused() {
    // Each row below the heading has an extension of its own, which decides.
    let own = "extended = [{ to = 2020-10-20, granted = 2020-10-05 }]\n";
    let rows = ["1", "2", "3"].map(|row| format!("id = \"{row}\"\n"));
    let plan = rows.iter().fold(String::from(PLAN), |plan, row| plan.replacen(row, &format!("{row}{own}"), 1));
    let desk = Desk::new(&plan);
    refuses(
        &desk,
        &["extend", "II", "--to", "2020-12-31"],
        str![[r#"
exit 2
lỗi: gia hạn ở dòng II không thay đổi thời hạn nào
  gợi ý: gia hạn ở chính dòng ghi thời hạn, hoặc dòng bên dưới

"#]],
        str![[r#"
exit 2
error: an extension on row II would move no deadline
  help: extend the row that states the deadline, or one below it

"#]],
    );
}

#[test]
fn a_control_character_is_refused() {
    let desk = plain();
    refuses(
        &desk,
        &["submit", "2", "--ref", "a\u{1b}[31mb"],
        str![[r#"
exit 2
lỗi: --ref có ký tự điều khiển
  gợi ý: bỏ ký tự đó

"#]],
        str![[r#"
exit 2
error: --ref holds a control character
  help: leave it out

"#]],
    );
    refuses(
        &desk,
        &["submit", "2", "--note", "\u{202e}abc"],
        str![[r#"
exit 2
lỗi: --note có ký tự điều khiển
  gợi ý: bỏ ký tự đó

"#]],
        str![[r#"
exit 2
error: --note holds a control character
  help: leave it out

"#]],
    );
}

#[test]
fn several_rows_are_marked_all_or_none() {
    let desk = with(
        "4",
        r#"submitted = [
  { on = 2020-10-08, ref = "1/BC" },
]"#,
    );
    refuses(
        &desk,
        &["submit", "2", "II", "--on", "2020-10-08"],
        str![[r#"
exit 2
lỗi: dòng II là đề mục, không có gì để nộp
  gợi ý: các dòng bên dưới: 1, 2, 3, 4

"#]],
        str![[r#"
exit 2
error: row II is a heading: there is nothing to submit
  help: the rows below it: 1, 2, 3, 4

"#]],
    );
    refuses(
        &desk,
        &["submit", "2", "4", "--on", "2020-10-09"],
        str![[r#"
exit 2
lỗi: dòng 4 – Sở Tư pháp đã có lần nộp khác còn hiệu lực
  gợi ý: đã ghi: 08/10/2020, 1/BC; muốn ghi: 09/10/2020. Gỡ bỏ trước: papi-plan withdraw 4 --by so-tu-phap; hoặc trả lại: papi-plan return 4 --by so-tu-phap

"#]],
        str![[r#"
exit 2
error: row 4 – Department of Justice has another live entry
  help: recorded: 2020-10-08, 1/BC; asked for: 2020-10-09. Take it out first: papi-plan withdraw 4 --by so-tu-phap; or send it back: papi-plan return 4 --by so-tu-phap

"#]],
    );
    refuses(
        &desk,
        &["extend", "2", "4", "--to", "2020-10-20"],
        str![[r#"
exit 2
lỗi: dòng 4 – Sở Tư pháp: thời hạn đang là ngày 01/11/2020, gia hạn đến ngày 20/10/2020 không muộn hơn
  gợi ý: ghi một ngày muộn hơn ở --to

"#]],
        str![[r#"
exit 2
error: row 4 – Department of Justice: the deadline in force is 2020-11-01; 2020-10-20 is not later
  help: give a later day with --to

"#]],
    );
}

#[test]
fn a_plan_with_errors_takes_no_marks() {
    let desk = with("2", r#"leed = ["so-tu-phap"]"#);
    refuses(
        &desk,
        &["submit", "4"],
        str![[r#"
exit 3
lỗi[unknown-key]: không có khóa nào tên là "leed" ở đây
  --> plan.toml:45:1
   |
45 | leed = ["so-tu-phap"]
   | ^^^^
   |
   = gợi ý: có phải là "lead"?

lỗi: plan.toml có 1 lỗi; sửa xong mới trả lời được (xem: papi-plan check)

"#]],
        str![[r#"
exit 3
error[unknown-key]: no key "leed" is known here
  --> plan.toml:45:1
   |
45 | leed = ["so-tu-phap"]
   | ^^^^
   |
   = help: did you mean "lead"?

error: plan.toml has errors (1); nothing can be answered before they are mended (see: papi-plan check)

"#]],
    );
    refuses(
        &desk,
        &["withdraw", "4"],
        str![[r#"
exit 3
lỗi[unknown-key]: không có khóa nào tên là "leed" ở đây
  --> plan.toml:45:1
   |
45 | leed = ["so-tu-phap"]
   | ^^^^
   |
   = gợi ý: có phải là "lead"?

lỗi: plan.toml có 1 lỗi; sửa xong mới trả lời được (xem: papi-plan check)

"#]],
        str![[r#"
exit 3
error[unknown-key]: no key "leed" is known here
  --> plan.toml:45:1
   |
45 | leed = ["so-tu-phap"]
   | ^^^^
   |
   = help: did you mean "lead"?

error: plan.toml has errors (1); nothing can be answered before they are mended (see: papi-plan check)

"#]],
    );
    refuses(
        &desk,
        &["return", "4"],
        str![[r#"
exit 3
lỗi[unknown-key]: không có khóa nào tên là "leed" ở đây
  --> plan.toml:45:1
   |
45 | leed = ["so-tu-phap"]
   | ^^^^
   |
   = gợi ý: có phải là "lead"?

lỗi: plan.toml có 1 lỗi; sửa xong mới trả lời được (xem: papi-plan check)

"#]],
        str![[r#"
exit 3
error[unknown-key]: no key "leed" is known here
  --> plan.toml:45:1
   |
45 | leed = ["so-tu-phap"]
   | ^^^^
   |
   = help: did you mean "lead"?

error: plan.toml has errors (1); nothing can be answered before they are mended (see: papi-plan check)

"#]],
    );
    refuses(
        &desk,
        &["extend", "4", "--to", "2020-12-31"],
        str![[r#"
exit 3
lỗi[unknown-key]: không có khóa nào tên là "leed" ở đây
  --> plan.toml:45:1
   |
45 | leed = ["so-tu-phap"]
   | ^^^^
   |
   = gợi ý: có phải là "lead"?

lỗi: plan.toml có 1 lỗi; sửa xong mới trả lời được (xem: papi-plan check)

"#]],
        str![[r#"
exit 3
error[unknown-key]: no key "leed" is known here
  --> plan.toml:45:1
   |
45 | leed = ["so-tu-phap"]
   | ^^^^
   |
   = help: did you mean "lead"?

error: plan.toml has errors (1); nothing can be answered before they are mended (see: papi-plan check)

"#]],
    );
}

#[test]
fn standard_input_takes_no_marks() {
    let desk = plain();
    refuses(
        &desk,
        &["-p", "-", "submit", "4"],
        str![[r#"
exit 2
lỗi: không ghi được vào đầu vào chuẩn; chỉ ra một tệp bằng -p

"#]],
        str![[r#"
exit 2
error: standard input cannot be marked; name a file with -p

"#]],
    );
}

#[test]
fn a_row_in_another_form_is_refused_with_its_place() {
    let row = r#"task = [{ id = "1", title = "Một", lead = ["so-noi-vu"] }]"#;
    let plan = PLAN.replace("[[task]]", "[[metadata.task]]");
    let desk = Desk::new(&plan.replacen("version = 1\n", &format!("version = 1\n{row}\n"), 1));
    refuses(
        &desk,
        &["submit", "1"],
        str![[r#"
exit 2
lỗi: plan.toml:2:9: dòng này không viết dưới dạng [[task]], nên không sửa tự động được; chưa ghi gì
  gợi ý: viết lại dòng này dưới dạng [[task]]

"#]],
        str![[r#"
exit 2
error: plan.toml:2:9: this row is not written as [[task]], so it cannot be edited safely; nothing was written
  help: write the row as [[task]]

"#]],
    );
}

// What a careless merge leaves

#[test]
fn one_of_two_equal_entries_is_taken_out() {
    let desk = with(
        "2",
        r#"submitted = [
  { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC" },
  { by = "so-tu-phap", on = 2020-10-08, ref = "2/BC" },
]"#,
    );
    refuses(
        &desk,
        &["submit", "4"],
        str![[r#"
exit 3
lỗi[duplicate-entry]: Sở Tư pháp có hai lần nộp cùng ngày 08/10/2020 ở dòng 2
  --> plan.toml:47:3
   |
46 |   { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC" },
   |   ---------------------------------------------------- cũng ở đây
47 |   { by = "so-tu-phap", on = 2020-10-08, ref = "2/BC" },
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = gợi ý: bỏ một mục, hoặc ghi ngày trả lại vào mục trước; xem: papi-plan withdraw 2

lỗi: plan.toml có 1 lỗi; sửa xong mới trả lời được (xem: papi-plan check)

"#]],
        str![[r#"
exit 3
error[duplicate-entry]: Sở Tư pháp has two live entries on row 2 (both of 2020-10-08)
  --> plan.toml:47:3
   |
46 |   { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC" },
   |   ---------------------------------------------------- also here
47 |   { by = "so-tu-phap", on = 2020-10-08, ref = "2/BC" },
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: take one out, or give the earlier one the day it was returned; see: papi-plan withdraw 2

error: plan.toml has errors (1); nothing can be answered before they are mended (see: papi-plan check)

"#]],
    );
    refuses(
        &desk,
        &["withdraw", "4"],
        str![[r#"
exit 3
lỗi[duplicate-entry]: Sở Tư pháp có hai lần nộp cùng ngày 08/10/2020 ở dòng 2
  --> plan.toml:47:3
   |
46 |   { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC" },
   |   ---------------------------------------------------- cũng ở đây
47 |   { by = "so-tu-phap", on = 2020-10-08, ref = "2/BC" },
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = gợi ý: bỏ một mục, hoặc ghi ngày trả lại vào mục trước; xem: papi-plan withdraw 2

lỗi: plan.toml có 1 lỗi; sửa xong mới trả lời được (xem: papi-plan check)

"#]],
        str![[r#"
exit 3
error[duplicate-entry]: Sở Tư pháp has two live entries on row 2 (both of 2020-10-08)
  --> plan.toml:47:3
   |
46 |   { by = "so-tu-phap", on = 2020-10-08, ref = "1/BC" },
   |   ---------------------------------------------------- also here
47 |   { by = "so-tu-phap", on = 2020-10-08, ref = "2/BC" },
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: take one out, or give the earlier one the day it was returned; see: papi-plan withdraw 2

error: plan.toml has errors (1); nothing can be answered before they are mended (see: papi-plan check)

"#]],
    );
    does(
        &desk,
        &["withdraw", "2"],
        str![[r#"
exit 0
Đã ghi: dòng 2 – gỡ bỏ lần nộp ngày 08/10/2020 của Sở Tư pháp

"#]],
        str![[r#"
exit 0
Recorded: row 2 – entry of 2020-10-08 by Department of Justice taken out

"#]],
        str![[r#"
-  { by = "so-tu-phap", on = 2020-10-08, ref = "2/BC" },

"#]],
    );
    does(
        &desk,
        &["submit", "4"],
        str![[r#"
exit 0
Đã ghi: dòng 4 – Sở Tư pháp nộp ngày 15/10/2020

"#]],
        str![[r#"
exit 0
Recorded: row 4 – Department of Justice submitted on 2020-10-15

"#]],
        str![[r#"
+submitted = [
+  { by = "so-tu-phap", on = 2020-10-15 },
+]

"#]],
    );
}

#[test]
fn entries_of_unknown_units_are_taken_out() {
    let desk = with(
        "I",
        r#"submitted = [
  { by = "huyen-dai-tu", on = 2020-09-08 },
  { by = "so-noi", on = 2020-09-08 },
  { on = 2020-09-09 },
  { by = "so-tu-phap", on = 2020-09-10 },
  { by = "cap-huyen", on = 2020-09-10 },
]"#,
    );
    does(
        &desk,
        &["withdraw", "I", "--by", "so-tu-phap"],
        str![[r#"
exit 0
Đã ghi: dòng I – gỡ bỏ lần nộp ngày 10/09/2020 của Sở Tư pháp

"#]],
        str![[r#"
exit 0
Recorded: row I – entry of 2020-09-10 by Department of Justice taken out

"#]],
        str![[r#"
-  { by = "so-tu-phap", on = 2020-09-10 },

"#]],
    );
    does(
        &desk,
        &["withdraw", "I", "--by", "cap-huyen"],
        str![[r#"
exit 0
Đã ghi: dòng I – gỡ bỏ lần nộp ngày 10/09/2020 của UBND cấp huyện

"#]],
        str![[r#"
exit 0
Recorded: row I – entry of 2020-09-10 by Districts taken out

"#]],
        str![[r#"
-  { by = "cap-huyen", on = 2020-09-10 },

"#]],
    );
    does(
        &desk,
        &["withdraw", "I", "--format", "json"],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": null,
      "action": "withdraw",
      "on": "2020-09-09",
      "ref": null,
      "status": null,
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
exit 0
{
  "format": "papi-plan/marks",
  "format_version": 1,
  "plan": {
    "number": "7/KH-UBND",
    "title": "Kế hoạch báo cáo",
    "revision": null
  },
  "as_of": "2020-10-15",
  "changes": [
    {
      "task": "I",
      "agency": null,
      "action": "withdraw",
      "on": "2020-09-09",
      "ref": null,
      "status": null,
      "to": null
    }
  ],
  "written": true
}

"#]],
        str![[r#"
-  { on = 2020-09-09 },

"#]],
    );
    does(
        &desk,
        &["withdraw", "I"],
        str![[r#"
exit 0
Đã ghi: dòng I – gỡ bỏ lần nộp ngày 08/09/2020 của đơn vị không rõ
UBND cấp huyện: 1/3 đã nộp
Sở Nội vụ: 0/1 đã nộp

"#]],
        str![[r#"
exit 0
Recorded: row I – entry of 2020-09-08 by an unknown unit taken out
Districts: 1/3 submitted
Department of Home Affairs: 0/1 submitted

"#]],
        str![[r#"
-  { by = "so-noi", on = 2020-09-08 },

"#]],
    );
    does(
        &desk,
        &["submit", "I", "--by", "huyen-vo-nhai"],
        str![[r#"
exit 0
Đã ghi: dòng I – UBND huyện Võ Nhai nộp ngày 15/10/2020
UBND cấp huyện: 2/3 đã nộp
Sở Nội vụ: 0/1 đã nộp

"#]],
        str![[r#"
exit 0
Recorded: row I – Võ Nhai District submitted on 2020-10-15
Districts: 2/3 submitted
Department of Home Affairs: 0/1 submitted

"#]],
        str![[r#"
+  { by = "huyen-vo-nhai", on = 2020-10-15 },

"#]],
    );
}

#[test]
fn entries_of_a_heading_are_taken_out() {
    let desk = with(
        "II",
        r#"submitted = [
  { by = "so-noi-vu", on = 2020-09-08 },
]"#,
    );
    does(
        &desk,
        &["withdraw", "II"],
        str![[r#"
exit 0
Đã ghi: dòng II – gỡ bỏ lần nộp ngày 08/09/2020 của Sở Nội vụ

"#]],
        str![[r#"
exit 0
Recorded: row II – entry of 2020-09-08 by Department of Home Affairs taken out

"#]],
        str![[r#"
-submitted = [
-  { by = "so-noi-vu", on = 2020-09-08 },
-]
+submitted = []

"#]],
    );
}
