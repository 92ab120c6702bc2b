//! What `remind` says.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    letters(count: usize, folder: &str) { vi: "Đã viết {count} công văn vào thư mục {folder}", en: "{count} letters written to {folder}" }
    one_letter(folder: &str) { vi: "Đã viết 1 công văn vào thư mục {folder}", en: "1 letter written to {folder}" }
    no_letters() { vi: "Không cần công văn nào: không có nhiệm vụ quá hạn.", en: "No letter is needed: nothing is overdue." }
    none_needed(names: &str) { vi: "Không cần đôn đốc: {names}", en: "None needed for: {names}" }
    template_written(path: &str) { vi: "Đã ghi mẫu công văn vào tệp {path}", en: "Template written to {path}" }
    reply_by_past(day: &str, as_of: &str) { vi: "hạn trả lời {day} trước ngày chốt số liệu {as_of}", en: "the answer is expected by {day}, before {as_of}" }
    reply_by_past_help() { vi: "ghi --reply-by ngày muộn hơn", en: "give a later day for --reply-by" }
    is_there(path: &str) { vi: "{path} đã có sẵn; không ghi tệp nào", en: "{path} is there already; nothing was written" }
    is_there_help() { vi: "chọn thư mục khác, hoặc thêm --force để ghi đè", en: "name another folder, or add --force to replace it" }
    cannot_use(path: &str, why: &str) { vi: "không dùng được {path}: {why}", en: "cannot use {path}: {why}" }
    no_document() { vi: "không phải văn bản Word (.docx), hoặc tệp bị hỏng", en: "it is not a Word document (.docx), or it is damaged" }
    old_document() { vi: "tệp .doc cũ, hoặc tệp có mật khẩu", en: "it is an old .doc, or has a password" }
    too_large() { vi: "tệp quá lớn", en: "it is too large" }
    save_as_docx() { vi: "mở bằng Word và lưu lại dạng .docx", en: "open it in Word and save it as .docx" }
    unknown_placeholder(name: &str) { vi: "không có chỗ điền {{{{{name}}}}}", en: "there is no placeholder {{{{{name}}}}}" }
    nearest_placeholder(name: &str) { vi: "ý bạn là {{{{{name}}}}}?", en: "did you mean {{{{{name}}}}}?" }
    known_placeholders(names: &str) { vi: "các chỗ điền: {names}", en: "the placeholders: {names}" }
    unclosed_placeholder(text: &str) { vi: "chỗ điền không đóng lại: {{{{{text}", en: "a placeholder is not closed: {{{{{text}" }
    close_placeholder() { vi: "viết }} ở cuối chỗ điền", en: "write }} at its end" }
    outside_table(name: &str) { vi: "{{{{{name}}}}} nằm ngoài bảng", en: "{{{{{name}}}}} stands outside a table" }
    into_table() { vi: "đặt vào một hàng của bảng; hàng đó được lặp lại", en: "put it in a row of a table: that row is repeated" }
}
