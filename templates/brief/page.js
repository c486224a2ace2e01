// What the page adds where scripts run: it works without. Nothing is loaded, nothing leaves the page.
(() => {
  "use strict";
  const main = document.querySelector("main[data-words]");
  if (!main) return;
  const words = JSON.parse(main.dataset.words);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const make = (tag, attributes = {}, text = "") => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text) element.textContent = text;
    return element;
  };
  const told = make("p", { class: "told", role: "status" });
  document.body.append(told);
  const tell = (text) => {
    told.textContent = text;
  };

  // A claim and its characters in the story light up together.
  const marksOf = new Map();
  for (const mark of all("mark[data-of]")) {
    for (const id of mark.dataset.of.split(" ")) {
      if (!marksOf.has(id)) marksOf.set(id, []);
      marksOf.get(id).push(mark);
    }
  }
  let pinned = null;
  const light = (id, on) => {
    const claim = document.getElementById(id);
    if (claim) claim.classList.toggle("lit", on);
    for (const mark of marksOf.get(id) || []) mark.classList.toggle("lit", on);
  };
  const pin = (id) => {
    if (pinned) light(pinned, false);
    pinned = id === pinned ? null : id;
    if (pinned) light(pinned, true);
  };
  const over = (id, on) => {
    if (id !== pinned) light(id, on);
  };
  for (const mark of all("mark[data-of]")) {
    const ids = mark.dataset.of.split(" ");
    mark.addEventListener("pointerenter", () => ids.forEach((id) => over(id, true)));
    mark.addEventListener("pointerleave", () => ids.forEach((id) => over(id, false)));
    mark.addEventListener("click", () => pin(ids[0]));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pinned) pin(pinned);
  });

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      tell(words.copied);
    } catch {
      // No clipboard here (an old browser, a page inside of another): the address bar has the link instead.
      location.hash = new URL(text).hash;
      tell(words.in_address_bar);
    }
  };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  for (const claim of all("article.claim[id]")) {
    claim.addEventListener("pointerenter", () => over(claim.id, true));
    claim.addEventListener("pointerleave", () => over(claim.id, false));
    const number = claim.querySelector(".num").textContent;
    const tools = make("p", { class: "tools" });
    const show = make("button", { type: "button", "aria-label": words.show_claim.replace("{number}", number) }, words.show);
    show.addEventListener("click", () => {
      const mark = (marksOf.get(claim.id) || [])[0];
      if (!mark) return;
      if (pinned !== claim.id) pin(claim.id);
      mark.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
      const anchor = mark.previousElementSibling;
      if (anchor && anchor.matches("a.ref")) anchor.focus({ preventScroll: true });
    });
    const link = make("button", { type: "button", "aria-label": words.link_claim.replace("{number}", number) }, words.link);
    link.addEventListener("click", () => copy(new URL(`#${claim.id}`, location.href).href));
    if (marksOf.has(claim.id)) tools.append(show);
    tools.append(link);
    claim.querySelector(".body").append(tools);
  }

  // Claims by their flags and by who says them.
  all(".claims").forEach((list, place) => {
    const claims = all("article.claim[id]", list);
    if (claims.length < 2) return;
    const bar = make("form", { class: "filters", "aria-label": all(".claims").length > 1 ? `${words.filter} (${place + 1})` : words.filter });
    const count = make("output", { role: "status" });
    const chosen = [];
    const choice = (name, label) => {
      const tally = new Map();
      for (const claim of claims) for (const value of JSON.parse(claim.dataset[name])) tally.set(value, (tally.get(value) || 0) + 1);
      if (tally.size < 2) return;
      const select = make("select", { id: `filter-${name}-${place}`, autocomplete: "off" });
      select.append(make("option", { value: "" }, words.all));
      for (const [value, times] of Array.from(tally).sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))) {
        select.append(make("option", { value }, `${value} (${times})`));
      }
      const caption = make("label", { for: select.id }, label);
      select.addEventListener("change", apply);
      chosen.push([name, select]);
      bar.append(caption, select);
    };
    const apply = () => {
      let shown = 0;
      for (const claim of claims) {
        const fits = chosen.every(([name, select]) => !select.value || JSON.parse(claim.dataset[name]).includes(select.value));
        claim.hidden = !fits;
        if (fits) shown += 1;
      }
      count.textContent = words.shown.replace("{shown}", shown).replace("{all}", claims.length);
    };
    choice("flags", words.flag);
    choice("sources", words.source);
    if (!chosen.length) return;
    const clear = () => {
      for (const [, select] of chosen) select.value = "";
      apply();
    };
    const reset = make("button", { type: "button" }, words.reset);
    reset.addEventListener("click", clear);
    bar.addEventListener("submit", (event) => event.preventDefault());
    bar.append(reset, count);
    list.before(bar);
    apply();
    // A link to a claim that a filter hides shows it again.
    addEventListener("hashchange", () => {
      const target = document.getElementById(location.hash.slice(1));
      if (target && target.hidden && list.contains(target)) {
        clear();
        target.scrollIntoView();
      }
    });
  });

  // What is ticked off stays so in this browser, for this story.
  const key = `reporter:${main.dataset.story}`;
  let ticked = [];
  let isKept = true;
  try {
    ticked = JSON.parse(localStorage.getItem(key)) || [];
  } catch {
    isKept = false;
  }
  for (const item of all("ol.check > li")) {
    const name = item.textContent.trim();
    if (!item.querySelector("b")) continue;
    const box = make("input", { type: "checkbox", autocomplete: "off", "aria-label": `${words.done}: ${name}` });
    box.checked = ticked.includes(name);
    item.classList.toggle("done", box.checked);
    box.addEventListener("change", () => {
      item.classList.toggle("done", box.checked);
      ticked = ticked.filter((one) => one !== name);
      if (box.checked) ticked.push(name);
      try {
        localStorage.setItem(key, JSON.stringify(ticked));
      } catch {
        isKept = false;
      }
      if (!isKept) tell(words.not_kept);
    });
    item.prepend(box);
  }
})();
