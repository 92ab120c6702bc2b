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

/// How a required key is written, for the message that it is missing.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "version" => "version = 1",
        "plan" => "[plan]",
        "number" => "number = \"15/KH-UBND\"",
        "title" => "title = \"…\"",
        "issuer" => "issuer = \"UBND tỉnh …\"",
        "issued" => "issued = 2020-08-25",
        "id" => "id = \"1.1\"",
        "on" => "on = 2020-10-08",
        "to" => "to = 2020-10-20",
        "granted" => "granted = 2020-10-05",
        "ref" => "ref = \"III.4.b\"",
        "agencies" => "agencies = [\"so-noi-vu\"]",
        "text" => "text = \"…\"",
        _ => "name = \"Sở Nội vụ\"",
    }
}
