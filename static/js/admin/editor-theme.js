// The text in the editor stands in a document of its own: it is told whether the admin is light or dark.
"use strict";
(() => {
  if (!window.CKEDITOR) return;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  function theme() {
    const chosen = root.dataset.theme; // auto, light or dark
    return chosen === "dark" || (chosen !== "light" && system.matches) ? "dark" : "light";
  }

  const tell = (editor) => editor.document?.getDocumentElement().data("theme", theme());
  const tellAll = () => Object.values(CKEDITOR.instances).forEach(tell);

  // That document is made anew whenever the text is replaced as a whole.
  CKEDITOR.on("instanceCreated", ({ editor }) => editor.on("contentDom", () => tell(editor)));
  new MutationObserver(tellAll).observe(root, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", tellAll);
})();
