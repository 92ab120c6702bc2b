"use strict";
(() => {
  const controls = document.getElementById("controls");
  if (!controls) return;
  const [search, agency, status, clear, count, none] =
    ["search", "agency", "status", "clear", "count", "none"].map((id) => document.getElementById(id));
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true });

  // Names are compared as the program compares them: without case and diacritics, đ = d, in any Unicode form.
  const words = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[đðɖ]/g, "d")
    .replace(/&/g, " va ")
    .replace(/[^\p{Alphabetic}\p{N}]+/gu, " ")
    .trim();
  const shortened = (text) =>
    text.replace(/(^| )(?:uy ban nhan dan|uy ban nd|ub nhan dan|ub nd|u b n d)(?= |$)/g, "$1ubnd");
  const fold = (text) =>
    shortened(words(text).replace(/(^| )(\S*(?:qu|[b-df-hj-np-tv-xz]))y(?= |$)/g, "$1$2i"));

  const tables = [...document.querySelectorAll("table")].map((table) => {
    const body = table.tBodies[0];
    const lines = [...body.rows].map((row) => {
      const has = (key) => new Set((row.dataset[key] || "").split(" "));
      const details = [...row.querySelectorAll("details")];
      return { row, details, agencies: has("agencies"), statuses: has("statuses"), text: null };
    });
    const box = table.parentElement;
    return { table, body, lines, box, section: box.closest("section"), left: lines.length };
  });
  const sections = [...new Set(tables.map(({ section }) => section))];
  const all = tables.reduce((sum, { lines }) => sum + lines.length, 0);

  // A search finds words from where they begin; the last of them may be typed in part.
  const textOf = (line) => {
    line.text ??= [...line.row.cells].map((cell) => ` ${fold(cell.textContent)}`).join(" |");
    return line.text;
  };

  // Names that are folded away are shown where one of them was looked for.
  const opened = new Set();
  const unfold = (line, wanted) => {
    for (const details of line.details) {
      const text = ` ${fold(details.textContent)}`;
      const has = wanted.some((name) => name.trim() && text.includes(name));
      if (has === details.open || (!has && !opened.has(details))) continue;
      details.open = has;
      if (has) opened.add(details); else opened.delete(details);
    }
  };

  // What has no line left is left out, so that what is found stands together.
  const showTables = () => {
    const filled = new Set(tables.filter(({ left }) => left > 0).map(({ section }) => section));
    for (const section of sections) section.hidden = !filled.has(section);
    for (const { box, left } of tables) box.hidden = left === 0;
    none.hidden = filled.size > 0;
  };

  const filter = () => {
    const wanted = [fold(search.value), shortened(words(search.value))].map((text) => ` ${text}`);
    const found = (line) => !wanted[0].trim() || wanted.some((text) => textOf(line).includes(text));
    const names = [...wanted, ` ${agency?.value ? fold(agency.selectedOptions[0].text) : ""}`];
    const one = agency?.value || "";
    const state = status?.value || "";
    let shown = 0;
    for (const table of tables) {
      table.left = 0;
      for (const line of table.lines) {
        const fits = found(line) && (!one || line.agencies.has(one)) && (!state || line.statuses.has(state));
        line.row.hidden = !fits;
        if (fits) unfold(line, names);
        table.left += Number(fits);
      }
      table.table.classList.toggle("filtered", table.left < table.lines.length);
      shown += table.left;
    }
    showTables();
    clear.disabled = !search.value && !one && !state;
    count.textContent = controls.dataset.count.replace("{0}", shown).replace("{1}", all);
  };

  const key = (line, column) => {
    const cell = line.row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };

  // What says nothing comes last, whichever way it is sorted; what is alike stays as it was.
  const compare = (one, other) => {
    const [a, b] = [Number(one), Number(other)];
    return Number.isNaN(a) || Number.isNaN(b) ? collator.compare(one, other) : a - b;
  };
  const sorted = (lines, column, way) => {
    const keyed = lines.map((line) => [key(line, column), line]);
    keyed.sort(([a], [b]) => (a === "") - (b === "") || (a === "" ? 0 : way * compare(a, b)));
    return keyed.map(([, line]) => line);
  };

  const ways = { none: "ascending", ascending: "descending", descending: "none" };
  for (const { table, body, lines } of tables) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.title = controls.dataset.sort;
      head.replaceChildren(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const way = ways[head.getAttribute("aria-sort")];
        heads.forEach((other) => other.setAttribute("aria-sort", "none"));
        head.setAttribute("aria-sort", way);
        const order = way === "none" ? lines : sorted(lines, column, way === "ascending" ? 1 : -1);
        body.append(...order.map((line) => line.row));
        table.classList.toggle("sorted", way !== "none");
      });
    });
  }

  for (const control of [search, agency, status]) control?.addEventListener("input", filter);
  clear.addEventListener("click", () => {
    for (const control of [search, agency, status]) if (control) control.value = "";
    filter();
    search.focus();
  });

  // On paper nothing is folded away.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });

  document.documentElement.classList.add("live");
  controls.hidden = false;
  filter();
})();
