"""Asking for a new password, without telling who has an account and without flooding anybody."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpResponse, HttpResponseRedirect

from cilegon_portal.accounts.throttle import Limit

WAIT = timedelta(hours=1)
# A letter may get lost twice; an office shares one address.
MAILBOX_MAX = 3
ADDRESS_MAX = 10


class _AnsweredFirst(HttpResponseRedirect):
    """A redirect that does *task* once it has been sent.

    The server closes an answer after its last byte. So looking up the account and talking to
    the mail server, which take their time only where there is an account, cannot be timed.
    """

    def __init__(self, to: str, task: Callable[[], None]) -> None:
        super().__init__(to)
        self._task = task

    def close(self) -> None:
        try:
            if not self.closed:
                self._task()
        finally:
            super().close()


class _LaterResetForm(PasswordResetForm):
    """Django's form; ``send`` does what saving would have done."""

    send: Callable[[], None]

    def save(self, **options: Any) -> None:  # type: ignore[override]  # Django's view names all
        self.send = partial(super().save, **options)


class ForgottenPasswordView(views.PasswordResetView):
    """Ask for the mail address; the answer is the same whether or not it has an account."""

    form_class = _LaterResetForm

    def form_valid(self, form: _LaterResetForm) -> HttpResponse:  # type: ignore[override]
        mailbox = form.cleaned_data["email"].casefold()
        limits = [
            Limit("reset.mailbox", mailbox, MAILBOX_MAX, WAIT),
            Limit("reset.address", self.request.META.get("REMOTE_ADDR", ""), ADDRESS_MAX, WAIT),
        ]
        if any(limit.is_reached() for limit in limits):
            form.add_error(
                "email",
                "Terlalu banyak permintaan. Periksa kotak surat Anda, juga bagian spam, atau "
                "coba lagi satu jam kemudian.",
            )
            return self.form_invalid(form)
        for limit in limits:
            limit.count()
        super().form_valid(form)
        return _AnsweredFirst(self.get_success_url(), form.send)
