//! Codes of what comes and goes, comes again, or waits for something: events, periods, rows and bodies with their days.

use super::{Explained, Sentences};

pub(super) const UNKNOWN_EVENT: Explained = Explained {
    vi: Sentences {
        what: "Thời hạn tính từ một sự kiện không có trong [events].",
        why: "Không có sự kiện thì không bao giờ biết ngày cuối, và nhiệm vụ sẽ không bao giờ quá hạn. Hãy ghi đúng mã, \
              hoặc thêm sự kiện vào [events].",
    },
    en: Sentences {
        what: "A deadline counts from an event that [events] does not have.",
        why: "Without the event nobody ever learns the last day, and the row can never be overdue. Correct the id, or add \
              the event to [events].",
    },
    example: r#"[[task]]
id = "1"
due = { within = { days = 30, after = { event = "nghi-quyet" } } }   # <-
[events]
nghi-quyet-hdnd = { name = "Nghị quyết của HĐND tỉnh có hiệu lực" }
"#,
};

pub(super) const UNUSED_EVENT: Explained = Explained {
    vi: Sentences {
        what: "Một sự kiện trong [events] không có thời hạn nào tính từ đó.",
        why: "Thường là còn thiếu \"within\" ở một nhiệm vụ, nên nhiệm vụ đó không có hạn. Hãy ghi thời hạn, hoặc bỏ sự \
              kiện.",
    },
    en: Sentences {
        what: "No deadline counts from an event of [events].",
        why: "Most often a row lacks its \"within\", and so has no last day. State the deadline, or take the event out.",
    },
    example: r#"[events]
nghi-quyet = { name = "Nghị quyết của HĐND tỉnh có hiệu lực" }   # <-
"#,
};

pub(super) const UNKNOWN_COLUMN: Explained = Explained {
    vi: Sentences {
        what: "\"cells\" ghi một cột không có trong \"columns\" của [plan].",
        why: "Cột nào của phụ lục cũng cần có tên; cột không tên sẽ không hiện trong báo cáo. Hãy sửa khóa, hoặc thêm cột.",
    },
    en: Sentences {
        what: "\"cells\" fills in a column that \"columns\" in [plan] does not name.",
        why: "Each column of the appendix has a head; what stands under none would be in no report. Correct the key, or \
              name the column.",
    },
    example: r#"[plan]
columns = { basis = "Văn bản giao nhiệm vụ" }
[[task]]
id = "1"
cells = { basic = "TB 200/TB-UBND" }   # <-
"#,
};

pub(super) const DEADLINE_CYCLE: Explained = Explained {
    vi: Sentences {
        what: "Thời hạn của các nhiệm vụ chờ lẫn nhau.",
        why: "Nhiệm vụ nào cũng chờ nhiệm vụ kia hoàn thành, nên không nhiệm vụ nào có ngày cuối. Hãy sửa \"after\" của một \
              trong các nhiệm vụ.",
    },
    en: Sentences {
        what: "The deadlines of some rows wait for each other.",
        why: "Each waits until another is delivered, so that none ever has a last day. Correct the \"after\" of one of \
              them.",
    },
    example: r#"[[task]]
id = "1"
due = { within = { days = 10, after = { task = "2" } } }   # <-
[[task]]
id = "2"
due = { within = { days = 10, after = { task = "1" } } }
"#,
};

pub(super) const SUCCESSOR_CYCLE: Explained = Explained {
    vi: Sentences {
        what: "Các cơ quan nhập lẫn vào nhau.",
        why: "Nhiệm vụ chưa xong của cơ quan đã kết thúc chuyển cho cơ quan tiếp nhận; đi vòng thì không ai phải làm. Hãy \
              sửa \"into\" của một trong các cơ quan.",
    },
    en: Sentences {
        what: "Some agencies go into each other.",
        why: "What an agency that has ended still owed passes to the one that takes over; in a circle nobody would owe \
              it. Correct the \"into\" of one of them.",
    },
    example: r#"[agencies]
so-a = { name = "Sở A", ended = 2025-03-01, into = ["so-b"] }   # <-
so-b = { name = "Sở B", ended = 2025-03-01, into = ["so-a"] }
"#,
};

