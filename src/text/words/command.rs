//! What commands say when they cannot do what was asked, and what they have done.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    error_label() { vi: "lỗi", en: "error" }
    help_label() { vi: "cách sửa", en: "help" }

    // Finding and reading the plan
    no_plan() { vi: "không thấy plan.toml ở thư mục này hay thư mục cấp trên", en: "no plan.toml here or in a folder above" }
    no_plan_help() { vi: "chỉ ra tệp kế hoạch: papi-plan -p TỆP", en: "name the plan file: papi-plan -p FILE" }
    cannot_read(path: &str, why: &str) { vi: "không đọc được {path}: {why}", en: "cannot read {path}: {why}" }
    why_missing() { vi: "không có tệp này", en: "there is no such file" }
    why_folder() { vi: "đây là thư mục, không phải tệp", en: "it is a folder, not a file" }
    why_denied() { vi: "không có quyền truy cập", en: "permission denied" }
    why_loop() { vi: "liên kết vòng", en: "the link leads to itself" }
    why_full() { vi: "hết chỗ trên đĩa", en: "the disk is full" }
    why_read_only() { vi: "chỉ được đọc", en: "it is read-only" }
    plan_has_errors(path: &str, count: usize) {
        vi: "{path} có {count} lỗi; sửa xong mới trả lời được (xem: papi-plan check)",
        en: "{path} has errors ({count}); nothing can be answered before they are mended (see: papi-plan check)"
    }
    stdin_name() { vi: "<đầu vào chuẩn>", en: "<stdin>" }
    stdin_cannot_be_marked() {
        vi: "không ghi được vào đầu vào chuẩn; chỉ ra một tệp bằng -p",
        en: "standard input cannot be marked; name a file with -p"
    }
    stdin_twice() { vi: "\"-\" chỉ dùng được một lần", en: "\"-\" can be read only once" }

    // What was typed
    unknown_agency(name: &str) { vi: "không có cơ quan hay nhóm nào tên là \"{name}\"", en: "no agency or group is called \"{name}\"" }
    several_agencies(name: &str, meant: &str) { vi: "\"{name}\" có thể là: {meant}", en: "\"{name}\" could be: {meant}" }
    several_agencies_help() { vi: "ghi tên đầy đủ hơn, hoặc mã", en: "give more of the name, or the id" }
    agencies_help() { vi: "xem danh sách: papi-plan agency", en: "for the list: papi-plan agency" }
    unknown_row(word: &str) { vi: "không có dòng nào là \"{word}\"", en: "there is no row \"{word}\"" }
    rows_help() { vi: "xem danh sách: papi-plan list", en: "for the list: papi-plan list" }
    several_rows(word: &str, meant: &str) {
        vi: "nhiều dòng in số \"{word}\"; mã của chúng: {meant}",
        en: "several rows print the number \"{word}\"; their ids: {meant}"
    }
    several_rows_help() { vi: "dùng mã của dòng", en: "give the id" }
    unknown_status(word: &str) { vi: "không có tình trạng nào là \"{word}\"", en: "there is no status \"{word}\"" }
    known_statuses(all: &str) { vi: "các tình trạng: {all}", en: "the statuses: {all}" }
    bad_period(word: &str) { vi: "\"{word}\" không phải là một thời gian", en: "\"{word}\" is no period" }
    bad_period_help() { vi: "ghi như 15/10/2020, 2020-10-15, 2020-10, 2020-Q4 hoặc 2020", en: "write it like 2020-10-15, 15/10/2020, 2020-10, 2020-Q4 or 2020" }
    bad_day(word: &str) { vi: "\"{word}\" không phải là một ngày", en: "\"{word}\" is no date" }
    bad_day_help() { vi: "ghi như 8/10/2020 (ngày trước tháng) hoặc 2020-10-08", en: "write it like 2020-10-08 or 8/10/2020 (the day first)" }
    empty_search() { vi: "chữ cần tìm phải có ít nhất một chữ cái hay chữ số", en: "the text to search for needs a letter or a digit" }
    nearest_is(nearest: &str) { vi: "gần giống nhất: \"{nearest}\"", en: "the nearest is \"{nearest}\"" }

    // Writing a report
    unknown_ending(path: &str) { vi: "đuôi tệp của {path} không cho biết định dạng", en: "the ending of {path} names no format" }
    known_endings(known: &str) { vi: "các đuôi dùng được: {known}; hoặc thêm --format", en: "known endings: {known}; or add --format" }
    output_is_plan(path: &str) { vi: "{path} chính là tệp kế hoạch, không ghi đè", en: "{path} is the plan itself; it is not overwritten" }
    output_is_plan_help() { vi: "ghi báo cáo ra tệp khác", en: "name another file for the report" }
    why_no_such_folder() { vi: "không có thư mục này", en: "there is no such folder" }
    cannot_write(path: &str, why: &str) { vi: "không ghi được {path}: {why}", en: "cannot write {path}: {why}" }
}
