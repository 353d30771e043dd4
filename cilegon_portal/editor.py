"""The editor's toolbar, derived from what the server keeps (richtext.py); settings reads it."""

from typing import Any

_ALLOWED = (
    "p h2 h3 h4 strong em s sub sup ul ol li blockquote hr br figcaption caption thead tbody tr;"
    "p h2 h3 figure(rata-tengah,rata-kanan); figure; table; a[!href];"
    "img[!src,alt,width,height]; ol[start,type]; td[colspan,rowspan]; th[colspan,rowspan,scope]"
)

CKEDITOR_CONFIGS: dict[str, dict[str, Any]] = {
    "default": {
        "language": "id",
        "width": "100%",
        "height": 420,
        "toolbar": "portal",
        "toolbar_portal": [
            ["Format"],
            ["Bold", "Italic", "Strike", "RemoveFormat"],
            ["NumberedList", "BulletedList", "Blockquote"],
            ["Link", "Unlink", "PortalPicture", "Table", "HorizontalRule", "SpecialChar"],
            ["Undo", "Redo", "PasteText", "Maximize"],
        ],
        "format_tags": "p;h2;h3;h4",
        "allowedContent": _ALLOWED,
        "removePlugins": "preview,exportpdf,iframe,scayt,wsc,devtools,flash,forms,smiley,uploadimage,image,elementspath",
        "extraPlugins": "portalpicture,portalpaste",
        "external_plugin_resources": [
            ("portalpicture", "/static/js/admin/portalpicture/", "plugin.js"),
            ("portalpaste", "/static/js/admin/portalpaste/", "plugin.js"),
        ],
        "portalPasteUrl": "/admin/tempel/",
        "contentsCss": "/static/css/editor.css",
        "disableNativeSpellChecker": False,
        "versionCheck": False,
        "pasteFromWordRemoveStyles": True,
        "linkShowAdvancedTab": False,
        "linkShowTargetTab": False,
    }
}
