//! What `check` says: what is wrong in plain words, then what to do.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    // Reading
    syntax_error(what: &str) { vi: "không đúng cú pháp TOML: {what}", en: "not valid TOML: {what}" }
    syntax_help() { vi: "sửa chỗ này; phần còn lại của tệp vẫn được kiểm tra", en: "mend this place; the rest of the file was checked all the same" }
    syntax_unclosed_list() { vi: "danh sách chưa đóng, thiếu ]", en: "the list is not closed, ] is missing" }
    syntax_unclosed_table() { vi: "bảng chưa đóng, thiếu }", en: "the table is not closed, } is missing" }
    syntax_unclosed_header() { vi: "tên bảng chưa đóng, thiếu ]", en: "the table's name is not closed, ] is missing" }
    syntax_missing_comma() { vi: "thiếu dấu phẩy hoặc dấu đóng ngoặc trước chỗ này", en: "a comma or a closing bracket is missing before this" }
    syntax_no_value() { vi: "khóa không có giá trị, thiếu dấu =", en: "the key has no value, = is missing" }
    syntax_value_apart() { vi: "giá trị phải ở cùng dòng với khóa và dấu =", en: "the value must stand on the line of its key and =" }
    syntax_unquoted() { vi: "chuỗi ký tự phải đặt trong ngoặc kép", en: "a text needs quotes around it" }
    syntax_curly_quotes() { vi: "dùng ngoặc kép thẳng \"…\", không dùng “…”", en: "use straight quotes \"…\", not “…”" }
    syntax_date_form() { vi: "ngày ghi như 2025-03-08", en: "a date is written like 2025-03-08" }
    syntax_key_letters() { vi: "khóa chỉ gồm chữ không dấu, chữ số, gạch nối và gạch dưới", en: "a key has letters without diacritics, digits, - and _ only" }
    syntax_escape() { vi: "ký tự sau \\ không dùng được; muốn ghi \\ thì viết \\\\", en: "this escape is none; for a \\ write \\\\" }
    syntax_boolean() { vi: "ghi true hoặc false, chữ thường", en: "write true or false, in lower case" }
    syntax_one_a_line() { vi: "mỗi dòng một khóa, mỗi khóa một giá trị", en: "one key a line, one value a key" }
    syntax_leading_zero() { vi: "số không bắt đầu bằng 0", en: "a number has no leading zero" }
    syntax_bad_date() { vi: "không có ngày này trên lịch", en: "there is no such date" }
    syntax_open_string() { vi: "chuỗi ký tự chưa đóng, thiếu dấu ngoặc kép", en: "the text is not closed, a quote is missing" }
    syntax_other() { vi: "không đọc được chỗ này", en: "nothing can be made of this" }
    syntax_conflict() { vi: "việc gộp chưa xong: còn dấu xung đột của git ở đây", en: "a merge was not finished: a conflict marker is left here" }
    syntax_conflict_help() {
        vi: "lấy nguyên tệp của một bên (git checkout --ours hoặc --theirs), rồi dùng lệnh ghi nhận lại những gì \
             bên kia đã ghi",
        en: "take the file of one side whole (git checkout --ours or --theirs), then make the other side's marks again \
             with the commands"
    }
    syntax_number() { vi: "đây không phải là một số", en: "this is no number" }
    syntax_utf8() { vi: "byte không phải là UTF-8", en: "these bytes are no UTF-8" }
    syntax_utf8_help() { vi: "lưu tệp với bảng mã UTF-8", en: "save the file with the encoding UTF-8" }
    syntax_duplicate_key(key: &str) { vi: "khóa \"{key}\" đã có trong bảng này", en: "the key \"{key}\" stands twice in this table" }
    syntax_duplicate_help() { vi: "giữ lại một dòng, bỏ dòng kia", en: "keep one of the two" }
    unsupported_version(found: &str, known: i64) {
        vi: "tệp có version = {found}, chương trình này chỉ đọc được version = {known}",
        en: "the file has version = {found}, this program reads version = {known}"
    }
    unsupported_version_help(known: i64) {
        vi: "dùng bản papi-plan mới hơn, hoặc ghi version = {known} nếu tệp theo định dạng này",
        en: "use a newer papi-plan, or write version = {known} if the file has that format"
    }
    unknown_key(key: &str) { vi: "không có khóa nào tên là \"{key}\" ở đây", en: "no key \"{key}\" is known here" }
    unknown_key_known(known: &str) { vi: "các khóa dùng được: {known}", en: "known keys: {known}" }
    unknown_key_free() { vi: "dữ liệu của chương trình khác để trong [metadata]", en: "data for other tools belongs in [metadata]" }
    wrong_type(key: &str, wanted: &str, found: &str) {
        vi: "\"{key}\" phải là {wanted}, không phải {found}",
        en: "\"{key}\" must be {wanted}, not {found}"
    }
    not_in_list(key: &str, wanted: &str, found: &str) {
        vi: "\"{key}\" phải là {wanted}; tệp ghi {found}",
        en: "\"{key}\" must be {wanted}; the file has {found}"
    }
    missing_key(key: &str) { vi: "thiếu khóa \"{key}\"", en: "the key \"{key}\" is missing" }
    missing_key_help(example: &str) { vi: "thêm vào, ví dụ: {example}", en: "add it, for example: {example}" }
    empty_list(key: &str) { vi: "\"{key}\" là danh sách rỗng", en: "\"{key}\" is an empty list" }
    empty_list_help() { vi: "ghi ít nhất một mục, hoặc bỏ hẳn khóa này", en: "name at least one, or leave the key out" }
    empty_required_help() { vi: "ghi ít nhất một mục", en: "name at least one" }
    write_like(example: &str) { vi: "ghi như: {example}", en: "write it like: {example}" }
    misplaced_completion() { vi: "\"completion\" chỉ dùng cùng với \"lead\"", en: "\"completion\" stands only beside \"lead\"" }
    misplaced_completion_help() {
        vi: "chuyển khóa này sang dòng có ghi \"lead\", hoặc bỏ đi",
        en: "move it to the row that states \"lead\", or take it out"
    }
    misplaced_from() { vi: "\"from\" không đi cùng \"when\"", en: "\"from\" does not go with \"when\"" }
    misplaced_from_help() { vi: "bỏ \"from\": sự kiện chưa có ngày", en: "take \"from\" out: an event has no date yet" }
    control_character(code: &str) { vi: "chuỗi ký tự có ký tự điều khiển {code}", en: "the text holds the control character {code}" }
    control_character_help() {
        vi: "xóa ký tự này; chỉ được dùng xuống dòng và tab",
        en: "delete it; only line breaks and tabs are allowed"
    }
    deadline_without_kind() { vi: "thời hạn không ghi loại nào", en: "the deadline states no kind" }
    deadline_two_kinds(first: &str, second: &str) {
        vi: "thời hạn ghi cả \"{first}\" lẫn \"{second}\"",
        en: "the deadline has both \"{first}\" and \"{second}\""
    }
    deadline_kinds_help(kinds: &str) { vi: "ghi đúng một trong các khóa: {kinds}", en: "state exactly one of: {kinds}" }
    no_such_period(found: &str, key: &str) { vi: "\"{found}\" không phải là giá trị hợp lệ của \"{key}\"", en: "\"{found}\" is no {key}" }
    no_such_start(found: &str) { vi: "\"{found}\" không phải là ngày bắt đầu", en: "\"{found}\" is no start of a range" }
    no_such_period_help(example: &str) { vi: "ghi như {example}", en: "write it like {example}" }
    ends_before_start(from: &str, last: &str) {
        vi: "khoảng thời gian kết thúc ({last}) trước khi bắt đầu ({from})",
        en: "the range ends on {last}, before it starts on {from}"
    }
    ends_before_start_help() { vi: "sửa \"from\" hoặc ngày cuối", en: "correct \"from\" or the last day" }

    // References
    empty_task_id() { vi: "mã dòng để trống", en: "the row id is empty" }
    bad_task_id(id: &str) { vi: "mã dòng \"{id}\" có khoảng trắng", en: "the row id \"{id}\" has white space" }
    bad_task_id_help() {
        vi: "dùng mã liền không dấu cách, như \"1.1\"; số in trên giấy ghi ở \"number\"",
        en: "use an id without spaces, such as \"1.1\"; what is printed goes into \"number\""
    }
    bad_body_id(id: &str) { vi: "mã \"{id}\" không đúng dạng", en: "\"{id}\" is no valid id" }
    bad_body_id_help() {
        vi: "dùng chữ thường không dấu và chữ số, nối bằng gạch ngang, như so-noi-vu",
        en: "use lower-case letters without diacritics and digits, joined by hyphens, such as so-noi-vu"
    }
    duplicate_id(id: &str) { vi: "mã \"{id}\" đã dùng rồi", en: "the id \"{id}\" is already taken" }
    duplicate_id_help() {
        vi: "đặt mã khác; số in trên giấy được trùng nếu ghi ở \"number\"",
        en: "choose another; a printed number may repeat, in \"number\""
    }
    duplicate_body_help() { vi: "đặt mã khác: cơ quan và nhóm dùng chung một dãy mã", en: "choose another: agencies and groups share one set of ids" }
    unknown_parent(parent: &str) { vi: "không có dòng nào mã là \"{parent}\"", en: "no row has the id \"{parent}\"" }
    unknown_parent_help() { vi: "ghi mã của dòng cấp trên, hoặc bỏ \"parent\"", en: "give the id of the row above, or leave \"parent\" out" }
    parent_cycle(rows: &str) { vi: "các dòng nằm dưới chính mình: {rows}", en: "these rows are below themselves: {rows}" }
    parent_cycle_help() { vi: "sửa \"parent\" của một trong các dòng này", en: "correct the \"parent\" of one of them" }
    unknown_agency(id: &str) { vi: "không có cơ quan hay nhóm nào mã là \"{id}\"", en: "no agency or group has the id \"{id}\"" }
    unknown_agency_help() { vi: "sửa mã, hoặc thêm vào [agencies] hay [groups]", en: "correct the id, or add it to [agencies] or [groups]" }
    agency_has_id(name: &str, id: &str) { vi: "ghi mã của \"{name}\": \"{id}\"", en: "write the id of \"{name}\": \"{id}\"" }
    one_of_ids(ids: &str) { vi: "có thể là một trong các mã: {ids}", en: "one of these ids may be meant: {ids}" }
    new_agency(line: &str, id: &str) {
        vi: "nếu là cơ quan mới, thêm vào [agencies]: {line}; rồi ghi mã \"{id}\" ở đây",
        en: "if it is a new one, add to [agencies]: {line}; then write the id \"{id}\" here"
    }
    new_agency_of_id(line: &str) { vi: "sửa mã, hoặc thêm vào [agencies]: {line}", en: "correct the id, or add to [agencies]: {line}" }
    nearest_id(nearest: &str) { vi: "có phải là \"{nearest}\"?", en: "did you mean \"{nearest}\"?" }
    far_nearest(help: &str, nearest: &str) { vi: "{help} (gần giống nhất: \"{nearest}\")", en: "{help} (the nearest is \"{nearest}\")" }
    group_cycle(groups: &str) { vi: "nhóm là thành viên của chính mình: {groups}", en: "a group is a member of itself: {groups}" }
    group_cycle_of_two(groups: &str) { vi: "hai nhóm là thành viên của nhau: {groups}", en: "two groups are members of each other: {groups}" }
    group_cycle_help() { vi: "bỏ một thành viên để cắt vòng", en: "take one member out" }
    ambiguous_name(name: &str, first: &str, second: &str) {
        vi: "\"{name}\" chỉ cả {first} lẫn {second} (không phân biệt chữ hoa, chỗ đặt dấu thanh và ký tự ẩn)",
        en: "\"{name}\" means both {first} and {second} (capitals, the place of a tone mark and invisible characters do not tell names apart)"
    }
    ambiguous_name_help() { vi: "đặt tên khác nhau, ví dụ thêm tên huyện, hoặc đổi ký hiệu", en: "tell them apart, for example by the district, or by another symbol" }
    no_lead(task: &str) { vi: "dòng {task} không có cơ quan chủ trì", en: "nobody is responsible for row {task}" }
    no_lead_help() { vi: "ghi \"lead\" ở dòng này hoặc dòng cấp trên", en: "state \"lead\" on it or on a row above" }
    unknown_task(id: &str) { vi: "không có dòng nào mã là \"{id}\"", en: "no row has the id \"{id}\"" }
    unknown_task_help() { vi: "ghi mã (\"id\") của dòng, không phải số in", en: "give the row's \"id\", not its printed number" }

    // Marks
    heading_entry(task: &str) { vi: "dòng {task} là đề mục, không có gì để nộp", en: "row {task} is a heading: there is nothing to submit" }
    heading_entry_help() { vi: "chuyển sang dòng có cơ quan chủ trì", en: "move the entry to a row that has a lead" }
    not_responsible(by: &str, task: &str) { vi: "{by} không chủ trì dòng {task}", en: "{by} does not lead row {task}" }
    group_is_no_unit(by: &str) { vi: "{by} là một nhóm: từng đơn vị của nhóm nộp riêng", en: "{by} is a group: its units submit, each for itself" }
    not_responsible_help(task: &str, units: &str) { vi: "các đơn vị chủ trì dòng {task}: {units}", en: "the units of row {task} are: {units}" }
    missing_by(task: &str, count: usize) {
        vi: "thiếu \"by\": dòng {task} có {count} đơn vị chủ trì",
        en: "\"by\" is missing: {count} units are responsible for row {task}"
    }
    missing_by_help() { vi: "ghi mã của đơn vị đã nộp", en: "give the id of the unit that submitted" }
    duplicate_entry(by: &str, task: &str, first: &str, second: &str) {
        vi: "{by} có hai lần nộp cùng còn hiệu lực ở dòng {task} (ngày {first} và {second})",
        en: "{by} has two live entries on row {task} (of {first} and {second})"
    }
    duplicate_entry_one_day(by: &str, task: &str, day: &str) {
        vi: "{by} có hai lần nộp cùng ngày {day} ở dòng {task}",
        en: "{by} has two live entries on row {task} (both of {day})"
    }
    duplicate_entry_help(task: &str) {
        vi: "bỏ một mục, hoặc ghi ngày trả lại vào mục trước; xem: papi-plan withdraw {task}",
        en: "take one out, or give the earlier one the day it was returned; see: papi-plan withdraw {task}"
    }
    before_issue(key: &str, day: &str, issued: &str) {
        vi: "\"{key}\" là ngày {day}, trước ngày ban hành kế hoạch ({issued})",
        en: "\"{key}\" is {day}, before the plan was issued on {issued}"
    }
    before_issue_help() { vi: "sửa ngày này, hoặc \"issued\" của kế hoạch", en: "correct the day, or the plan's \"issued\"" }
    returned_early(on: &str, returned: &str) {
        vi: "trả lại ngày {returned}, trước khi nộp ({on})",
        en: "returned on {returned}, before it was submitted on {on}"
    }
    returned_early_help() { vi: "sửa một trong hai ngày", en: "correct one of the two days" }

    // Types
    a_text() { vi: "một chuỗi ký tự", en: "a text" }
    a_date() { vi: "một ngày không kèm giờ, không đặt trong ngoặc kép, như 2020-10-08", en: "a date without quotes and without a time, such as 2020-10-08" }
    a_boolean() { vi: "true hoặc false", en: "true or false" }
    a_list() { vi: "một danh sách", en: "a list" }
    a_list_of_texts() { vi: "một danh sách chuỗi ký tự", en: "a list of texts" }
    a_table() { vi: "một bảng", en: "a table" }
    a_table_list() { vi: "một danh sách bảng", en: "a list of tables" }
    a_whole_number(min: i64) { vi: "một số nguyên từ {min} trở lên", en: "a whole number from {min} up" }
    an_integer() { vi: "một số nguyên", en: "a whole number" }
    a_start() { vi: "một ngày, một tháng \"2025-11\", một quý \"2025-Q4\" hoặc một năm 2025", en: "a date, a month \"2025-11\", a quarter \"2025-Q4\" or a year 2025" }
    one_of(values: &str) { vi: "một trong {values}", en: "one of {values}" }
    found_text() { vi: "chuỗi ký tự", en: "a text" }
    found_integer() { vi: "số nguyên", en: "a whole number" }
    found_float() { vi: "số thực", en: "a number with a point" }
    found_boolean() { vi: "giá trị đúng/sai", en: "true or false" }
    found_datetime() { vi: "ngày kèm giờ", en: "a date with a time" }
    found_date() { vi: "ngày", en: "a date" }
    found_list() { vi: "danh sách", en: "a list" }
    found_table() { vi: "bảng", en: "a table" }
    and_more(count: usize) { vi: "và {count} đơn vị khác", en: "and {count} more" }

    // The frame around problems
    severity_error() { vi: "lỗi", en: "error" }
    severity_warning() { vi: "cảnh báo", en: "warning" }
    severity_note() { vi: "lưu ý", en: "note" }
    example_label() { vi: "Ví dụ", en: "Example" }
    help_label() { vi: "gợi ý", en: "help" }
    also_here() { vi: "cũng ở đây", en: "also here" }
    more_places(count: usize) { vi: "và {count} chỗ khác", en: "and in {count} more" }
    all_good(files: usize) { vi: "Không có lỗi ({files} tệp).", en: "No problems ({files} checked)." }
    summed(errors: usize, warnings: usize, notes: usize) {
        vi: "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý",
        en: "errors: {errors}, warnings: {warnings}, notes: {notes}"
    }
}
