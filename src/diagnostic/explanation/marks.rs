//! Codes of submissions and extensions that cannot be.

use super::{Explained, Sentences};

pub(super) const HEADING_ENTRY: Explained = Explained {
    vi: Sentences {
        what: "Lần nộp ghi ở một đề mục.",
        why: "Đề mục không có cơ quan chủ trì, nên không ai phải nộp gì ở đó và lần nộp sẽ không được tính cho ai. Hãy \
              chuyển sang dòng có cơ quan chủ trì.",
    },
    en: Sentences {
        what: "A submission stands on a heading.",
        why: "A heading has no lead: there is nothing to submit on it, and the entry would count for nobody. Move it to \
              a row that has a lead.",
    },
    example: r#"[[task]]
id = "I"
title = "Sự tham gia của người dân"
submitted = [{ by = "so-noi-vu", on = 2020-10-08 }]   # <-
"#,
};

pub(super) const NOT_RESPONSIBLE: Explained = Explained {
    vi: Sentences {
        what: "\"by\" ghi một cơ quan hay nhóm có trong kế hoạch nhưng không chủ trì dòng này.",
        why: "Lần nộp như vậy sẽ không được tính cho ai, còn đơn vị chủ trì thật vẫn bị coi là chưa nộp. Người nộp là đơn vị \
              chủ trì, cơ quan tiếp nhận nhiệm vụ của đơn vị đó, hoặc một nhóm chủ trì nộp thay các đơn vị của mình.",
    },
    en: Sentences {
        what: "\"by\" names an agency or group that the plan has, but that does not lead this row.",
        why: "The entry would count for nobody, while the unit that is responsible still counts as not delivered. Who \
              submits is a unit of the lead, one that took over from a unit, or a group of the lead for all its units.",
    },
    example: r#"[[task]]
id = "1.1"
lead = ["so-noi-vu"]
support = ["so-tu-phap"]
submitted = [{ by = "so-tu-phap", on = 2020-10-08 }]   # <-
"#,
};

pub(super) const MISSING_BY: Explained = Explained {
    vi: Sentences {
        what: "Lần nộp không ghi đơn vị nào đã nộp, trong khi dòng có nhiều đơn vị chủ trì.",
        why: "Chỉ khi một đơn vị chủ trì thì mới biết chắc ai đã nộp. Hãy ghi mã của đơn vị ở \"by\".",
    },
    en: Sentences {
        what: "An entry does not say who submitted, and several units are responsible for the row.",
        why: "Only where one unit is responsible is it plain who submitted. Give the id of the unit in \"by\".",
    },
    example: r#"[[task]]
id = "1.1"
lead = ["so-noi-vu", "so-tu-phap"]
submitted = [{ on = 2020-10-08 }]   # <-
"#,
};

pub(super) const DUPLICATE_ENTRY: Explained = Explained {
    vi: Sentences {
        what: "Một đơn vị có hai lần nộp ở một dòng cùng còn hiệu lực trong cùng một ngày.",
        why: "Nộp lại chỉ có sau khi bị trả lại, nên một trong hai lần là ghi nhầm, hoặc lần trước thiếu ngày trả lại. \
              Với completion = \"any\", lần nộp của các đơn vị khác nhau không trùng nhau.",
    },
    en: Sentences {
        what: "One unit has two entries on one row that are live on the same day.",
        why: "A report is submitted again only after it was returned: one of the two is a slip, or the earlier one lacks \
              the day it was returned. Under completion = \"any\" entries of different units do not clash.",
    },
    example: r#"submitted = [
  { by = "so-noi-vu", on = 2020-10-08, ref = "123/BC-SNV" },
  { by = "so-noi-vu", on = 2020-10-09, ref = "125/BC-SNV" },   # <-
]
"#,
};

pub(super) const BAD_DATES: Explained = Explained {
    vi: Sentences {
        what: "Ngày cho gia hạn là trước ngày ban hành kế hoạch, hoặc ngày trả lại là trước ngày nộp.",
        why: "Không thể có thứ tự như vậy, nên một trong hai ngày gõ nhầm, thường là năm. Tính đúng hạn hay quá hạn theo \
              ngày nhầm thì kết quả sai.",
    },
    en: Sentences {
        what: "The grant of an extension is dated before the plan was issued, or a return before the submission.",
        why: "Things cannot have happened in that order, so one of the two days is mistyped, most often the year. What is \
              in time and what is late would be told from a wrong day.",
    },
    example: r#"[plan]
issued = 2020-08-25
[[task]]
id = "1.1"
submitted = [{ by = "so-noi-vu", on = 2020-10-08, returned = 2020-10-01 }]   # <-
"#,
};

pub(super) const BEFORE_ISSUE: Explained = Explained {
    vi: Sentences {
        what: "Ngày nộp là trước ngày ban hành kế hoạch, hoặc trước ngày bổ sung nhiệm vụ.",
        why: "Có báo cáo gửi trước khi kế hoạch ban hành, theo bản dự thảo; nhưng thường là gõ nhầm năm, và khi đó đúng hạn \
              hay quá hạn đều tính sai.",
    },
    en: Sentences {
        what: "A submission is dated before the plan was issued, or before the row was added.",
        why: "A report may come in on a draft, before the plan is issued; but most often the year is mistyped, and what is in \
              time and what is late is told from a wrong day.",
    },
    example: r#"[plan]
issued = 2020-08-25
[[task]]
id = "1.1"
submitted = [{ by = "so-noi-vu", on = 2019-10-08 }]   # <-
"#,
};
