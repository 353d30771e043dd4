// Gives the boxes that select2 draws over a select the name of its label: it leaves an empty one nameless.
// Deferred, so that what it hands to jQuery runs after Django's autocomplete.js has drawn them.
"use strict";
window.django?.jQuery?.(() => {
  for (const select of document.querySelectorAll("select.admin-autocomplete[id]")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const box = select.nextElementSibling?.querySelector('[role="combobox"]');
    if (!label || !box) continue;
    label.id ||= `${select.id}-label`;
    const shown = box.querySelector('[role="textbox"]');
    box.setAttribute("aria-labelledby", [label.id, shown?.id].filter(Boolean).join(" "));
    shown?.setAttribute("aria-labelledby", label.id);
  }
});
