// CKEditor button "Foto": a picture from the library, by the picture dialog.
"use strict";
CKEDITOR.plugins.add("portalpicture", {
  init(editor) {
    const escape = (text) => CKEDITOR.tools.htmlEncode(text || "");
    editor.addCommand("portalPicture", {
      async: true,
      exec() {
        window.PictureDialog.open({
          onPick(picture) {
            const height = Math.round((720 * picture.height) / picture.width);
            const caption = [picture.caption, picture.credit && `Foto: ${picture.credit}`].filter(Boolean).join(" ");
            const legend = caption ? `<figcaption>${escape(caption)}</figcaption>` : "";
            editor.insertHtml(`<figure><img src="${picture.src}" alt="${escape(picture.alt)}" width="720" height="${height}">${legend}</figure><p>&nbsp;</p>`);
            editor.fire("afterCommandExec", { name: "portalPicture" });
          },
        });
      },
    });
    editor.ui.addButton("PortalPicture", {
      label: "Foto dari pustaka",
      command: "portalPicture",
      icon: CKEDITOR.getUrl("/static/js/admin/portalpicture/icon.svg"),
    });
  },
});
