//! Codes of what a change took away from an older version of the plan.

use super::{Explained, Sentences};

pub(super) const REMOVED_ROW: Explained = Explained {
    vi: Sentences {
        what: "Một dòng của bản cũ không còn trong bản mới.",
        why: "Nhiệm vụ đã giao chỉ được bỏ khi kế hoạch được sửa đổi; mất dòng thì mất cả các lần nộp của nó. Nếu kế hoạch \
              được sửa đổi chính thức, hãy tăng \"revision\"; nếu chỉ lần này: --allow removed-row.",
    },
    en: Sentences {
        what: "A row of the older version is gone from the new one.",
        why: "What is assigned goes only when the plan is amended, and its entries go with it. If the plan itself was \
              amended, raise \"revision\"; if just this once, --allow removed-row.",
    },
    example: r#"[[task]]   # <-
id = "1.1"
title = "Tri thức công dân"
"#,
};

pub(super) const REMOVED_ENTRY: Explained = Explained {
    vi: Sentences {
        what: "Một lần nộp đã ghi trong bản cũ không còn trong bản mới.",
        why: "Lần nộp đã công bố là căn cứ để đơn vị chứng minh nộp đúng hạn, không được mất lặng lẽ. Báo cáo không đạt \
              thì dùng papi-plan return; ghi nhầm thật thì papi-plan withdraw cùng --allow removed-entry, hoặc tăng \
              \"revision\".",
    },
    en: Sentences {
        what: "An entry of the older version is gone from the new one.",
        why: "A published submission is what a unit proves with that it was in time; it may not vanish unnoticed. For a \
              report that will not do there is papi-plan return; for a real mistake papi-plan withdraw with --allow \
              removed-entry, or a risen \"revision\".",
    },
    example: r#"submitted = [
  { by = "so-noi-vu", on = 2020-10-08, ref = "123/BC-SNV" },   # <-
]
"#,
};

pub(super) const CHANGED_ENTRY: Explained = Explained {
    vi: Sentences {
        what: "Số văn bản, ghi chú, ngày hoặc lý do trả lại của một lần nộp khác với bản cũ.",
        why: "Điều đã ghi thì chỉ được thêm, không được sửa: thêm \"returned\" và \"reason\" không phải là sửa. Nếu sửa \
              chỗ ghi nhầm: --allow changed-entry.",
    },
    en: Sentences {
        what: "The reference, the note, or the return of an entry differs from the older version.",
        why: "What is recorded may be added to, not rewritten: adding \"returned\" and \"reason\" is no change. To correct \
              a slip: --allow changed-entry.",
    },
    example: r#"submitted = [
  { by = "so-noi-vu", on = 2020-10-08, ref = "999/BC-SNV" },   # <-
]
"#,
};

pub(super) const CHANGED_DEADLINE: Explained = Explained {
    vi: Sentences {
        what: "Ngày cuối của một đơn vị ở một dòng, hoặc ở một kỳ, khác với bản cũ, không kể các gia hạn mới.",
        why: "Thời hạn chỉ lùi bằng gia hạn, có ngày cho phép và số văn bản: papi-plan extend. Sửa thẳng \"due\", hoặc sửa \
              quy tắc ở [rules], làm việc quá hạn thành đúng hạn mà không để lại dấu vết.",
    },
    en: Sentences {
        what: "The last day of a unit on a row, or for a period, differs from the older version, new extensions aside.",
        why: "Deadlines move by extension, with the day of the grant and its document: papi-plan extend. To rewrite \"due\" \
              or [rules] would turn what is overdue into in time and leave no trace.",
    },
    example: r#"[[task]]
id = "1.1"
due = { before = 2020-12-31 }   # <-
"#,
};

pub(super) const CHANGED_ROW: Explained = Explained {
    vi: Sentences {
        what: "Nội dung, dòng cấp trên, \"completion\", \"since\", cơ quan chủ trì hoặc phối hợp của một dòng khác với bản cũ; hoặc \
              \"ended\" bị xóa hay đổi.",
        why: "Giao việc gì cho ai là do kế hoạch đã ban hành quyết định, chỉ đổi khi kế hoạch được sửa đổi: khi đó hãy tăng \
              \"revision\". Nếu chỉ sửa lỗi gõ: --allow changed-row.",
    },
    en: Sentences {
        what: "The title, the parent, \"completion\", \"since\", or the units of lead or support of a row differ from the older \
              version, or its \"ended\" was taken back or moved.",
        why: "What is assigned to whom is what the issued plan says and changes only when it is amended: then raise \
              \"revision\". To correct a typing mistake: --allow changed-row.",
    },
    example: r#"[[task]]
id = "1.1"
title = "Tri thức công dân"
lead = ["so-tu-phap"]   # <-
"#,
};

pub(super) const REVISION_BACK: Explained = Explained {
    vi: Sentences {
        what: "\"revision\" nhỏ hơn trong bản cũ.",
        why: "Mỗi lần kế hoạch được sửa đổi, \"revision\" tăng; số lùi nghĩa là bản mới làm từ một bản đã cũ, và các sửa \
              đổi sau đó sẽ mất. Hãy làm lại từ bản mới nhất.",
    },
    en: Sentences {
        what: "\"revision\" is smaller than in the older version.",
        why: "It rises with every amendment of the plan; a step back means that the change was made to an outdated copy, \
              and that the amendments since would be lost. Make it again from the latest.",
    },
    example: r#"[plan]
number = "15/KH-UBND"
revision = 1   # <-
"#,
};

pub(super) const CHANGED_PLAN: Explained = Explained {
    vi: Sentences {
        what: "Số, ký hiệu, cơ quan ban hành, ngày ban hành hoặc quy tắc tính ngày của kế hoạch khác với bản cũ; hoặc ngày bắt \
              đầu, ngày kết thúc, cơ quan tiếp nhận của một cơ quan, ngày của một sự kiện bị xóa hay đổi.",
        why: "Văn bản đã ban hành thì không đổi; quy tắc tính ngày đổi thì mọi hạn cuối có thể đổi theo. Khi kế hoạch được \
              sửa đổi, hãy tăng \"revision\". Nếu chỉ sửa lỗi gõ: --allow changed-plan.",
    },
    en: Sentences {
        what: "The number, the issuer, the day of issue or the rules of days differ from the older version, or when an agency \
              began or ended, who took over, or when an event happened.",
        why: "A document that was issued does not change, and with the rules of days every last day may. Where the plan was \
              amended, raise \"revision\". To correct a typing mistake: --allow changed-plan.",
    },
    example: r#"[plan]
number = "15/KH-UBND"
title = "Kế hoạch"
issuer = "UBND tỉnh Thái Nguyên"
issued = 2020-08-26   # <-
"#,
};
