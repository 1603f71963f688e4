// The tabs of each kind of report.

/** The events of all articles, one a row: what they say, the words of the text, and where these stand. */
function eventTable(documents, mentionsOf, go) {
  const rows = documents.flatMap((document) => mentionsOf(document).filter((mention) => mention.type === "event").map((mention) => ({ document, mention })));
  if (!rows.length) return make("p", { class: "card quiet" }, "There are no events among these records.");
  const value = (name) => (row) => shown(row.mention.value[name] ?? "");
  const size = (name) => (row) => { const number = Number(row.mention.value[name] ?? row.mention.value.min ?? NaN); return Number.isNaN(number) ? -1 : number; };
  const number = (name, ...units) => ({ mention: { value } }) => [grouped(measure(value, name)), ...units.map((unit) => value[unit])].filter(Boolean).join(" ");
  return make("div", { class: "card" }, table(plural(rows.length, "event") + ". A row opens its article.", [
    { head: "kind", class: "day", cell: value("kind") }, { head: "actor", cell: value("actor"), class: "serif" },
    { head: "recipient", cell: value("recipient"), class: "serif" },
    { head: "amount", class: "sum", cell: number("amount", "currency"), sort: size("amount") },
    { head: "things", class: "sum", cell: number("quantity", "unit", "item"), sort: size("quantity") },
    { head: "date", cell: (row) => days(row.mention.value.date), sort: value("date") },
    { head: "in the text", class: "serif words", cell: (row) => make("span", { title: row.mention.text }, middle(row.mention.text)), sort: (row) => row.mention.text },
    { head: "article", class: "id", cell: (row) => breakable(row.document.id), sort: (row) => row.document.id },
    { head: "rule", cell: (row) => row.mention.rule ? make("code", {}, row.mention.rule) : "", sort: (row) => row.mention.rule || "" },
  ], rows, { go: (row) => go(row.document.id, row.mention.start) }));
}

function ruleCounts(documents, mentionsOf) {
  const rows = new Map();
  for (const document of documents) {
    for (const mention of mentionsOf(document)) {
      const name = mention.rule || "(none)";
      const row = rows.get(name) || { rule: name, type: mention.type, number: 0, documents: new Set(), samples: [] };
      row.number += 1;
      row.documents.add(document.id);
      if (row.samples.length < 4 && !row.samples.includes(mention.text)) row.samples.push(mention.text);
      rows.set(name, row);
    }
  }
  return make("div", { class: "card" }, table("Which rule made how many records.", [
    { head: "rule", cell: (row) => make("code", {}, row.rule), sort: (row) => row.rule }, { head: "type", cell: (row) => row.type },
    { head: "records", number: true, cell: (row) => row.number }, { head: "articles", number: true, cell: (row) => row.documents.size },
    { head: "such as", class: "serif", cell: (row) => row.samples.join("　") },
  ], [...rows.values()], { sorted: 2 }));
}

const extractViews = (report) => {
  const main = reader(report);
  return [
    ["Articles", "articles", () => main.element, main],
    ["Events", "events", () => eventTable(report.documents, (document) => document.mentions, report.go)],
    ["Charts", "charts", () => make("div", { class: "grid" }, mentionCharts(report.documents, (document) => document.mentions))],
    ["Rules", "rules", () => ruleCounts(report.documents, (document) => document.mentions)],
  ];
};

const rate = (value) => value === null || value === undefined ? "–" : value.toFixed(3);

