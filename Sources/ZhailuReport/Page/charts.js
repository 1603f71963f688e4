// Charts as SVG, drawn from the data of the page. Each has its figures as text.

/** A label that fits: a character of Chinese is as wide as two of Latin. */
function short(label, most) {
  let wide = 0, text = "";
  for (const scalar of label) {
    wide += scalar > "\u2E7F" ? 2 : 1;
    if (wide > most) return text + "…";
    text += scalar;
  }
  return text;
}
/** The next of 1, 2, 5, 10, 20, … */
function round(number) {
  let step = 1;
  for (;;) for (const factor of [2, 2.5, 2]) { if (step >= number) return step; step *= factor; }
}

/** Bars that lie: rows are [label, number, class?]. */
function bars(title, note, rows, options) {
  const settings = Object.assign({ format: (value) => value.toLocaleString("en"), top: null, left: 150 }, options);
  const top = settings.top || Math.max(1, ...rows.map((row) => row[1]));
  const [left, high, right] = [settings.left, 24, 64];
  const width = left + 370;
  const chart = draw("svg", { viewBox: `0 0 ${width} ${rows.length * high + 4}`, role: "img", "aria-label": title });
  rows.forEach(([name, value, style, low, upper], index) => {
    const label = shown(name);
    const y = index * high;
    const scale = (number) => Math.max(0, number) / top * (width - left - right);
    chart.append(
      draw("text", { x: left - 8, y: y + 16, "text-anchor": "end" }, short(label, Math.floor(left / 6.4))),
      draw("rect", { class: "back", x: left, y: y + 4, width: width - left - right, height: high - 8, rx: 2 }),
      draw("rect", { class: "bar " + (style || ""), x: left, y: y + 4, width: Math.max(value > 0 ? 1.5 : 0, scale(value)), height: high - 8, rx: 2 }, draw("title", {}, `${label}: ${settings.format(value)}`)),
      draw("text", { x: width - right + 8, y: y + 16 }, settings.format(value)));
    if (low !== undefined && low !== null) {
      const [a, b] = [left + scale(low), left + scale(upper)];
      chart.append(
        draw("line", { class: "whisker", x1: a, x2: b, y1: y + 12, y2: y + 12 }),
        draw("line", { class: "whisker", x1: a, x2: a, y1: y + 8, y2: y + 16 }),
        draw("line", { class: "whisker", x1: b, x2: b, y1: y + 8, y2: y + 16 }));
    }
  });
  return figure(title, note, rows.length ? chart : make("p", { class: "quiet" }, "nothing to show"));
}

/** Columns in an order, such as years or magnitudes: rows are [label, number, class?]. */
function columns(title, note, rows) {
  const [width, height, bottom, headroom] = [520, 190, 34, 16];
  const top = Math.max(1, ...rows.map((row) => row[1]));
  const step = width / Math.max(1, rows.length);
  const every = Math.ceil(rows.length / 10);
  const chart = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  rows.forEach(([label, value, style], index) => {
    const tall = value / top * (height - bottom - headroom);
    const x = index * step, wide = Math.min(46, step * .72), middle = x + step / 2;
    const bar = draw("rect", { class: "bar " + (style || ""), x: middle - wide / 2, y: height - bottom - tall, width: wide, height: Math.max(value ? 1.5 : 0, tall), rx: 2 });
    bar.append(draw("title", {}, `${label}: ${value}`));
    chart.append(bar);
    if (value && rows.length <= 16) chart.append(draw("text", { class: "axis", x: middle, y: height - bottom - tall - 4, "text-anchor": "middle" }, value));
    if (index % every === 0) chart.append(draw("text", { class: "axis", x: middle, y: height - bottom + 16, "text-anchor": "middle" }, label));
  });
  chart.append(draw("line", { class: "rule", x1: 0, x2: width, y1: height - bottom, y2: height - bottom }));
  return figure(title, note, rows.length ? chart : make("p", { class: "quiet" }, "nothing to show"));
}

/** A line over time for each series: rows are [label, { name: number }]. */
function lines(title, note, rows, names, limit) {
  const [width, height, left, bottom] = [520, 200, 40, 28];
  const top = limit || round(Math.max(1, ...rows.flatMap((row) => names.map((name) => row[1][name] || 0))));
  const x = (index) => left + (rows.length === 1 ? .5 : index / (rows.length - 1)) * (width - left - 12);
  const y = (value) => 8 + (1 - value / top) * (height - bottom - 8);
  const every = Math.ceil(rows.length / 7);
  const chart = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  for (const tick of [0, top / 2, top]) chart.append(
    draw("line", { class: "rule", x1: left, x2: width, y1: y(tick), y2: y(tick) }),
    draw("text", { class: "axis", x: left - 6, y: y(tick) + 4, "text-anchor": "end" }, Math.round(tick * 10) / 10));
  const dashes = ["", "7 3", "2 3", "8 3 2 3", "4 2", "1 2", "10 4"];
  names.forEach((name, series) => {
    const points = rows.map((row, index) => `${x(index)},${y(row[1][name] || 0)}`).join(" ");
    chart.append(draw("polyline", { class: "curve " + typeClass(name), points, "stroke-dasharray": dashes[series % dashes.length] }));
    rows.forEach((row, index) => {
      const dot = draw("circle", { class: "dot " + typeClass(name), cx: x(index), cy: y(row[1][name] || 0), r: 3.2 });
      dot.append(draw("title", {}, `${row[0]} ${name}: ${row[1][name] || 0}`));
      chart.append(dot);
    });
  });
  rows.forEach((row, index) => {
    if (index % every === 0) chart.append(draw("text", { class: "axis", x: x(index), y: height - 8, "text-anchor": "middle" }, row[0]));
  });
  const legend = make("div", { class: "chips" }, names.map((name, series) => {
    const sample = draw("svg", { viewBox: "0 0 26 10", width: 26, height: 10 }, draw("line", { class: "curve " + typeClass(name), x1: 1, x2: 25, y1: 5, y2: 5, "stroke-dasharray": dashes[series % dashes.length] }));
    sample.setAttribute("class", "key");
    return make("span", { class: "quiet" }, name, " ", sample);
  }));
  return figure(title, note, make("div", {}, chart, names.length > 1 ? legend : null));
}

