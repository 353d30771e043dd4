"""What the community has for the front page of the admin."""

from django.db.models import Case, When
from django.urls import reverse

from cilegon_portal.accounts.models import User
from cilegon_portal.desk import BOX_MAX_ROWS, DeskBox, DeskRow
from cilegon_portal.publishing.models import Status
from cilegon_portal.templatetags.tanggal import tanggal
from community.activities import Activity
from community.aspirations import Aspiration, AspirationState


def boxes(user: User) -> list[DeskBox]:
    """Return the boxes *user* may see: one query a box."""
    found = [_waiting()] if user.has_perm("community.review_aspiration") else []
    if user.has_perm("community.review_activity"):
        found.append(_reported())
    elif user.has_perm("community.add_activity"):
        found.append(_own_activities(user))
    return found


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


def _reported() -> DeskBox:
    rows = Activity.objects.in_state(Status.REVIEW).select_related("group")
    return DeskBox(
        "Kegiatan menunggu tinjauan",
        f"{reverse('admin:community_activity_changelist')}?keadaan={Status.REVIEW}",
        [_activity_row(item) for item in rows.order_by("updated_at", "pk")[:BOX_MAX_ROWS]],
    )


def _own_activities(user: User) -> DeskBox:
    """Return what officers still have to do, what came back first."""
    open_states = [Status.RETURNED, Status.DRAFT, Status.REVIEW]
    own = Activity.objects.owned_by(user).filter(status__in=open_states).select_related("group")
    rows = own.order_by(Case(When(status=Status.RETURNED, then=0), default=1), "-pk")
    return DeskBox(
        "Kegiatan yang belum terbit",
        reverse("admin:community_activity_changelist"),
        [_activity_row(item) for item in rows[:BOX_MAX_ROWS]],
    )


def _activity_row(activity: Activity) -> DeskRow:
    return DeskRow(
        activity.title,
        reverse("admin:community_activity_change", args=[activity.pk]),
        activity.review_note or f"{activity.group} · {tanggal(activity.held_on)}",
        activity.state_label(),
        "warn" if activity.status == Status.RETURNED else "",
    )
