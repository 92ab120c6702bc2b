//! Codes of likely mistakes: warnings and notes.

use super::{Explained, Sentences};

pub(super) const NO_DEADLINE: Explained = Explained {
    vi: Sentences {
        what: "Nhiệm vụ không ghi thời hạn và cũng không lấy được từ dòng cấp trên.",
        why: "Nhiệm vụ không có thời hạn thì không bao giờ quá hạn, mà kế hoạch hiếm khi muốn vậy: thường là một ô gộp \
              chưa chép sang. Việc thường xuyên thì ghi rõ due = { ongoing = true }.",
    },
    en: Sentences {
        what: "An item neither states a deadline nor takes one from a row above.",
        why: "Without one it can never be overdue, which is seldom meant: mostly a merged cell was not copied. A standing \
              duty says so with due = { ongoing = true }.",
    },
    example: r#"[[task]]
id = "1.1"   # <-
title = "Tri thức công dân"
lead = ["so-noi-vu"]
"#,
};

pub(super) const DEADLINE_TEXT: Explained = Explained {
    vi: Sentences {
        what: "Lời văn của thời hạn (\"text\") cho ngày cuối hoặc ngày bắt đầu khác với giá trị.",
        why: "Lời văn chép từ bản in, giá trị do người nhập gõ riêng; khi hai bên lệch nhau thì một bên sai, và chương \
              trình tính theo giá trị. Lời văn nào không đọc được thì bỏ qua.",
    },
    en: Sentences {
        what: "The wording of a deadline (\"text\") gives another last day or start than its value.",
        why: "The wording is copied from print and the value typed beside it; where they differ one is wrong, and it is \
              the value that counts. A wording that cannot be read is left alone.",
    },
    example: r#"[[task]]
id = "1.1"
due = { before = 2020-11-10, text = "trước ngày 10/10/2020" }   # <-
"#,
};

pub(super) const DEADLINE_BEFORE_ISSUE: Explained = Explained {
    vi: Sentences {
        what: "Ngày cuối của thời hạn là trước ngày ban hành kế hoạch.",
        why: "Việc sẽ quá hạn ngay từ khi được giao; thường là năm gõ nhầm. Nếu bản in ghi đúng như vậy thì hỏi lại cơ \
              quan ban hành.",
    },
    en: Sentences {
        what: "The last day of a deadline is before the plan was issued.",
        why: "The work would be overdue from the day it is assigned; most often the year is mistyped. If it is printed so, \
              ask whoever issued the plan.",
    },
    example: r#"[plan]
issued = 2020-08-25
[[task]]
id = "1.1"
due = { before = 2019-10-10 }   # <-
"#,
};

pub(super) const DEADLINE_AFTER_PARENT: Explained = Explained {
    vi: Sentences {
        what: "Thời hạn của dòng là sau thời hạn của dòng cấp trên.",
        why: "Dòng cấp trên tổng hợp các dòng bên dưới, nên không thể xong trước chúng. Một trong hai thời hạn gõ nhầm, \
              hoặc dòng nằm sai chỗ.",
    },
    en: Sentences {
        what: "A row has a later deadline than the row above it.",
        why: "The row above sums up those below and cannot be done before them. One of the two deadlines is mistyped, or \
              the row stands in the wrong place.",
    },
    example: r#"[[task]]
id = "1"
due = { by = 2020-10-10 }
[[task]]
id = "1.1"
due = { by = 2020-11-10 }   # <-
"#,
};

pub(super) const FUTURE_DATE: Explained = Explained {
    vi: Sentences {
        what: "Ngày nộp, trả lại, cho gia hạn, ngày của ghi nhận tình hình hoặc của sự kiện là sau ngày chốt số liệu.",
        why: "Việc chưa xảy ra thì chưa được tính; thường là tháng hoặc năm gõ nhầm. Ngày chốt số liệu là hôm nay, trừ khi \
              có --as-of.",
    },
    en: Sentences {
        what: "A submission, a return, a grant, a note or an event is dated after the day of the data.",
        why: "What has not happened yet does not count; most often the month or the year is mistyped. The day of the data \
              is today, unless --as-of says otherwise.",
    },
    example: r#"submitted = [
  { by = "so-noi-vu", on = 2202-10-08 },   # <-
]
"#,
};

