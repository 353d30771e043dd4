"""The desk: what waits for somebody who signs in, gathered from the apps.

An app's ``AppConfig.desk_boxes(user)`` returns its boxes, and ``AppConfig.desk_buttons`` lists
its quick buttons; the kernel knows no app by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import apps
from django.urls import NoReverseMatch, reverse

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

BOX_MAX_ROWS = 6


@dataclass(frozen=True)
class DeskRow:
    """One thing that waits; ``tone`` colours the tag: "ok", "warn" or nothing."""

    title: str
    address: str
    detail: str = ""
    tag: str = ""
    tone: str = ""


@dataclass(frozen=True)
class DeskBox:
    """Things of one kind that wait; ``address`` leads to all of them."""

    title: str
    address: str
    rows: Sequence[DeskRow]


@dataclass(frozen=True)
class DeskButton:
    """A quick way to an admin page (``route`` with ``args``), for holders of ``permission``."""

    label: str
    route: str
    permission: str
    args: tuple[int, ...] = ()
    anchor: str = ""


def boxes_for(user: "User") -> list[DeskBox]:
    """Return the boxes of all apps that have some for *user*; empty ones stand behind what waits."""
    makers = [getattr(app, "desk_boxes", None) for app in apps.get_app_configs()]
    boxes = [box for make in makers if make for box in make(user)]
    return sorted(boxes, key=lambda box: not box.rows)


def buttons_for(user: "User") -> list[tuple[str, str]]:
    """Return label and address of each quick button that *user* may use and whose page exists."""
    offered = [
        button for app in apps.get_app_configs() for button in getattr(app, "desk_buttons", ())
    ]
    found = []
    for button in offered:
        if user.has_perm(button.permission):
            try:
                address = reverse(button.route, args=button.args)
            except NoReverseMatch:
                continue
            found.append((button.label, address + button.anchor))
    return found
