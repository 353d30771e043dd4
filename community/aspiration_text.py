"""What staff send to a sender: a WhatsApp text, and the mail of ``kirim_kabar``."""

from cilegon_portal.addresses import absolute_url
from cilegon_portal.office.models import SiteProfile
from community.aspirations import Aspiration, AspirationState


def chat_text(aspiration: Aspiration) -> str:
    """Return a text for the sender: where it stands and where to read more; no name, no contact."""
    lines = [
        f"*{SiteProfile.load().office_name}*",
        f"Aspirasi Anda “{aspiration.topic}”: {aspiration.state_label().lower()}.",
    ]
    if (article := aspiration.public_article()) is not None:
        lines += ["", article.title, absolute_url(article.get_absolute_url())]
    elif aspiration.state == AspirationState.ANSWERED:
        lines += ["", aspiration.answer]
    elif aspiration.state == AspirationState.REFUSED:
        lines += ["", aspiration.refusal]
    return "\n".join([*lines, "", f"Selengkapnya: {absolute_url(aspiration.get_absolute_url())}"])
