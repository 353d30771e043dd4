// CKEditor: what is pasted is cleaned by the server first, as it will be when the article is saved.
// Ctrl+Shift+V and the button "Tempel sebagai teks biasa" paste letter by letter.
"use strict";
CKEDITOR.plugins.add("portalpaste", {
  requires: "clipboard",
  init(editor) {
    const WAIT_MS = 6000;
    const { clipboard } = CKEDITOR.plugins;

    /* What was pasted, for the server; null: nothing that it could make better. */
    const question = ({ dataTransfer, dataValue, type }) => {
      const fields = new URLSearchParams();
      const text = dataTransfer.getData("text/plain");
      // Pictures inside the text are left out: they can be megabytes, and none of them stays.
      if (type !== "text") fields.set("html", dataValue.replace(/(\ssrc=["']data:)[^"']*/gi, "$1,"));
      else if (text) fields.set("text", text);
      else return null;
      return fields;
    };

    const ask = async (fields) => {
      const response = await fetch(editor.config.portalPasteUrl, {
        method: "POST",
        body: fields,
        headers: { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value },
        redirect: "error", // to the sign-in page: the session has ended
        signal: AbortSignal.timeout(WAIT_MS),
      });
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    };

    /* Below the editor, where it hides no word; the next paste replaces it. */
    const list = document.createElement("ul");
    list.className = "messagelist";
    list.setAttribute("aria-live", "polite"); // a list keeps its role
    editor.on("instanceReady", () => editor.container.$.after(list));
    const tell = (sentences) => list.replaceChildren(...sentences.map((sentence) => {
      const item = document.createElement("li");
      item.className = "warning";
      item.textContent = sentence;
      return item;
    }));

    editor.on("paste", async (event) => {
      const data = event.data;
      const isOwn = data.dataTransfer.getTransferType(editor) !== CKEDITOR.DATA_TRANSFER_EXTERNAL;
      if (data.portalPasted || isOwn || editor._.nextPasteType === "text" || !data.dataValue) return;
      const fields = question(data);
      if (!fields) return;
      event.cancel();
      const place = data.range ? null : editor.getSelection().createBookmarks2(true);
      let pasted = { ...data, portalPasted: true }; // without an answer: as the editor does by itself
      let told = [];
      try {
        const answer = await ask(fields);
        told = answer.told;
        const dataTransfer = new clipboard.dataTransfer(null, editor);
        pasted = { ...pasted, type: "html", dataValue: answer.html, dataTransfer, dontFilter: true };
      } catch {
        told = ["Server tidak menjawab; teks ditempel apa adanya. Periksa daftar dan tebalnya."];
      }
      if (editor.status !== "ready") return;
      editor.focus();
      if (place) editor.getSelection().selectBookmarks(place);
      editor.fire("paste", pasted);
      tell(told);
    }, null, null, 2);
  },
});
