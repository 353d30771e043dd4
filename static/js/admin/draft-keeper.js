// Keeps what is typed in a form of the admin in this browser until the server has it.
// Rule: docs/publishing.md#kept-copies. The server lists in data-saved the copies that it has saved.
"use strict";
(() => {
  const { user, saved } = document.currentScript.dataset;
  const PREFIX = "naskah:";
  const OWN = `${PREFIX}${user}:`; // nobody is shown what another account has typed
  const MAX_AGE_MS = 14 * 24 * 60 * 60 * 1000;
  const PAUSE_MS = 700; // of typing, before it is kept

  const storage = (() => {
    try {
      return window.localStorage;
    } catch {
      return null; // the browser forbids it
    }
  })();
  const Snapshot = window.FormSnapshot;
  let flush = () => {};
  let isLeaving = false;

  function load(key) {
    try {
      return JSON.parse(storage.getItem(key));
    } catch {
      return null;
    }
  }

  const keysFrom = (prefix) => Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));
  const forget = (key) => storage.removeItem(key);

  // Return [key, copy] of the account's own copies, newest first.
  const ownCopies = () =>
    keysFrom(OWN)
      .map((key) => [key, load(key)])
      .sort(([, one], [, other]) => other.at - one.at);

  function tidy() {
    for (const id of saved.split(" ").filter(Boolean)) if (storage) forget(OWN + id);
    for (const key of keysFrom(PREFIX)) {
      const copy = load(key);
      if (!copy?.fields || copy.at + MAX_AGE_MS < Date.now()) forget(key);
    }
  }

  // A page holds the lock of its copy while it lives: another page offers the copy once it is gone.
  // Without https there are no locks; the copy is then offered at once.
  const hold = (key) => navigator.locks?.request(key, () => new Promise(() => {}));
  const whenFree = (key, then) => (navigator.locks ? navigator.locks.request(key, then) : then());

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  const button = (label, onclick, className = "button") => make("button", { type: "button", className, onclick }, label);

  const when = (copy) => new Date(copy.at).toLocaleString("id-ID", { dateStyle: "long", timeStyle: "short" });

  function inWords(value) {
    if (Array.isArray(value)) return value.map((item) => (Array.isArray(item) ? item[1] : item)).join(", ");
    if (!/<\/?[a-z][^>]*>/i.test(value)) return value;
    const spaced = value.replace(/<\/(p|h\d|li|tr|blockquote)>/gi, "$&\n");
    return new DOMParser().parseFromString(spaced, "text/html").body.textContent;
  }

  function contentsOf(copy) {
    const list = make("dl");
    for (const { label, value } of Object.values(copy.fields)) {
      list.append(make("dt", {}, label), make("dd", {}, inWords(value).trim() || "(kosong)"));
    }
    return make("details", {}, make("summary", {}, "Lihat isinya"), list);
  }

  // One copy with what can be done with it; throwing away can be undone while the page stays open.
  function offer(place, key, copy, text, action) {
    const discard = button("Buang", () => {
      forget(key);
      const undo = button("Jangan dibuang", () => {
        storage.setItem(key, JSON.stringify(copy));
        thrown.replaceWith(box);
        discard.focus();
      });
      const thrown = make("div", { className: "draft-offer" }, make("p", {}, "Tulisan dibuang."), undo);
      box.replaceWith(thrown);
      undo.focus();
    });
    const buttons = make("div", { className: "draft-offer__buttons" }, ...(action ? [action] : []), discard);
    const box = make("section", { className: "draft-offer" }, make("p", {}, text), buttons, contentsOf(copy));
    box.setAttribute("aria-label", "Tulisan yang belum tersimpan");
    place.append(box);
    return box;
  }

  const same = (one, other) => JSON.stringify(one?.value) === JSON.stringify(other?.value);

  function keepForm(place) {
    const form = place.closest("form");
    // A form that came back with errors goes on with the copy that it was sent with.
    const isReturned = Boolean(place.dataset.naskah);
    let key = OWN + (place.dataset.naskah || Date.now().toString(36) + Math.random().toString(36).slice(2));
    let version = form.elements.version?.value ?? "";
    const before = Snapshot.read(form);
    let always = new Set(Object.keys(isReturned ? (load(key)?.fields ?? before) : {}));
    let timer;
    hold(key);

    function changes() {
      const entries = Object.entries(Snapshot.read(form));
      return Object.fromEntries(entries.filter(([name, field]) => always.has(name) || !same(field, before[name])));
    }

    function store() {
      clearTimeout(timer);
      timer = undefined;
      const fields = changes();
      if (!Object.keys(fields).length) {
        if (storage) forget(key);
        return;
      }
      const title = form.elements.title?.value || document.querySelector("#content h1")?.textContent || "";
      const copy = { at: Date.now(), path: location.pathname, title, version, rows: Snapshot.rows(form), fields };
      try {
        storage.setItem(key, JSON.stringify(copy));
        place.querySelector(".draft-warning")?.remove();
      } catch {
        warn();
      }
    }

    function warn() {
      if (place.querySelector(".draft-warning")) return;
      const text = "Peramban ini tidak dapat menyimpan cadangan tulisan (penyimpanannya penuh atau ditutup). Tekan Simpan lebih sering.";
      place.append(make("p", { className: "draft-warning" }, text));
    }

    flush = () => timer !== undefined && store();

    function touched() {
      isLeaving = false;
      clearTimeout(timer);
      timer = setTimeout(store, PAUSE_MS);
    }

    function restore(box, copyKey, copy) {
      flush(); // what stands in the form now keeps its own copy
      key = copyKey;
      hold(key);
      always = new Set([...Object.keys(copy.fields), ...Object.keys(changes())]);
      if (copy.version && form.elements.version) {
        // Whoever saved meanwhile is then named, and overwritten only by decision.
        version = form.elements.version.value = copy.version;
      }
      Snapshot.write(form, copy);
      const told = make("p", { className: "draft-offer", tabIndex: -1 }, "Tulisan dipulihkan, belum disimpan. Periksa, lalu tekan Simpan.");
      box.replaceWith(told);
      told.focus();
    }

    function offerCopy(copyKey) {
      const copy = load(copyKey);
      if (!copy || copyKey === key) return;
      const now = Snapshot.read(form);
      if (Object.entries(copy.fields).every(([name, field]) => same(field, now[name]))) {
        forget(copyKey);
        return;
      }
      const isLocked = !Object.keys(now).length;
      const text = `Ada tulisan yang belum tersimpan dari ${when(copy)}.`;
      const advice = isLocked ? " Formulir ini sedang terkunci; salin isinya dari bawah ini." : "";
      const action = isLocked ? null : button("Pulihkan", () => restore(box, copyKey, copy), "button default");
      const box = offer(place, copyKey, copy, text + advice, action);
    }

    for (const name of ["input", "change"]) form.addEventListener(name, touched);
    for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, touched);
    window.django?.jQuery?.(form).on("change", touched); // select2 tells jQuery alone
    window.CKEDITOR?.on("instanceReady", ({ editor }) => {
      const { name } = editor.element.$;
      before[name] = Snapshot.read(form)[name]; // the same text, as the editor writes it
      editor.on("change", touched);
    });
    form.addEventListener("formdata", (event) => event.formData.set("naskah", key.slice(OWN.length)));
    form.addEventListener("submit", () => {
      store();
      isLeaving = true;
    });
    addEventListener("beforeunload", (event) => {
      if (!isLeaving && Object.keys(changes()).length) event.preventDefault();
    });
    addEventListener("pagehide", () => flush());
    document.addEventListener("visibilitychange", () => document.hidden && flush());
    Snapshot.ready(form).then(() => {
      for (const [copyKey, copy] of ownCopies()) {
        if (copy.path === location.pathname && copyKey !== key) whenFree(copyKey, () => offerCopy(copyKey));
      }
    });
  }

  function listCopies(place) {
    for (const [key] of ownCopies()) {
      whenFree(key, () => {
        const copy = load(key);
        if (!copy) return;
        const text = `Belum tersimpan: “${copy.title.trim() || "tanpa judul"}”, ${when(copy)}.`;
        offer(place, key, copy, text, make("a", { href: copy.path, className: "button default" }, "Buka formulirnya"));
      });
    }
  }

  // Only a deliberate sign-out may throw copies away, and only when told to: a session that runs out never does.
  function askBeforeLeaving(form) {
    const leave = () => {
      isLeaving = true;
      form.submit();
    };
    form.addEventListener("submit", (event) => {
      flush();
      const titles = ownCopies().map(([, copy]) => `“${copy.title.trim() || "tanpa judul"}”`);
      if (!titles.length) {
        isLeaving = true;
        return;
      }
      event.preventDefault();
      const dialog = make(
        "dialog",
        { className: "draft-dialog", onclose: () => dialog.remove() },
        make("h2", { id: "naskah-keluar" }, "Ada tulisan yang belum tersimpan"),
        make("p", {}, `${titles.join(", ")}. Di komputer bersama, sebaiknya dibuang; di komputer Anda sendiri, simpan saja: sesudah masuk lagi tulisan itu ditawarkan kepada Anda.`),
        make(
          "div",
          { className: "draft-offer__buttons" },
          button("Keluar, simpan di peramban ini", leave, "button default"),
          button("Keluar dan buang", () => {
            flush = () => {};
            ownCopies().forEach(([key]) => forget(key));
            leave();
          }),
          button("Jangan keluar", () => dialog.close()),
        ),
      );
      dialog.setAttribute("aria-labelledby", "naskah-keluar");
      document.body.append(dialog);
      dialog.showModal();
    });
  }

  // Not sooner: the editors are made then.
  document.addEventListener("DOMContentLoaded", () => {
    if (storage) tidy();
    const place = document.querySelector("[data-naskah]");
    if (place) keepForm(place);
    const list = document.querySelector("[data-naskah-daftar]");
    if (list) listCopies(list);
    const logout = document.getElementById("logout-form");
    if (logout) askBeforeLeaving(logout);
  });
})();
