//! Codes of a plan that does not hold together: rows, agencies, groups, deadlines.

use super::{Explained, Sentences};

pub(super) const DUPLICATE_ID: Explained = Explained {
    vi: Sentences {
        what: "Hai dòng, hoặc hai cơ quan hay nhóm, có cùng một mã.",
        why: "Một lần nộp ghi theo mã sẽ không biết thuộc về dòng hay đơn vị nào. Hãy đặt mã khác; số in trên giấy \
              được trùng nếu ghi ở \"number\".",
    },
    en: Sentences {
        what: "Two rows, or two agencies or groups, have one id.",
        why: "A submission goes by ids and would belong to either. Choose another; a number that is printed twice may \
              repeat in \"number\".",
    },
    example: r#"[[task]]
id = "1.1"
title = "Tri thức công dân"
[[task]]
id = "1.1"   # <-
title = "Cơ hội tham gia"
"#,
};

pub(super) const UNKNOWN_PARENT: Explained = Explained {
    vi: Sentences {
        what: "\"parent\" ghi mã của một dòng không có trong kế hoạch.",
        why: "Dòng lấy cơ quan chủ trì và thời hạn của dòng cấp trên khi tự nó không ghi; không có dòng cấp trên thì \
              không biết ai chủ trì. Hãy ghi đúng mã (\"id\"), không phải số in.",
    },
    en: Sentences {
        what: "\"parent\" names a row that the plan does not have.",
        why: "A row that states no lead or deadline takes those of the row above it; without that row nobody can tell \
              who is responsible. Give the row's \"id\", not its printed number.",
    },
    example: r#"[[task]]
id = "a"
parent = "9"   # <-
title = "Tri thức công dân"
"#,
};

pub(super) const PARENT_CYCLE: Explained = Explained {
    vi: Sentences {
        what: "Dòng nằm dưới chính mình, trực tiếp hoặc qua các dòng khác.",
        why: "Các dòng như vậy không thuộc phần nào của phụ lục, nên không xếp được và không tổng hợp được. Hãy sửa \
              \"parent\" của một trong các dòng.",
    },
    en: Sentences {
        what: "A row is below itself, directly or through other rows.",
        why: "Such rows hang below no part of the appendix and can be neither placed nor summed up. Correct the \
              \"parent\" of one of them.",
    },
    example: r#"[[task]]
id = "a"
parent = "b"   # <-
[[task]]
id = "b"
parent = "a"
"#,
};

pub(super) const UNKNOWN_AGENCY: Explained = Explained {
    vi: Sentences {
        what: "Có chỗ ghi một mã mà [agencies] và [groups] không có.",
        why: "Không ai bị tính là chậm vì một mã gõ sai: việc đó sẽ không thuộc về cơ quan nào. Một mã sai ở nhiều chỗ \
              được báo một lần, kèm các chỗ ấy.",
    },
    en: Sentences {
        what: "An id is named that neither [agencies] nor [groups] has.",
        why: "Nobody is ever late for a misspelt id: the work would belong to no agency. One wrong id is told once, \
              with all the places that name it.",
    },
    example: r#"[[task]]
id = "1.1"
lead = ["so-noi-vụ"]   # <-
[agencies]
so-noi-vu = { name = "Sở Nội vụ" }
"#,
};

pub(super) const GROUP_CYCLE: Explained = Explained {
    vi: Sentences {
        what: "Nhóm là thành viên của chính mình, trực tiếp hoặc qua các nhóm khác.",
        why: "Mở một nhóm như vậy sẽ không bao giờ ra hết các đơn vị. Hãy bỏ một thành viên để cắt vòng.",
    },
    en: Sentences {
        what: "A group is a member of itself, directly or through other groups.",
        why: "Opened to its units, such a group would never end. Take one member out.",
    },
    example: r#"[groups]
cap-huyen = { name = "UBND cấp huyện", members = ["cac-cap"] }
cac-cap = { name = "UBND các cấp", members = ["cap-huyen"] }   # <-
"#,
};

