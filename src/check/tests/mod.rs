//! What the rules say of files that have errors too: what an error touches is left out, nothing else.
//!
//! A case is a few lines of a file; behind `#~` stands what is told of a line.

mod compared;
mod damaged;
mod growth;

use crate::testing::told;

const HEAD: &str = "version = 1
plan = { number = '1/KH', title = 'K', issuer = 'T', issued = 2020-01-01 }
";

const BODIES: &str = "
[agencies]
a = { name = 'Sở A' }
b = { name = 'Sở B' }
";

/// Holds that exactly that is told of a file which the comments in it say.
fn holds(why: &str, text: &str) {
    let lines = text.lines().enumerate();
    let marked = lines.filter_map(|(number, line)| Some((number + 1, line.split_once("#~")?.1)));
    let expected = marked.flat_map(|(line, codes)| codes.split_whitespace().map(move |code| format!("{line} {code}")));
    assert_eq!(told(text), expected.collect::<Vec<_>>(), "{why}:\n{text}");
}

/// The same of a file with these rows, an inline table each, where two agencies are led by a row of their own.
fn rows(why: &str, rows: &str) {
    let used = "{ id = 'z', number = '-', title = 'T', lead = ['a', 'b'], due = { by = 2020-12-01 } },";
    holds(why, &format!("{HEAD}task = [\n{rows}\n{used}\n]{BODIES}"));
}

#[test]
fn a_plain_file_has_no_problems() {
    rows("nothing", "{ id = '1', title = 'T', lead = ['a'], due = { by = 2020-03-10 } },");
}

#[test]
fn no_deadline() {
    rows(
        "an error in another row",
        "{ id = '1', title = 'T', lead = ['a'] }, #~ no-deadline
         { id = '2', title = 'T', lead = ['a'], due = { by = 'x' } }, #~ wrong-type",
    );
    rows(
        "a key that may be its deadline",
        "{ id = '1', title = 'T', lead = ['a'], de = { by = 2020-03-10 } }, #~ unknown-key",
    );
    rows("its own deadline", "{ id = '1', title = 'T', lead = ['a'], due = 5 }, #~ wrong-type");
    rows(
        "the deadline that it inherits",
        "{ id = '1', title = 'T', due = 5 }, #~ wrong-type
         { id = '1.1', title = 'T', lead = ['a'] },
         { id = '1.2', title = 'T', lead = ['a'] },",
    );
    rows("whether it is an item at all", "{ id = '1', title = 'T', lead = 5 }, #~ wrong-type");
    rows(
        "the row above it",
        "{ id = '1', title = 'T', lead = ['a'], parent = 5 }, #~ wrong-type
         { id = '2', title = 'T', lead = ['a'], parent = '1' },",
    );
    rows(
        "a row that may stand below it",
        "{ id = '1', title = 'T', lead = ['a'] },
         { id = '2', title = 'T', lead = ['a'], due = { by = 2020-03-10 }, parent = 5 }, #~ wrong-type",
    );
    rows(
        "a row that most likely stands below another",
        "{ id = 'xuan', title = 'T', lead = ['a'] }, #~ no-deadline
         { id = 'hoc-ky', number = '-', title = 'T', lead = ['a'] },
         { id = '3', title = 'T', lead = ['a'], due = { by = 2020-03-10 }, parent = 'hocky' }, #~ unknown-parent",
    );
}

