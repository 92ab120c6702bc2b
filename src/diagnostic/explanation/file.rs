//! Codes of what cannot be read: TOML itself, keys and values.

use super::{Explained, Sentences};

pub(super) const SYNTAX: Explained = Explained {
    vi: Sentences {
        what: "Chỗ này không đúng cú pháp TOML 1.0, hoặc tệp không lưu bằng bảng mã UTF-8.",
        why: "Không biết được chỗ viết sai muốn nói gì, nên không lệnh nào dùng được kế hoạch cho đến khi sửa xong. \
              Phần còn lại của tệp vẫn được kiểm tra trong cùng một lần chạy.",
    },
    en: Sentences {
        what: "This place is not valid TOML 1.0, or the file is not saved as UTF-8.",
        why: "What is broken could mean anything, so no command uses the plan before it is fixed. The rest of the \
              file is checked in the same run all the same.",
    },
    example: r#"[[task]]
id = "1.1"
title = "Tri thức công dân   # <-
lead = ["so-noi-vu"]
"#,
};

pub(super) const UNSUPPORTED_VERSION: Explained = Explained {
    vi: Sentences {
        what: "Tệp ghi một phiên bản định dạng (\"version\") mà chương trình này không đọc được.",
        why: "Ở định dạng khác, cùng một khóa có thể mang nghĩa khác, nên phần còn lại của tệp không được đọc. \
              Hãy dùng bản papi-plan mới hơn; \"version\" không phải là số lần sửa đổi của kế hoạch, số đó ghi ở \
              \"revision\".",
    },
    en: Sentences {
        what: "The file states a format version that this program does not read.",
        why: "In another format the same keys may mean something else, so nothing else in the file is read. Use a \
              newer papi-plan; \"version\" does not count the amendments of the plan, \"revision\" does.",
    },
    example: "version = 2   # <-\n",
};

pub(super) const UNKNOWN_KEY: Explained = Explained {
    vi: Sentences {
        what: "Khóa này không có trong định dạng, hoặc không dùng được ở bảng này.",
        why: "Một khóa gõ sai mà bị bỏ qua thì điều nó muốn nói cũng mất theo: lần nộp ghi ở \"submited\" sẽ không \
              được tính. Dữ liệu riêng của chương trình khác để trong [metadata].",
    },
    en: Sentences {
        what: "The format has no such key, or not in this table.",
        why: "A misspelt key that was passed over would take what it says with it: an entry under \"submited\" would \
              not count. Data for other tools belongs in [metadata].",
    },
    example: r#"[[task]]
id = "1.1"
submited = [{ on = 2020-10-08 }]   # <-
"#,
};

pub(super) const WRONG_TYPE: Explained = Explained {
    vi: Sentences {
        what: "Giá trị không đúng kiểu của khóa, hoặc nằm ngoài các giá trị được dùng.",
        why: "Chương trình không đoán: một ngày đặt trong ngoặc kép là chuỗi ký tự, có thể đọc là ngày trước tháng \
              hoặc tháng trước ngày. Lời nhắc cho biết cách ghi đúng.",
    },
    en: Sentences {
        what: "The value has another type than its key asks for, or is none of those allowed.",
        why: "Nothing is guessed: a date in quotes is a text, which may have the day first or the month. The help \
              shows how to write it.",
    },
    example: r#"[plan]
issued = "25/8/2020"   # <-
"#,
};

pub(super) const MISSING_KEY: Explained = Explained {
    vi: Sentences {
        what: "Thiếu một khóa bắt buộc.",
        why: "Thiếu khóa này thì không trả lời đúng được: không có ngày ban hành thì không biết một ngày có trước kế \
              hoạch hay không, không có mã thì không ghi được lần nộp vào dòng. Lời nhắc cho biết cách ghi.",
    },
    en: Sentences {
        what: "A required key is missing.",
        why: "Without it no answer would be right: without a day of issue nothing can be told to be before the plan, \
              without an id a row cannot be marked. The help shows how to write it.",
    },
    example: r#"[plan]   # <- "issued"
number = "15/KH-UBND"
title = "Kế hoạch nâng cao chỉ số PAPI"
issuer = "UBND tỉnh Thái Nguyên"
"#,
};

