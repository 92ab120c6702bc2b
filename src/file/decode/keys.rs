//! The keys of each table of the format.

/// The keys of a deadline that say its last day; exactly one is stated.
pub(crate) const DEADLINE_KINDS: [&str; 8] = ["before", "by", "on", "month", "quarter", "year", "ongoing", "when"];

/// The keys that a table may have. A table goes by the key that holds it; the empty name is the
/// top level, `agency` and `group` are the lines of `[agencies]` and `[groups]`.
pub(crate) fn known_keys(table: &str) -> &'static [&'static str] {
    match table {
        "" => &["version", "plan", "rules", "task", "directive", "agencies", "groups", "metadata"],
        "plan" => &["number", "title", "title_en", "issuer", "issued", "revision", "coordinator", "basis", "lang"],
        "rules" => &["before", "roll_forward", "holidays", "workdays", "due_soon_days"],
        "task" => &[
            "id",
            "number",
            "parent",
            "title",
            "title_en",
            "lead",
            "support",
            "due",
            "completion",
            "result",
            "note",
            "submitted",
            "extended",
        ],
        "due" => &["before", "by", "on", "month", "quarter", "year", "ongoing", "when", "from", "text", "text_en"],
        "submitted" => &["by", "on", "ref", "note", "returned", "reason"],
        "extended" => &["to", "granted", "ref", "for"],
        "directive" => &["ref", "agencies", "text", "text_en", "due", "tasks"],
        "agency" => &["name", "name_en", "short", "aliases"],
        "group" => &["name", "name_en", "short", "aliases", "members"],
        _ => &[],
    }
}

/// How a key is written, for messages; empty where a word says it better.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "version" => "version = 1",
        "plan" => "[plan]",
        "number" => "number = \"15/KH-UBND\"",
        "title" => "title = \"…\"",
        "issuer" => "issuer = \"UBND tỉnh …\"",
        "issued" => "issued = 2020-08-25",
        "basis" => "basis = [\"Quyết định số …\"]",
        "holidays" => "holidays = [2025-09-01, 2025-09-02]",
        "workdays" => "workdays = [2025-04-26]",
        "task" => "[[task]]",
        "directive" => "[[directive]]",
        "agencies" => "agencies = [\"so-noi-vu\"]",
        "groups" => "[groups]",
        "id" => "id = \"1.1\"",
        "parent" => "parent = \"1\"",
        "lead" => "lead = [\"so-noi-vu\"]",
        "support" => "support = [\"so-noi-vu\"]",
        "members" => "members = [\"so-noi-vu\"]",
        "aliases" => "aliases = [\"Nội vụ\"]",
        "for" => "for = [\"so-noi-vu\"]",
        "tasks" => "tasks = [\"1.1\"]",
        "due" => "due = { by = 2020-10-10 }",
        "month" => "month = \"2020-11\"",
        "quarter" => "quarter = \"2020-Q4\"",
        "year" => "year = 2020",
        "submitted" => "submitted = [{ by = \"so-noi-vu\", on = 2020-10-08 }]",
        "extended" => "extended = [{ to = 2020-10-20, granted = 2020-10-05 }]",
        "on" => "on = 2020-10-08",
        "to" => "to = 2020-10-20",
        "granted" => "granted = 2020-10-05",
        "ref" => "ref = \"III.4.b\"",
        "text" => "text = \"…\"",
        "name" => "name = \"Sở Nội vụ\"",
        _ => "",
    }
}
