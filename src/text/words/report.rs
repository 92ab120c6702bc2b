//! What reports say.
#![allow(missing_docs, reason = "a name says which word it is; the text stands beside it")]

use super::words;
use crate::text::Lang;

/// A number with its noun.
pub fn plural(lang: Lang, count: usize, one: fn(Lang) -> &'static str, many: fn(Lang, usize) -> String) -> String {
    if count == 1 { one(lang).to_owned() } else { many(lang, count) }
}

/// A number of days.
pub fn count_of_days(lang: Lang, count: i64) -> String {
    if count == 1 { one_day(lang).to_owned() } else { days(lang, count) }
}

words! {
    // The head of every report
    plan_title(number: &str, title: &str) { vi: "Kế hoạch số {number}: {title}", en: "Plan {number}: {title}" }
    one_plan() { vi: "1\u{a0}kế hoạch", en: "1\u{a0}plan" }
    plans(count: usize) { vi: "{count}\u{a0}kế hoạch", en: "{count}\u{a0}plans" }
    plans_together(plans: &str) { vi: "Tổng hợp {plans}", en: "{plans}" }
    plans_left_out(plans: &str) { vi: "Không tính {plans} có lỗi", en: "Left out, because of errors: {plans}" }
    plan_in_file(plan: &str, file: &str) { vi: "{plan} ({file})", en: "{plan} ({file})" }
    only_for(names: &str) { vi: "Phạm vi: {names}", en: "Only for: {names}" }
    data_as_of(day: &str) { vi: "Số liệu tính đến ngày {day}", en: "Data as of {day}" }

    // Columns of the appendix
    column_number() { vi: "Số\u{a0}TT", en: "No." }
    column_title() { vi: "Nội\u{a0}dung", en: "Content" }
    column_lead() { vi: "Cơ\u{a0}quan chủ\u{a0}trì", en: "Lead agency" }
    of_group(group: &str) { vi: "({group})", en: "({group})" }
    within(group: &str) { vi: "{group}:", en: "{group}:" }
    column_group() { vi: "Nhóm", en: "Group" }
    column_who() { vi: "Cơ\u{a0}quan, đơn\u{a0}vị chưa\u{a0}nộp", en: "Not submitted by" }
    nobody_missing() { vi: "Không còn cơ quan, đơn vị nào chưa nộp.", en: "Nobody is missing." }
    column_role() { vi: "Vai\u{a0}trò", en: "Role" }
    role_leads() { vi: "Chủ\u{a0}trì", en: "Leads" }
    role_supports() { vi: "Phối\u{a0}hợp", en: "Supports" }
    all_missing() { vi: "tất cả", en: "all" }
    column_plan() { vi: "Kế\u{a0}hoạch", en: "Plan" }
    column_period() { vi: "Kỳ", en: "Period" }
    column_support() { vi: "Cơ\u{a0}quan phối\u{a0}hợp", en: "Supporting agencies" }
    column_due() { vi: "Thời\u{a0}gian hoàn\u{a0}thành", en: "Deadline" }
    column_status() { vi: "Tình\u{a0}trạng", en: "Status" }

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
    due_today() { vi: "Đến hạn hôm nay", en: "Due today" }
    sent_back(day: &str) {
        vi: "đã trả lại ngày {day}, chưa nộp lại",
        en: "returned on {day}, not submitted again"
    }
    sent_back_of(part: usize, whole: usize) {
        vi: "đã trả lại, chưa nộp lại: {part}/{whole}",
        en: "returned, not submitted again: {part}/{whole}"
    }
    share(status: &str, part: usize, whole: usize) { vi: "{status}: {part}/{whole}", en: "{status}: {part}/{whole}" }

    // Leads
    group_done(name: &str, done: usize, total: usize) {
        vi: "{name}: {done}/{total} đã nộp",
        en: "{name}: {done}/{total} submitted"
    }
    group_missing(name: &str, missing: usize, total: usize) {
        vi: "{name}: {missing}/{total} chưa nộp",
        en: "{name}: {missing}/{total} missing"
    }
    one_for_all(names: &str) { vi: "Một trong: {names}", en: "One of: {names}" }
    inherited(text: &str) { vi: "↑\u{a0}{text}", en: "↑\u{a0}{text}" }
    remark_inherited() { vi: "↑: theo mục cấp trên (ô gộp)", en: "↑: from the row above (a merged cell)" }
    extended_to(day: &str) { vi: "gia hạn: {day}", en: "extended: {day}" }
    extended_for(day: &str, part: usize, whole: usize) {
        vi: "gia hạn: {day} ({part}/{whole})",
        en: "extended: {day} ({part}/{whole})"
    }

    // Deadlines
    due_month(month: u32, year: i32) { vi: "Tháng {month}/{year}", en: "{year:04}-{month:02}" }
    due_quarter(roman: &str, quarter: u32, year: i32) { vi: "Quý {roman}/{year}", en: "{year:04}-Q{quarter}" }
    due_week(week: u32, year: i32) { vi: "Tuần {week}/{year}", en: "{year:04}-W{week:02}" }
    due_first_half(year: i32) { vi: "6 tháng đầu năm {year}", en: "{year:04}-H1" }
    due_second_half(year: i32) { vi: "6 tháng cuối năm {year}", en: "{year:04}-H2" }
    due_year(year: i32) { vi: "Năm {year}", en: "{year:04}" }
    agency_ended(name: &str, day: &str, heirs: &str) {
        vi: "{name} đã kết thúc ngày {day}; tiếp nhận: {heirs}.",
        en: "{name} ended on {day}; {heirs} took over."
    }
    agency_gone(name: &str, day: &str) { vi: "{name} đã kết thúc ngày {day}; không có cơ quan tiếp nhận.", en: "{name} ended on {day}; nobody took over." }
    waits_for(what: &str) { vi: "chờ: {what}", en: "waiting for: {what}" }
    waits_for_row(row: &str) { vi: "chờ: nhiệm vụ {row}", en: "waiting for: {row}" }
    ended_on(day: &str) { vi: "đã kết thúc ngày {day}", en: "ended on {day}" }
    ended_for(day: &str, row: &str) { vi: "đã kết thúc ngày {day}, thay bằng {row}", en: "ended on {day}, replaced by {row}" }
    about(day: &str) { vi: "khoảng {day}", en: "about {day}" }
    taken_over_from(name: &str) { vi: "(thay {name})", en: "(for {name})" }
    rest_of(name: &str) { vi: "{name} (phần còn lại)", en: "{name} (the rest)" }
    class_of(name: &str, count: u32, named: usize) { vi: "{name} ({count}, nêu tên {named})", en: "{name} ({count}, {named} named)" }
    open_class(name: &str, named: usize) { vi: "{name} (nêu tên {named})", en: "{name} ({named} named)" }
    and_rest_done(what: &str) { vi: "{what}; phần còn lại: đã nộp", en: "{what}; the rest: submitted" }
    and_rest_missing(what: &str) { vi: "{what}; phần còn lại: chưa nộp", en: "{what}; the rest: missing" }
    rest_missing(name: &str) { vi: "{name}: phần còn lại chưa nộp", en: "{name}: the rest is missing" }
    share_of_periods(status: &str, part: usize, whole: usize) { vi: "{status}: {part}/{whole} kỳ", en: "{status}: {part}/{whole} periods" }
    within_of_issue(length: &str) { vi: "Trong vòng {length} kể từ ngày ban hành", en: "Within {length} of issue" }
    within_of_event(length: &str, event: &str) {
        vi: "Trong vòng {length} kể từ ngày: {event}",
        en: "Within {length} of: {event}"
    }
    within_of_row(length: &str, row: &str) {
        vi: "Trong vòng {length} kể từ ngày hoàn thành nhiệm vụ {row}",
        en: "Within {length} of the completion of {row}"
    }
    due_blank() { vi: "để trống", en: "blank" }
    due_ongoing() { vi: "Thường xuyên", en: "Ongoing" }
    due_range(from: &str, to: &str) { vi: "{from} – {to}", en: "{from} – {to}" }
    due_from(from: &str) { vi: "Từ {from}", en: "From {from}" }

    // overdue
    nothing_overdue() { vi: "Không có nhiệm vụ quá hạn.", en: "Nothing is overdue." }
    next_deadline(day: &str, task: &str, left: &str) {
        vi: "Thời hạn gần nhất: {day} (nhiệm vụ {task}, còn {left}).",
        en: "The next deadline is {day} (row {task}, {left} left)."
    }
    row_of_plan(row: &str, plan: &str) { vi: "{row}, kế hoạch {plan}", en: "{row}, plan {plan}" }
    nothing_due_soon() { vi: "Không có nhiệm vụ nào sắp đến hạn.", en: "Nothing is due soon." }
    next_deadline_today(task: &str) { vi: "Thời hạn gần nhất: hôm nay (nhiệm vụ {task}).", en: "The next deadline is today (row {task})." }
    overdue_brief(overdue: usize, total: usize, rows: &str, agencies: &str) {
        vi: "{overdue}/{total} đầu việc ({rows}, {agencies})",
        en: "{overdue}/{total} ({rows}, {agencies})"
    }
    heading_next() { vi: "Đến hạn tiếp theo", en: "Due next" }
    no_next_deadline() { vi: "Không còn nhiệm vụ nào chờ đến hạn.", en: "No deadline lies ahead." }
    overdue_totals(overdue: usize, all: usize, tasks: &str, agencies: &str) {
        vi: "{overdue}/{all} đầu việc quá hạn ({tasks}, {agencies}).",
        en: "{overdue}/{all} obligations overdue ({tasks}, {agencies})."
    }
    overdue_of_one(overdue: usize, all: usize) {
        vi: "Quá hạn {overdue}/{all} nhiệm vụ.",
        en: "{overdue}/{all} rows overdue."
    }
    one_task() { vi: "1\u{a0}nhiệm vụ", en: "1\u{a0}row" }
    tasks(count: usize) { vi: "{count}\u{a0}nhiệm vụ", en: "{count}\u{a0}rows" }
    one_agency() { vi: "1\u{a0}cơ quan, đơn vị", en: "1\u{a0}agency" }
    agencies(count: usize) { vi: "{count}\u{a0}cơ quan, đơn vị", en: "{count}\u{a0}agencies" }
    soon_heading(days: &str) { vi: "Sắp đến hạn (trong {days} tới)", en: "Due soon (at most {days} left)" }
    soon_heading_today() { vi: "Đến hạn hôm nay", en: "Due today" }
    nothing_soon(days: &str) { vi: "Không có nhiệm vụ nào đến hạn trong {days} tới.", en: "Nothing is due within {days}." }

    // list
    no_match() { vi: "Không có nhiệm vụ nào phù hợp với điều kiện lọc.", en: "No row matches the filters." }
    empty_plan() { vi: "Kế hoạch chưa có nhiệm vụ nào.", en: "The plan has no rows." }
    column_missing() { vi: "Chưa\u{a0}nộp", en: "Missing" }
    column_agency() { vi: "Cơ\u{a0}quan, đơn\u{a0}vị", en: "Agency" }

    // Agencies
    column_leads() { vi: "Chủ trì", en: "Leads" }
    column_supports() { vi: "Phối hợp", en: "Supports" }
    one_unit() { vi: "1\u{a0}đơn\u{a0}vị", en: "1\u{a0}unit" }
    units(count: usize) { vi: "{count}\u{a0}đơn\u{a0}vị", en: "{count}\u{a0}units" }
    name_with_units(name: &str, units: &str) { vi: "{name} ({units})", en: "{name} ({units})" }
    no_agencies() { vi: "Chưa cơ quan, đơn vị nào được giao nhiệm vụ.", en: "No agency has anything to do." }
    remark_idle(units: &str) {
        vi: "Không liệt kê {units} không chủ trì, không phối hợp nhiệm vụ nào",
        en: "Left out, because they lead and support nothing: {units}"
    }

    // summary
    heading_whole_plan() { vi: "Toàn bộ kế hoạch", en: "The whole plan" }
    heading_all_plans() { vi: "Tất cả kế hoạch", en: "All plans" }
    heading_plans() { vi: "Theo kế hoạch", en: "By plan" }
    heading_sections() { vi: "Theo đề mục", en: "By section" }
    heading_agencies() { vi: "Theo cơ quan, đơn vị", en: "By agency" }
    class_in_term() { vi: "Chưa hoàn thành, trong hạn", en: "Not done, in time" }
    class_overdue() { vi: "Chưa hoàn thành, quá hạn", en: "Not done, overdue" }
    column_total() { vi: "Tổng số", en: "Total" }
    column_obligations() { vi: "Số đầu việc", en: "Obligations" }
    column_completed() { vi: "Đã\u{a0}hoàn\u{a0}thành", en: "Done" }
    column_of_due() { vi: "Trên\u{a0}số đến\u{a0}hạn", en: "Of what fell\u{a0}due" }
    head_on_time() { vi: "Hoàn\u{a0}thành đúng\u{a0}hạn", en: "Done on\u{a0}time" }
    head_late() { vi: "Hoàn\u{a0}thành quá\u{a0}hạn", en: "Done late" }
    head_in_term() { vi: "Chưa\u{a0}xong, trong\u{a0}hạn", en: "Not\u{a0}done, in\u{a0}time" }
    head_overdue() { vi: "Chưa\u{a0}xong, quá\u{a0}hạn", en: "Not\u{a0}done, overdue" }
    head_open() { vi: "Không thời\u{a0}hạn", en: "No deadline" }
    percent(percent: usize) { vi: "{percent}%", en: "{percent}%" }
    rates(done: &str, percent: usize) { vi: "{done}; {percent}% số đến hạn", en: "{done}; {percent}% of what fell due" }
    no_rates(done: &str) {
        vi: "{done}; chưa có nhiệm vụ nào hoàn thành hoặc quá hạn",
        en: "{done}; nothing is done or overdue yet"
    }
    remark_rates() {
        vi: "Số đến hạn: đã hoàn thành và quá hạn; đã hoàn thành trước hạn cũng tính",
        en: "What fell due: what is done, be it before its day, or overdue"
    }
    nothing_to_deliver() { vi: "Kế hoạch chưa giao nhiệm vụ nào.", en: "The plan assigns nothing yet." }

    // agency A
    field_obligations() { vi: "Phải nộp", en: "Must deliver" }
    field_groups() { vi: "Thuộc nhóm", en: "In the groups" }
    idle_agency() {
        vi: "Không chủ trì, không phối hợp, không được giao trách nhiệm nào trong kế hoạch.",
        en: "The plan gives it nothing to lead, to support or to carry out."
    }
    heading_members() { vi: "Thành viên", en: "Members" }
    heading_leads() { vi: "Nhiệm vụ chủ trì", en: "It leads" }
    heading_supports() { vi: "Nhiệm vụ phối hợp", en: "It supports" }
    heading_directives() { vi: "Trách nhiệm nêu trong kế hoạch", en: "Duties from the body of the plan" }
    column_reference() { vi: "Mục", en: "Section" }
    column_duty() { vi: "Trách nhiệm", en: "Duty" }
    column_rows() { vi: "Nhiệm vụ liên quan", en: "Rows" }

    // log
    nothing_marked() { vi: "Không có ghi nhận nào.", en: "Nothing is marked." }
    column_mark() { vi: "Ghi\u{a0}nhận", en: "Mark" }
    marked_submitted() { vi: "Đã nộp", en: "Submitted" }
    marked_returned() { vi: "Trả lại", en: "Returned" }
    marked_extended(day: &str) { vi: "Gia hạn đến {day}", en: "Extended to {day}" }
    marked_event() { vi: "Sự kiện diễn ra", en: "Event" }
    marked_noted() { vi: "Ghi chú tình hình", en: "Note" }
    marked_between(from: &str, to: &str) { vi: "Từ ngày {from} đến ngày {to}", en: "From {from} to {to}" }
    marked_from(from: &str) { vi: "Từ ngày {from}", en: "From {from}" }
    marked_to(to: &str) { vi: "Đến ngày {to}", en: "Up to {to}" }

    // show
    row_title(number: &str, title: &str) { vi: "Nhiệm vụ {number}: {title}", en: "Row {number}: {title}" }
    heading_title(number: &str, title: &str) { vi: "Đề mục {number}: {title}", en: "Row {number}: {title}" }
    number_and_title(number: &str, title: &str) { vi: "{number}: {title}", en: "{number}: {title}" }
    column_result() { vi: "Sản phẩm, kết quả", en: "Result" }
    column_note() { vi: "Ghi chú", en: "Note" }
    field_above() { vi: "Thuộc", en: "Below" }
    field_kind() { vi: "Loại", en: "Kind of row" }
    field_wording() { vi: "Nguyên văn", en: "Wording" }
    field_id() { vi: "Mã", en: "Id" }
    kind_item() { vi: "Nhiệm vụ", en: "Item" }
    kind_part(item: &str) { vi: "Nội dung của nhiệm vụ {item}", en: "Part of item {item}" }
    kind_heading() { vi: "Đề mục", en: "Heading" }
    from_row(number: &str) { vi: "theo số TT {number}", en: "from row {number}" }
    from(number: &str) { vi: "theo\u{a0}{number}", en: "from\u{a0}{number}" }
    from_this_row() { vi: "ghi tại mục này", en: "stated on this row" }
    with_origin(text: &str, origin: &str) { vi: "{text} ({origin})", en: "{text} ({origin})" }
    last_day(day: &str) { vi: "hạn cuối: {day}", en: "last day: {day}" }
    heading_progress() { vi: "Tình hình thực hiện", en: "How it stands" }
    column_stands() { vi: "Tình hình", en: "Note" }
    note(day: &str, text: &str) { vi: "{day}: {text}", en: "{day}: {text}" }
    note_by(day: &str, agency: &str, text: &str) { vi: "{day}, {agency}: {text}", en: "{day}, {agency}: {text}" }
    column_day() { vi: "Ngày", en: "Day" }
    field_since() { vi: "Có từ ngày", en: "There since" }
    heading_units() { vi: "Tình trạng từng đơn vị", en: "Where each unit stands" }
    heading_extensions() { vi: "Gia hạn", en: "Extensions" }
    heading_entries() { vi: "Báo cáo đã nộp", en: "Reports submitted" }
    heading_below() { vi: "Các mục cấp dưới", en: "Rows below" }
    column_last_day() { vi: "Hạn nộp", en: "Last day" }
    column_submitted() { vi: "Ngày nộp", en: "Submitted" }
    column_submitted_share() { vi: "Đã nộp", en: "Submitted" }
    column_document() { vi: "Số, ký hiệu văn bản", en: "Document" }
    column_row() { vi: "Số\u{a0}TT", en: "Row" }
    column_returned() { vi: "Trả lại", en: "Returned" }
    column_extended_to() { vi: "Gia hạn đến", en: "Extended to" }
    column_extended_for() { vi: "Áp dụng cho", en: "For" }
    column_granted() { vi: "Ngày đồng ý", en: "Granted" }
    every_unit() { vi: "Tất cả đơn vị", en: "Every unit" }
    returned_because(day: &str, reason: &str) { vi: "{day}: {reason}", en: "{day}: {reason}" }
    part_of(part: usize, whole: usize) { vi: "{part}/{whole}", en: "{part}/{whole}" }
    one_report() { vi: "1\u{a0}báo\u{a0}cáo", en: "1\u{a0}report" }
    reports(count: usize) { vi: "{count}\u{a0}báo\u{a0}cáo", en: "{count}\u{a0}reports" }
    remark_plain_entries(reports: &str) {
        vi: "Chưa liệt kê {reports} của các đơn vị trong nhóm; xem đầy đủ: --units",
        en: "Not listed: {reports} of units in groups; for each one: --units"
    }
}
