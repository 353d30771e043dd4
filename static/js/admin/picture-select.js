// The picture field of a form: thumbnail and buttons around the number field.
"use strict";
(() => {
  function start(root) {
    const input = root.querySelector("input");
    const thumb = root.querySelector("img");
    const clear = root.querySelector("[data-picture-clear]");
    const edit = root.querySelector("[data-picture-edit]");
    const silent = root.querySelector("[data-picture-silent]");

    let shown = input.value;

    function show(picture) {
      thumb.hidden = clear.hidden = edit.hidden = !picture;
      silent.hidden = !picture || picture.described;
      if (picture) {
        edit.href = picture.edit;
        thumb.src = picture.thumb;
        thumb.alt = picture.title;
      } else {
        thumb.removeAttribute("src");
      }
    }

    function set(picture) {
      input.value = shown = picture ? String(picture.id) : "";
      show(picture);
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    for (const [name, upload] of [["choose", false], ["upload", true]]) {
      const button = root.querySelector(`[data-picture-${name}]`);
      button.hidden = false;
      button.addEventListener("click", () => window.PictureDialog.open({ onPick: set, upload }));
    }
    // A number that was typed, or put back by draft-keeper.js.
    input.addEventListener("change", async () => {
      if (input.value === shown) return;
      const number = (shown = input.value);
      show(null);
      clear.hidden = !number;
      const picture = number && (await window.PictureDialog.find(number));
      if (picture && number === shown) show(picture);
    });
    clear.hidden = !input.value;
    clear.addEventListener("click", () => set(null));
    root.dataset.pictureReady = "";
  }

  function startAll(parent) {
    parent.querySelectorAll("[data-picture-select]:not([data-picture-ready])").forEach((root) => {
      // The empty row that Django copies for "add another" is no field yet.
      if (!root.closest(".empty-form")) start(root);
    });
  }

  document.addEventListener("DOMContentLoaded", () => startAll(document));
  document.addEventListener("formset:added", (event) => startAll(event.target));
})();