function scoreView(report) {
  const measures = ["strict", "value", "overlap"];
  const names = { strict: "the place is right", value: "the place and all fields", overlap: "some of the place" };
  const charts = measures.map((measure) => bars("F1, " + measure, names[measure] + "; the line is the 95 % interval",
    report.scores.map((score) => [score.scope, score[measure].f1 ?? 0, typeClass(score.scope), score[measure].low, score[measure].high]), { top: 1, format: rate }));
  const rows = report.scores.flatMap((score) => measures.map((measure) => ({ score, measure, ...score[measure] })));
  return make("div", { class: "stackup" },
    report.notes.map((note) => make("p", { class: "note" }, note)),
    make("div", { class: "grid" }, charts, report.trends.length > 1 ? trendChart(report) : null, distribution(report)),
    make("div", { class: "grid tables" },
      make("div", { class: "card" }, table("Precision, recall and F1.", [
        { head: "type", cell: (row) => row.score.scope }, { head: "measure", cell: (row) => row.measure },
        { head: "precision", number: true, cell: (row) => rate(row.precision), sort: (row) => row.precision ?? -1 },
        { head: "recall", number: true, cell: (row) => rate(row.recall), sort: (row) => row.recall ?? -1 },
        { head: "F1", number: true, cell: (row) => rate(row.f1), sort: (row) => row.f1 ?? -1 },
        { head: "gold", number: true, cell: (row) => row.score.gold }, { head: "found", number: true, cell: (row) => row.score.found },
      ], rows, { stack: false })),
      make("div", { class: "card" }, table("Fields of the values, where the place is right.", [
        { head: "type", cell: (row) => row.type }, { head: "field", cell: (row) => row.field },
        { head: "right", number: true, cell: (row) => row.right }, { head: "of", number: true, cell: (row) => row.compared },
        { head: "share", number: true, cell: (row) => rate(row.right / row.compared), sort: (row) => row.right / row.compared },
      ], report.fields, { stack: false, sorted: 4, down: false }))));
}

/** F1 of the articles of one year, over the years. */
function trendChart(report) {
  return lines("Right in 100 mentions, by publication", "place and value, of all that the gold has", report.trends.map(([year, right, gold]) => [year, { all: Math.round(1000 * right / gold) / 10 }]), ["all"], 100);
}

function distribution(report) {
  const shares = report.shares;
  if (shares.length < 3) return null;
  const steps = ["0–", "50–", "60–", "70–", "80–", "90–", "95–", "100"];
  const low = [0, .5, .6, .7, .8, .9, .95, 1];
  const rows = steps.map((label, index) => [label, shares.filter((share) => share >= low[index] && (index === 7 || share < low[index + 1])).length]);
  return columns("Articles by what is right in them", "per cent of the gold's mentions found with place and value", rows);
}

const validateViews = (report) => {
  const views = [["Scores", "scores", () => scoreView(report)]];
  if (report.causes.length) views.push(["Failures", "failures", () => failureView(report)]);
  if (report.documents.length) {
    const main = reader(report, {
      panes: (document) => [["Gold", document.gold], ["Output", document.mentions]],
      number: (document) => document.gold.filter((mention) => mention.flag !== "right").length + document.mentions.filter((mention) => mention.flag === "spurious").length,
      listName: "Articles, with what is wrong in them",
    });
    views.push(["Articles", "articles", () => main.element, main],
      ["Events", "events", () => eventTable(report.documents, (document) => document.mentions, report.go)],
      ["Charts", "charts", () => make("div", { class: "grid" }, mentionCharts(report.documents, (document) => document.mentions))]);
  }
  views.push(["Rules", "rules", () => make("div", { class: "card" }, table("Each rule against the gold.", [
    { head: "rule", cell: (row) => make("code", {}, row.rule), sort: (row) => row.rule }, { head: "type", cell: (row) => row.type },
    { head: "found", number: true, cell: (row) => row.found }, { head: "place right", number: true, cell: (row) => row.placed },
    { head: "value right", number: true, cell: (row) => row.right },
    { head: "precision", number: true, cell: (row) => rate(row.found ? row.right / row.found : null), sort: (row) => row.found ? row.right / row.found : -1 },
    { head: "share of gold", number: true, cell: (row) => rate(row.gold ? row.placed / row.gold : null), sort: (row) => row.gold ? row.placed / row.gold : -1 },
  ], report.rules, { sorted: 2 }))]);
  return views;
};

