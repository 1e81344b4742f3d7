// The page is whole without this script. It adds filters, sorting, pages, folding, and the choice of theme.
(() => {
  "use strict";
  const root = document.documentElement;
  const $ = id => document.getElementById(id);
  root.classList.add("js");
  for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;

  // Theme: the system's until the reader chooses; the choice is kept where the browser lets us.
  const theme = $("theme");
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => { try { return localStorage.getItem("secretsaudit-theme"); } catch { return null; } };
  const isDark = () => (root.dataset.theme ?? (systemDark.matches ? "dark" : "light")) === "dark";
  const showTheme = () => { if (theme) { theme.setAttribute("aria-pressed", String(isDark())); theme.textContent = isDark() ? "Light" : "Dark"; theme.setAttribute("aria-label", "Dark theme"); } };
  if (stored() === "dark" || stored() === "light") root.dataset.theme = stored();
  theme?.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("secretsaudit-theme", root.dataset.theme); } catch { /* a sandboxed page keeps nothing */ }
    showTheme();
  });
  systemDark.addEventListener("change", showTheme);
  showTheme();
  $("print")?.addEventListener("click", () => print());

  const table = $("table");
  if (table) findings(table);
  addEventListener("hashchange", openTarget);
  openTarget();

  // A link to a rule opens it.
  function openTarget() {
    let target = null;
    try { target = location.hash.length > 1 ? $(decodeURIComponent(location.hash.slice(1))) : null; } catch { return; }
    if (target instanceof HTMLDetailsElement) target.open = true;
  }

  // On paper everything is open.
  const reopened = [];
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) { details.open = true; reopened.push(details); }
  });
  addEventListener("afterprint", () => { for (const details of reopened.splice(0)) details.open = false; });

  function findings(table) {
    const severityOrder = ["critical", "high", "medium", "low", "informational"];
    const stateOrder = ["new", "reopened", "open", "waived", "fixed"];
    const nobody = "\u0000none", toActOn = "\u0000active";
    const matches = (value, wanted) => wanted === nobody ? !value : wanted === toActOn ? stateOrder.indexOf(value) < 3 : value === wanted;
    const all = [...table.tBodies].map((body, order) => ({ body, order, data: { ...body.dataset }, text: null, ready: false }));
    const byId = new Map(all.map(item => [item.body.id, item]));
    const form = $("filters"), query = $("q"), count = $("count"), none = $("none"), pager = $("pager");
    const selects = [...form.querySelectorAll("select")];
    let shown = all, page = 0, size = Number($("size").value), sort = null, printing = false;

    for (const select of selects) {
      const field = select.dataset.field, counts = new Map();
      for (const item of all) if (item.data[field]) counts.set(item.data[field], (counts.get(item.data[field]) ?? 0) + 1);
      const order = { severity: severityOrder, state: stateOrder }[field];
      const values = [...counts.keys()].sort((a, b) => order ? order.indexOf(a) - order.indexOf(b) : a.localeCompare(b));
      for (const value of values) select.add(new Option(`${value} (${counts.get(value)})`, value));
      if (field === "state") select.add(new Option("to act on", toActOn), 1);
      if (all.some(item => !item.data[field])) select.add(new Option("(none)", nobody));
      if (values.length === 0) select.closest("label").hidden = true;
    }

    for (const head of table.tHead.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const descendingFirst = ["severity", "seen", "cost"].includes(head.dataset.sort);
        const descending = sort?.key === head.dataset.sort ? !sort.descending : descendingFirst;
        sort = { key: head.dataset.sort, descending };
        for (const other of table.tHead.querySelectorAll("th")) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        apply();
      });
    }

    const keyOf = {
      severity: item => Number(item.data.rank), seen: item => Number(item.data.seen), cost: item => Number(item.data.cost),
      state: item => stateOrder.indexOf(item.data.state), rule: item => item.data.rule, owner: item => item.data.owner || "\uffff",
      subject: item => item.body.querySelector(".subject").textContent,
    };

    function apply(keepPage) {
      const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = selects.filter(select => select.value).map(select => [select.dataset.field, select.value]);
      shown = all.filter(item => wanted.every(([field, value]) => matches(item.data[field], value)) && words.every(word => textOf(item).includes(word)));
      if (sort) {
        const key = keyOf[sort.key], sign = sort.descending ? -1 : 1;
        const keyed = shown.map(item => [key(item), item]);
        keyed.sort(([a, x], [b, y]) => sign * (typeof a === "number" ? a - b : a.localeCompare(b)) || x.order - y.order);
        shown = keyed.map(pair => pair[1]);
      }
      if (!keepPage) page = 0;
      render();
    }

    function textOf(item) {
      return item.text ??= item.body.textContent.toLowerCase() + " " + item.data.rule;
    }

    function render() {
      const pages = Math.max(1, Math.ceil(shown.length / size));
      page = Math.min(page, pages - 1);
      const visible = printing ? shown : shown.slice(page * size, (page + 1) * size);
      for (const item of visible) prepare(item);
      for (const body of [...table.tBodies]) body.remove();
      table.append(...visible.map(item => item.body));
      table.hidden = shown.length === 0;
      none.hidden = shown.length > 0;
      pager.hidden = shown.length <= 25;
      const number = new Intl.NumberFormat("en");
      count.textContent = shown.length === 0 ? `None of ${number.format(all.length)} findings`
        : `${number.format(page * size + 1)}–${number.format(page * size + visible.length)} of ${number.format(shown.length)} ${shown.length === 1 ? "finding" : "findings"}`
          + (shown.length < all.length ? ` (${number.format(all.length)} in all)` : "");
      $("page").textContent = `Page ${number.format(page + 1)} of ${number.format(pages)}`;
      $("prev").disabled = page === 0;
      $("next").disabled = page >= pages - 1;
    }

    // Rows get their button when they are first shown: ten thousand at once would be felt.
    function prepare(item) {
      if (item.ready) return;
      item.ready = true;
      const title = item.body.querySelector("span.t"), detail = item.body.querySelector(".detail");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "t";
      button.textContent = title.textContent;
      detail.id = `${item.body.id}-detail`;
      button.setAttribute("aria-controls", detail.id);
      button.setAttribute("aria-expanded", "false");
      title.replaceWith(button);
      item.toggle = open => {
        item.body.classList.toggle("open", open);
        button.setAttribute("aria-expanded", String(open));
        if (open) fill(item.body);
      };
      button.addEventListener("click", () => item.toggle(!item.body.classList.contains("open")));
    }

    // In a long report the remediation stands once, with its rule.
    function fill(body) {
      const place = body.querySelector("[data-remediation]");
      const source = place && $(place.dataset.remediation)?.querySelector(".remediation");
      if (!source) return;
      const copy = document.createElement("div");
      copy.className = "prose";
      copy.append(...[...source.childNodes].map(node => node.cloneNode(true)));
      place.replaceWith(copy);
    }

    let waiting = 0;
    query.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, all.length > 2000 ? 150 : 0); });
    for (const select of selects) select.addEventListener("change", () => apply());
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    $("prev").addEventListener("click", () => { page--; render(); });
    $("next").addEventListener("click", () => { page++; render(); });
    $("size").addEventListener("change", event => { size = Number(event.target.value); page = 0; render(); });
    $("expand").addEventListener("click", event => {
      const open = event.target.getAttribute("aria-pressed") !== "true";
      event.target.setAttribute("aria-pressed", String(open));
      event.target.textContent = open ? "Close all shown" : "Open all shown";
      for (const body of table.tBodies) byId.get(body.id).toggle(open);
    });

    // A tile is a link to the findings it counts: the severity tiles count what is to act on.
    for (const tile of document.querySelectorAll("a[data-filter]")) tile.addEventListener("click", () => {
      form.reset();
      const set = (field, value) => { selects.find(select => select.dataset.field === field).value = value; };
      if (tile.dataset.filter === "severity") set("state", toActOn);
      set(tile.dataset.filter, tile.dataset.value);
      apply();
    });

    // A link to a finding clears what hides it, turns to its page and opens it.
    function goTo() {
      const item = byId.get(location.hash.slice(1));
      if (!item) return;
      if (!shown.includes(item)) { form.reset(); sort = null; shown = all; apply(); }
      page = Math.floor(shown.indexOf(item) / size);
      render();
      item.toggle(true);
      item.body.scrollIntoView();
    }
    addEventListener("hashchange", goTo);

    addEventListener("beforeprint", () => { printing = true; render(); for (const body of table.tBodies) fill(body); });
    addEventListener("afterprint", () => { printing = false; render(); });

    apply();
    goTo();
  }
})();
