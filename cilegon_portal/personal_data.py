"""What the site holds of one person, and what it forgets when its time is over.

An app offers ``AppConfig.personal_data(key)``, which returns the :class:`Holding` of whom *key*
names: a contact in its one form (:func:`cilegon_portal.contacts.contact_key`), or the code of a
sending. ``AppConfig.forget_expired(at)`` erases what was kept long enough. The kernel knows no
app by name. Rule: docs/personal-data.md; ``manage.py data_pribadi``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import label_for_field
from django.db import models, transaction


@dataclass(frozen=True)
class HeldFile:
    """A file of the person; ``read`` returns its bytes and raises FileNotFoundError."""

    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class Holding:
    """One item that tells of the person.

    ``erase(at)`` takes the person out of it; None: a person decides, and ``stays`` says what to do.
    Else ``stays`` tells what is left of the item afterwards, and why.
    """

    title: str
    data: Mapping[str, Any]
    stays: str
    files: Sequence[HeldFile] = ()
    erase: Callable[[datetime], None] | None = None


@dataclass(frozen=True)
class Forgotten:
    """How many of ``what`` ("aspirasi") were erased because their time was over."""

    what: str
    count: int


def holdings_of(key: str) -> list[Holding]:
    """Return what all apps hold of whom *key* names."""
    return [holding for offer in _offers("personal_data") for holding in offer(key)]


@transaction.atomic
def erase(holdings: Sequence[Holding], at: datetime) -> None:
    """Erase those of *holdings* that need nobody's decision, all or none."""
    for holding in holdings:
        if holding.erase is not None:
            holding.erase(at)


def forget_expired(at: datetime) -> list[Forgotten]:
    """Erase in all apps what was kept long enough at *at*; run again, there is nothing left to erase."""
    return [done for offer in _offers("forget_expired") for done in offer(at) if done.count]


def described(item: models.Model, names: Sequence[str]) -> dict[str, Any]:
    """Return the fields *names* of *item* by the words that people read; empty ones are left out."""
    values = {str(label_for_field(name, type(item))): _words(item, name) for name in names}
    return {label: value for label, value in values.items() if value not in ("", None)}


def _words(item: models.Model, name: str) -> Any:
    shown = getattr(item, f"get_{name}_display", None)
    value = shown() if shown else getattr(item, name)
    return str(value) if isinstance(value, models.Model) else value


def _offers(name: str) -> list[Callable[[Any], Iterable[Any]]]:
    found = [getattr(config, name, None) for config in apps.get_app_configs()]
    return [offer for offer in found if offer is not None]
