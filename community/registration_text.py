"""What staff send to who registered: a WhatsApp text, and the mail of ``kirim_kabar``."""

from cilegon_portal.addresses import absolute_url
from cilegon_portal.office.models import SiteProfile
from community.registrations import Registration


def chat_text(registration: Registration) -> str:
    """Return a text for the sender: where it stands and where to read more; no name, no contact."""
    lines = [
        f"*{SiteProfile.load().office_name}*",
        f"Pendaftaran {registration.group_name}: {registration.state_label().lower()}.",
    ]
    told = registration.steps.filter(is_senders=False).last()
    if told is not None and told.text:
        lines += ["", told.text]
    if (group := registration.public_group()) is not None:
        lines += ["", absolute_url(group.get_absolute_url())]
    return "\n".join([*lines, "", f"Selengkapnya: {absolute_url(registration.get_absolute_url())}"])
