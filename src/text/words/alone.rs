//! What the program says where no command is given.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    heading_commands() { vi: "Các lệnh thường dùng:", en: "Commands used most:" }
    overdue() { vi: "overdue", en: "overdue" }
    overdue_does() { vi: "nhiệm vụ quá hạn", en: "what is overdue" }
    list() { vi: "list -a \"CƠ QUAN\"", en: "list -a AGENCY" }
    list_does() { vi: "nhiệm vụ của một cơ quan, đơn vị", en: "what an agency leads and supports" }
    agency() { vi: "agency \"CƠ QUAN\"", en: "agency AGENCY" }
    agency_does() { vi: "mọi nhiệm vụ của một cơ quan, đơn vị trong các kế hoạch", en: "all that one agency has to do in these plans" }
    log() { vi: "log --from NGÀY", en: "log --from DATE" }
    log_does() { vi: "những gì đã ghi nhận từ một ngày", en: "what was marked since a day" }
    show() { vi: "show SỐ_TT", en: "show ROW" }
    show_does() { vi: "mọi thông tin về một nhiệm vụ", en: "everything about one row" }
    submit() { vi: "submit SỐ_TT --on NGÀY", en: "submit ROW --on DATE" }
    submit_does() { vi: "ghi nhận báo cáo đã nộp", en: "mark a row as submitted" }
    check() { vi: "check", en: "check" }
    check_does() { vi: "kiểm tra tệp kế hoạch", en: "every problem in the plan file" }
    help() { vi: "help", en: "help" }
    help_does() { vi: "toàn bộ các lệnh và tùy chọn", en: "all commands and options" }

    no_plan() {
        vi: "Không thấy plan.toml ở thư mục này hay thư mục cấp trên.",
        en: "There is no plan.toml here or in a folder above."
    }
    heading_start() { vi: "Bắt đầu từ đâu:", en: "Where to start:" }
    name_plan() { vi: "-p TỆP", en: "-p FILE" }
    name_plan_does() { vi: "dùng tệp kế hoạch ở nơi khác", en: "use a plan file that is elsewhere" }
    schema() { vi: "schema", en: "schema" }
    schema_does() { vi: "các khóa của tệp kế hoạch (JSON Schema, cho trình soạn thảo)", en: "the keys of a plan file (a JSON Schema, for editors)" }
}