pub(super) const MISSING_PERIOD: Explained = Explained {
    vi: Sentences {
        what: "Báo cáo hoặc gia hạn của nhiệm vụ định kỳ không ghi thuộc kỳ nào.",
        why: "Báo cáo chỉ được tính cho kỳ của nó: báo cáo tháng 3 nộp muộn không thay cho báo cáo tháng 4. Hãy ghi \
              \"period\".",
    },
    en: Sentences {
        what: "An entry or an extension of a row that recurs does not say for which period it is.",
        why: "A report counts for its own period alone: that of March, sent late, is not that of April. Say so in \
              \"period\".",
    },
    example: r#"[[task]]
id = "1"
lead = ["so-noi-vu"]
due = { every = { months = 1 }, until = 2026 }
submitted = [{ by = "so-noi-vu", on = 2026-02-02 }]   # <-
"#,
};

pub(super) const BAD_PERIOD: Explained = Explained {
    vi: Sentences {
        what: "\"period\" không phải là một kỳ của nhiệm vụ, hoặc nhiệm vụ không lặp lại theo kỳ.",
        why: "Ghi nhận như vậy sẽ không được tính cho kỳ nào. Kỳ gọi theo đơn vị đầu tiên của nó: tháng \"2026-08\", quý \
              \"2026-Q3\", nửa năm \"2026-H2\", tuần \"2026-W30\" hoặc năm 2026.",
    },
    en: Sentences {
        what: "\"period\" is not a period of the row, or the row does not recur.",
        why: "The mark would count for nothing. A period goes by the name of its first unit: a month \"2026-08\", a \
              quarter \"2026-Q3\", half a year \"2026-H2\", a week \"2026-W30\" or a year 2026.",
    },
    example: r#"[[task]]
id = "1"
lead = ["so-noi-vu"]
due = { every = { quarters = 1 }, until = 2026 }
submitted = [{ by = "so-noi-vu", period = "2026-08", on = 2026-09-02 }]   # <-
"#,
};

pub(super) const ENDED_AGENCY: Explained = Explained {
    vi: Sentences {
        what: "Báo cáo ghi cho một cơ quan vào ngày cơ quan đó kết thúc hoặc sau đó.",
        why: "Khi đó nhiệm vụ đã chuyển cho cơ quan tiếp nhận, nên báo cáo này không được tính cho ai. Hãy ghi cơ quan \
              tiếp nhận, hoặc sửa ngày.",
    },
    en: Sentences {
        what: "An entry names an agency on the day it ended, or later.",
        why: "By then its duty had passed to the one that took over, so the entry counts for nobody. Name that one, or \
              correct the day.",
    },
    example: r#"[[task]]
id = "1"
lead = ["so-a"]
submitted = [{ by = "so-a", on = 2025-04-02 }]   # <-
[agencies]
so-a = { name = "Sở A", ended = 2025-03-01, into = ["so-b"] }
"#,
};

pub(super) const ENDED_ROW: Explained = Explained {
    vi: Sentences {
        what: "Báo cáo ghi vào ngày nhiệm vụ kết thúc hoặc sau đó.",
        why: "Từ ngày đó không ai còn phải làm nhiệm vụ này, nên báo cáo không được tính. Hãy sửa ngày, hoặc ghi vào nhiệm \
              vụ thay thế.",
    },
    en: Sentences {
        what: "An entry stands on a row on the day the row ended, or later.",
        why: "From that day on nobody owes the row, and the entry does not count. Correct the day, or move the entry to \
              the row that replaces it.",
    },
    example: r#"[[task]]
id = "1"
lead = ["so-noi-vu"]
ended = { on = 2026-05-01 }
submitted = [{ by = "so-noi-vu", on = 2026-05-04 }]   # <-
"#,
};
