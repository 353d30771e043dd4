// Fields that are chosen by typing: the box to type in is named as its field is.
"use strict";
// After Django's autocomplete.js, which makes the boxes when jQuery is ready.
django.jQuery(() => {
  for (const select of document.querySelectorAll("select.admin-autocomplete[multiple]")) {
    const box = select.parentElement.querySelector(".select2-search__field");
    const label = select.labels[0];
    if (box && label) box.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""));
  }
});
