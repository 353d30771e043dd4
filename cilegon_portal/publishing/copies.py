"""Which copies of unsaved text, kept by the writer's browser, the server has saved.

The browser names the copy with what it sends (static/js/admin/draft-keeper.js), and throws
away those that the session lists. The session tells it better than the answer to the form:
it is there too when that answer got lost. Rule: docs/publishing.md#kept-copies.
"""

import re

from django.http import HttpRequest

COPY_KEY = "naskah"  # read by templates/admin/publishing/change_form.html too
REMEMBERED_MAX = 20  # more forms than one person saves between two pages

_COPY = re.compile(r"[0-9a-z]{1,40}")


def note_saved(request: HttpRequest) -> None:
    """Remember in the session that the copy *request* came with is saved; there may be none."""
    copy = request.POST.get(COPY_KEY, "")
    if _COPY.fullmatch(copy):
        known = request.session.get("saved_copies", [])
        request.session["saved_copies"] = [*known, copy][-REMEMBERED_MAX:]