function figure(title, note, content) {
  return make("figure", { class: "card" }, make("figcaption", {}, title, note ? make("small", {}, note) : null), content);
}

function monthsBetween(first, last) {
  const [year, month] = first.split("-").map(Number), [lastYear, lastMonth] = last.split("-").map(Number);
  return (lastYear - year) * 12 + lastMonth - month;
}
/** The year, month or day after one: 2021, 2021-01 or 2021-01-01. */
function following(slot) {
  const [year, month, day] = slot.split("-").map(Number);
  const next = day ? Date.UTC(year, month - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return new Date(next).toISOString().slice(0, slot.length);
}
/** All years, months or days from the first to the last, so that a time without any is seen. */
function slots(sorted) {
  const all = sorted.slice(0, 1), last = sorted[sorted.length - 1];
  while (all.length && all[all.length - 1] < last) all.push(following(all[all.length - 1]));
  return all;
}

/** What all mentions of a report say together. */
function mentionCharts(documents, mentionsOf) {
  const mentions = documents.flatMap(mentionsOf);
  const field = (mention, name) => mention.value[name];
  const types = known.filter((type) => mentions.some((mention) => mention.type === type));
  const charts = [bars("Records by type", null, types.map((type) => [type, mentions.filter((mention) => mention.type === type).length, typeClass(type)]))];
  const months = new Map();
  for (const document of documents) {
    if (!document.published) continue;
    const found = mentionsOf(document);
    const month = months.get(document.published) || {};
    for (const mention of found) month[mention.type] = (month[mention.type] || 0) + 1;
    months.set(document.published, month);
  }
  const days = [...months.keys()].sort();
  const range = days.length ? monthsBetween(days[0], days[days.length - 1]) : 0;
  const unit = range > 36 ? 4 : range > 0 ? 7 : 10;
  const trend = new Map(slots(days.map((day) => day.slice(0, unit))).map((slot) => [slot, {}]));
  for (const [day, found] of [...months].sort()) {
    const slot = trend.get(day.slice(0, unit)) || {};
    for (const [type, number] of Object.entries(found)) slot[type] = (slot[type] || 0) + number;
    trend.set(day.slice(0, unit), slot);
  }
  if (trend.size > 1) charts.push(lines("Records by publication", "by the date of the articles", [...trend], types));
  const sums = mentions.filter((mention) => mention.type === "amount" && field(mention, "currency") === "CNY" && field(mention, "amount"));
  const magnitudes = ["<1", "1", "10", "100", "1000", "1万", "10万", "100万", "1000万", "1亿", "10亿", "100亿", "1000亿", "1万亿", "≥10万亿"];
  const place = (amount) => {
    const whole = amount.replace(/^-/, "").split(".")[0].replace(/^0+/, "");
    return Math.min(whole.length, magnitudes.length - 1);
  };
  const sizes = count(sums.map((mention) => place(String(field(mention, "amount")))));
  if (sizes.size) {
    const all = [...sizes.keys()];
    const rows = [];
    for (let size = Math.min(...all); size <= Math.max(...all); size += 1) rows.push([magnitudes[size], sizes.get(size) || 0, "t-amount"]);
    charts.push(columns("Amounts by size", "CNY, from the figure below each column", rows));
  }
  const years = count(mentions.filter((mention) => mention.type === "date").map((mention) => String(field(mention, "timex") || "").match(/^\d{4}/)?.[0]).filter(Boolean));
  const recent = largest(years, 14).sort();
  if (recent.length) charts.push(columns("Years that dates name", recent.length < years.size ? "the 14 most frequent" : null, recent.map(([year, number]) => [year, number, "t-date"])));
  const names = count(mentions.filter((mention) => mention.type === "organization").map((mention) => field(mention, "name") || mention.text));
  if (names.size) charts.push(bars("Organizations", "the most frequent, by canonical name", largest(names, 12).map((row) => [...row, "t-organization"])));
  const items = count(mentions.filter((mention) => mention.type === "quantity").map((mention) => [field(mention, "item"), field(mention, "unit") === "1" ? "fraction" : field(mention, "unit")].filter(Boolean).join(" · ")).filter(Boolean));
  if (items.size) charts.push(bars("What is counted", "item and unit, the most frequent", largest(items, 12).map((row) => [...row, "t-quantity"])));
  const kinds = count(mentions.filter((mention) => mention.type === "event").map((mention) => field(mention, "kind")).filter(Boolean));
  if (kinds.size) charts.push(bars("Events by kind", null, largest(kinds, 14).map((row) => [...row, "t-event"])));
  return charts;
}
