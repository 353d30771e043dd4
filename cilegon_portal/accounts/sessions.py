"""How long staff stay signed in: ``SESSION_COOKIE_AGE`` after the last page of the admin."""

from datetime import UTC, datetime, timedelta

from django.http import HttpRequest

_KEY = "active_at"
# Writing it down costs an update, so not with every page; a session is longer by far.
STEP = timedelta(minutes=5)


def note_activity(request: HttpRequest, at: datetime | None = None) -> None:
    """Let the session of *request* start its time anew at *at* (aware; default: now).

    A session that changes is saved with a whole new term, and so is its cookie.
    """
    now = int((at or datetime.now(UTC)).timestamp())
    if now - request.session.get(_KEY, 0) >= STEP.total_seconds():
        request.session[_KEY] = now
