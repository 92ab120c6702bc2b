//! What reports say.
#![allow(missing_docs, reason = "a name says which word it is; the text stands beside it")]

use super::words;

words! {
    // The head of every report
    plan_title(number: &str, title: &str) { vi: "Kế hoạch số {number}: {title}", en: "Plan {number}: {title}" }
    data_as_of(day: &str) { vi: "Dữ liệu tính đến ngày {day}", en: "Data as of {day}" }

    // Columns of the appendix
    column_number() { vi: "Số TT", en: "No." }
    column_title() { vi: "Nội dung", en: "Content" }
    column_lead() { vi: "Cơ quan chủ trì", en: "Lead agency" }
    column_support() { vi: "Cơ quan phối hợp", en: "Supporting agencies" }
    column_due() { vi: "Thời gian hoàn thành", en: "Deadline" }
    column_status() { vi: "Tình trạng", en: "Status" }

    // Statuses
    status_on_time() { vi: "Hoàn thành đúng hạn", en: "Done on time" }
    status_late() { vi: "Hoàn thành quá hạn", en: "Done late" }
    status_overdue() { vi: "Quá hạn", en: "Overdue" }
    status_due_soon() { vi: "Sắp đến hạn", en: "Due soon" }
    status_pending() { vi: "Trong hạn", en: "Not yet due" }
    status_open() { vi: "Không thời hạn", en: "No deadline" }
    days(count: i64) { vi: "{count}\u{a0}ngày", en: "{count}\u{a0}days" }
    one_day() { vi: "1\u{a0}ngày", en: "1\u{a0}day" }
    days_late(status: &str, days: &str) { vi: "{status} {days}", en: "{status} {days}" }
    days_left(status: &str, days: &str) { vi: "{status}, còn {days}", en: "{status}, {days} left" }
    due_today(status: &str) { vi: "{status}, hạn hôm nay", en: "{status}, today" }
    share(status: &str, part: usize, whole: usize) { vi: "{status}: {part}/{whole}", en: "{status}: {part}/{whole}" }

    // Leads
    group_done(name: &str, done: usize, total: usize) { vi: "{name}: {done}/{total}", en: "{name}: {done}/{total}" }
    group_missing(name: &str, missing: usize, total: usize) {
        vi: "{name}: {missing}/{total} chưa nộp",
        en: "{name}: {missing}/{total} missing"
    }
    one_for_all(names: &str) { vi: "Một trong: {names}", en: "One of: {names}" }
    inherited(text: &str) { vi: "↑\u{a0}{text}", en: "↑\u{a0}{text}" }
    remark_inherited() { vi: "↑: theo dòng cấp trên (ô gộp)", en: "↑: from the row above (a merged cell)" }
    remark_group_done() {
        vi: "a/b: số đơn vị đã nộp trên số đơn vị phải nộp",
        en: "a/b: units that have submitted, of those that must"
    }
    extended_to(day: &str) { vi: "gia hạn: {day}", en: "extended: {day}" }
    extended_for(day: &str, part: usize, whole: usize) {
        vi: "gia hạn: {day} ({part}/{whole})",
        en: "extended: {day} ({part}/{whole})"
    }

    // Deadlines
    due_month(month: u32, year: i32) { vi: "Tháng {month}/{year}", en: "{year:04}-{month:02}" }
    due_quarter(quarter: &str, year: i32) { vi: "Quý {quarter}/{year}", en: "{year:04}-{quarter}" }
    due_year(year: i32) { vi: "Năm {year}", en: "{year:04}" }
    due_ongoing() { vi: "Thường xuyên", en: "Ongoing" }
    due_range(from: &str, to: &str) { vi: "{from} – {to}", en: "{from} – {to}" }
    due_from(from: &str) { vi: "Từ {from}", en: "From {from}" }

    // overdue
    nothing_overdue() { vi: "Không có nhiệm vụ quá hạn.", en: "Nothing is overdue." }
    next_deadline(day: &str, task: &str, left: &str) {
        vi: "Thời hạn gần nhất: {day} (dòng {task}, còn {left}).",
        en: "The next deadline is {day} (row {task}, {left} left)."
    }
    no_next_deadline() { vi: "Không còn thời hạn nào phía trước.", en: "No deadline lies ahead." }
    overdue_totals(tasks: usize, overdue: usize, all: usize, agencies: usize) {
        vi: "Quá hạn: {tasks} nhiệm vụ, {overdue} trên tổng số {all} lượt phải nộp; {agencies} cơ quan, đơn vị.",
        en: "Overdue: {tasks} rows and {overdue} obligations, of {all}; {agencies} agencies."
    }
    soon_heading(days: &str) { vi: "Còn không quá {days}", en: "At most {days} left" }
    nothing_soon() { vi: "Không có nhiệm vụ nào.", en: "Nothing." }

    // list
    no_match() { vi: "Không có dòng nào phù hợp với điều kiện lọc.", en: "No row matches the filters." }
    empty_plan() { vi: "Kế hoạch chưa có dòng nào.", en: "The plan has no rows." }
    column_missing() { vi: "Chưa nộp", en: "Missing" }
    column_agency() { vi: "Cơ quan, đơn vị", en: "Agency" }
}