pub(super) const NUMBERING: Explained = Explained {
    vi: Sentences {
        what: "Số thứ tự in của một dòng không nối tiếp số của dòng trước cùng cấp.",
        why: "Số nhảy hoặc lùi cho thấy thiếu một dòng của phụ lục hoặc dòng đứng sai thứ tự. Số được lặp lại; thứ tự chữ \
              theo bảng chữ cái tiếng Việt (sau d là đ). Nếu bản in đúng như vậy: --allow numbering.",
    },
    en: Sentences {
        what: "The printed number of a row does not follow that of the row before it under the same parent.",
        why: "A gap or a step back tells that a row of the appendix was lost or moved. Repeats pass, and letters follow \
              the Vietnamese alphabet (after d comes đ). If it is printed so: --allow numbering.",
    },
    example: r#"[[task]]
id = "1.2"
[[task]]
id = "1.4"   # <-
"#,
};

pub(super) const NOT_NFC: Explained = Explained {
    vi: Sentences {
        what: "Chuỗi ký tự viết chữ và dấu tách rời (Unicode tổ hợp), không phải dựng sẵn (NFC).",
        why: "Hai cách viết trông như nhau nhưng khác byte: tìm trong trình soạn thảo, so sánh trong git và lọc trong bảng \
              tính sẽ không thấy chữ. Hãy lưu lại theo Unicode dựng sẵn, là dạng mà bộ gõ tiếng Việt thường cho ra.",
    },
    en: Sentences {
        what: "A text has letters and their marks apart (decomposed Unicode), not composed (NFC).",
        why: "Both look the same and differ in bytes: searching in an editor, comparing in git and filtering in a \
              spreadsheet miss the words. Save the text as composed Unicode, which is what Vietnamese keyboards mostly \
              give.",
    },
    example: "[[task]]\nid = \"1.1\"\ntitle = \"Tri thu\u{31b}\u{301}c co\u{302}ng da\u{302}n\"   # <-\n",
};

pub(super) const INVISIBLE_CHARACTER: Explained = Explained {
    vi: Sentences {
        what: "Chuỗi ký tự có ký tự không nhìn thấy được: dấu cách không độ rộng, gạch nối mềm, dấu BOM ở giữa.",
        why: "Những ký tự này lọt vào khi chép từ Word hoặc trang web. Chương trình bỏ qua chúng khi tìm tên, nhưng trình \
              soạn thảo, git và bảng tính thì không: hai chuỗi trông như nhau mà không bằng nhau.",
    },
    en: Sentences {
        what: "A text holds a character that nobody sees: a space of no width, a soft hyphen, a byte order mark.",
        why: "Such characters slip in with text copied from Word or the web. Names are found all the same, but editors, git \
              and spreadsheets do tell them apart: two texts look the same and are not.",
    },
    example: "[[task]]\nid = \"1.1\"\ntitle = \"Tri thức\u{200b} công dân\"   # <-\n",
};

pub(super) const UNUSED_AGENCY: Explained = Explained {
    vi: Sentences {
        what: "Cơ quan hoặc nhóm không được nhắc đến ở dòng, nhóm, lần nộp, gia hạn hay nhiệm vụ nào.",
        why: "Hoặc là thừa, hoặc bị quên ở dòng lẽ ra phải ghi, và khi đó cơ quan ấy không bị nhắc việc. Thành viên của \
              một nhóm được coi là đã nhắc đến.",
    },
    en: Sentences {
        what: "An agency or group is named by no row, group, entry, extension or directive.",
        why: "Either it is left over, or it was forgotten where it belongs and nobody will remind it. The members of a \
              group count as named.",
    },
    example: r#"[agencies]
so-noi-vu = { name = "Sở Nội vụ" }
so-cong-thuong = { name = "Sở Công Thương" }   # <-
"#,
};

pub(super) const DIRECTIVE_DEADLINE: Explained = Explained {
    vi: Sentences {
        what: "Nhiệm vụ trong thân kế hoạch và dòng phụ lục thực hiện nó có thời hạn khác nhau.",
        why: "Một việc có hai thời hạn thì đơn vị không biết theo thời hạn nào; chương trình tính theo phụ lục. Hãy sửa \
              chỗ gõ nhầm, hoặc hỏi lại cơ quan ban hành.",
    },
    en: Sentences {
        what: "A duty from the body of the plan and the rows that carry it out state different deadlines.",
        why: "With two deadlines for one thing nobody knows which to keep; it is the appendix that counts. Correct the one \
              that is mistyped, or ask whoever issued the plan.",
    },
    example: r#"[[task]]
id = "I"
due = { by = 2020-09-20 }
[[directive]]
due = { by = 2020-09-30 }   # <-
tasks = ["I"]
"#,
};