#[test]
fn deadline_text() {
    rows(
        "what says another rhythm, day, length or start",
        "{ id = '1', title = 'T', lead = ['a'], due = { every = { quarters = 1, day = 15 }, until = 2020, text = 'Trước ngày 15 hằng tháng' } }, #~ deadline-text
         { id = '2', title = 'T', lead = ['a'], due = { every = { months = 1, day = 20 }, until = 2020, text = 'Monthly, by the 25th' } }, #~ deadline-text
         { id = '3', title = 'T', lead = ['a'], due = { within = { working_days = 9, after = 'issue' }, text = '9 ngày kể từ ngày ban hành' } }, #~ deadline-text
         { id = '4', title = 'T', lead = ['a'], due = { quarter = '2020-Q3', text = 'Trong quý II' } }, #~ deadline-text
         { id = '5', title = 'T', lead = ['a'], due = { every = { years = 1 }, from = 2020, until = 2022, text = 'Hằng năm, từ năm 2021' } }, #~ deadline-text
         { id = '6', title = 'T', lead = ['a'], due = { by = 2020-03-10, text = 'September 30, 2020' } }, #~ deadline-text",
    );
    rows(
        "what agrees, or says less",
        "{ id = '1', title = 'T', lead = ['a'], due = { every = { months = 3, day = 15 }, until = 2020, text = 'Hằng quý' } },
         { id = '2', title = 'T', lead = ['a'], due = { every = { months = 1, days_after = 5 }, until = 2020, text = 'trước ngày 05 hằng tháng' } },
         { id = '3', title = 'T', lead = ['a'], due = { by = 2020-12-10, text = 'Trước ngày 10/12 hằng năm' } },
         { id = '4', title = 'T', lead = ['a'], due = { ongoing = true, text = 'Hằng năm' } },
         { id = '5', title = 'T', lead = ['a'], due = { by = 2020-01-31, text = 'Trong vòng 30 ngày kể từ ngày ban hành' } },
         { id = '6', title = 'T', lead = ['a'], due = { by = 2020-05-01, text = '30 ngày kể từ ngày Luật có hiệu lực' } },
         { id = '7', title = 'T', lead = ['a'], due = { by = 2020-06-30, text = 'Quý II/2020 (Kế hoạch); Quý IV/2020 (báo cáo)' } },",
    );
}

#[test]
fn deadline_before_issue() {
    let row = |due: &str, codes: &str| format!("{{ id = '1', title = 'T', lead = ['a'], due = {{ {due} }} }}, {codes}");
    rows("the day of issue itself", &row("by = 2020-01-01", ""));
    rows("the day before it", &row("by = 2019-12-31", "#~ deadline-before-issue"));
}

#[test]
fn deadline_after_parent() {
    let above = "{ id = '1', title = 'T', lead = ['a'], due = { by = 2020-03-10 } },";
    rows(
        "an error in another row",
        &format!(
            "{above}
             {{ id = '1.1', title = 'T', due = {{ by = 2020-03-11 }} }}, #~ deadline-after-parent
             {{ id = '1.2', title = 5, due = {{ by = 2020-03-09 }} }}, #~ wrong-type"
        ),
    );
    rows(
        "the deadline above",
        "{ id = '1', title = 'T', lead = ['a'], due = { by = 'x' } }, #~ wrong-type
         { id = '1.1', title = 'T', due = { by = 2020-03-11 } },",
    );
    rows(
        "the row above",
        &format!("{above} {{ id = '1.1', title = 'T', due = {{ by = 2020-03-11 }}, parent = 5 }}, #~ wrong-type"),
    );
}

#[test]
fn a_broken_rule_touches_those_days_that_it_decides() {
    let rules = |rules: &str, rows: &str| {
        let used = "{ id = 'z', number = '-', title = 'T', lead = ['a', 'b'], due = { by = 2020-12-01 } },";
        holds(rules, &format!("{HEAD}rules = {{ {rules} }} #~ wrong-type\ntask = [\n{rows}\n{used}\n]{BODIES}"));
    };
    let rows = "{ id = '1', title = 'T', lead = ['a'], due = { before = 2020-03-11 } },
                { id = '1.1', title = 'T', due = { by = 2020-03-12 } },";
    let judged = rows.replace("03-12 } },", "03-12 } }, #~ deadline-after-parent");
    rules("before = 5", rows);
    rules("roll_forward = 5", rows);
    rules("roll_forward = true, holidays = 5", rows);
    rules("holidays = 5", &judged);
    rules("due_soon_days = 'x'", &judged);
    // 14 March 2020 is a Saturday.
    let off = |due: &str, code: &str| format!("{{ id = '1', title = 'T', lead = ['a'], due = {{ {due} }} }}, {code}");
    rules("due_soon_days = 'x'", &off("by = 2020-03-14", "#~ weekend-deadline"));
    rules("before = 5", &off("by = 2020-03-14", "#~ weekend-deadline"));
    rules("before = 5", &off("before = 2020-03-14", ""));
    rules("workdays = 5", &off("by = 2020-03-14", ""));
    rules("holidays = 5", &off("by = 2020-03-16, text = 'trước ngày 20/3/2020'", "#~ deadline-text"));
    rules("before = 5", &off("by = 2020-03-16, text = 'trước ngày 20/3/2020'", ""));
    rules("before = 5", &off("by = 2020-03-16, from = 2020-03-17", "#~ bad-deadline"));
    rules("before = 5", &off("before = 2020-03-16, from = 2020-03-17", ""));
}