pub(super) const EMPTY_LIST: Explained = Explained {
    vi: Sentences {
        what: "Danh sách \"lead\", \"members\", \"agencies\" hoặc \"for\" không có mục nào.",
        why: "Danh sách rỗng có thể hiểu hai cách: không có ai, hay là như dòng cấp trên. Bỏ hẳn khóa để lấy theo dòng \
              cấp trên (lead), để nhóm tự là một đơn vị (members) hoặc để gia hạn cho mọi đơn vị (for); nếu không thì \
              ghi ít nhất một mục.",
    },
    en: Sentences {
        what: "A list of \"lead\", \"members\", \"agencies\" or \"for\" names nobody.",
        why: "An empty list can be read in two ways: nobody at all, or whoever is named above. Leave the key out to \
              inherit (lead), to make the group one unit (members) or to extend for every unit (for); else name at \
              least one.",
    },
    example: r#"[[task]]
id = "1.1"
title = "Tri thức công dân"
lead = []   # <-
"#,
};

pub(super) const MISPLACED_KEY: Explained = Explained {
    vi: Sentences {
        what: "Khóa đúng nhưng đứng sai chỗ: \"completion\" không đi cùng \"lead\", hoặc \"from\" đi cùng \"when\".",
        why: "\"completion\" cho biết các đơn vị ghi ở \"lead\" của chính dòng ấy hoàn thành thế nào; một sự kiện chưa \
              có ngày thì không có ngày bắt đầu. Ở chỗ khác, khóa này không có tác dụng.",
    },
    en: Sentences {
        what: "A known key stands where it says nothing: \"completion\" without \"lead\", or \"from\" beside \"when\".",
        why: "\"completion\" says how the units named in \"lead\" of the same row complete it, and an event without a \
              date has no start. Anywhere else the key would have no effect.",
    },
    example: r#"[[task]]
id = "1.1"
title = "Tri thức công dân"
completion = "any"   # <-
"#,
};

pub(super) const BAD_ID: Explained = Explained {
    vi: Sentences {
        what: "Mã không đúng dạng.",
        why: "Mã của dòng được gõ trên dòng lệnh nên không có khoảng trắng; mã của cơ quan và nhóm là chữ thường không \
              dấu và chữ số, nối bằng gạch ngang, để gõ được trên mọi bàn phím. Số in trên giấy ghi ở \"number\", tên \
              đầy đủ ghi ở \"name\".",
    },
    en: Sentences {
        what: "An id has a form that ids may not have.",
        why: "The id of a row is typed on command lines and so has no white space; ids of agencies and groups are \
              lower-case ASCII words joined by hyphens, to be typed on any keyboard. What is printed goes into \
              \"number\", the full name into \"name\".",
    },
    example: r#"[agencies]
So_Noi_Vu = { name = "Sở Nội vụ" }   # <-
"#,
};

pub(super) const CONTROL_CHARACTER: Explained = Explained {
    vi: Sentences {
        what: "Chuỗi ký tự có ký tự điều khiển hoặc ký tự đổi chiều chữ không nhìn thấy được.",
        why: "Những ký tự này thường lọt vào khi chép từ tệp khác; chúng có thể làm dòng chữ hiện ra khác với nội dung \
              thật, cả trên màn hình lẫn trong bảng tính. Chỉ được dùng xuống dòng và tab.",
    },
    en: Sentences {
        what: "A text holds a control character, or an invisible one that turns the direction of the text.",
        why: "Such characters mostly slip in with copied text; they can make a line look like something else than it \
              says, on a screen and in a spreadsheet. Only line breaks and tabs are allowed.",
    },
    example: r#"[[task]]
id = "1.1"
title = "Tri thức\u0007 công dân"   # <-
"#,
};
