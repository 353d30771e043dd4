"""Answer the editor what a pasted text becomes, before it stands in the article.

One rule for all that comes in: what is pasted goes through the same code as what is saved.
Why here and not in the browser: docs/decisions/0009-pasting.md.
"""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from cilegon_portal.chat_text import html_of_chat
from cilegon_portal.richtext import clean
from cilegon_portal.text import normalise_text


@require_POST
def pasted(request: HttpRequest) -> JsonResponse:
    """Return ``html`` and the sentences ``told`` for the posted ``html`` or plain ``text``."""
    try:
        text = normalise_text(request.POST.get("text", ""))
        cleaned = clean(request.POST.get("html") or html_of_chat(text))
    except ValidationError as error:
        return JsonResponse({"told": error.messages}, status=400)
    html = _with_blanks_of(text, cleaned.html)
    return JsonResponse({"html": html, "told": cleaned.removed.sentences()})


def _with_blanks_of(text: str, html: str) -> str:
    """Return the paragraph *html* with the blanks around *text*: a word pasted into a sentence."""
    if html.count("<p>") != 1 or not html.startswith("<p>") or not html.endswith("</p>"):
        return html
    before = "&nbsp;" if text.startswith(" ") else ""
    after = "&nbsp;" if text.endswith(" ") else ""
    return f"<p>{before}{html[3:-4]}{after}</p>"