pub(super) const AMBIGUOUS_NAME: Explained = Explained {
    vi: Sentences {
        what: "Hai cơ quan hay nhóm cùng ứng với một mã, tên, tên tắt hoặc tên khác.",
        why: "Chữ hoa, chỗ đặt dấu thanh, \"&\" hay \"và\", \"UBND\" hay \"Ủy ban nhân dân\" không làm thành tên khác; dấu \
              thì có: \"Văn Lang\" và \"Văn Lăng\" là hai xã. Lần nộp ghi theo một tên chung có thể rơi vào nhầm đơn vị; \
              hãy thêm tên huyện hoặc đổi ký hiệu.",
    },
    en: Sentences {
        what: "Two agencies or groups answer to one id, name, short or alias.",
        why: "Capitals, the place of a tone mark, \"&\" or \"và\", \"UBND\" or \"Ủy ban nhân dân\" make no other name; \
              diacritics do: \"Văn Lang\" and \"Văn Lăng\" are two communes. A mark by a name of two could go to the \
              wrong one; tell them apart, for example by the district.",
    },
    example: r#"[agencies]
so-noi-vu = { name = "Sở Nội vụ", short = "SNV" }
so-ngoai-vu = { name = "Sở Ngoại vụ", short = "SNV" }   # <-
"#,
};

pub(super) const NO_LEAD: Explained = Explained {
    vi: Sentences {
        what: "Dòng không có cơ quan chủ trì, không lấy được từ dòng cấp trên, và cũng không phải là đề mục.",
        why: "Việc không ai chủ trì thì không ai phải nộp, nên sẽ không bao giờ bị tính là quá hạn. Hãy ghi \"lead\" ở \
              dòng này hoặc dòng cấp trên.",
    },
    en: Sentences {
        what: "A row has no lead, takes none from a row above, and is no heading either.",
        why: "Where nobody is responsible nobody has to deliver, and the row could never be overdue. State \"lead\" on \
              it or on a row above.",
    },
    example: r#"[[task]]   # <-
id = "1.1"
title = "Tri thức công dân"
due = { before = 2020-10-10 }
"#,
};

pub(super) const BAD_DEADLINE: Explained = Explained {
    vi: Sentences {
        what: "Thời hạn không ghi loại nào, ghi nhiều loại, ghi một thời gian không có trên lịch, hoặc kết thúc trước \
               khi bắt đầu.",
        why: "Thời hạn phải cho đúng một ngày cuối, nếu không thì đúng hạn hay quá hạn tùy người đọc. Ghi đúng một trong \
              các khóa: before, by, on, month, quarter, year, ongoing, when.",
    },
    en: Sentences {
        what: "A deadline states no kind or several, a period that does not exist, or ends before it starts.",
        why: "A deadline must have exactly one last day, or being in time depends on the reader. State exactly one of: \
              before, by, on, month, quarter, year, ongoing, when.",
    },
    example: r#"[[task]]
id = "1.1"
due = { quarter = "2020-Q5" }   # <-
"#,
};

pub(super) const UNKNOWN_TASK: Explained = Explained {
    vi: Sentences {
        what: "\"tasks\" của một nhiệm vụ trong thân kế hoạch ghi mã của một dòng không có.",
        why: "Nhiệm vụ ấy sẽ không hiện ra khi xem dòng thực hiện nó. Hãy ghi mã (\"id\") của dòng, không phải số in.",
    },
    en: Sentences {
        what: "\"tasks\" of a directive names a row that the plan does not have.",
        why: "The directive would not be shown with the row that carries it out. Give the row's \"id\", not its printed \
              number.",
    },
    example: r#"[[directive]]
ref = "III.4.b"
agencies = ["cap-huyen"]
text = "Xây dựng kế hoạch thực hiện"
tasks = ["IX"]   # <-
"#,
};