#[test]
fn directive_deadline() {
    let directive = |reference: &str, tasks: &str, rows: &str, codes: &str| {
        let rows = format!(
            "{{ id = '1', title = 'T', lead = ['a', 'b'], due = {{ by = 2020-03-10 }} }},
             {{ id = '2', title = 'T', lead = ['a'], {rows} }},"
        );
        let due = "due = { by = 2020-03-09 }";
        let directive = format!("{{ ref = {reference}, agencies = ['a'], text = 'T', {due}, tasks = [{tasks}] }}");
        holds(tasks, &format!("{HEAD}task = [\n{rows}\n]\ndirective = [{directive}] {codes}{BODIES}"));
    };
    directive("'I'", "'1', '2'", "due = 5 #~ wrong-type\n", "#~ directive-deadline");
    directive("'I'", "'2'", "due = 5 #~ wrong-type\n", "");
    directive("'I'", "'1', 'x'", "due = { by = 2020-03-09 }", "#~ directive-deadline unknown-task");
    directive("5", "'1'", "due = { by = 2020-03-09 }", "#~ wrong-type");
}

#[test]
fn extension_earlier() {
    let early = "{ to = 2020-03-01, granted = 2020-02-01 }, #~ extension-earlier";
    let row = |due: &str, extended: &str| {
        format!("{{ id = '1', title = 'T', lead = ['a'], due = {due}, extended = [\n{extended}\n] }},")
    };
    let good = "{ by = 2020-03-10 }";
    let unread = "{ to = 'x', granted = 2020-02-01 }, #~ wrong-type";
    rows("an error in another row", &(row(good, early) + "{ id = '2', title = 'T', lead = 5 }, #~ wrong-type"));
    rows("an extension after it", &row(good, &format!("{early}\n{unread}")));
    let silent = early.split('#').next().unwrap_or_default();
    rows("an extension before it", &row(good, &format!("{unread}\n{silent}")));
    rows("the deadline", &row("5", silent).replace("[\n", "[ #~ wrong-type\n"));
    rows(
        "an extension of the row above",
        "{ id = '1', title = 'T', due = { by = 2020-03-10 }, lead = ['a'], extended = [
             { to = 2020-04-01, granted = 'x' } ] }, #~ wrong-type
         { id = '1.1', title = 'T', extended = [{ to = 2020-03-01, granted = 2020-02-01 }] },",
    );
    rows(
        "an extension of a row below, which decides there alone",
        "{ id = '1', title = 'T', due = { by = 2020-03-10 }, lead = ['a'], extended = [
             { to = 2020-03-01, granted = 2020-02-01 } ] }, #~ extension-earlier
         { id = '1.1', title = 'T', extended = [{ to = 2020-04-01, granted = 'x' }] }, #~ wrong-type",
    );
}

#[test]
fn idle_extension() {
    let row = |lead: &str| {
        let extended = "[{ to = 2020-04-01, granted = 2020-02-01, for = ['b'] }]";
        format!("{{ id = '1', title = 'T', lead = {lead}, due = {{ by = 2020-03-10 }}, extended = {extended} }}, ")
    };
    let below = |lead: &str| format!("{{ id = '1.1', title = 'T', lead = {lead}, due = {{ by = 2020-03-09 }} }},");
    rows(
        "an error in another row",
        &(row("['a']") + "#~ idle-extension\n{ id = '2', title = 'T', lead = 5 }, #~ wrong-type"),
    );
    rows(
        "a broken extension before it",
        &(row("['a']").replace("[{ to", "[\n{ to = 5 }, #~ missing-key wrong-type\n{ to") + "#~ idle-extension"),
    );
    rows("its own units", &(row("5") + "#~ wrong-type"));
    rows("the units of a row below", &(row("['a']") + &below("5") + "#~ wrong-type"));
    rows("a group that cannot be opened", &(row("['x']") + "#~ unknown-agency"));
    let loose = "{ id = '2', title = 'T', lead = ['b'], due = { by = 2020-03-09 }, parent = 5 }, #~ wrong-type";
    rows("a row that may stand below it", &(row("['a']") + "\n" + loose));
}

