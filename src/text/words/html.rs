//! What pages for a browser say beside what every report says.
#![allow(missing_docs, reason = "a name says which word it is; the text stands beside it")]

use super::words;

words! {
    // What each page is called
    name_overdue() { vi: "Nhiệm vụ quá hạn", en: "What is overdue" }
    name_list() { vi: "Danh sách nhiệm vụ", en: "The rows of the plan" }
    name_missing() { vi: "Cơ quan, đơn vị chưa nộp", en: "Who has not submitted" }
    name_summary() { vi: "Tổng hợp tình hình thực hiện", en: "Summary" }
    name_front() { vi: "Tình hình thực hiện kế hoạch", en: "How the plan stands" }

    // Headings
    heading_overview() { vi: "Tổng quan", en: "Overview" }
    heading_weeks() { vi: "Đến hạn theo tuần", en: "Due week by week" }
    heading_missing() { vi: "Chưa nộp", en: "Not submitted" }
    heading_rows() { vi: "Toàn bộ nhiệm vụ", en: "All rows" }
    most_overdue(count: usize) {
        vi: "Biểu đồ chỉ nêu {count} mục có nhiều đầu việc quá hạn nhất.",
        en: "The chart shows only the {count} with most overdue."
    }

    // Figures
    of_due(percent: usize) { vi: "{percent}% số đến hạn", en: "{percent}% of what fell due" }
    overdue_of(rows: &str, agencies: &str) { vi: "{rows}, {agencies}", en: "{rows}, {agencies}" }

    // Charts
    bar_title(name: &str, done: usize, all: usize) { vi: "{name}: hoàn thành {done}/{all}", en: "{name}: {done}/{all} done" }
    bar_description(done: usize, overdue: usize, rest: usize) {
        vi: "{done} đầu việc hoàn thành, {overdue} quá hạn, {rest} còn lại",
        en: "{done} done, {overdue} overdue, {rest} left"
    }
    and_overdue(overdue: usize) { vi: "quá hạn {overdue}", en: "{overdue} overdue" }
    legend() { vi: "Chú giải", en: "Legend" }
    legend_done() { vi: "Hoàn thành", en: "Done" }
    legend_overdue() { vi: "Quá hạn", en: "Overdue" }
    legend_rest() { vi: "Trong hạn, không thời hạn", en: "In time, no deadline" }
    legend_ahead() { vi: "Chưa đến hạn", en: "Not done, in time" }
    weeks_title(from: &str, to: &str) {
        vi: "Số đầu việc đến hạn theo tuần, từ {from} đến {to}",
        en: "Obligations by the week of their last day, {from} to {to}"
    }
    week_described(from: &str, to: &str, total: usize, done: usize, overdue: usize, ahead: usize) {
        vi: "{from} – {to}: {total} đầu việc đến hạn, {done} hoàn thành, {overdue} quá hạn, {ahead} chưa đến hạn.",
        en: "{from} to {to}: {total} due, {done} done, {overdue} overdue, {ahead} still in time."
    }
    week_begins(day: u32, month: u32) { vi: "{day:02}/{month:02}", en: "{month:02}-{day:02}" }
    this_week() { vi: "tuần này", en: "this week" }
    remark_weeks() {
        vi: "Mỗi cột là một tuần, ghi theo ngày thứ Hai; tính cả các kỳ sắp bắt đầu.",
        en: "A column is a week, by its Monday; periods about to begin count too."
    }

    // Finding one's way
    skip_link() { vi: "Đến nội dung chính", en: "Skip to the content" }
    parts() { vi: "Các phần của trang", en: "Parts of the page" }
    find() { vi: "Tìm và lọc", en: "Search and filter" }
    search() { vi: "Tìm", en: "Search" }
    search_hint() { vi: "Không cần gõ dấu", en: "Accents may be left out" }
    every() { vi: "Tất cả", en: "All" }
    clear() { vi: "Bỏ lọc", en: "Clear" }
    lines_shown(shown: &str, all: &str) { vi: "Hiển thị {shown}/{all} kết quả", en: "{shown} of {all} lines shown" }
    no_lines() { vi: "Không có kết quả nào phù hợp.", en: "No line matches." }
    sorted_by() { vi: "Sắp xếp", en: "Sort" }
    made_with() { vi: "Lập bằng papi-plan", en: "Made with papi-plan" }
}
