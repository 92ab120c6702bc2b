//! What marking commands have recorded, and why they refuse to.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    // Rows
    item(number: &str) { vi: "nhiệm vụ {number}", en: "row {number}" }
    heading(number: &str) { vi: "đề mục {number}", en: "row {number}" }
    item_title(number: &str, title: &str) { vi: "Nhiệm vụ {number}: {title}", en: "Row {number}: {title}" }
    heading_title(number: &str, title: &str) { vi: "Đề mục {number}: {title}", en: "Row {number}: {title}" }

    // Marks
    units_of(name: &str, part: usize, whole: usize) { vi: "{name} ({part}/{whole} đơn vị)", en: "{name} ({part} of {whole} units)" }
    submitted(name: &str, day: &str) { vi: "{name} nộp ngày {day}", en: "{name} submitted on {day}" }
    report(name: &str, day: &str) { vi: "báo cáo {name} nộp ngày {day}", en: "report by {name} submitted on {day}" }
    with_reference(what: &str, reference: &str) { vi: "{what} ({reference})", en: "{what} ({reference})" }
    noted(note: &str) { vi: "ghi chú: {note}", en: "note: {note}" }
    returned(day: &str) { vi: "đã bị trả lại ngày {day}", en: "returned on {day}" }
    reason(reason: &str) { vi: "lý do: {reason}", en: "reason: {reason}" }
    return_on(day: &str) { vi: "trả lại ngày {day}", en: "return on {day}" }
    extended(day: &str, granted: &str) {
        vi: "gia hạn đến ngày {day}, văn bản đồng ý ngày {granted}",
        en: "deadline moved to {day}, granted on {granted}"
    }
    extended_for(what: &str, names: &str) { vi: "{what}, áp dụng cho {names}", en: "{what}, for {names}" }
    an_unknown_unit() { vi: "của đơn vị không rõ", en: "an unknown unit" }

    // What was done
    recorded(what: &str) { vi: "Đã ghi nhận: {what}", en: "Recorded: {what}" }
    would_record(what: &str) { vi: "Sẽ ghi nhận: {what}", en: "Would record: {what}" }
    already(what: &str) { vi: "Đã được ghi nhận trước đó: {what}", en: "Already recorded: {what}" }
    all_delivered() { vi: "các đơn vị được nêu đều đã hoàn thành", en: "every unit that was named has delivered" }
    taken_out(what: &str) { vi: "Đã hủy ghi nhận: {what}", en: "Taken out: {what}" }
    would_take_out(what: &str) { vi: "Sẽ hủy ghi nhận: {what}", en: "Would take out: {what}" }
    report_returned(day: &str, report: &str) { vi: "Đã trả lại ngày {day}: {report}", en: "Returned on {day}: {report}" }
    would_return(day: &str, report: &str) { vi: "Sẽ trả lại ngày {day}: {report}", en: "Would return on {day}: {report}" }
    counts_again(return_out: &str, report: &str) {
        vi: "{return_out}; được tính lại: {report}",
        en: "{return_out}; counts again: {report}"
    }
    in_place_of(new: &str, old: &str) { vi: "{new}; thay cho {old}", en: "{new}; in place of {old}" }
    in_time(what: &str) { vi: "{what}, đúng hạn", en: "{what}, on time" }
    late(what: &str, days: &str, last: &str) {
        vi: "{what}, quá hạn {days} (hạn cuối {last})",
        en: "{what}, {days} late (last day {last})"
    }
    without_last_day(what: &str) { vi: "{what}, không có thời hạn", en: "{what}, no deadline" }
    group_submitted(name: &str, done: usize, total: usize) { vi: "{name}: {done}/{total} đã nộp", en: "{name}: {done}/{total} submitted" }
    file_unchanged() { vi: "Tệp không thay đổi.", en: "The file is unchanged." }
    nothing_written() { vi: "Chưa ghi gì vào tệp (--dry-run).", en: "Nothing was written (--dry-run)." }
    nothing_written_to(path: &str) { vi: "Chưa ghi gì vào tệp {path} (--dry-run).", en: "Nothing was written to {path} (--dry-run)." }

    event_title(id: &str, name: &str) { vi: "Sự kiện {id}: {name}", en: "Event {id}: {name}" }
    happened_on(day: &str) { vi: "ngày {day}", en: "it happened on {day}" }
    note_of(day: &str, text: &str) { vi: "tình hình ngày {day}: {text}", en: "as of {day}: {text}" }
    note_by(day: &str, name: &str, text: &str) { vi: "tình hình ngày {day} ({name}): {text}", en: "as of {day} ({name}): {text}" }
    no_note(row: &str) { vi: "{row} không có ghi chép tình hình nào như vậy", en: "{row} has no such note" }
    other_day(name: &str, on: &str) { vi: "sự kiện \"{name}\" đã ghi ngày {on}", en: "the event \"{name}\" is recorded on {on}" }
    other_day_help() { vi: "thay bằng ngày hoặc văn bản này: thêm --replace", en: "to put this in its place: add --replace" }
    unknown_event(id: &str) { vi: "không có sự kiện nào là \"{id}\"", en: "no event is \"{id}\"" }
    known_events(ids: &str) { vi: "các sự kiện: {ids}", en: "the events: {ids}" }
    no_events() { vi: "kế hoạch không có [events]", en: "the plan has no [events]" }

    // Asked first
    ask(rows: &str, count: usize, names: &str) {
        vi: "{rows}: lệnh này thay đổi ghi nhận của {count} đơn vị ({names}). Tiếp tục? [c/K] ",
        en: "{rows}: this changes the marks of {count} units ({names}). Go on? [y/N] "
    }
    not_agreed() { vi: "chưa được đồng ý; chưa ghi gì", en: "not agreed to; nothing was written" }
    not_agreed_help() { vi: "trả lời \"c\" để ghi, hoặc thêm --yes để không hỏi", en: "answer \"y\", or add --yes not to be asked" }

    // Refusals: who and which row
    heading_refused(row: &str) { vi: "{row} không có gì để nộp", en: "{row} is a heading: there is nothing to submit" }
    heading_refused_help(rows: &str) { vi: "các nhiệm vụ bên dưới: {rows}", en: "the rows below it: {rows}" }
    not_responsible(name: &str, row: &str) { vi: "{name} không phải cơ quan chủ trì {row}", en: "{name} does not lead {row}" }
    not_responsible_below(name: &str, row: &str) {
        vi: "{name} không chủ trì nhiệm vụ nào thuộc {row}",
        en: "{name} leads nothing below {row}"
    }
    which_unit(row: &str, count: usize) { vi: "{row} có {count} đơn vị; cần nêu đơn vị nào", en: "{row} has {count} units; say which" }
    whose_report(row: &str, count: usize) {
        vi: "{row} có báo cáo đã ghi nhận của {count} đơn vị; cần nêu của đơn vị nào",
        en: "{row} has reports of {count} units; say whose"
    }
    which_unit_help(names: &str) { vi: "thêm --by và tên đơn vị, ví dụ: {names}", en: "add --by and the name of a unit, such as: {names}" }
    list_more(names: &str, count: usize) { vi: "{names} và {count} đơn vị khác", en: "{names} and {count} more" }

    // Refusals: which mark
    several_reports(row: &str, count: usize) {
        vi: "{row} có {count} báo cáo đã ghi nhận; cần nêu báo cáo nào",
        en: "{row} has {count} reports that could be meant; say which"
    }
    no_live_report(row: &str, as_of: &str) {
        vi: "{row} không có báo cáo nào chưa bị trả lại tính đến ngày {as_of}",
        en: "no report on {row} counts on {as_of}"
    }
    no_report_of(row: &str, day: &str) { vi: "{row} không có báo cáo nào nộp ngày {day}", en: "on {row} nothing was submitted on {day}" }
    which_report_help() { vi: "hủy ghi nhận một trong các báo cáo:", en: "to take one of them out:" }
    several_returns(row: &str, count: usize) {
        vi: "{row} có báo cáo của {count} đơn vị đã bị trả lại; cần nêu báo cáo nào",
        en: "on {row} reports of {count} units are returned; say which"
    }
    no_return_of(row: &str, day: &str) { vi: "{row} không có báo cáo nào bị trả lại ngày {day}", en: "on {row} nothing was returned on {day}" }
    which_return_help() { vi: "hủy việc trả lại một trong các báo cáo:", en: "to take one of the returns out:" }
    return_out(command: &str) { vi: "trả lại nhầm thì hủy việc trả lại: {command}", en: "if it was returned by mistake: {command}" }
    more_choices(count: usize) { vi: "và {count} báo cáo khác", en: "and {count} more" }
    no_report(row: &str, name: &str) { vi: "{row}: {name} chưa nộp báo cáo", en: "{name} has submitted nothing on {row}" }
    no_report_at_all(row: &str) { vi: "{row} chưa có báo cáo nào được ghi nhận", en: "nothing is submitted on {row}" }
    no_return(row: &str, name: &str) { vi: "{row}: {name} không có báo cáo nào bị trả lại", en: "no report by {name} on {row} is returned" }
    no_return_at_all(row: &str) { vi: "{row} không có báo cáo nào bị trả lại", en: "no report on {row} is returned" }
    no_extension(row: &str) { vi: "{row} không ghi gia hạn nào", en: "{row} has no extension of its own" }
    no_such_extension(row: &str) { vi: "{row} không ghi gia hạn nào như vậy", en: "{row} has no such extension" }
    extensions(all: &str) { vi: "các gia hạn đã ghi: {all}", en: "its extensions: {all}" }
    see(command: &str) { vi: "xem: {command}", en: "see: {command}" }

    // Refusals: days
    after_as_of(day: &str, as_of: &str) { vi: "ngày {day} muộn hơn ngày chốt số liệu ({as_of})", en: "{day} is after the day of the data ({as_of})" }
    after_as_of_help() { vi: "ghi ngày không muộn hơn, hoặc đổi --as-of", en: "give a day that is not later, or another --as-of" }
    before_issue(day: &str, issued: &str) { vi: "ngày {day} sớm hơn ngày ban hành kế hoạch ({issued})", en: "{day} is before the plan was issued ({issued})" }
    check_day() { vi: "kiểm tra lại ngày", en: "check the date" }
    not_yet_submitted(row: &str, report: &str, day: &str) {
        vi: "{row}: {report}, không thể trả lại ngày {day}",
        en: "{row}: {report}; it cannot be returned on {day}"
    }
    not_later(row: &str, name: &str, last: &str, to: &str) {
        vi: "{row} – {name}: hạn cuối đang là {last}, gia hạn đến ngày {to} không muộn hơn",
        en: "{row} – {name}: the last day is {last} now; {to} is not later"
    }
    not_later_help() { vi: "ghi một ngày muộn hơn ở --to", en: "give a later day with --to" }
    no_effect(row: &str) { vi: "gia hạn ở {row} không thay đổi thời hạn nào", en: "an extension on {row} would move no deadline" }
    no_effect_help() {
        vi: "gia hạn ở chính nhiệm vụ hay đề mục ghi thời hạn, hoặc ở nhiệm vụ bên dưới",
        en: "extend the row that states the deadline, or one below it"
    }

    // Refusals: what has ended, or is not there yet; periods
    not_there(row: &str, since: &str) { vi: "{row} chỉ có từ ngày {since}", en: "{row} is there from {since} on" }
    not_there_help() { vi: "chọn ngày chốt số liệu muộn hơn (--as-of)", en: "ask for a later day (--as-of)" }
    row_ended(row: &str, ended: &str) { vi: "{row} đã kết thúc ngày {ended}", en: "{row} ended on {ended}" }
    row_replaced_by(row: &str) { vi: "thay bằng {row}", en: "in its place: {row}" }
    agency_ended(name: &str, ended: &str) { vi: "{name} đã kết thúc ngày {ended}", en: "{name} ended on {ended}" }
    nobody_took_over() { vi: "không ai tiếp nhận; kiểm tra lại ngày", en: "nobody took over; check the date" }
    took_over(old: &str, ended: &str, new: &str) {
        vi: "{old} đã kết thúc ngày {ended}: ghi nhận cho {new}",
        en: "{old} ended on {ended}: recorded for {new}"
    }
    which_period(row: &str) { vi: "{row} lặp lại theo kỳ; cần nêu kỳ nào", en: "{row} recurs; say for which period" }
    which_period_help(periods: &str) { vi: "thêm --period và kỳ, ví dụ: {periods}", en: "add --period and one of: {periods}" }
    unknown_period(row: &str, period: &str) { vi: "{row} không có kỳ {period}", en: "{row} has no period {period}" }
    no_periods(row: &str) { vi: "{row} không lặp lại theo kỳ", en: "{row} does not recur" }
    no_periods_help() { vi: "bỏ --period", en: "leave --period out" }
    nothing_owed(row: &str) {
        vi: "{row}: các kỳ đã bắt đầu đều đã hoàn thành",
        en: "{row}: every period that had begun by then is delivered"
    }
    nothing_owed_help() { vi: "nêu kỳ bằng --period", en: "say which period is meant with --period" }
    for_period(what: &str, period: &str) { vi: "{what}, kỳ {period}", en: "{what}, for {period}" }
    submitted_in(name: &str, span: &str) { vi: "{name} nộp trong {span}", en: "{name} submitted in {span}" }
    report_in(name: &str, span: &str) { vi: "báo cáo {name} nộp trong {span}", en: "report by {name} submitted in {span}" }

    // Refusals: two reports at once
    conflict(row: &str, name: &str) { vi: "{row} – {name} đã có báo cáo khác chưa bị trả lại", en: "{row} – {name} has another live entry" }
    not_yet_returned(row: &str, name: &str, day: &str, on: &str, returned: &str) {
        vi: "{row} – {name}: ngày {day} thì báo cáo nộp ngày {on} chưa bị trả lại (trả lại ngày {returned})",
        en: "{row} – {name}: on {day} the report of {on} was not yet sent back (that was on {returned})"
    }
    conflict_help(old: &str, new: &str) { vi: "đã ghi nhận: {old}; muốn ghi nhận: {new}", en: "recorded: {old}; asked for: {new}" }
    already_returned(row: &str, report: &str, day: &str) {
        vi: "{row}: {report} đã bị trả lại ngày {day}",
        en: "{row}: the {report} is already returned (on {day})"
    }
    no_room(row: &str, report: &str, other: &str) {
        vi: "{row}: không thể tính lại {report}, vì đã có {other}",
        en: "{row}: the {report} cannot count again beside the {other}"
    }
    way_replace() { vi: "thay báo cáo đã ghi nhận: thêm --replace", en: "to put this one in its place: add --replace" }
    way_from(day: &str) { vi: "ghi ngày nộp từ {day} trở đi", en: "give a day from {day} on" }
    way_withdraw(command: &str) { vi: "hủy ghi nhận trước: {command}", en: "take it out first: {command}" }
    way_withdraw_return(command: &str) {
        vi: "nếu trả lại nhầm, sai ngày hoặc sai lý do, hủy việc trả lại trước: {command}",
        en: "if the return is a mistake, take it out first: {command}"
    }
    way_return(command: &str) { vi: "trả lại trước: {command}", en: "send it back first: {command}" }

    // Refusals: text
    control_in_text(option: &str) { vi: "{option} có ký tự điều khiển", en: "{option} holds a control character" }
    control_in_text_help() { vi: "bỏ ký tự đó", en: "leave it out" }
    blank_text(option: &str) { vi: "{option} để trống", en: "{option} is blank" }
    blank_text_help(option: &str) { vi: "ghi nội dung, hoặc bỏ {option}", en: "give a text, or leave {option} out" }
}
