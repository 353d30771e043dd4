// The picture field of a form: thumbnail and buttons around the number field.
"use strict";
(() => {
  function start(root) {
    const input = root.querySelector("input");
    const thumb = root.querySelector("img");
    const clear = root.querySelector("[data-picture-clear]");

    function set(picture) {
      input.value = picture ? picture.id : "";
      thumb.hidden = clear.hidden = !picture;
      if (picture) {
        thumb.src = picture.thumb;
        thumb.alt = picture.title;
      } else {
        thumb.removeAttribute("src");
      }
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    for (const [name, upload] of [["choose", false], ["upload", true]]) {
      const button = root.querySelector(`[data-picture-${name}]`);
      button.hidden = false;
      button.addEventListener("click", () => window.PictureDialog.open({ onPick: set, upload }));
    }
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
