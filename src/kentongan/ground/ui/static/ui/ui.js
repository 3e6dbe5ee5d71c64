/* Kentongan: what the pages gain where script runs. Every page works without it.
   Words come from the page (data-say-*), so that this file speaks no language. No eval, no inline style. */
(() => {
  "use strict";
  const body = document.body;
  const say = (name) => body.dataset[`say${name}`] || "";
  const all = (selector, root = document) => root.querySelectorAll(selector);

  /* ---- Toast: a sentence that needs no answer ---- */
  function toast(sentence) {
    if (!sentence) return;
    let place = document.querySelector(".toasts");
    if (!place) {
      place = document.createElement("div");
      place.className = "toasts";
      place.setAttribute("role", "status");
      body.append(place);
    }
    const note = document.createElement("p");
    note.className = "toast";
    note.textContent = sentence;
    place.append(note);
    setTimeout(() => note.remove(), 6000);
  }

  /* ---- The drawer on a phone: the link to #menu becomes a switch ---- */
  function drawer() {
    const button = document.querySelector(".menu-btn");
    const nav = document.getElementById("menu");
    if (!button || !nav) return;
    button.setAttribute("role", "button");
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", "menu");
    const turn = (open) => {
      nav.classList.toggle("is-open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", (event) => {
      event.preventDefault();
      turn(!nav.classList.contains("is-open"));
    });
    button.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); button.click(); }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && nav.classList.contains("is-open")) { turn(false); button.focus(); }
    });
  }

  /* ---- Copy and share: buttons that would do nothing without script wait hidden ---- */
  const textOf = (button) => {
    const target = button.dataset.from && document.getElementById(button.dataset.from);
    return button.dataset.text || (target ? target.value ?? target.textContent.trim() : "");
  };
  async function copy(button) {
    const text = textOf(button);
    try {
      await navigator.clipboard.writeText(text);
      toast(button.dataset.done || say("Copied"));
    } catch {
      const target = button.dataset.from && document.getElementById(button.dataset.from);
      if (target) getSelection().selectAllChildren(target); // no clipboard on plain http: at least it is selected
      toast(say("Notcopied"));
    }
  }
  async function share(button) {
    try {
      await navigator.share({ title: button.dataset.title, text: textOf(button) || undefined, url: button.dataset.url });
    } catch (error) {
      if (error.name !== "AbortError") toast(say("Notshared"));
    }
  }
  function reveal(root) {
    for (const button of all("[data-copy]", root)) button.hidden = false;
    if (navigator.share) for (const button of all("[data-share]", root)) button.hidden = false;
    for (const button of all("[data-print]", root)) button.hidden = false;
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-share], [data-print]");
    if (!button) return;
    if ("copy" in button.dataset) copy(button);
    else if ("share" in button.dataset) share(button);
    else print();
  });

  /* ---- Confirm: only forms that say so; without script their GET page asks instead ---- */
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm || event.target.dataset.confirm;
    if (question && !confirm(question)) event.preventDefault();
  });

  /* ---- Drafts: what is typed outlives a lost connection, a closed tab, an expired session ---- */
  const PREFIX = "kentongan:draft:";
  const store = (() => {
    try { localStorage.setItem(`${PREFIX}try`, "1"); localStorage.removeItem(`${PREFIX}try`); return localStorage; } catch { return null; }
  })();
  const WEEK = 7 * 24 * 3600 * 1000;
  const read = (key) => { try { return JSON.parse(store.getItem(key)); } catch { return null; } };
  const drafts = () => Object.keys(store).filter((key) => key.startsWith(PREFIX));
  const skipped = new Set(["password", "file", "hidden", "submit", "button", "reset", "image"]);
  const kept = (form) => [...form.elements].filter((el) => el.name && !skipped.has(el.type) && !el.hasAttribute("data-no-draft"));
  const valueOf = (el) => {
    if (el.type === "checkbox" || el.type === "radio") return el.checked;
    return el.multiple ? [...el.selectedOptions].map((option) => option.value) : el.value;
  };
  const nameOf = (el) => (el.type === "checkbox" || el.type === "radio" ? `${el.name}=${el.value}` : el.name);
  const snapshot = (form) => Object.fromEntries(kept(form).map((el) => [nameOf(el), valueOf(el)]));
  function put(form, values) {
    for (const el of kept(form)) {
      const value = values[nameOf(el)];
      if (value === undefined) continue;
      if (el.type === "checkbox" || el.type === "radio") el.checked = value;
      else if (el.multiple) for (const option of el.options) option.selected = value.includes(option.value);
      else el.value = value;
      el.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  function offer(form, key, draft) {
    const box = document.createElement("div");
    box.className = "notice notice--nila below-4";
    box.setAttribute("role", "status");
    const sentence = document.createElement("p");
    sentence.textContent = say("Draft").replace("{time}", new Date(draft.at).toLocaleString(document.documentElement.lang || "id", { dateStyle: "medium", timeStyle: "short" }));
    const acts = document.createElement("div");
    acts.className = "row";
    for (const [words, action] of [[say("Restore"), () => put(form, draft.values)], [say("Discard"), () => store.removeItem(key)]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn--sm";
      button.textContent = words;
      button.addEventListener("click", () => { action(); box.remove(); form.querySelector(".input")?.focus(); });
      acts.append(button);
    }
    box.append(sentence, acts);
    form.before(box);
  }
  function keep(form) {
    const key = PREFIX + form.dataset.draft;
    const first = JSON.stringify(snapshot(form));
    const draft = read(key);
    if (draft && JSON.stringify(draft.values) !== first) offer(form, key, draft);
    let timer;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const values = snapshot(form);
        try {
          if (JSON.stringify(values) === first) store.removeItem(key);
          else store.setItem(key, JSON.stringify({ at: Date.now(), values }));
        } catch { /* a full store keeps the older draft */ }
      }, 400);
    });
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      clearTimeout(timer);
      try { store.setItem(key, JSON.stringify({ at: Date.now(), values: snapshot(form), sent: true })); } catch { /* as above */ }
    });
  }
  function tidy() {
    const open = new Set([...all("form[data-draft]")].map((form) => PREFIX + form.dataset.draft));
    const office = body.classList.contains("office");
    for (const key of drafts()) {
      const draft = read(key);
      // Sent, and the office answered with another page: it arrived. A page of the browser's own never gets here.
      const arrived = office && draft?.sent && !open.has(key);
      if (!draft || arrived || Date.now() - draft.at > WEEK) store.removeItem(key);
    }
  }
  if (store) {
    tidy();
    for (const form of all("form[data-draft]")) keep(form);
    for (const form of all("form[data-leave]")) form.addEventListener("submit", () => drafts().forEach((key) => store.removeItem(key)));
    addEventListener("offline", () => { if (document.querySelector("form[data-draft]")) toast(say("Offline")); });
  }

  drawer();
  reveal(document);
  document.addEventListener("htmx:load", (event) => reveal(event.detail.elt));
})();