function failureView(report) {
  const box = make("div");
  let type = "", cause = "";
  const all = report.causes.flatMap((group) => group.failures.map((failure) => ({ type: group.type, cause: group.cause, ...failure })));
  const groups = bars("Failures by cause", "misses and false alarms, the largest first",
    report.causes.slice(0, 16).map((group) => [group.type + ", " + group.cause, group.misses + group.alarms, typeClass(group.type)]), { left: 250 });
  const list = make("div", { class: "card" });
  const texts = new Map(report.documents.map((document) => [document.id, scalars(document.text || "")]));
  const choose = (name, values, set) => make("label", {}, name, make("select", { change: (event) => { set(event.target.value); fill(); } },
    make("option", { value: "" }, "all"), values.map((value) => make("option", { value }, value))));
  function fill() {
    const rows = all.filter((failure) => (!type || failure.type === type) && (!cause || failure.cause === cause));
    list.replaceChildren(table(plural(rows.length, "failure") + ". A row opens its article.", [
      { head: "type", cell: (row) => row.type }, { head: "cause", cell: (row) => row.cause },
      { head: "in the text", class: "serif context", cell: (row) => { const around = context(texts.get(row.doc), row.start, row.end, 10); return around.length ? around : row.text; }, sort: (row) => row.text },
      { head: "gold", cell: (row) => row.gold || "not in the gold" }, { head: "found", cell: (row) => row.found || "nothing found" },
      { head: "rule", cell: (row) => row.rule ? make("code", {}, row.rule) : "", sort: (row) => row.rule || "" },
      { head: "article", class: "id", cell: (row) => breakable(row.doc), sort: (row) => row.doc },
    ], rows, { page: 100, go: (row) => report.go(row.doc, row.start) }));
  }
  fill();
  box.append(make("div", { class: "filters" }, choose("Type", [...new Set(all.map((failure) => failure.type))], (value) => { type = value; }),
    choose("Cause", [...new Set(all.map((failure) => failure.cause))], (value) => { cause = value; })), make("div", { class: "stackup" }, groups, list));
  return box;
}

const diffViews = (report) => {
  const views = [["Changes", "changes", () => changeView(report)]];
  if (report.edits.length) views.push(["Edits", "edits", () => make("div", { class: "card" }, table("The edits of the rules, and how many changes each made.", [
    { head: "edit", number: true, cell: (row) => row.edit }, { head: "where", cell: (row) => make("code", {}, row.file + ":" + row.line), sort: (row) => row.file },
    { head: "what", cell: (row) => row.subject + " " + row.action }, { head: "how", cell: (row) => row.detail },
    { head: "changes", number: true, cell: (row) => row.changes },
  ], report.edits, { sorted: 4 }))]);
  const marked = (document) => document.changes.flatMap((change) => {
    const note = [["was", change.old ? summary(change.old) : "nothing"], ["is", change.new ? summary(change.new) : "nothing"], ["edit", change.edits.map((edit) => editName(report, edit)).join("; ")]];
    const result = [];
    if (change.old && (!change.new || change.kind === "moved")) result.push({ ...change.old, flag: "removed", note, isMarked: true });
    if (change.new) result.push({ ...change.new, flag: change.kind, note, isMarked: true });
    return result;
  });
  if (report.documents.some((document) => document.text)) {
    const main = reader(report, { panes: (document) => [["", document.marked ??= marked(document)]], number: (document) => document.changes.length });
    views.push(["Articles", "articles", () => main.element, main]);
  }
  views.push(["Charts", "charts", () => changeCharts(report)]);
  return views;
};

function summary(record) {
  return Object.entries(record.value).filter(([name, part]) => !["entity", "dimension", "mentions"].includes(name) && !(Array.isArray(part) && !part.length)).map(([name, part]) => name + " " + shown(part)).join(", ");
}
function editName(report, number) {
  const edit = report.edits[number - 1];
  return edit ? `${edit.file}:${edit.line} ${edit.subject} ${edit.action}` : "";
}

