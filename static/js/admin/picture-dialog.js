// The picture dialog: PictureDialog.open({ onPick(picture) {}, upload: true }).
"use strict";
(() => {
  const BASE = "/admin/library/picture/";
  let dialog, list, status, more, search, uploadForm, onPick, page = 1;

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function token() {
    const field = document.querySelector("input[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  }

  function field(text, properties) {
    const input = make("input", properties);
    return { input, label: make("label", {}, `${text} `, input) };
  }

  function build() {
    const query = field("Cari foto", { type: "search", name: "q" });
    search = query.input;
    const searchForm = make("form", { className: "picture-dialog__search" }, query.label, make("button", { type: "submit", className: "button", textContent: "Cari" }));
    searchForm.addEventListener("submit", (event) => { event.preventDefault(); load(1); });

    // Types named one by one: an iPhone then hands over its HEIC photos as JPEG.
    const files = field("Unggah foto baru", { type: "file", name: "files", accept: "image/jpeg,image/png,image/webp,image/gif", required: true });
    const alt = field("Teks alternatif: apa yang tampak di foto", { type: "text", name: "alt", maxLength: 125, required: true });
    const decorative = field("", { type: "checkbox", name: "decorative" });
    decorative.label.append(" Dekoratif: tidak menambah informasi");
    decorative.input.addEventListener("change", () => {
      alt.input.disabled = decorative.input.checked;
    });
    const credit = field("Kredit foto (opsional)", { type: "text", name: "credit", maxLength: 100 });
    uploadForm = make("form", { className: "picture-dialog__upload" }, files.label, alt.label, decorative.label, credit.label, make("button", { type: "submit", className: "button", textContent: "Unggah" }));
    uploadForm.addEventListener("submit", (event) => { event.preventDefault(); upload(); });
    uploadForm.addEventListener("reset", () => { alt.input.disabled = false; });

    status = make("p");
    status.setAttribute("role", "status");
    list = make("ul", { className: "picture-dialog__list" });
    more = make("button", { type: "button", className: "button", textContent: "Foto berikutnya", hidden: true });
    more.addEventListener("click", () => load(page + 1));
    const close = make("button", { type: "button", className: "button", textContent: "Tutup" });
    close.addEventListener("click", () => dialog.close());
    const heading = make("h2", { id: "picture-dialog-title", textContent: "Pilih foto" });
    dialog = make("dialog", { className: "picture-dialog" }, make("div", { className: "picture-dialog__head" }, heading, close), uploadForm, searchForm, status, list, more);
    dialog.setAttribute("aria-labelledby", heading.id);
    document.body.append(dialog);
  }

  function show(picture, first) {
    const image = make("img", { src: picture.thumb, alt: picture.alt || "", loading: "lazy" });
    const button = make("button", { type: "button" }, image, make("span", { textContent: picture.title }));
    if (!picture.described) button.append(make("strong", { textContent: "Belum ada teks alternatif" }));
    button.addEventListener("click", () => pick(picture));
    const item = make("li", {}, button);
    if (first) list.prepend(item); else list.append(item);
  }

  function pick(picture) {
    dialog.close();
    if (onPick) onPick(picture);
  }

  async function load(number) {
    status.textContent = "Memuat foto…";
    try {
      const parameters = new URLSearchParams({ q: search.value, halaman: number });
      const response = await fetch(`${BASE}pilih/?${parameters}`, { headers: { Accept: "application/json" } });
      if (!response.ok || response.redirected) throw new Error(response.status);
      const answer = await response.json();
      if (number === 1) list.replaceChildren();
      page = number;
      answer.pictures.forEach((picture) => show(picture, false));
      more.hidden = !answer.next;
      status.textContent = list.children.length ? "" : "Tidak ada foto yang cocok. Ubah kata carian, atau unggah foto baru.";
    } catch {
      status.textContent = "Daftar foto tidak terbaca. Periksa sambungan, atau masuk lagi di tab lain, lalu coba lagi.";
    }
  }

  async function upload() {
    const data = new FormData(uploadForm);
    status.textContent = "Mengunggah…";
    try {
      const response = await fetch(`${BASE}unggah/`, { method: "POST", body: data, headers: { "X-CSRFToken": token(), Accept: "application/json" } });
      const answer = await response.json();
      status.textContent = [...answer.errors, ...answer.warnings].join(" ");
      answer.pictures.forEach((picture) => show(picture, true));
      if (answer.pictures.length) uploadForm.reset();
      if (answer.pictures.length === 1 && !answer.errors.length && !answer.warnings.length) pick(answer.pictures[0]);
    } catch {
      status.textContent = "Unggahan gagal. Periksa sambungan, atau masuk lagi di tab lain, lalu coba lagi.";
    }
  }

  // Return the picture of that number; null if there is none or the server cannot be asked.
  async function find(number) {
    try {
      const response = await fetch(`${BASE}pilih/?nomor=${encodeURIComponent(number)}`, { headers: { Accept: "application/json" } });
      return (await response.json()).pictures[0] ?? null;
    } catch {
      return null;
    }
  }

  window.PictureDialog = {
    find,
    open(options) {
      if (!dialog) build();
      onPick = options.onPick;
      dialog.showModal();
      load(1);
      (options.upload ? uploadForm.elements.files : search).focus();
    },
  };
})();
