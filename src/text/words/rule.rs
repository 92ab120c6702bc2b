//! What the rules of `check` say beyond errors: likely mistakes, and what a change took away.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    no_deadline(task: &str) { vi: "nhiệm vụ {task} không có thời hạn", en: "row {task} has no deadline" }
    no_deadline_help() {
        vi: "ghi \"due\" ở nhiệm vụ này hoặc mục cấp trên; việc thường xuyên: due = { ongoing = true }, ô để trống: due = { none = true }",
        en: "state \"due\" on it or on a row above; for a standing duty: due = { ongoing = true }, for a blank cell: due = { none = true }"
    }
    deadline_text(text: &str, wording: &str, value: &str) {
        vi: "\"{text}\" là {wording}, nhưng giá trị là {value}",
        en: "\"{text}\" says {wording}, but the value says {value}"
    }
    deadline_text_help() { vi: "sửa lời văn hoặc giá trị cho khớp", en: "make the wording and the value agree" }
    until(day: &str) { vi: "đến {day}", en: "until {day}" }
    from_until(from: &str, day: &str) { vi: "từ {from} đến {day}", en: "from {from} until {day}" }
    from_on(from: &str) { vi: "từ {from}", en: "from {from} on" }
    without_end() { vi: "không có hạn cuối", en: "no last day" }
    before_issue(last: &str, issued: &str) {
        vi: "hạn cuối là {last}, trước ngày ban hành kế hoạch ({issued})",
        en: "the last day is {last}, before the plan was issued on {issued}"
    }
    before_issue_help() { vi: "kiểm tra lại năm", en: "check the year" }
    after_parent(last: &str, parent: &str, parent_last: &str) {
        vi: "hạn cuối là {last}, sau thời hạn của mục cấp trên {parent} ({parent_last})",
        en: "the last day is {last}, after that of row {parent} above ({parent_last})"
    }
    after_parent_help() { vi: "sửa một trong hai thời hạn", en: "correct one of the two" }
    ended_agency(name: &str, ended: &str) {
        vi: "{name} đã kết thúc ngày {ended}: báo cáo này không được tính",
        en: "{name} ended on {ended}: the entry does not count"
    }
    ended_agency_help() { vi: "ghi cơ quan tiếp nhận, hoặc sửa ngày", en: "name the one that took over, or correct the day" }
    ended_row(task: &str, ended: &str) {
        vi: "nhiệm vụ {task} đã kết thúc ngày {ended}: báo cáo này không được tính",
        en: "row {task} ended on {ended}: the entry does not count"
    }
    ended_row_help() { vi: "sửa ngày, hoặc ghi vào nhiệm vụ thay thế", en: "correct the day, or move it to the row that replaces this one" }
    unused_event(id: &str) { vi: "không có thời hạn nào tính từ sự kiện \"{id}\"", en: "no deadline counts from the event \"{id}\"" }
    unused_event_help() { vi: "ghi \"within\" ở nhiệm vụ chờ sự kiện này, hoặc bỏ sự kiện", en: "state \"within\" on the row that waits for it, or take the event out" }
    future_date(key: &str, day: &str, as_of: &str) {
        vi: "\"{key}\" là ngày {day}, sau ngày chốt số liệu ({as_of})",
        en: "\"{key}\" is {day}, after the day of the data ({as_of})"
    }
    future_date_help() { vi: "kiểm tra lại ngày", en: "check the date" }
    numbering(number: &str, before: &str) {
        vi: "số \"{number}\" không nối tiếp \"{before}\" của mục trước",
        en: "the number \"{number}\" does not follow \"{before}\" of the row before"
    }
    numbering_help() { vi: "thiếu hay thừa một mục? Số in ghi ở \"number\"", en: "is a row missing, or out of place? What is printed goes into \"number\"" }
    not_nfc() { vi: "chữ có dấu tách rời (không phải Unicode NFC)", en: "letters and their marks are apart (this is not Unicode NFC)" }
    not_nfc_help() { vi: "lưu lại văn bản theo Unicode dựng sẵn (NFC)", en: "save the text as composed Unicode (NFC)" }
    invisible_character(code: &str) {
        vi: "chuỗi ký tự có ký tự không nhìn thấy được {code}",
        en: "the text holds the invisible character {code}"
    }
    invisible_character_help() {
        vi: "xóa ký tự này: thường lọt vào khi chép từ Word hoặc trang web",
        en: "delete it: it mostly comes with text copied from Word or the web"
    }
    unused_agency(name: &str) { vi: "{name} không được nhắc đến ở đâu", en: "{name} is named nowhere" }
    unused_agency_help() { vi: "bỏ đi, hoặc ghi vào nhiệm vụ còn thiếu", en: "take it out, or name it where it is missing" }
    directive_deadline(reference: &str, last: &str, rows: &str) {
        vi: "{reference} có thời hạn {last}, khác với nhiệm vụ {rows}",
        en: "{reference} is due on {last}, unlike row {rows}"
    }
    directive_deadline_help() { vi: "thân kế hoạch và phụ lục phải khớp nhau", en: "the body of the plan and its appendix should agree" }
    row_on(row: &str, day: &str) { vi: "{row} ({day})", en: "{row} ({day})" }
    extension_earlier(to: &str, last: &str) {
        vi: "gia hạn đến ngày {to}, không muộn hơn thời hạn đang có ({last})",
        en: "the extension to {to} is not later than the deadline in force ({last})"
    }
    extension_earlier_help() { vi: "kiểm tra lại ngày", en: "check the date" }
    idle_extension(task: &str) {
        vi: "gia hạn không dành cho đơn vị nào của nhiệm vụ {task} hay các mục bên dưới",
        en: "the extension is for no unit of row {task} or of one below it"
    }
    idle_extension_help() { vi: "sửa \"for\", hoặc chuyển sang nhiệm vụ khác", en: "correct \"for\", or move it to another row" }
    weekend_deadline(last: &str) { vi: "hạn cuối {last} rơi vào ngày nghỉ", en: "the last day {last} is a day off" }
    weekend_deadline_help() {
        vi: "nếu thời hạn được chuyển sang ngày làm việc kế tiếp: roll_forward = true trong [rules]",
        en: "if it moves to the next working day: roll_forward = true in [rules]"
    }

    entry_before_issue(day: &str, issued: &str) {
        vi: "ngày nộp {day} là trước ngày ban hành kế hoạch ({issued})",
        en: "submitted on {day}, before the plan was issued on {issued}"
    }
    entry_before_row(day: &str, since: &str) {
        vi: "ngày nộp {day} là trước ngày có nhiệm vụ ({since})",
        en: "submitted on {day}, before the row was added on {since}"
    }
    repeated_agency(ids: &str) { vi: "đã được ghi ở đây rồi: {ids}", en: "named here a second time: {ids}" }
    repeated_agency_help() {
        vi: "bỏ đi, hoặc ghi cơ quan khác mà kế hoạch nêu; không ghi cùng một cơ quan ở cả chủ trì và phối hợp",
        en: "take it out, or write the agency that was meant; none both leads and supports one row"
    }
    empty_text() { vi: "không có chữ nào ở đây", en: "there is no letter here" }
    empty_text_help() { vi: "ghi nội dung như bản in", en: "write what is printed" }

    // Against an older plan
    removed_row(task: &str) { vi: "số TT {task} đã bị bỏ", en: "row {task} was removed" }
    removed_entry(name: &str, day: &str, task: &str) {
        vi: "báo cáo {name} nộp ngày {day} (số TT {task}) không còn được ghi nhận",
        en: "the entry of {day} by {name} on row {task} was removed"
    }
    changed_entry(name: &str, day: &str, task: &str, what: &str) {
        vi: "báo cáo {name} nộp ngày {day} (số TT {task}) đã bị sửa: {what}",
        en: "the entry of {day} by {name} on row {task} was changed: {what}"
    }
    what_day() { vi: "ngày nộp", en: "day" }
    what_reference() { vi: "số, ký hiệu văn bản", en: "reference" }
    what_note() { vi: "ghi chú", en: "note" }
    what_return() { vi: "ngày trả lại", en: "return" }
    what_reason() { vi: "lý do trả lại", en: "reason of the return" }
    changed_deadline(task: &str, name: &str, old: &str, new: &str) {
        vi: "hạn cuối nhiệm vụ {task} của {name} đổi từ {old} thành {new} mà không có gia hạn",
        en: "the deadline of row {task} for {name} went from {old} to {new} without an extension"
    }
    changed_deadlines(task: &str, old: &str, new: &str, rows: usize, units: &str) {
        vi: "hạn cuối của {rows} nhiệm vụ ({units}), trước hết là nhiệm vụ {task}, đổi từ {old} thành {new} mà không có gia hạn",
        en: "the deadline of {rows} rows ({units}), the first of them row {task}, went from {old} to {new} without an extension"
    }
    units(count: usize) { vi: "{count} cơ quan, đơn vị", en: "{count} units" }
    changed_plan(what: &str) { vi: "kế hoạch đã đổi: {what}", en: "the plan was changed: {what}" }
    what_number() { vi: "số, ký hiệu", en: "number" }
    what_issuer() { vi: "cơ quan ban hành", en: "issuer" }
    what_issued() { vi: "ngày ban hành", en: "day of issue" }
    what_rules() { vi: "quy tắc tính ngày ([rules])", en: "rules of days ([rules])" }
    changed_body(name: &str, what: &str) { vi: "{name} đã đổi: {what}", en: "{name} was changed: {what}" }
    removed_event(name: &str, day: &str) {
        vi: "sự kiện \"{name}\" ngày {day} đã bị xóa",
        en: "the event \"{name}\" of {day} was taken out"
    }
    what_since() { vi: "ngày bắt đầu (\"since\")", en: "since" }
    what_ended() { vi: "ngày kết thúc (\"ended\")", en: "ended" }
    what_into() { vi: "cơ quan tiếp nhận (\"into\")", en: "into" }
    what_event_day() { vi: "ngày của sự kiện (\"on\")", en: "on" }
    task_in_period(task: &str, period: &str) { vi: "{task} (kỳ {period})", en: "{task} for {period}" }
    task_in_periods(task: &str, period: &str, more: usize) {
        vi: "{task} (kỳ {period} và {more} kỳ khác)",
        en: "{task} for {period} and {more} more periods"
    }
    changed_row(task: &str, what: &str) { vi: "số TT {task} đã đổi: {what}", en: "row {task} was changed: {what}" }
    changed_rows(rows: usize, task: &str, what: &str) {
        vi: "{rows} mục, trước hết là số TT {task}, đã đổi: {what}",
        en: "{rows} rows, the first of them row {task}, were changed: {what}"
    }
    gone(names: &str) { vi: "bớt {names}", en: "without {names}" }
    come(names: &str) { vi: "thêm {names}", en: "with {names}" }
    was_at(what: &str, line: usize) { vi: "{what} (bản cũ: dòng {line})", en: "{what} (line {line} of the older version)" }
    not_compared(what: &str) {
        vi: "lưu ý: vì có lỗi nên chưa so sánh được hết với bản cũ: {what}",
        en: "note: because of errors not all was compared with the older version: {what}"
    }
    nothing_compared() {
        vi: "lưu ý: vì có lỗi nên chưa so sánh được với bản cũ",
        en: "note: because of errors nothing was compared with the older version"
    }
    rows_named(rows: &str) { vi: "số TT {rows}", en: "row {rows}" }
    rows_named_and_more(rows: &str, more: usize) { vi: "số TT {rows} và {more} mục khác", en: "row {rows} and {more} more" }
    what_completion() { vi: "cách hoàn thành (\"completion\")", en: "completion" }
    what_title() { vi: "nội dung", en: "title" }
    what_parent() { vi: "mục cấp trên", en: "parent" }
    other_bodies(of: &str, how: &str) { vi: "{of} ({how})", en: "{of} ({how})" }
    what_lead() { vi: "cơ quan chủ trì", en: "lead" }
    what_support() { vi: "cơ quan phối hợp", en: "support" }
    revision_back(old: u32, new: u32) { vi: "revision lùi từ {old} xuống {new}", en: "revision went back from {old} to {new}" }
    revision_back_help() { vi: "revision chỉ tăng", en: "revision only rises" }
    amended_help(code: &str) {
        vi: "nếu kế hoạch được sửa đổi chính thức: tăng \"revision\"; nếu chỉ lần này: --allow {code}",
        en: "if the plan itself was amended, raise \"revision\"; if just this once, --allow {code}"
    }
    no_day() { vi: "không có", en: "none" }
}