function changeView(report) {
  const all = report.documents.flatMap((document) => document.changes.map((change) => ({ document, change, subject: change.new || change.old })));
  if (!all.length && !report.omitted) {
    return make("div", { class: "stackup" }, report.notes.map((note) => make("p", { class: "note" }, note)),
      make("p", { class: "card quiet" }, "Nothing changed: both sides have the same records."));
  }
  const texts = new Map(report.documents.map((document) => [document.id, document.text ? scalars(document.text) : null]));
  const set = { kind: "", type: "", edit: "", rule: "" };
  const choose = (name, key, values, label) => values.length > 1 ? make("label", {}, name, make("select", { change: (event) => { set[key] = event.target.value; fill(); } },
    make("option", { value: "" }, "all"), values.map((value) => make("option", { value }, label ? label(value) : value)))) : null;
  const list = make("div", { class: "card" });
  const place = (record) => record.start + "–" + record.end;
  function cell({ change }) {
    if (change.kind === "added") return make("ins", {}, summary(change.new));
    if (change.kind === "removed") return make("del", {}, summary(change.old));
    if (change.kind === "rule" || change.kind === "other") return summary(change.new);
    const moved = change.kind === "moved" ? [make("del", {}, change.old.text, " ", place(change.old)), " → ", make("ins", {}, change.new.text, " ", place(change.new)), make("br")] : [];
    const retyped = change.kind === "type" ? [make("del", {}, change.old.type), " → ", make("ins", {}, change.new.type), make("br")] : [];
    return [moved, retyped, change.fields.map((field, index) => [index ? ", " : "", field.field, " ", make("del", {}, shown(field.old)), " → ", make("ins", {}, shown(field.new))])];
  }
  const rules = ({ change }) => {
    const [before, after] = [change.old?.rule, change.new?.rule];
    return make("code", {}, before && after && before !== after ? before + " → " + after : after || before || "");
  };
  function fill() {
    const rows = all.filter(({ change, subject }) => (!set.kind || change.kind === set.kind) && (!set.type || subject.type === set.type)
      && (!set.edit || change.edits.includes(Number(set.edit))) && (!set.rule || subject.rule === set.rule));
    list.replaceChildren(table(plural(rows.length, "change") + (report.omitted ? `; ${report.omitted.toLocaleString("en")} more were counted and are not shown` : "") + ". A row opens its article.", [
      { head: "change", cell: ({ change }) => make("span", { class: "flag f-" + change.kind }, (flagSigns[change.kind] || "") + " " + (report.kinds[change.kind] || change.kind)), sort: ({ change }) => change.kind },
      { head: "type", cell: ({ subject }) => subject.type },
      { head: "in the text", class: "serif context", cell: ({ document, subject }) => { const around = context(texts.get(document.id), subject.start, subject.end, 10); return around.length ? around : subject.text; }, sort: ({ subject }) => subject.text },
      { head: "value", cell, sort: ({ subject }) => summary(subject) }, { head: "rule", cell: rules, sort: ({ subject }) => subject.rule || "" },
      { head: "edit", cell: ({ change }) => change.edits.length ? make("span", { title: change.edits.map((edit) => editName(report, edit)).join("; ") }, (change.proven ? "" : "one of ") + change.edits.slice(0, 6).join(change.proven ? ", " : " or ")) : "", sort: ({ change }) => change.edits[0] || 0 },
      { head: "article", class: "id", cell: ({ document }) => breakable(document.id), sort: ({ document }) => document.id },
    ], rows, { page: 200, go: ({ document, subject }) => report.go(document.id, subject.start) }));
  }
  fill();
  const unique = (values) => [...new Set(values)].filter(Boolean).sort();
  const effective = report.edits.filter((edit) => edit.changes > 0);
  return make("div", { class: "stackup" }, report.notes.map((note) => make("p", { class: "note" }, note)),
    effective.length ? make("div", { class: "card" }, make("h2", {}, "What made the changes"), make("ol", {}, effective.slice(0, 12).map((edit) => make("li", { value: edit.edit },
      make("code", {}, edit.file + ":" + edit.line), " ", edit.subject, " ", edit.action, edit.detail ? ": " + edit.detail : "", make("span", { class: "quiet" }, " — " + plural(edit.changes, "change")))))) : null,
    make("div", { class: "filters" },
      choose("Change", "kind", unique(all.map(({ change }) => change.kind)), (kind) => report.kinds[kind] || kind),
      choose("Type", "type", unique(all.map(({ subject }) => subject.type))),
      choose("Edit", "edit", effective.map((edit) => edit.edit), (edit) => edit + " " + report.edits[edit - 1].subject),
      choose("Rule", "rule", unique(all.map(({ subject }) => subject.rule)))), list);
}

function changeCharts(report) {
  const kinds = Object.entries(report.counts).map(([kind, types]) => [report.kinds[kind] || kind, Object.values(types).reduce((sum, number) => sum + number, 0)]);
  const types = new Map();
  for (const counts of Object.values(report.counts)) for (const [type, number] of Object.entries(counts)) types.set(type, (types.get(type) || 0) + number);
  const charts = [bars("Changes by kind", "all, also those not listed", kinds), bars("Changes by type", null, largest(types, 9).map(([type, number]) => [type, number, typeClass(type)])),
    bars("Changes by rule", "the rule that a changed record has now, or had", largest(new Map(Object.entries(report.byRule)), 14))];
  const effective = report.edits.filter((edit) => edit.changes > 0);
  if (effective.length) charts.push(bars("Changes by edit", "all, also those not listed", largest(new Map(effective.map((edit) => [edit.edit + " " + edit.subject, edit.changes])), 14)));
  charts.push(bars("Articles with most changes", null, largest(new Map(report.documents.map((document) => [document.id, document.changes.length])), 14)));
  return make("div", { class: "grid" }, charts);
}