#[test]
fn unused_agency() {
    let file = |why: &str, rows: &str, bodies: &str| {
        let row = "{ id = '1', title = 'T', lead = ['a', 'b'], due = { by = 2020-03-10 } },";
        holds(why, &format!("{HEAD}task = [\n{row}\n{rows}\n]{BODIES}{bodies}"));
    };
    let c = "so-cong-thuong = { name = 'Sở Công Thương' }";
    let row = |lead: &str| format!("{{ id = '2', title = 'T', lead = {lead}, due = {{ by = 2020-03-10 }} }},");
    file(
        "an error in another value",
        &(row("['a']").replace("'T'", "5") + "#~ wrong-type"),
        &format!("{c} #~ unused-agency"),
    );
    file("an unknown id like another", &(row("['so-y-te']") + "#~ unknown-agency"), &format!("{c} #~ unused-agency"));
    file("an unknown id like its own", &(row("['so-cong-thong']") + "#~ unknown-agency"), c);
    file("a list of agencies", &(row("['a', 5]") + "#~ wrong-type"), c);
    file(
        "members of a group",
        &row("['g']"),
        &format!("{c}\n[groups]\ng = {{ name = 'G', members = 5 }} #~ wrong-type"),
    );
    file("its own name", "", &(c.replace("'Sở Công Thương'", "5") + " #~ wrong-type"));
    let coordinated = HEAD.replace(" }\n", ", coordinator = 'so-cong-thuong' }\n");
    let row = "task = [{ id = '1', title = 'T', lead = ['a', 'b'], due = { by = 2020-03-10 } }]";
    holds("the one that coordinates", &format!("{coordinated}{row}{BODIES}{c}"));
}

#[test]
fn numbering() {
    let row = |id: &str, more: &str| {
        format!("{{ id = '{id}', title = 'T', lead = ['a'], due = {{ by = 2020-03-10 }}, {more} }}, ")
    };
    let file = |why: &str, each: &[String]| rows(why, &each.join("\n"));
    let other = row("9.1", "result = 5") + "#~ wrong-type";
    file("an error elsewhere", &[row("1", ""), row("3", "") + "#~ numbering", other]);
    file("the number before", &[row("1", ""), row("2", "number = 5") + "#~ wrong-type", row("4", "")]);
    file("its own number", &[row("1", ""), row("3", "number = 5") + "#~ wrong-type"]);
    file("its own place", &[row("1", ""), row("3", "parent = 5") + "#~ wrong-type"]);
    let loose = row("x", "parent = 5") + "#~ wrong-type";
    file("a row between that may belong there", &[row("1", ""), loose.clone(), row("3", "")]);
    file("a row after them", &[row("1", ""), row("3", "") + "#~ numbering", loose]);
    let typed = row("x", "parent = 'khac'") + "#~ unknown-parent";
    file("a row between that belongs elsewhere", &[row("1", ""), typed, row("3", "") + "#~ numbering"]);
    file("two of one id", &[row("1", ""), row("1", "") + "#~ duplicate-id", row("3", "")]);
}

#[test]
fn a_row_is_nobodys_whatever_another_lacks() {
    rows(
        "an error in another row",
        "{ id = '1', title = 'T', lead = ['a'], due = 5 }, #~ wrong-type
         { id = '2', title = 'T', due = { by = 2020-03-10 } }, #~ no-lead",
    );
    rows(
        "a row that may stand below it",
        "{ id = '1', title = 'T', lead = ['a'], due = { by = 2020-03-10 }, parent = 5 }, #~ wrong-type
         { id = '2', title = 'T', due = { by = 2020-03-10 } },",
    );
    rows("its own lead", "{ id = '2', title = 'T', lead = 5, due = { by = 2020-03-10 } }, #~ wrong-type");
}

#[test]
fn entries_are_judged_by_what_is_known_of_their_row() {
    rows(
        "a lead that is not known",
        "{ id = '1', title = 'T', lead = 5, due = { by = 2020-03-10 }, submitted = [ #~ wrong-type
             { by = 'a', on = 2019-12-01 }, #~ before-issue
             { by = 'b', on = 2020-03-10 },
             { by = 'b', on = 2020-03-10 }, #~ duplicate-entry
             { by = 'x', on = 2020-03-10 }, #~ unknown-agency
             { on = 2020-03-10 } ] },",
    );
}

#[test]
fn what_is_unknown_stands_where_it_is_named() {
    let row = |key: &str| format!("{{ id = '1', title = 'T', due = {{ by = 2020-03-10 }}, {key} }},");
    let named = "[\n'a',\n'x', #~ unknown-agency\n'b']";
    rows("a lead", &row(&format!("lead = {named}")));
    rows("a support", &row("lead = ['a'], support = [\n'x', #~ unknown-agency\n'b']"));
    let extended = format!("extended = [{{ to = 2020-04-01, granted = 2020-02-01, for = {named} }}]");
    rows("an extension", &row(&format!("lead = ['a'], {extended}")));
}
