//! What the sheets of a workbook say, beside the words of reports.
#![allow(missing_docs, reason = "a name says which word it is; the text stands beside it")]

use super::words;

words! {
    // Sheets
    sheet_overdue() { vi: "Quá hạn", en: "Overdue" }
    sheet_due_soon() { vi: "Sắp đến hạn", en: "Due soon" }
    sheet_rows() { vi: "Nhiệm vụ", en: "Rows" }
    sheet_missing() { vi: "Chưa nộp", en: "Missing" }
    sheet_log() { vi: "Nhật ký", en: "Log" }
    sheet_leads() { vi: "Chủ trì", en: "Leads" }
    sheet_supports() { vi: "Phối hợp", en: "Supports" }
    sheet_agencies() { vi: "Cơ quan", en: "Agencies" }
    sheet_summary() { vi: "Tổng hợp", en: "Summary" }
    sheet_sections() { vi: "Theo đề mục", en: "By section" }
    sheet_by_agency() { vi: "Theo cơ quan", en: "By agency" }

    // Columns
    column_in_place_of() { vi: "Thay cho", en: "In place of" }
    column_days_late() { vi: "Số ngày quá hạn", en: "Days late" }
    column_days_left() { vi: "Số ngày còn lại", en: "Days left" }
    column_done_on() { vi: "Đã hoàn thành ngày", en: "Done on" }
    column_by_document() { vi: "Theo văn bản", en: "By document" }
    column_returned_on() { vi: "Đã trả lại ngày", en: "Returned on" }
    column_end() { vi: "Kết thúc", en: "Ended" }
    mark_extended() { vi: "Gia hạn", en: "Extended" }
    column_moved_to() { vi: "Gia hạn đến", en: "Extended to" }
    column_scope() { vi: "Phạm vi", en: "Scope" }
    column_done() { vi: "Đã hoàn thành", en: "Done" }
    column_completed_rate() { vi: "Tỷ lệ hoàn thành trên số đến hạn", en: "Done of what fell due" }
    column_overdue_rate() { vi: "Tỷ lệ quá hạn trên số đến hạn", en: "Overdue of what fell due" }
    apart(head: &str, key: &str) { vi: "{head} ({key})", en: "{head} ({key})" }
    about_day() { vi: "khoảng", en: "about" }

    // What is filled in, and the key by which it is found again
    input_day() { vi: "Ngày nộp", en: "Submitted on" }
    input_document() { vi: "Số, ký hiệu văn bản", en: "Document" }
    input_note() { vi: "Ghi chú", en: "Note" }
    key_row() { vi: "Mã nhiệm vụ", en: "Row id" }
    key_period() { vi: "Mã kỳ", en: "Period id" }
    key_agency() { vi: "Mã cơ quan", en: "Agency id" }
    how_to_write_a_day() {
        vi: "Ghi ngày trước, tháng sau, đủ bốn chữ số của năm: 17/10/2020, 17-10-2020 hoặc 2020-10-17.",
        en: "Day first, and all four digits of the year: 17/10/2020, 17-10-2020, or 2020-10-17."
    }
    no_day() { vi: "Chưa phải là ngày", en: "This is not a date" }

    // What Excel cannot hold
    too_long(of: &str, column: &str, letters: usize, most: usize) {
        vi: "{of}: cột “{column}” có {letters} ký tự; một ô của Excel chứa nhiều nhất {most}",
        en: "{of}: {letters} letters in the column \"{column}\"; a cell of Excel holds {most} at most"
    }
    too_long_above(text: &str, letters: usize, most: usize) {
        vi: "“{text}” có {letters} ký tự; một ô của Excel chứa nhiều nhất {most}",
        en: "\"{text}\" has {letters} letters; a cell of Excel holds {most} at most"
    }
    too_long_help() { vi: "rút ngắn nội dung này trong tệp kế hoạch, hoặc xuất ra .csv", en: "shorten the text in the plan, or write .csv" }
    too_many_lines(sheet: &str, lines: usize, most: usize) {
        vi: "trang “{sheet}” có {lines} dòng; một trang của Excel chứa nhiều nhất {most}",
        en: "{lines} lines in the sheet \"{sheet}\"; a sheet of Excel holds {most} at most"
    }
    too_many_lines_help() { vi: "hỏi về ít nhiệm vụ hoặc ít cơ quan hơn, hoặc xuất ra .csv", en: "ask about fewer rows or agencies, or write .csv" }
}