pub(super) const EXTENSION_EARLIER: Explained = Explained {
    vi: Sentences {
        what: "Gia hạn đến một ngày không muộn hơn thời hạn đang có.",
        why: "Gia hạn mà không lùi thời hạn thì ngày gõ nhầm, hoặc ghi vào sai dòng. Rút ngắn thời hạn là sửa đổi kế hoạch: \
              sửa \"due\" và tăng \"revision\".",
    },
    en: Sentences {
        what: "An extension moves a deadline to a day that is not later than the one in force.",
        why: "Its date is mistyped, or it stands in the wrong row. To shorten a deadline is to amend the plan: change \
              \"due\" and raise \"revision\".",
    },
    example: r#"[[task]]
id = "1.1"
due = { by = 2020-10-10 }
extended = [{ to = 2020-10-01, granted = 2020-09-25 }]   # <-
"#,
};

pub(super) const IDLE_EXTENSION: Explained = Explained {
    vi: Sentences {
        what: "Gia hạn dành cho những đơn vị không phải nộp gì ở dòng này hay các dòng bên dưới.",
        why: "Gia hạn như vậy không lùi thời hạn của ai, nên đơn vị được cho gia hạn vẫn bị tính theo thời hạn cũ. Hãy sửa \
              \"for\", hoặc chuyển sang dòng đúng.",
    },
    en: Sentences {
        what: "An extension is for units that have nothing to deliver on this row or below it.",
        why: "It moves no deadline, so whoever was granted it is still held to the old one. Correct \"for\", or move it to \
              the row that was meant.",
    },
    example: r#"[[task]]
id = "1.1"
lead = ["so-noi-vu"]
extended = [
  { to = 2020-10-20, granted = 2020-10-05, for = ["so-tu-phap"] },   # <-
]
"#,
};

pub(super) const WEEKEND_DEADLINE: Explained = Explained {
    vi: Sentences {
        what: "Ngày cuối của thời hạn rơi vào ngày nghỉ, trong khi roll_forward = false.",
        why: "Theo khoản 5 Điều 148 Bộ luật Dân sự 2015, thời hạn có ngày cuối là ngày nghỉ thì kết thúc vào cuối ngày làm \
              việc tiếp theo; kế hoạch có thể theo quy tắc ấy hoặc không. Nếu theo: roll_forward = true trong [rules]; nếu \
              không, việc nộp vào ngày làm việc tiếp theo bị tính là quá hạn.",
    },
    en: Sentences {
        what: "The last day of a deadline is a day off, while roll_forward is false.",
        why: "By the Civil Code 2015, Art. 148(5), a period whose last day is a day off ends with the next working day; the \
              plan may follow that rule or not. If it does: roll_forward = true in [rules]; if not, what comes on the next \
              working day counts as late.",
    },
    example: r#"[[task]]
id = "1.1"
due = { before = 2020-10-10 }   # <-
"#,
};

pub(super) const REPEATED_AGENCY: Explained = Explained {
    vi: Sentences {
        what: "Một cơ quan hay nhóm được ghi hai lần trong một danh sách, hoặc vừa chủ trì vừa phối hợp ở cùng một dòng.",
        why: "Ghi hai lần không thêm gì, nên thường là gõ nhầm tên của một cơ quan khác, và cơ quan ấy bị bỏ sót.",
    },
    en: Sentences {
        what: "An agency or group stands twice in one list, or both leads and supports one row.",
        why: "The second time adds nothing, so most often another agency was meant, and that one is left out.",
    },
    example: r#"[[task]]
id = "1.1"
lead = ["so-noi-vu"]
support = ["so-tu-phap", "so-noi-vu"]   # <-
"#,
};

pub(super) const EMPTY_TEXT: Explained = Explained {
    vi: Sentences {
        what: "Nội dung, tên gọi hoặc lời văn của thời hạn không có chữ nào.",
        why: "Người đọc báo cáo không biết đó là việc gì, của ai. Thường là một ô của bảng bị bỏ trống hoặc chỉ có dấu gạch.",
    },
    en: Sentences {
        what: "A title, a name or the wording of a deadline has no letter.",
        why: "Whoever reads a report does not learn what it is about, or whose it is. Mostly a cell of the table was blank, or \
              held a dash.",
    },
    example: r#"[[task]]
id = "1.1"
title = "-"   # <-
"#,
};
