//! What the system says of files and streams: why something failed, and what to do about it.
#![allow(missing_docs, reason = "a name says which sentence it is; the text stands beside it")]

use super::words;

words! {
    // Why
    why_missing() { vi: "không có tệp này", en: "there is no such file" }
    why_no_such_folder() { vi: "không có thư mục này", en: "there is no such folder" }
    why_folder_gone() { vi: "thư mục không còn tồn tại", en: "it no longer exists" }
    why_folder() { vi: "đây là thư mục, không phải tệp", en: "it is a folder, not a file" }
    why_special() { vi: "đây không phải là tệp thường", en: "it is not an ordinary file" }
    why_denied() { vi: "không có quyền truy cập", en: "permission denied" }
    why_dangling() { vi: "liên kết này trỏ tới tệp không tồn tại", en: "it is a link to a file that does not exist" }
    why_loop() { vi: "liên kết vòng", en: "the link leads to itself" }
    why_full() { vi: "hết chỗ trên đĩa", en: "the disk is full" }
    why_quota() { vi: "đã dùng hết dung lượng đĩa được cấp", en: "the disk quota is used up" }
    why_file_read_only() { vi: "tệp chỉ cho đọc", en: "it is read-only" }
    why_read_only() { vi: "đĩa này chỉ cho đọc", en: "the disk is read-only" }
    why_device() { vi: "đĩa hoặc đường mạng báo lỗi đọc, ghi", en: "the disk or the network reports an error" }
    why_no_device() { vi: "không thấy thiết bị", en: "the device is not there" }
    why_too_many_open() { vi: "đang mở quá nhiều tệp", en: "too many files are open" }
    why_bad_name() { vi: "tên tệp quá dài hoặc không hợp lệ", en: "the name is too long, or not a valid one" }
    why_running() { vi: "đây là chương trình đang chạy", en: "it is a program that is running" }
    why_in_use() { vi: "tệp đang được chương trình khác sử dụng", en: "another program is using it" }
    why_network() { vi: "ổ đĩa mạng không trả lời", en: "the network drive does not answer" }
    why_memory() { vi: "không đủ bộ nhớ", en: "there is not enough memory" }
    why_unsupported() { vi: "đĩa này không hỗ trợ thao tác đó", en: "this disk cannot do that" }
    why_number(number: i32) { vi: "lỗi hệ thống số {number}", en: "error {number} of the system" }
    why_unknown() { vi: "lỗi hệ thống không rõ", en: "an unknown error of the system" }

    // What to do
    no_read_help() {
        vi: "xin quyền đọc tệp và vào các thư mục chứa tệp",
        en: "ask for the right to read it, and to enter the folders that it is in"
    }
    no_write_help() {
        vi: "xin quyền ghi vào tệp và thư mục chứa tệp",
        en: "ask for the right to write to it and to its folder"
    }
    link_help() { vi: "tạo lại liên kết, trỏ tới đúng tệp", en: "make the link lead to the file" }
    full_help() { vi: "giải phóng chỗ trên đĩa, rồi chạy lại lệnh", en: "make room on the disk, then run the command again" }
    quota_help() { vi: "xóa bớt tệp hoặc xin cấp thêm, rồi chạy lại lệnh", en: "delete files or ask for a larger quota, then run the command again" }
    read_only_disk_help() { vi: "chép tệp sang đĩa ghi được, rồi chạy lại lệnh", en: "copy the file to a disk that can be written to, then run the command again" }
    device_help() { vi: "kiểm tra đĩa và kết nối mạng, rồi chạy lại lệnh", en: "check the disk and the connection, then run the command again" }
    too_many_open_help() { vi: "đóng bớt chương trình, hoặc nâng giới hạn (ulimit -n)", en: "close other programs, or raise the limit (ulimit -n)" }
    bad_name_help() { vi: "dùng tên ngắn hơn, không có ký tự đặc biệt", en: "use a shorter name without special characters" }
    running_help() { vi: "chọn tệp khác", en: "name another file" }
    in_use_help() { vi: "đóng tệp ở chương trình kia, rồi chạy lại lệnh", en: "close it in the other program, then run the command again" }
    network_help() { vi: "kiểm tra kết nối mạng, rồi chạy lại lệnh", en: "check the connection, then run the command again" }
    memory_help() { vi: "đóng bớt chương trình, rồi chạy lại lệnh", en: "close other programs, then run the command again" }
    unsupported_help() { vi: "chép tệp sang đĩa khác, rồi chạy lại lệnh", en: "copy the file to another disk, then run the command again" }
}
