"""Take a person out of what the community holds: on request, and when the time is over.

What stays of an aspiration counts and tells nothing of its sender: kind, kelurahan, state, who
had it, and the days. Rule: docs/personal-data.md.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.fields.reverse_related import ForeignObjectRel

from cilegon_portal.contacts import without_contact
from cilegon_portal.library import files
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.personal_data import Forgotten
from community.access_log import AccessLog
from community.aspirations import Aspiration
from community.groups import Group
from community.private_files import FOLDER, PrivateFile
from community.registration_data import forget_registrations

ERASED_TOPIC: Final = "(isi dihapus)"
_RUNS_EVERY: Final = timedelta(days=1)
# A form that was sent half: its file is stored before the rest is.
_ORPHAN_AGE: Final = timedelta(days=1)


@transaction.atomic
def forget_aspiration(aspiration: Aspiration, at: datetime) -> None:
    """Erase the words, the contact and the file of *aspiration*, and what staff wrote of them."""
    file = aspiration.file
    for name in ("text", "link", "name", "contact", "hold_reason", "answer", "refusal"):
        setattr(aspiration, name, "")
    aspiration.topic, aspiration.erased_at, aspiration.file = ERASED_TOPIC, at, None
    aspiration.public_text = aspiration.note = aspiration.lapor_number = ""
    aspiration.sender_allows = aspiration.staff_allow = False
    aspiration.save()
    aspiration.steps.update(text="")
    aspiration.steps.create(at=at, label="Isi dihapus", told_at=at)
    if file is not None:
        file.delete()
    # The admin's log names what was saved by its topic.
    log = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Aspiration))
    log.filter(object_id=str(aspiration.pk)).update(object_repr=ERASED_TOPIC)


def forget_contact(group: Group, key: str) -> None:
    """Take the number or mail address *key* out of *group*: whole lines, fields and channels."""
    group.private_contact = without_contact(group.private_contact, key)
    group.secretariat = without_contact(group.secretariat, key)
    group.contact_phone = without_contact(group.contact_phone, key)
    group.contact_email = without_contact(group.contact_email, key)
    if not (group.contact_phone or group.contact_email):
        group.contact_consent_note = ""
    group.save()
    for channel in group.channels.all():
        if not without_contact(channel.url, key):
            channel.delete()


def forget_expired(at: datetime) -> Iterator[Forgotten]:
    """Erase what is older at *at* than the site profile says, and files that nothing holds."""
    months = SiteProfile.load().retention_months
    # What ends before tomorrow's run goes today: the form says "paling lambat".
    end = at + _RUNS_EVERY - relativedelta(months=months)
    yield Forgotten("aspirasi", _forget_aspirations(end, at))
    yield Forgotten("pendaftaran KIM", forget_registrations(end))
    looks, _ = AccessLog.objects.filter(at__lt=end).delete()
    yield Forgotten("catatan akses", looks)
    yield Forgotten("berkas tanpa pemilik", _remove_orphans(at - _ORPHAN_AGE))


def _forget_aspirations(end: datetime, at: datetime) -> int:
    expired = Aspiration.objects.filter(erased_at=None, received_at__lt=end)
    keys = list(expired.values_list("pk", flat=True))
    for key in keys:  # one by one: a long night that is cut short has erased what it has
        forget_aspiration(Aspiration.objects.select_related("file").get(pk=key), at)
    return len(keys)


def _remove_orphans(end: datetime) -> int:
    unused = (~use for use in _uses())
    orphans = list(PrivateFile.objects.filter(*unused, uploaded_at__lt=end))
    for orphan in orphans:
        orphan.delete()
    return len(orphans) + _remove_strays(end)


def _uses() -> Iterator[Exists]:
    """Return "this row holds it" for each model that points to private files, also later ones."""
    for field in PrivateFile._meta.get_fields(include_hidden=True):
        if isinstance(field, ForeignObjectRel):
            rows = field.related_model._default_manager
            yield Exists(rows.filter(**{field.remote_field.name: OuterRef("pk")}))


def _remove_strays(end: datetime) -> int:
    """Remove files that were stored and whose row never was."""
    try:
        _, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return 0
    known = {file.file_path() for file in PrivateFile.objects.only("token", "kind")}
    paths = {f"{FOLDER}/{name}" for name in names} - known
    strays = [path for path in paths if default_storage.get_modified_time(path) < end]
    files.remove(*strays)
    return len(strays)
