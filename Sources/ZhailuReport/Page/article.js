// An article with its mentions, the small card that says what each is, and the list of articles.

const tip = make("div", { class: "tip", role: "tooltip", id: "tip", hidden: true });
let pinned = null;

function pairs(rows) {
  return make("dl", { class: "pairs" }, rows.filter(([, value]) => value !== undefined && value !== "").map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

/** What a mention says: its value and its rule. */
function describe(mention) {
  const value = Object.entries(mention.value).filter(([name]) => name !== "mentions" && name !== "entity").map(([name, part]) => [name, shown(part)]);
  const rows = [...value, ["rule", mention.rule ? make("code", {}, mention.rule) : undefined], ["place", mention.start + "–" + mention.end]];
  return [
    make("h3", {}, mention.type, mention.flag ? make("span", { class: "flag f-" + mention.flag }, flagNames[mention.flag] || mention.flag) : ""),
    make("p", { class: "surface" }, mention.text.length > 160 ? mention.text.slice(0, 160) + "…" : mention.text),
    pairs(rows), mention.note ? pairs(mention.note) : null,
  ];
}
const flagNames = { missed: "missed", spurious: "not in the gold", value: "value differs", span: "place differs", right: "right", added: "added", removed: "removed", moved: "moved", entity: "other body", type: "type changed", rule: "other rule", other: "other change" };
const flagSigns = { missed: "✗", spurious: "✗", value: "≠", span: "↔", added: "+", removed: "−", moved: "↔", entity: "@", type: "≠", rule: "=", other: "·" };

function showTip(mark, mentions) {
  document.querySelectorAll("mark.on").forEach((other) => other.classList.remove("on"));
  for (const part of document.querySelectorAll(`mark[data-key="${mark.dataset.key}"]`)) part.classList.add("on");
  tip.className = "tip " + typeClass(mentions[0].type);
  tip.replaceChildren(...mentions.flatMap((mention) => describe(mention)).filter(Boolean));
  tip.hidden = false;
  mark.setAttribute("aria-describedby", "tip");
  const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - size.width - 8));
  const below = box.bottom + 8;
  tip.style.left = left + "px";
  tip.style.top = (below + size.height > innerHeight && box.top - size.height - 8 > 0 ? box.top - size.height - 8 : below) + "px";
}
function hideTip() {
  if (pinned) return;
  tip.hidden = true;
  document.querySelectorAll("mark.on").forEach((mark) => mark.classList.remove("on"));
}

/** The text with its mentions; where several lie over each other each piece belongs to all. */
function article(text, mentions, pane, isShown) {
  const box = make("div", { class: "article serif", lang: "zh" });
  const flat = mentions.filter((mention) => mention.type !== "event" || mention.isMarked);
  const cuts = new Set([0, text.length]);
  for (const mention of flat) { cuts.add(Math.max(0, Math.min(text.length, mention.start))); cuts.add(Math.max(0, Math.min(text.length, mention.end))); }
  const places = [...cuts].sort((a, b) => a - b);
  const starts = flat.slice().sort((a, b) => a.start - b.start);
  let open = [], next = 0, last = null;
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [from, to] = [places[index], places[index + 1]];
    while (next < starts.length && starts[next].start <= from) { open.push(starts[next]); next += 1; }
    open = open.filter((mention) => mention.end > from);
    const piece = text.slice(from, to).join("");
    const live = open.filter(isShown);
    if (!live.length) { box.append(piece); last = null; continue; }
    const first = live[live.length - 1];
    const isStart = first !== last;
    last = first;
    const mark = make("mark", {
      class: [typeClass(first.type), first.flag ? "f-" + first.flag : ""].join(" ").trim(),
      "data-key": pane + first.start + "-" + first.end, "data-start": first.start,
      "data-label": to === first.end ? shortNames[first.type] || first.type : null,
      "data-flag": isStart && flagSigns[first.flag] ? flagSigns[first.flag] : null,
      tabindex: isStart ? "0" : null, role: "button",
      "aria-label": isStart ? `${first.type}: ${first.text}` : null,
    }, piece);
    const all = live.slice().reverse();
    mark.addEventListener("mouseenter", () => { if (!pinned) showTip(mark, all); });
    mark.addEventListener("mouseleave", hideTip);
    mark.addEventListener("focus", () => { pinned = null; showTip(mark, all); });
    mark.addEventListener("blur", () => { pinned = null; hideTip(); });
    mark.addEventListener("click", () => { pinned = pinned === mark ? null : mark; if (pinned) showTip(mark, all); else hideTip(); });
    box.append(mark);
  }
  return box;
}

/**
 * The sum or the count of an event, a range too, with what the text says about its exactness: more than 5, 5–8.
 * A range is of the sum where there is a currency and no sum; what is said of exactness is about the sum first.
 */
function measure(value, name) {
  const isMain = name === "amount" ? Boolean(value.currency) : !value.currency;
  const number = value[name] ?? (isMain && (value.min ?? value.max) !== undefined ? (value.min ?? "") + "–" + (value.max ?? "") : "");
  return number && isMain && value.modifier ? value.modifier.replaceAll("_", " ") + " " + number : number;
}

