"""Sharing without foreign code: plain links to the services' own addresses, and text for WhatsApp.

No script, count or pixel of a third party: a service learns of a reader only when the
reader follows its link.
"""

from dataclasses import dataclass
from urllib.parse import quote

from cilegon_portal.addresses import absolute_url


@dataclass(frozen=True)
class ShareLink:
    """One way to pass a page on: ``icon`` is a name in the sprite."""

    label: str
    icon: str
    url: str


def whatsapp_text(title: str, url: str, summary: str = "", *, bold: bool = False) -> str:
    """Return what goes into a chat: title, *summary* if any, and address, with blank lines between.

    ``bold`` puts WhatsApp's asterisks round the title; asterisks of its own are left out then,
    as one inside would end the bold early.
    """
    if bold:
        title = f"*{' '.join(title.replace('*', ' ').split())}*"
    return "\n\n".join(part for part in (title, summary, absolute_url(url)) if part)


def share_links(title: str, url: str, summary: str = "") -> list[ShareLink]:
    """Return the five plain links, in the order of the design; *url* may be a path of this site."""
    url = absolute_url(url)
    chat, head, address = (
        _quote(text) for text in (whatsapp_text(title, url, summary), title, url)
    )
    # RFC 6068: line ends in a mail are CR LF.
    mail = _quote("\r\n\r\n".join(part for part in (summary, url) if part))
    return [
        ShareLink("WhatsApp", "whatsapp", f"https://wa.me/?text={chat}"),
        ShareLink(
            "Facebook", "facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}"
        ),
        ShareLink("X", "x", f"https://x.com/intent/post?text={head}&url={address}"),
        ShareLink("Telegram", "telegram", f"https://t.me/share/url?url={address}&text={head}"),
        ShareLink("Surel", "mail", f"mailto:?subject={head}&body={mail}"),
    ]


def _quote(text: str) -> str:
    # Everything but letters, digits and _.-~: also "/", "&", "%", "+" and "'".
    return quote(text, safe="")
