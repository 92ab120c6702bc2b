//! What `check` says of what comes and goes, comes again, or waits for something.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    // Reading
    an_after() {
        vi: "\"issue\" (ngày ban hành), { event = \"…\" } hoặc { task = \"…\" }",
        en: "\"issue\", { event = \"…\" } or { task = \"…\" }"
    }
    a_month_and_day() { vi: "tháng và ngày, như \"12-10\"", en: "a month and a day, such as \"12-10\"" }
    a_day_of_month() { vi: "một ngày trong tháng, từ 1 đến 31", en: "a day of a month, from 1 to 31" }
    a_day_or_span() {
        vi: "ngày như 2020-10-08, hoặc tháng \"2020-10\", quý \"2020-Q4\", năm 2020 khi không rõ ngày",
        en: "a date such as 2020-10-08, or, where the day is not known, a month \"2020-10\", a quarter \"2020-Q4\" or a year 2020"
    }
    a_row_period() {
        vi: "một kỳ: tháng \"2026-08\", quý \"2026-Q3\", nửa năm \"2026-H2\", tuần \"2026-W30\" hoặc năm 2026",
        en: "a period: a month \"2026-08\", a quarter \"2026-Q3\", half a year \"2026-H2\", a week \"2026-W30\" or a year 2026"
    }
    one_key_of(keys: &str) { vi: "ghi đúng một trong các khóa {keys}", en: "write exactly one of {keys}" }
    every_mismatch(key: &str, unit: &str) {
        vi: "\"{key}\" không dùng được với \"{unit}\"",
        en: "\"{key}\" does not go with \"{unit}\""
    }
    every_mismatch_help(key: &str, unit: &str) {
        vi: "bỏ \"{key}\", hoặc tính kỳ theo \"{unit}\"",
        en: "take \"{key}\" out, or count in \"{unit}\""
    }
    misplaced_beside(key: &str, beside: &str) {
        vi: "\"{key}\" chỉ có nghĩa bên cạnh \"{beside}\"",
        en: "\"{key}\" means something only beside \"{beside}\""
    }
    misplaced_until_help() {
        vi: "bỏ \"until\"; ngày cuối của thời hạn khác ghi bằng by, month, quarter hoặc year",
        en: "take \"until\" out; the last day of another deadline is said by by, month, quarter or year"
    }
    misplaced_help(key: &str, beside: &str) {
        vi: "bỏ \"{key}\", hoặc ghi thêm \"{beside}\"",
        en: "take \"{key}\" out, or add \"{beside}\""
    }

    // The plan
    recurs_without_end() {
        vi: "thời hạn định kỳ không có ngày kết thúc",
        en: "nothing says where this recurring deadline ends"
    }
    recurs_without_end_help() {
        vi: "ghi \"until\" ở đây, hoặc ở [plan] cho mọi thời hạn định kỳ",
        en: "write \"until\" here, or in [plan] for all of them"
    }
    recurs_never() { vi: "thời hạn định kỳ không có kỳ nào", en: "this recurring deadline has no period" }
    recurs_never_help() {
        vi: "sửa \"from\" hoặc \"until\": thời hạn kết thúc trước khi bắt đầu",
        en: "correct \"from\" or \"until\": it ends before it begins"
    }
    recurs_too_often() { vi: "thời hạn định kỳ có hơn 1000 kỳ", en: "this recurring deadline has more than 1000 periods" }
    recurs_too_often_help() { vi: "sửa \"from\" hoặc \"until\"", en: "correct \"from\" or \"until\"" }
    counts_from_no_item(task: &str) {
        vi: "không thể tính thời hạn từ {task}: không phải một nhiệm vụ được nộp một lần",
        en: "a deadline cannot count from {task}: it is not a row that is delivered once"
    }
    counts_from_no_item_help() {
        vi: "ghi mã của nhiệm vụ có cơ quan chủ trì và không lặp lại theo kỳ",
        en: "give the id of a row that has a lead or a deadline of its own, and does not recur"
    }
    deadline_cycle(chain: &str) { vi: "các thời hạn chờ lẫn nhau: {chain}", en: "these deadlines wait for each other: {chain}" }
    deadline_cycle_help() { vi: "sửa \"after\" của một trong các nhiệm vụ", en: "correct the \"after\" of one of the rows" }
    unknown_event(id: &str) { vi: "không có sự kiện nào có mã \"{id}\"", en: "no event has the id \"{id}\"" }
    unknown_event_help() { vi: "thêm sự kiện vào [events], hoặc ghi đúng mã", en: "add it to [events], or correct the id" }
    unknown_column(key: &str) { vi: "kế hoạch không có cột \"{key}\"", en: "the plan has no column \"{key}\"" }
    unknown_column_help() { vi: "thêm cột vào \"columns\" của [plan], hoặc sửa lại", en: "add it to \"columns\" in [plan], or correct it" }
    successor_cycle(chain: &str) {
        vi: "các cơ quan nhập lẫn vào nhau: {chain}",
        en: "these agencies go into each other: {chain}"
    }
    successor_cycle_help() { vi: "sửa \"into\" của một trong các cơ quan", en: "correct the \"into\" of one of them" }
    into_group(name: &str) { vi: "{name} là một nhóm, không tiếp nhận nhiệm vụ được", en: "{name} is a group: it cannot take over" }
    into_group_help() { vi: "ghi mã của các cơ quan tiếp nhận", en: "give the ids of the agencies that take over" }
    successor_not_there(name: &str, ended: &str) {
        vi: "{name} chưa có hoặc không còn vào ngày {ended}",
        en: "{name} is not there on {ended}"
    }
    successor_not_there_help() {
        vi: "sửa \"into\", \"ended\", hoặc \"since\" và \"ended\" của cơ quan tiếp nhận",
        en: "correct \"into\" or \"ended\" here, or \"since\" and \"ended\" of the one that takes over"
    }
    ends_before_it_begins(since: &str, ended: &str) {
        vi: "kết thúc ngày {ended}, không sau ngày bắt đầu ({since})",
        en: "it ends on {ended}, which is not after {since}, when it begins"
    }
    missing_period(task: &str) {
        vi: "thiếu \"period\": nhiệm vụ {task} lặp lại theo kỳ",
        en: "\"period\" is missing: row {task} recurs"
    }
    missing_period_likely(period: &str) { vi: "ghi kỳ, ví dụ: period = {period}", en: "say for which period it is, such as: period = {period}" }
    missing_period_help() { vi: "ghi kỳ của báo cáo", en: "say for which period it is" }
    bad_period(task: &str, period: &str) {
        vi: "nhiệm vụ {task} không có kỳ {period}",
        en: "row {task} has no period {period}"
    }
    bad_period_help(known: &str) { vi: "các kỳ của nhiệm vụ: {known}", en: "its periods are {known}" }
    period_of_once(task: &str) {
        vi: "nhiệm vụ {task} không lặp lại theo kỳ",
        en: "row {task} does not recur"
    }
    period_of_once_help() { vi: "bỏ \"period\"", en: "take \"period\" out" }
}
