// The focal point of a photo by a click; the two number fields hold it and work without this.
"use strict";
(() => {
  const root = document.querySelector("[data-focal]");
  const fields = ["x", "y"].map((name) => document.getElementById(`id_focal_${name}`));
  if (!root || fields.includes(null)) return;
  const photo = root.querySelector("[data-focal-photo]");
  const point = root.querySelector("[data-focal-point]");
  const crops = root.querySelector("[data-focal-crops]");

  function show() {
    const [x, y] = fields.map((field) => Math.min(100, Math.max(0, Number(field.value) || 0)));
    point.style.insetInlineStart = `${x}%`;
    point.style.insetBlockStart = `${y}%`;
    crops.querySelectorAll("img").forEach((image) => {
      image.style.objectPosition = `${x}% ${y}%`;
    });
  }

  photo.addEventListener("click", (event) => {
    const box = photo.querySelector("img").getBoundingClientRect();
    fields[0].value = Math.round((100 * (event.clientX - box.left)) / box.width);
    fields[1].value = Math.round((100 * (event.clientY - box.top)) / box.height);
    show();
  });
  fields.forEach((field) => field.addEventListener("input", show));
  photo.classList.add("focal__photo--live");
  point.hidden = crops.hidden = false;
  show();
})();
