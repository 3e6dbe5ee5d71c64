/* What the write screen gains where script runs: marks at the cursor, checks while typing, letters counted. */
(() => {
  "use strict";
  const form = document.getElementById("write");
  if (!form) return;
  const text = form.elements.text;
  const title = form.elements.title;

  /* Put words around the selection so that undo still works and the draft hears of it. */
  function put(before, after, lines) {
    const { selectionStart: from, selectionEnd: to, value } = text;
    text.focus();
    if (lines) {
      const start = value.lastIndexOf("\n", from - 1) + 1;
      text.setSelectionRange(start, to);
      insert(value.slice(start, to).split("\n").map((line) => before + line).join("\n"));
      return;
    }
    text.setSelectionRange(from, to);
    insert(before + value.slice(from, to) + after);
    if (from === to) text.setSelectionRange(from + before.length, from + before.length);
  }
  function insert(words) {
    // execCommand keeps the field's undo; where it is gone the value is set and only undo is lost.
    if (!document.execCommand("insertText", false, words)) {
      text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  const tools = form.querySelector(".tools");
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { line, wrap, before, after } = button.dataset;
    if (line) put(line, "", true);
    else put(wrap || before, wrap || after, false);
  });
  for (const button of document.querySelectorAll("[data-insert]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const own = text.selectionStart !== text.selectionEnd && button.dataset.insert.startsWith("[");
      // With words selected the fact is laid on them; without, its value is written.
      if (own) put("[", button.dataset.insert.slice(button.dataset.insert.lastIndexOf("|")), false);
      else insert(button.dataset.insert);
    });
  }

  /* From a figure without a source to the form that records one. */
  document.addEventListener("click", (event) => {
    const note = document.getElementById("note-fact");
    if (note && event.target.closest("[href='#note-fact']")) note.open = true;
  });

  /* Text typed on an older save: somebody saved meanwhile and this browser never sent its own. Put back with the save
     it was typed on, so that sending it shows both texts and overwrites nothing. */
  const own = `kentongan:draft:${form.dataset.draft}`;
  const family = own.replace(/\d+$/, "");
  let keys = [];
  try { keys = Object.keys(localStorage); } catch { /* no storage: nothing was kept */ }
  for (const key of keys.filter((name) => name.startsWith(family) && name !== own)) {
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(key)); } catch { /* torn: nothing to offer */ }
    const base = key.slice(family.length);
    if (!draft || draft.sent || !draft.values || !/^\d+$/.test(base)) continue;
    const box = document.createElement("div");
    box.className = "notice notice--nila below-4";
    box.setAttribute("role", "status");
    const sentence = document.createElement("p");
    sentence.textContent = form.dataset.sayOlder;
    const acts = document.createElement("div");
    acts.className = "row";
    const choices = [
      [form.dataset.sayTake, () => {
        text.value = draft.values.text ?? text.value;
        title.value = draft.values.title ?? title.value;
        form.elements.base.value = base;
        localStorage.removeItem(key);
        text.dispatchEvent(new Event("input", { bubbles: true }));
      }],
      [form.dataset.sayDrop, () => localStorage.removeItem(key)],
    ];
    for (const [words, act] of choices) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn--sm";
      button.textContent = words;
      button.addEventListener("click", () => { act(); box.remove(); text.focus(); });
      acts.append(button);
    }
    box.append(sentence, acts);
    form.before(box);
  }

  /* Letters of the headline */
  const count = form.querySelector("[data-count]");
  const counted = () => { count.textContent = `${[...title.value.trim()].length} / ${count.dataset.most}`; };
  title.addEventListener("input", counted);
  counted();

  /* Checks while typing: an answer to an older text is thrown away */
  let timer;
  let asked = 0;
  async function examine() {
    const mine = ++asked;
    const data = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.examine, { method: "POST", body: data, headers: { "HX-Request": "true" } });
      if (!answer.ok || mine !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const stops = page.getElementById("stops");
      if (stops) document.getElementById("stops")?.replaceWith(stops);
      const fresh = page.getElementById("checks");
      const shown = document.getElementById("checks");
      // A reason that is being typed is not taken away.
      if (fresh && shown && !shown.contains(document.activeElement)) shown.replaceWith(fresh);
    } catch { /* no connection: the checks stay as they were, the text is kept as a draft */ }
  }
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(examine, 900); });
})();
