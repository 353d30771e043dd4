"""What the community has for the front page of the admin."""

from django.urls import reverse

from cilegon_portal.accounts.models import User
from cilegon_portal.desk import BOX_MAX_ROWS, DeskBox, DeskRow
from community.aspirations import Aspiration, AspirationState


def boxes(user: User) -> list[DeskBox]:
    """Return the boxes *user* may see: one query a box."""
    return [_waiting()] if user.has_perm("community.review_aspiration") else []


def _waiting() -> DeskBox:
    rows = Aspiration.objects.unanswered().select_related("article", "assigned_to")
    return DeskBox(
        "Aspirasi menunggu jawaban",
        reverse("admin:community_aspiration_changelist"),
        [_row(item) for item in rows.order_by("due_on", "pk")[:BOX_MAX_ROWS]],
    )


def _row(item: Aspiration) -> DeskRow:
    is_held, is_late = item.state == AspirationState.HELD, item.is_overdue()
    return DeskRow(
        item.topic,
        reverse("admin:community_aspiration_change", args=[item.pk]),
        f"{item.get_kind_display()} · paling lambat {item.due_on:%d/%m/%Y}"
        f" · {item.assigned_to or 'belum ditugaskan'}",
        "Terlambat" if is_late else item.state_label(),
        "warn" if is_late or is_held else "",
    )
