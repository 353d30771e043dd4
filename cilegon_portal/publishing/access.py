"""The reader of a request, without waking a session that is not there."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from cilegon_portal.accounts.models import User


def viewer(request: HttpRequest) -> User | AnonymousUser:
    """Return the signed-in user, or the anonymous one without touching the session.

    Public answers must not vary on Cookie, so the session is read only when its
    cookie came with the request.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return AnonymousUser()
    return request.user


def signed_in(request: HttpRequest) -> User:
    """Return who uses the admin. Raises PermissionDenied for a visitor."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
