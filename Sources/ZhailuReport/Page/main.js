// The page: its head, its tabs, and where the address leads.

(() => {
  const report = JSON.parse(document.getElementById("data").textContent);
  const panel = make("div", { id: "panel", role: "tabpanel", tabindex: "-1" });
  const views = { extract: extractViews, validate: validateViews, diff: diffViews }[report.kind];
  report.go = (id, start) => {
    const index = tabs.findIndex((tab) => tab[1] === "articles");
    if (index < 0) return;
    select(index);
    const main = tabs[index][3], found = main.find(id);
    if (found) main.open(found, start);
  };
  report.remember = (id) => { history.replaceState(null, "", "#articles/" + encodeURIComponent(id)); };
  const tabs = views(report);
  const buttons = tabs.map(([title, key], index) => make("button", {
    type: "button", role: "tab", id: "tab-" + key, "aria-controls": "panel", "aria-selected": "false", tabindex: "-1",
    click: () => select(index), keydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      select((index + step + tabs.length) % tabs.length);
      buttons[(index + step + tabs.length) % tabs.length].focus();
    },
  }, title));
  let current = -1;
  const made = new Map();
  function select(index) {
    pinned = null;
    hideTip();
    if (index === current) return;
    current = index;
    buttons.forEach((button, place) => { button.setAttribute("aria-selected", String(place === index)); button.tabIndex = place === index ? 0 : -1; });
    if (!made.has(index)) made.set(index, tabs[index][2]());
    panel.replaceChildren(made.get(index));
    panel.setAttribute("aria-labelledby", buttons[index].id);
    history.replaceState(null, "", "#" + tabs[index][1]);
  }

  document.body.replaceChildren(
    make("a", { class: "skip", href: "#panel", click: (event) => { event.preventDefault(); panel.focus(); } }, "To the report"),
    make("header", { class: "top" },
      make("div", { class: "brand" }, make("div", { class: "stamp", "aria-hidden": "true" }, "摘录"),
        make("div", {}, make("h1", {}, report.title), make("p", {}, report.subtitle))),
      make("dl", { class: "facts" }, report.facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)))),
      make("div", { class: "tabs", role: "tablist", "aria-label": "Parts of the report" }, buttons)),
    make("main", {}, panel, make("p", { class: "keys" }, make("kbd", {}, "n"), " ", make("kbd", {}, "p"), " next and previous mention · ",
      make("kbd", {}, "←"), " ", make("kbd", {}, "→"), " tabs · ", make("kbd", {}, "↑"), " ", make("kbd", {}, "↓"), " articles · ", make("kbd", {}, "Esc"), " closes a card · ", report.made)),
    tip);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { pinned = null; document.activeElement?.blur?.(); hideTip(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const step = { n: 1, p: -1 }[event.key];
    if (!step) return;
    const marks = [...panel.querySelectorAll(".article mark[tabindex]")];
    if (!marks.length) return;
    const place = marks.indexOf(document.activeElement);
    const next = marks[place < 0 ? (step > 0 ? 0 : marks.length - 1) : (place + step + marks.length) % marks.length];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
  addEventListener("scroll", () => { if (tip.hidden) return; if (!pinned && document.activeElement?.tagName !== "MARK") hideTip(); }, { passive: true });

  const [wanted, id, start] = location.hash.slice(1).split("/");
  const index = tabs.findIndex((tab) => tab[1] === wanted);
  select(Math.max(0, index));
  if (id && index >= 0 && tabs[index][3]) {
    let name = "";
    try { name = decodeURIComponent(id); } catch { /* an address that somebody cut */ }
    const found = tabs[index][3].find(name);
    if (found) tabs[index][3].open(found, start === undefined ? undefined : Number(start));
  }
})();
