//! What `check` says: what is wrong in plain words, then what to do.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    // Reading
    syntax_error(what: &str) { vi: "không đúng cú pháp TOML: {what}", en: "not valid TOML: {what}" }
    syntax_write(text: &str) { vi: "ghi: {text}", en: "write: {text}" }
    syntax_unclosed_list() { vi: "danh sách chưa đóng, thiếu ]", en: "the list is not closed, ] is missing" }
    syntax_unclosed_table() { vi: "bảng chưa đóng, thiếu }", en: "the table is not closed, } is missing" }
    syntax_unclosed_header() { vi: "tên bảng chưa đóng, thiếu ]", en: "the table's name is not closed, ] is missing" }
    syntax_add_bracket() { vi: "thêm ] vào chỗ kết thúc", en: "add ] where it ends" }
    syntax_add_brace() { vi: "thêm } vào chỗ kết thúc", en: "add } where it ends" }
    syntax_missing_comma() { vi: "thiếu dấu phẩy hoặc dấu đóng ngoặc trước chỗ này", en: "a comma or a closing bracket is missing before this" }
    syntax_add_comma() { vi: "thêm dấu phẩy giữa hai mục, hoặc dấu đóng ngoặc ở cuối", en: "add a comma between the two, or the bracket where it ends" }
    syntax_no_equals() { vi: "khóa không có giá trị, thiếu dấu =", en: "the key has no value, = is missing" }
    syntax_no_equals_help() { vi: "ghi dấu = và giá trị sau khóa; nếu là ghi chú, đặt # ở đầu dòng", en: "write = and a value behind the key; if it is a comment, put # before it" }
    syntax_missing_value() { vi: "thiếu giá trị sau dấu =", en: "the value is missing behind =" }
    syntax_missing_value_help() { vi: "ghi giá trị sau dấu =, hoặc bỏ cả dòng", en: "write the value behind =, or take the line out" }
    syntax_value_apart() { vi: "giá trị phải ở cùng dòng với khóa và dấu =", en: "the value must stand on the line of its key and =" }
    syntax_unquoted() { vi: "chuỗi ký tự phải đặt trong ngoặc kép", en: "a text needs quotes around it" }
    syntax_add_quotes() { vi: "đặt chuỗi ký tự trong ngoặc kép thẳng \"…\"", en: "put straight quotes \"…\" around it" }
    syntax_opening_quote() { vi: "thiếu dấu ngoặc kép mở đầu chuỗi ký tự", en: "the quote before the text is missing" }
    syntax_inner_quotes() { vi: "dấu ngoặc kép bên trong chuỗi ký tự phải viết là \\\"", en: "quotes within a text are written \\\"" }
    syntax_curly_quotes() { vi: "dùng ngoặc kép thẳng \"…\", không dùng “…”", en: "use straight quotes \"…\", not “…”" }
    syntax_date_form() { vi: "ngày ghi theo thứ tự năm-tháng-ngày", en: "a date is written year-month-day" }
    syntax_date_form_help() { vi: "ghi năm bốn chữ số, tháng và ngày hai chữ số: NNNN-TT-NN", en: "write four digits of the year, two of the month, two of the day: YYYY-MM-DD" }
    syntax_dashes() { vi: "giữa các số của ngày phải là dấu gạch nối -, không phải dấu gạch ngang dài", en: "between the numbers of a date stand hyphens -, not dashes" }
    syntax_wide_digits() { vi: "chữ số toàn chiều rộng (full-width) không dùng được", en: "full-width digits are not numbers here" }
    syntax_period_quotes() { vi: "tháng, quý phải đặt trong ngoặc kép", en: "a month or a quarter needs quotes around it" }
    syntax_key_letters() { vi: "khóa chỉ gồm chữ không dấu, chữ số, gạch nối và gạch dưới", en: "a key has letters without diacritics, digits, - and _ only" }
    syntax_key_letters_help() { vi: "đổi khóa thành chữ không dấu; nếu là ghi chú, đặt # ở đầu dòng", en: "write it with plain letters; if it is a comment, put # before it" }
    syntax_escape() { vi: "ký tự sau \\ không dùng được; muốn ghi \\ thì viết \\\\", en: "what follows \\ is not an escape; for a \\ write \\\\" }
    syntax_escape_help() { vi: "viết \\\\ thay cho \\", en: "write \\\\ instead of \\" }
    syntax_boolean() { vi: "ghi true hoặc false, chữ thường", en: "write true or false, in lower case" }
    syntax_boolean_help() { vi: "ghi: true hoặc: false", en: "write: true or: false" }
    syntax_one_a_line() { vi: "mỗi dòng một khóa, mỗi khóa một giá trị", en: "one key a line, one value a key" }
    syntax_one_a_line_help() { vi: "xóa phần thừa, hoặc chuyển xuống dòng dưới", en: "take out what is too much, or move it to the next line" }
    syntax_leading_zero() { vi: "số không bắt đầu bằng 0", en: "a number has no leading zero" }
    syntax_leading_zero_help() { vi: "bỏ số 0 ở đầu; nếu là chuỗi ký tự, đặt trong ngoặc kép", en: "take the zero out; if it is a text, put quotes around it" }
    syntax_bad_date() { vi: "không có ngày này trên lịch", en: "there is no such date" }
    no_year_zero() { vi: "không có năm 0", en: "there is no year 0" }
    no_month(month: u32) { vi: "không có tháng {month}", en: "there is no month {month}" }
    days_of_month(year: i32, month: u32, name: &str, days: u32) {
        vi: "tháng {month}/{year:04} có {days} ngày",
        en: "{name} {year:04} has {days} days"
    }
    syntax_bad_date_help() { vi: "kiểm tra lại tháng và số ngày của tháng", en: "check the month, and how many days it has" }
    syntax_open_string() { vi: "chuỗi ký tự chưa đóng, thiếu dấu ngoặc kép", en: "the text is not closed, a quote is missing" }
    syntax_add_quote() { vi: "thêm dấu ngoặc kép vào cuối chuỗi ký tự", en: "add the quote where the text ends" }
    syntax_other() { vi: "không đọc được chỗ này", en: "this cannot be read" }
    syntax_other_help() { vi: "so với một dòng khác cùng loại trong tệp", en: "compare it with a line of the same kind in this file" }
    syntax_unseen(code: &str) { vi: "có ký tự không nhìn thấy {code} ở đây", en: "the character {code}, which nobody sees, stands here" }
    syntax_unseen_help() { vi: "xóa ký tự này", en: "delete it" }
    syntax_wide_space(code: &str) { vi: "dấu cách ở đây là {code}, không phải dấu cách thường", en: "the space here is {code}, not a plain space" }
    syntax_wide_space_help() { vi: "thay bằng dấu cách thường", en: "put a plain space in its place" }
    syntax_lone_return(code: &str) { vi: "ký tự về đầu dòng {code} không kèm xuống dòng", en: "a carriage return {code} without a line feed" }
    syntax_lone_return_help() { vi: "xóa ký tự này, hoặc lưu tệp với kiểu xuống dòng LF hay CRLF", en: "delete it, or save the file with line ends LF or CRLF" }
    syntax_comment() { vi: "ghi chú bắt đầu bằng #, không phải //", en: "a comment begins with #, not with //" }
    syntax_bullet() { vi: "không dùng dấu đầu dòng", en: "bullets have no place here" }
    syntax_bullet_help() { vi: "bỏ dấu đầu dòng; nếu là ghi chú, đặt # ở đầu dòng", en: "take the bullet out; if it is a comment, put # before it" }
    syntax_pasted() { vi: "dòng này như dán từ một bảng", en: "this looks like a line pasted from a table" }
    syntax_pasted_help() { vi: "ghi thành [[task]] với id, title, lead và due, mỗi khóa một dòng", en: "write it as a [[task]] with id, title, lead and due, one key a line" }
    syntax_colon() { vi: "giữa khóa và giá trị là dấu =, không phải dấu :", en: "between a key and its value stands =, not :" }
    syntax_split_brackets() { vi: "giữa hai dấu [ không có dấu cách", en: "there is no space between the two [" }
    syntax_header_start() { vi: "tên bảng thiếu [ ở đầu", en: "the table's name lacks [ at its beginning" }
    syntax_two_equals() { vi: "thừa một dấu =", en: "one = is too many" }
    syntax_semicolon() { vi: "sau giá trị không có dấu ;", en: "no ; stands behind a value" }
    syntax_semicolon_in_list() { vi: "giữa các phần tử của danh sách là dấu phẩy, không phải dấu ;", en: "commas stand between the elements of a list, not ;" }
    syntax_no_brackets() { vi: "danh sách phải đặt trong [ ]", en: "a list needs [ ] around it" }
    syntax_no_braces() { vi: "thiếu dấu { } quanh các khóa", en: "{ } are missing around the keys" }
    syntax_save_utf8() { vi: "lưu tệp với bảng mã UTF-8", en: "save the file as UTF-8" }
    syntax_json() { vi: "đây là tệp JSON, không phải TOML", en: "this is a JSON file, not TOML" }
    syntax_yaml() { vi: "đây là tệp YAML, không phải TOML", en: "this is a YAML file, not TOML" }
    syntax_format_help() { vi: "kế hoạch viết bằng TOML, như: version = 1; các bảng viết như: [plan]", en: "a plan is written in TOML: keys like version = 1, tables like [plan]" }
    syntax_returns() { vi: "tệp xuống dòng chỉ bằng ký tự CR (máy Mac đời cũ)", en: "the lines of this file end with CR alone, as on old Macs" }
    syntax_returns_help() { vi: "lưu tệp với kiểu xuống dòng LF hay CRLF", en: "save the file with line ends LF or CRLF" }
    syntax_utf16() { vi: "tệp lưu bằng bảng mã UTF-16, không phải UTF-8", en: "the file is saved as UTF-16, not UTF-8" }
    syntax_task_header(name: &str) { vi: "mỗi mục viết [[{name}]], hai dấu ngoặc vuông", en: "each one is written [[{name}]], with two brackets" }
    syntax_conflict() { vi: "việc gộp chưa xong: còn dấu xung đột của git ở đây", en: "a merge was not finished: a conflict marker is left here" }
    syntax_conflict_help() {
        vi: "lấy nguyên tệp của một bên (git checkout --ours hoặc --theirs), rồi dùng lệnh ghi nhận lại những gì \
             bên kia đã ghi",
        en: "take the file of one side whole (git checkout --ours or --theirs), then make the other side's marks again \
             with the commands"
    }
    syntax_number() { vi: "đây không phải là một số", en: "this is not a number" }
    syntax_utf8() { vi: "tệp không lưu bằng bảng mã UTF-8", en: "the file is not saved as UTF-8" }
    syntax_utf8_help() {
        vi: "lưu tệp với bảng mã UTF-8; có lẽ tệp dùng bảng mã cũ của Windows (1258, 1252)",
        en: "save the file as UTF-8; it looks like an older encoding of Windows (1258, 1252)"
    }
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
        vi: "chuyển khóa này sang nhiệm vụ có ghi \"lead\", hoặc bỏ đi",
        en: "move it to the row that states \"lead\", or take it out"
    }
    misplaced_from(key: &str) { vi: "\"from\" không đi cùng \"{key}\"", en: "\"from\" does not go with \"{key}\"" }
    misplaced_from_help() { vi: "bỏ \"from\": không có ngày nào để tính từ đó", en: "take \"from\" out: there is no last day for it to lead to" }
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
    no_such_period(found: &str, key: &str) { vi: "\"{found}\" không phải là giá trị hợp lệ của \"{key}\"", en: "\"{found}\" is not a {key}" }
    no_such_start(found: &str) { vi: "\"{found}\" không phải là ngày bắt đầu", en: "\"{found}\" is not the start of a range" }
    no_such_range(found: &str) { vi: "\"{found}\" không phải là khoảng thời gian hợp lệ", en: "\"{found}\" is not a span of the calendar" }
    no_such_period_help(example: &str) { vi: "ghi như {example}", en: "write it like {example}" }
    ends_before_start(from: &str, last: &str) {
        vi: "khoảng thời gian kết thúc ({last}) trước khi bắt đầu ({from})",
        en: "the range ends on {last}, before it starts on {from}"
    }
    ends_before_start_help() { vi: "sửa \"from\" hoặc hạn cuối", en: "correct \"from\" or the last day" }

    // References
    empty_task_id() { vi: "mã nhiệm vụ để trống", en: "the row id is empty" }
    bad_task_id(id: &str) { vi: "mã nhiệm vụ \"{id}\" có khoảng trắng", en: "the row id \"{id}\" has white space" }
    bad_task_id_help() {
        vi: "dùng mã liền không dấu cách, như \"1.1\"; số in trên giấy ghi ở \"number\"",
        en: "use an id without spaces, such as \"1.1\"; what is printed goes into \"number\""
    }
    bad_body_id(id: &str) { vi: "mã \"{id}\" không đúng dạng", en: "\"{id}\" is not a valid id" }
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
    unknown_parent(parent: &str) { vi: "không có nhiệm vụ, đề mục nào có mã \"{parent}\"", en: "no row has the id \"{parent}\"" }
    unknown_parent_help() { vi: "ghi mã của mục cấp trên, hoặc bỏ \"parent\"", en: "give the id of the row above, or leave \"parent\" out" }
    parent_cycle(rows: &str) { vi: "các mục nằm dưới chính mình: {rows}", en: "these rows are below themselves: {rows}" }
    parent_cycle_help() { vi: "sửa \"parent\" của một trong các mục này", en: "correct the \"parent\" of one of them" }
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
    no_lead(task: &str) { vi: "nhiệm vụ {task} không có cơ quan chủ trì", en: "nobody is responsible for row {task}" }
    no_lead_help() { vi: "ghi \"lead\" ở nhiệm vụ này hoặc mục cấp trên", en: "state \"lead\" on it or on a row above" }
    parent_of_it(above: &str, other: &str) {
        vi: "nếu nhiệm vụ này thuộc mục {above}, ghi: parent = \"{above}\"; nếu không, {other}",
        en: "if it stands below row {above}, write: parent = \"{above}\"; if not, {other}"
    }
    parent_of_next(above: &str, next: &str, other: &str) {
        vi: "nếu mục {next} thuộc mục này, ghi ở đó: parent = \"{above}\"; nếu không, {other}",
        en: "if row {next} stands below it, write there: parent = \"{above}\"; if not, {other}"
    }
    below_by_id(task: &str, above: &str, other: &str) {
        vi: "{other}; mục {task} nằm dưới mục {above} là do mã của nó: nếu không phải vậy, đổi \"id\" và ghi số in vào \"number\"",
        en: "{other}; row {task} stands below row {above} by its id: if it should not, change its \"id\" and put the printed one into \"number\""
    }
    unknown_task(id: &str) { vi: "không có nhiệm vụ, đề mục nào có mã \"{id}\"", en: "no row has the id \"{id}\"" }
    unknown_task_help() { vi: "ghi mã (\"id\") của nhiệm vụ, không phải số in", en: "give the row's \"id\", not its printed number" }

    // Marks
    heading_entry(task: &str) { vi: "{task} là đề mục, không có gì để nộp", en: "row {task} is a heading: there is nothing to submit" }
    heading_entry_help() { vi: "chuyển sang nhiệm vụ có cơ quan chủ trì", en: "move the entry to a row that has a lead" }
    not_responsible(by: &str, task: &str) { vi: "{by} không phải cơ quan chủ trì nhiệm vụ {task}", en: "{by} does not lead row {task}" }
    not_responsible_help(task: &str, units: &str) { vi: "cơ quan chủ trì nhiệm vụ {task}: {units}", en: "the units of row {task} are: {units}" }
    missing_by(task: &str, count: usize) {
        vi: "thiếu \"by\": nhiệm vụ {task} có {count} đơn vị chủ trì",
        en: "\"by\" is missing: {count} units are responsible for row {task}"
    }
    missing_by_help() { vi: "ghi mã của đơn vị đã nộp", en: "give the id of the unit that submitted" }
    duplicate_entry(by: &str, task: &str, first: &str, second: &str) {
        vi: "{by} có hai báo cáo đều chưa bị trả lại ở nhiệm vụ {task} (ngày {first} và {second})",
        en: "{by} has two live entries on row {task} (of {first} and {second})"
    }
    duplicate_entry_one_day(by: &str, task: &str, day: &str) {
        vi: "{by} có hai báo cáo cùng ngày {day} ở nhiệm vụ {task}",
        en: "{by} has two live entries on row {task} (both of {day})"
    }
    duplicate_entry_help(withdraw: &str, day: &str) {
        vi: "bỏ một mục, hoặc ghi ngày trả lại vào mục trước; bỏ mục sau: {withdraw} --on {day}",
        en: "take one out, or give the earlier one the day it was returned; to take the later one out: {withdraw} --on {day}"
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
    a_start() {
        vi: "một ngày, một tháng \"2025-11\", một quý \"2025-Q4\", nửa năm \"2025-H2\", một tuần \"2025-W30\" hoặc một năm 2025",
        en: "a date, a month \"2025-11\", a quarter \"2025-Q4\", half a year \"2025-H2\", a week \"2025-W30\" or a year 2025"
    }
    one_of(values: &str) { vi: "một trong {values}", en: "one of {values}" }
    body_is_table(id: &str, table: &str) {
        vi: "mỗi dòng của [{table}] là một cơ quan hoặc nhóm, \"{id}\" không phải",
        en: "each line of [{table}] is a body, and \"{id}\" is not"
    }
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
    more(file: &str, count: usize) {
        vi: "{file}: và {count} vấn đề khác chưa liệt kê",
        en: "{file}: and {count} more that are not listed"
    }
    summed(errors: usize, warnings: usize, notes: usize) {
        vi: "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý",
        en: "errors: {errors}, warnings: {warnings}, notes: {notes}"
    }
}

/// A month by its English name.
pub fn month_in_english(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let number = usize::try_from(month).unwrap_or_default();
    NAMES.get(number.wrapping_sub(1)).copied().unwrap_or_default()
}
