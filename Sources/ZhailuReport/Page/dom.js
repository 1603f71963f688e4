// Small helpers. No text of the data is ever parsed as markup: it is set as text, or as an attribute.
"use strict";

/** An element: make("td", { class: "num" }, "12", child). */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== "").map(
    (child) => child instanceof Node ? child : String(child)));
  return element;
}

/** Puts other children into an element; what is missing is left out. */
function refill(element, ...children) {
  element.replaceChildren(...children.flat(2).filter((child) => child !== null && child !== undefined));
}

const drawing = "http://www.w3.org/2000/svg";
function draw(tag, attributes, ...children) {
  const element = document.createElementNS(drawing, tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, String(value));
  element.append(...children.map((child) => child instanceof Node ? child : String(child)));
  return element;
}

const known = ["organization", "amount", "quantity", "date", "number", "ordinal", "event"];
/** A class for a type; a type that the page does not know is drawn plainly. */
function typeClass(type) { return "t-" + (known.includes(type) ? type : "other"); }
const shortNames = { organization: "org", amount: "sum", quantity: "qty", date: "date", number: "no.", ordinal: "ord", event: "event" };

function count(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}
function largest(counts, most) {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
}
function plural(number, word) { return number.toLocaleString("en") + " " + word + (number === 1 ? "" : "s"); }
function shown(value) {
  if (Array.isArray(value)) return value.map(shown).join("、");
  if (value && typeof value === "object") return Object.entries(value).map(([name, part]) => name + " " + shown(part)).join(", ");
  return value === null || value === undefined ? "none" : String(value);
}
/** 1234567.5 is 1,234,567.5; what is behind a point stays as it is. */
function grouped(text) { return String(text).replace(/\.\d+|\d{5,}/g, (digits) => digits[0] === "." ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ",")); }
/** A text on a line: of a long one both ends. */
function middle(text) {
  const list = scalars(text.replace(/[\r\n]+/g, "⏎"));
  return list.length <= 64 ? list.join("") : list.slice(0, 44).join("") + "…" + list.slice(-18).join("");
}
/** A day, or a range of days that a line may break between its ends. */
function days(timex) { return timex ? timex.split(/(?<=\/)/).flatMap((day) => [make("span", { class: "day" }, day), make("wbr")]) : ""; }
/** The id of an article, which a line may break behind a stroke of its path. */
function breakable(id) { return id.split(/(?<=[/_])/).flatMap((part) => [part, make("wbr")]); }
/** The characters of the text as records count them: one for each Unicode scalar. */
function scalars(text) { return Array.from(text); }

/** A table whose columns sort: columns are { head, cell(row), sort(row), number }. */
function table(caption, columns, rows, options) {
  const settings = Object.assign({ stack: true, page: 200, go: null, sorted: null, down: true }, options);
  let sorted = settings.sorted, down = settings.down, limit = settings.page;
  const body = make("tbody");
  const heads = columns.map((column, index) => make("th", {
    scope: "col", class: column.number ? "num" : null, "aria-sort": "none",
  }, make("button", { type: "button", click: () => {
    down = sorted === index ? !down : Boolean(column.number);
    sorted = index;
    fill();
  } }, column.head)));
  const more = make("button", { class: "more", type: "button", click: () => { limit += settings.page; fill(); } });
  function fill() {
    const list = rows.slice();
    if (sorted !== null) {
      const key = columns[sorted].sort || columns[sorted].cell;
      const order = new Map(list.map((row, index) => [row, index]));
      list.sort((a, b) => {
        const [left, right] = [key(a), key(b)];
        const step = typeof left === "number" && typeof right === "number"
          ? left - right : String(left ?? "").localeCompare(String(right ?? ""), "zh");
        return (down ? -step : step) || order.get(a) - order.get(b);
      });
    }
    heads.forEach((head, index) => head.setAttribute("aria-sort", index === sorted ? (down ? "descending" : "ascending") : "none"));
    body.replaceChildren(...list.slice(0, limit).map((row) => make("tr", settings.go ? {
      class: "go", tabindex: "0", click: () => settings.go(row),
      keydown: (event) => { if (event.key === "Enter") settings.go(row); },
    } : {}, columns.map((column) => {
      const content = column.cell(row);
      const isEmpty = content === "" || content === null || content === undefined;
      return make("td", { class: [column.number ? "num" : "", column.class || "", isEmpty ? "empty" : ""].join(" ").trim() || null, "data-head": column.head }, isEmpty ? null : make("div", {}, content));
    }))));
    more.hidden = list.length <= limit;
    more.textContent = "Show more (" + (list.length - limit).toLocaleString("en") + " left)";
  }
  fill();
  return make("div", {}, make("div", { class: "scroll" }, make("table", { class: settings.stack ? "stack" : null },
    make("caption", {}, caption), make("thead", {}, make("tr", {}, heads)), body)), more);
}

/** The text around a place, the place itself in bold. */
function context(text, start, end, width) {
  if (!text || end > text.length || start < 0) return "";
  const from = Math.max(0, start - width), to = Math.min(text.length, end + width);
  const flat = (part) => part.join("").replace(/[\r\n]+/g, "⏎");
  return [from > 0 ? "…" : "", flat(text.slice(from, start)), make("b", {}, flat(text.slice(start, end))), flat(text.slice(end, to)), to < text.length ? "…" : ""];
}
