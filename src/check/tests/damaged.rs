//! Of files that are no valid TOML: a lost statement is lost for what it says, and for nothing else.

use super::{BODIES, HEAD, holds};

/// Holds what is told of a file with these rows, a table each, and two agencies that are led by a row of their own.
fn tables(why: &str, rows: &str) {
    let used = "[[task]]\nid = 'z'\nnumber = '-'\ntitle = 'T'\nlead = ['a', 'b']\ndue = { by = 2020-12-01 }\n";
    holds(why, &format!("{HEAD}{rows}\n{used}{BODIES}"));
}

/// A row of these lines.
fn row(id: &str, lines: &str) -> String {
    format!("[[task]]\nid = '{id}'\ntitle = 'T'\n{lines}\n")
}

const LED: &str = "lead = ['a']\ndue = { by = 2020-03-10 }";

#[test]
fn a_date_that_is_none_hides_no_other_row() {
    tables(
        "as it was reported",
        &(row("1", "lead = ['a']\ndue = { by = 2020-11-31 } #~ syntax")
            + "[[task]]\nid = '2' #~ no-lead\ntitle = 'T'\ndue = { by = 2020-03-10 }\n"),
    );
}

#[test]
fn a_lost_key_is_lost_alone() {
    let item = |lines: &str| format!("[[task]]\nid = '1' #~ no-deadline\ntitle = 'T'\nlead = ['a']\n{lines}\n");
    tables("another key", &item("note = \"x #~ syntax"));
    tables("without its =", &item("result 'x' #~ syntax"));
    tables("the deadline", &row("1", "lead = ['a']\ndue = { by = 2020-03-10 #~ syntax"));
    tables("what may be the deadline", &row("1", "lead = ['a']\n!! #~ syntax"));
    tables("a key most like the deadline", &row("1", "lead = ['a']\nduee = { by = 2020-03-10 #~ syntax"));
    tables("the lead", &row("1", "lead = ['a' #~ syntax\n\ndue = { by = 2020-03-10 }"));
    tables("a required key", "[[task]]\nid = '1'\ntitle = \"T #~ syntax\nlead = ['a']\ndue = { by = 2020-03-10 }\n");
    tables(
        "a key that stands twice",
        &row("1", &format!("{LED}\nlead = ['b'] #~ syntax\nsubmitted = [{{ by = 'b', on = 2020-03-01 }}]")),
    );
}

#[test]
fn a_deadline_of_dotted_keys_is_as_good_as_its_last_day() {
    let below = |code: &str| format!("[[task]]\nid = '1.1'\ntitle = 'T'\ndue = {{ by = 2020-03-11 }} {code}\n");
    let above = |lost: &str| row("1", &format!("lead = ['a']\ndue.by = 2020-03-10\n{lost} #~ syntax"));
    tables("its wording", &(above("due.text = \"x") + &below("#~ deadline-after-parent")));
    let above = row("1", "lead = ['a']\ndue.by = 2020-03-32 #~ syntax\ndue.text = 'x'");
    tables("its last day", &(above + &below("")));
}

#[test]
fn a_lost_row_may_stand_below_any_but_not_between_any() {
    let lost = "[[task #~ syntax\nid = '2'\ntitle = 'T'\n";
    tables("between them", &(row("1", LED) + lost + &row("3", LED)));
    let third = format!("[[task]]\nid = '3' #~ numbering\ntitle = 'T'\n{LED}\n");
    tables("after them", &(row("1", LED) + &third + lost));
    tables("below a row without a lead", &(row("1", "") + lost));
    tables("a reference to it", &(row("1", &format!("{LED}\nparent = '2'")) + lost));
}

#[test]
fn a_lost_table_is_lost_for_what_it_is() {
    let nobodys = "[[task]]\nid = '1' #~ no-lead\ntitle = 'T'\n";
    tables("rules", &format!("[rules #~ syntax\nroll_forward = true\n{nobodys}"));
    tables("free data", &format!("[metadata #~ syntax\nx = 1\n{nobodys}"));
    tables("a duty", &format!("[[directive #~ syntax\nref = 'I'\n{nobodys}"));
    let whole = format!("{HEAD}[[task]]\nid = '1'\ntitle = 'T'\nlead = ['a']\ndue = {{ by = 2020-03-10 }}\n");
    holds("agencies", &format!("{whole}[agencies #~ syntax\na = {{ name = 'A' }}\n[groups]\ng = {{ name = 'G' }}\n"));
    holds(
        "rows of another name",
        &format!("{HEAD}[[taks]] #~ unknown-key\nid = '1'\ntitle = 'T'\nlead = ['a']\n{BODIES}"),
    );
}

#[test]
fn a_lost_agency_is_lost_alone() {
    let rows = "[[task]]\nid = '1'\ntitle = 'T'\ndue = { by = 2020-03-10 }\n";
    let bodies = "[agencies]\na = { name = 'A }\n";
    let broken = bodies.replace("A }", "A } #~ syntax");
    holds("it is named", &format!("{HEAD}{rows}lead = ['a']\n{broken}"));
    holds("another is named", &format!("{HEAD}{rows}lead = ['x'] #~ unknown-agency\n{broken}"));
    holds(
        "it stands twice",
        &format!("{HEAD}{rows}lead = ['a']\n[agencies]\na = {{ name = 'A' }}\na = {{ name = 'B' }} #~ syntax\n"),
    );
}
