//! What commands say when they cannot do what was asked, and what they have done.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    error_label() { vi: "lỗi", en: "error" }
    help_label() { vi: "gợi ý", en: "help" }

    // Finding and reading the plan
    no_plan() { vi: "không thấy plan.toml ở thư mục này hay thư mục cấp trên", en: "no plan.toml here or in a folder above" }
    no_plan_help() { vi: "chỉ ra tệp kế hoạch: papi-plan -p TỆP", en: "name the plan file: papi-plan -p FILE" }
    no_folder(why: &str) { vi: "không dùng được thư mục hiện tại: {why}", en: "the current folder cannot be used: {why}" }
    no_folder_help() {
        vi: "chuyển sang thư mục khác, hoặc ghi đường dẫn đầy đủ của tệp",
        en: "change to another folder, or give the full path of the file"
    }
    cannot_read(path: &str, why: &str) { vi: "không đọc được {path}: {why}", en: "cannot read {path}: {why}" }
    plan_has_errors(path: &str, count: usize, check: &str) {
        vi: "{path} có {count} lỗi, cần sửa trước khi tra cứu hoặc ghi nhận (xem: {check})",
        en: "{path} has errors ({count}), to be fixed before it can be asked or marked (see: {check})"
    }
    stdin_name() { vi: "<đầu vào chuẩn>", en: "<stdin>" }
    stdin_cannot_be_marked() {
        vi: "không ghi được vào đầu vào chuẩn; chỉ ra một tệp bằng -p",
        en: "standard input cannot be marked; name a file with -p"
    }
    wants_one_plan() { vi: "lệnh này chỉ làm việc với một kế hoạch", en: "this command is about one plan" }
    wants_one_plan_help() { vi: "ghi rõ một tệp: -p TỆP", en: "name one file: -p FILE" }
    no_plan_below() { vi: "không có tệp kế hoạch nào ở đó", en: "there is no plan there" }
    no_plan_below_help() {
        vi: "tệp kế hoạch có đuôi .toml và có [plan]; thư mục ẩn và liên kết không được tính",
        en: "a plan file ends in .toml and has [plan]; hidden folders and links are passed over"
    }
    no_plan_has_all() {
        vi: "không kế hoạch nào có tất cả những gì được hỏi",
        en: "no plan has all that is asked for"
    }
    in_file(file: &str, message: &str) { vi: "{file}: {message}", en: "{file}: {message}" }
    stdin_twice() { vi: "\"-\" chỉ dùng được một lần", en: "\"-\" can be read only once" }

    cannot_print(why: &str) { vi: "không ghi được kết quả ra: {why}", en: "the answer cannot be written: {why}" }

    // What was typed
    unknown_agency(name: &str) { vi: "không có cơ quan hay nhóm nào tên là \"{name}\"", en: "no agency or group is called \"{name}\"" }
    several_agencies(name: &str, meant: &str) { vi: "\"{name}\" có thể là: {meant}", en: "\"{name}\" could be: {meant}" }
    several_agencies_help() { vi: "ghi tên đầy đủ hơn, hoặc mã", en: "give more of the name, or the id" }
    see_list(command: &str) { vi: "xem danh sách: {command}", en: "for the list: {command}" }
    unknown_row(word: &str) { vi: "không có nhiệm vụ, đề mục nào là \"{word}\"", en: "there is no row \"{word}\"" }
    row_is_day(word: &str) {
        vi: "đây là ngày, không phải số TT; ngày đi với tùy chọn, ví dụ: --on {word}",
        en: "that is a date, not a row; dates go with their options, for example: --on {word}"
    }
    no_day_between(from: &str, to: &str) {
        vi: "không có ngày nào từ {from} đến {to}",
        en: "no day lies between {from} and {to}"
    }
    no_day_between_help(options: &str) {
        vi: "ngày bắt đầu phải trước hoặc trùng ngày kết thúc: {options}",
        en: "the first day must not come after the last: {options}"
    }
    several_rows(word: &str, meant: &str) {
        vi: "số TT \"{word}\" có ở nhiều nơi: {meant}",
        en: "several rows print the number \"{word}\": {meant}"
    }
    several_rows_help() {
        vi: "ghi mã, hoặc số TT kèm số của đề mục cấp trên, ví dụ: IV/2",
        en: "give the id, or the number behind that of a row above, for example: IV/2"
    }
    row_with_title(id: &str, title: &str) { vi: "{id} ({title})", en: "{id} ({title})" }
    unknown_status(word: &str) { vi: "không có tình trạng nào là \"{word}\"", en: "there is no status \"{word}\"" }
    known_statuses(all: &str) { vi: "các tình trạng: {all}", en: "the statuses: {all}" }
    bad_cell(typed: &str) { vi: "\"{typed}\" không có dấu \"=\"", en: "\"{typed}\" has no \"=\"" }
    bad_cell_help() { vi: "ghi mã cột, dấu \"=\" và nội dung cần tìm, như person=chủ tịch", en: "write the key of the column, \"=\" and the text to look for, such as person=chair" }
    unknown_column(word: &str) { vi: "kế hoạch không có cột \"{word}\"", en: "the plan has no column \"{word}\"" }
    known_columns(all: &str) { vi: "các cột: {all}", en: "its columns: {all}" }
    no_columns() { vi: "ghi tên các cột vào \"columns\" của [plan]", en: "\"columns\" in [plan] names the further columns" }
    bad_period(word: &str) { vi: "\"{word}\" không phải là khoảng thời gian hợp lệ", en: "\"{word}\" is not a period" }
    bad_period_help() { vi: "ghi như 15/10/2020, 10/2020, quý IV/2020, 2020-10-15, 2020-10, 2020-Q4 hoặc 2020", en: "write it like 2020-10-15, 15/10/2020, 2020-10, 10/2020, 2020-Q4 or 2020" }
    bad_lang(value: &str) { vi: "PAPI_PLAN_LANG là \"{value}\"", en: "PAPI_PLAN_LANG is \"{value}\"" }
    bad_lang_help() { vi: "ghi vi hoặc en, hoặc bỏ biến này", en: "set it to vi or en, or unset it" }
    bad_day(word: &str) { vi: "\"{word}\" không phải là ngày hợp lệ", en: "\"{word}\" is not a date" }
    bad_day_help() { vi: "ghi như 8/10/2020 (ngày trước tháng) hoặc 2020-10-08", en: "write it like 2020-10-08 or 8/10/2020 (the day first)" }
    unknown_code(word: &str) { vi: "không có mã kiểm tra nào là \"{word}\"", en: "there is no code \"{word}\"" }
    against_one(){ vi: "--against chỉ đi với một tệp", en: "--against goes with one file" }
    empty_search() { vi: "nội dung cần tìm phải có ít nhất một chữ cái hay chữ số", en: "the text to search for needs a letter or a digit" }
    did_you_mean(nearest: &str) { vi: "có phải là \"{nearest}\"?", en: "did you mean \"{nearest}\"?" }

    // Marks
    written_to(path: &str) { vi: "Đã ghi vào tệp {path}", en: "Written to {path}" }
    responsible(names: &str) { vi: "cơ quan chủ trì: {names}", en: "responsible: {names}" }

    // Marks: the file
    busy(path: &str) { vi: "{path} đang được chương trình khác ghi; chưa ghi được gì", en: "another writer holds {path}; nothing was written" }
    busy_help() { vi: "thử lại, hoặc chờ lâu hơn với --wait GIÂY", en: "try again, or wait longer with --wait SECONDS" }
    busy_by_help(file: &str) {
        vi: "thử lại; nếu không ai đang ghi thì xóa {file}, tệp này do lần chạy bị ngắt để lại",
        en: "try again; if nobody is writing, delete {file}, which a killed run left"
    }
    changed(path: &str) { vi: "{path} đã bị thay đổi trong lúc ghi; chưa ghi gì", en: "{path} was changed meanwhile; nothing was written" }
    changed_help() { vi: "chạy lại lệnh", en: "run the command again" }
    read_only(path: &str) { vi: "{path} chỉ được đọc; chưa ghi gì", en: "{path} is read-only; nothing was written" }
    read_only_help() { vi: "cho phép ghi vào tệp, rồi chạy lại", en: "make the file writable, then run the command again" }
    cannot_write(path: &str, why: &str) { vi: "không ghi được {path}: {why}; tệp vẫn như cũ", en: "cannot write {path}: {why}; the file is as it was" }
    mounted(path: &str) {
        vi: "không ghi được {path}: tệp được gắn (mount) riêng, tách khỏi thư mục của nó, nên không thay được; tệp vẫn như cũ",
        en: "cannot write {path}: it is mounted by itself, without its folder, so that it cannot be replaced; the file is as it was"
    }
    mounted_help() { vi: "gắn cả thư mục chứa tệp, không gắn riêng tệp", en: "mount the folder that holds it, not the file alone" }
    no_locks(path: &str, file: &str) {
        vi: "đĩa chứa {path} không hỗ trợ khóa tệp; trong lúc ghi, tệp {file} bên cạnh ngăn người khác cùng ghi",
        en: "the disk of {path} has no locks; while it was written, the file {file} beside it kept other writers out"
    }
    no_locks_help() { vi: "nếu tệp đó còn lại khi không ai đang ghi thì xóa đi", en: "if that file stays when nobody is writing, delete it" }
    other_names(path: &str, count: u64) {
        vi: "{path} còn {count} tên khác (liên kết cứng); các tên đó vẫn giữ nội dung cũ",
        en: "{path} has other names ({count}, hard links), which keep the old text"
    }
    other_names_help() { vi: "muốn các tên cùng một nội dung thì dùng liên kết mềm (ln -s)", en: "for one text under several names use symbolic links (ln -s)" }
    not_lasting(path: &str, why: &str) {
        vi: "đã ghi vào {path}, nhưng hệ thống chưa bảo đảm giữ được: {why}",
        en: "{path} is written, but the system does not vouch that it lasts: {why}"
    }
    not_lasting_help(command: &str) { vi: "sau khi đĩa hết lỗi, xem lại: {command}", en: "look again once the disk is well: {command}" }
    not_told(why: &str) {
        vi: "đã ghi vào tệp, nhưng không in được kết quả: {why}",
        en: "the file is written, but the answer cannot be printed: {why}"
    }
    see_result(command: &str) { vi: "xem kết quả: {command}", en: "to see the result: {command}" }
    edit_unsure(place: &str) {
        vi: "{place}: không sửa được chỗ này mà giữ nguyên phần còn lại; chưa ghi gì",
        en: "{place}: this cannot be edited without touching the rest; nothing was written"
    }
    edit_unsure_help() { vi: "sửa tay các mục của nhiệm vụ này, hoặc viết mỗi mục trên một dòng", en: "edit the row's entries by hand, or write each on a line of its own" }

    // Writing a report
    unknown_ending(path: &str) { vi: "đuôi tệp của {path} không cho biết định dạng", en: "the ending of {path} names no format" }
    known_endings(known: &str) { vi: "các đuôi dùng được: {known}; hoặc thêm --format", en: "known endings: {known}; or add --format" }
    no_document_on_terminal(format: &str) {
        vi: "{format} là tài liệu, không in ra màn hình được",
        en: "{format} is a document, and is not for a terminal"
    }
    no_document_on_terminal_help(format: &str) {
        vi: "ghi ra tệp: -o TỆP.{format}",
        en: "write it to a file: -o FILE.{format}"
    }
    no_such_form(format: &str) {
        vi: "báo cáo này không có dạng {format}",
        en: "this report cannot be written as {format}"
    }
    no_such_form_help(known: &str) { vi: "các dạng có được: {known}", en: "it can be written as: {known}" }
    output_is_plan(path: &str) { vi: "{path} chính là tệp kế hoạch, không ghi đè", en: "{path} is the plan itself; it is not overwritten" }
    output_is_plan_help() { vi: "ghi báo cáo ra tệp khác", en: "name another file for the report" }
    report_written(path: &str) { vi: "Đã ghi báo cáo vào tệp {path}", en: "Report written to {path}" }
    cannot_write_report(path: &str, why: &str) { vi: "không ghi được {path}: {why}", en: "cannot write {path}: {why}" }
}