/** The events of one article, in words: who, for whom, what. */
function eventList(mentions) {
  const events = mentions.filter((mention) => mention.type === "event" && !mention.isMarked);
  if (!events.length) return null;
  return make("section", { class: "events" }, make("h3", {}, "Events"), make("ul", {}, events.map((event) => {
    const value = event.value;
    const thing = [measure(value, "amount"), value.currency, measure(value, "quantity"), value.unit, value.item].filter(Boolean).join(" ");
    return make("li", {}, make("b", {}, value.kind || "event"), " ", make("span", { class: "serif" }, shown(value.actor || [])),
      value.recipient && value.recipient.length ? [" → ", make("span", { class: "serif" }, shown(value.recipient))] : null,
      thing ? ": " + thing : null, value.date ? ", " + value.date : null,
      event.flag && event.flag !== "right" ? [" ", make("span", { class: "flag f-" + event.flag }, flagNames[event.flag] || event.flag)] : null);
  })));
}

/** The articles of a report: a list with filters, and the one that is chosen. */
function reader(report, options) {
  const settings = Object.assign({ panes: (document) => [["", document.mentions]], number: (document) => document.mentions.length, listName: "Articles, with their records" }, options);
  const all = report.documents;
  const everything = all.flatMap((document) => settings.panes(document).flatMap((pane) => pane[1]));
  const types = known.concat([...new Set(everything.map((mention) => mention.type))].filter((type) => !known.includes(type))).filter((type) => everything.some((mention) => mention.type === type));
  const off = new Set();
  let rule = "", flag = "", words = "", current = null;
  const list = make("div", { class: "list", role: "group", "aria-label": settings.listName });
  const view = make("div", { class: "card" });
  const isShown = (mention) => !off.has(mention.type) && (!rule || mention.rule === rule) && (!flag || mention.flag === flag);
  const matches = (document) => (!words || document.id.includes(words) || (document.text || "").includes(words))
    && ((!rule && !flag) || settings.panes(document).some((pane) => pane[1].some(isShown)));
  const search = make("input", { type: "search", placeholder: "name or words", input: () => { words = search.value.trim(); fill(); } });
  const chips = make("div", { class: "chips", role: "group", "aria-label": "Types" }, types.map((type) => make("label", { class: "chip" },
    make("input", { type: "checkbox", checked: true, change: (event) => { if (event.target.checked) off.delete(type); else off.add(type); fill(); } }),
    make("span", { class: "sample" }, make("mark", { class: typeClass(type) }, type)),
    make("span", { class: "quiet" }, all.flatMap((document) => settings.panes(document)[0][1]).filter((mention) => mention.type === type).length))));
  const choose = (name, values, set) => make("label", {}, name, make("select", { change: (event) => { set(event.target.value); fill(); } },
    make("option", { value: "" }, "all"), values.map((value) => make("option", { value }, flagNames[value] || value))));
  const rules = [...new Set(everything.map((mention) => mention.rule).filter(Boolean))].sort();
  const flags = [...new Set(everything.map((mention) => mention.flag).filter(Boolean))];
  const labels = make("label", { class: "chip" }, make("input", { type: "checkbox", change: (event) => view.classList.toggle("labels", event.target.checked) }), "labels");
  chips.append(labels);

  function fill() {
    const found = all.filter(matches);
    const most = 400;
    list.replaceChildren(...found.slice(0, most).map((document) => make("button", {
      type: "button", "aria-current": document === current ? "true" : null,
      click: () => open(document),
      keydown: (event) => {
        const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
        if (step && event.currentTarget[step]) { event.preventDefault(); event.currentTarget[step].focus(); }
      },
    }, make("span", {}, document.id), make("span", {}, settings.number(document)))));
    if (!found.length) list.append(make("p", {}, "No article has that."));
    if (found.length > most) list.append(make("p", {}, `and ${found.length - most} more; search for them`));
    if (!found.includes(current)) current = found[0] || null;
    render();
  }
  function open(document, start) {
    current = document;
    fill();
    report.remember?.(document.id);
    if (start !== undefined) {
      const mark = view.querySelector(`mark[data-start="${start}"]`) || [...view.querySelectorAll("mark")].find((other) => Number(other.dataset.start) >= start);
      mark?.focus();
      mark?.scrollIntoView({ block: "center" });
    }
  }
  function render() {
    pinned = null;
    hideTip();
    for (const button of list.querySelectorAll("button")) button.removeAttribute("aria-current");
    if (!current) { view.replaceChildren(make("p", { class: "quiet" }, "No article is chosen.")); return; }
    const place = all.filter(matches).indexOf(current);
    list.querySelectorAll("button")[place]?.setAttribute("aria-current", "true");
    const text = current.text === null || current.text === undefined ? null : scalars(current.text);
    const panes = settings.panes(current);
    refill(view,
      make("div", { class: "title" }, make("h2", {}, current.id), current.published ? make("span", { class: "quiet" }, "published " + current.published) : null,
        current.note ? make("span", { class: "quiet" }, current.note) : null),
      text === null ? make("p", { class: "quiet" }, "The text of this article is not known here; its records are in the tables.")
        : make("div", { class: "panes" }, panes.map(([title, mentions], index) => make("section", { class: "pane" }, title ? make("h3", {}, title) : null,
          article(text, mentions, "p" + index + ":", isShown)))),
      panes.some(([, mentions]) => mentions.length) ? null : make("p", { class: "quiet" }, "Nothing was found in this article."),
      eventList(settings.panes(current).at(-1)[1].filter(isShown)));
  }
  fill();
  return {
    open,
    find: (id) => all.find((document) => document.id === id),
    element: make("div", { class: "reader" },
      make("div", { class: "side" }, make("label", {}, "Search", search),
        rules.length > 1 ? choose("Rule", rules, (value) => { rule = value; }) : null,
        flags.length > 1 ? choose("Only", flags, (value) => { flag = value; }) : null, make("p", { class: "quiet" }, settings.listName), list),
      make("div", {}, chips, make("div", { class: "panes" }, view))),
  };
}
