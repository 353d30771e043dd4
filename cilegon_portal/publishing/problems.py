"""What stands between an item and its readers, in words that say what to do."""

from dataclasses import dataclass
from enum import Enum

from django.utils.html import format_html


class Weight(Enum):
    """How a problem acts: it stops, it asks "sure?", or it only helps."""

    BLOCKS = "blocks"
    CONFIRM = "confirm"
    HINT = "hint"


@dataclass(frozen=True)
class Problem:
    """One thing to mend before handing in or publishing; saving a draft never asks.

    ``field`` is the form field it stands at (empty: the whole item), ``message`` a sentence
    for that place, ``short`` a few words for a list, ``url`` the admin page where it is mended
    if that is another one.
    """

    field: str
    message: str
    short: str
    weight: Weight = Weight.BLOCKS
    url: str = ""

    def html(self) -> str:
        """Return the message, with a link in a tab of its own: nothing typed is left behind."""
        if not self.url:
            return self.message
        return format_html(
            '{} <a href="{}" target="_blank">Buka di tab baru</a>', self.message, self.url
        )
