"""What the community has for the front page of the admin."""

from datetime import date

from django.db.models import Case, When
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from cilegon_portal.accounts.models import User
from cilegon_portal.desk import BOX_MAX_ROWS, DeskBox, DeskRow
from cilegon_portal.publishing.models import Status
from cilegon_portal.templatetags.tanggal import tanggal
from community.activities import Activity
from community.aspirations import Aspiration, AspirationState
from community.contributions import OPEN_STATES, Contribution, ContributionState
from community.groups import ActivityStatus, Group
from community.registrations import Registration
from community.terms import Term, TermState

_CONTRIBUTIONS = "admin:community_contribution_changelist"


def boxes(user: User) -> list[DeskBox]:
    """Return the boxes *user* may see: one query a box, two for both of masa bakti."""
    found = [_registrations()] if user.has_perm("community.review_registration") else []
    if user.has_perm("community.review_aspiration"):
        found.append(_aspirations())
    if user.has_perm("community.review_activity"):
        found.append(_reported())
    elif user.has_perm("community.add_activity"):
        found.append(_own_activities(user))
    if user.has_perm("community.review_contribution"):
        found.append(_sent())
    elif user.has_perm("community.add_contribution"):
        found.append(_own_contributions(user))
    return found + (_terms() if user.has_perm("community.review_group") else [])


def _terms() -> list[DeskBox]:
    """Return whose masa bakti ends within 90 days, soonest first, and whose ended, longest ago first.

    Of groups that work and are public: others wait for nothing.
    """
    today = timezone.localdate()
    terms = Group.objects.published().active().terms(today)
    ends = sorted((term.ends_on, pk) for pk, term in terms.items() if term.ends_on)
    soon = [pk for _, pk in ends if terms[pk].state in {TermState.ENDS_IN_30, TermState.ENDS_IN_90}]
    over = [pk for _, pk in ends if terms[pk].state == TermState.LAPSED]
    shown = {*soon[:BOX_MAX_ROWS], *over[:BOX_MAX_ROWS]}
    groups = Group.objects.select_related("region__parent").in_bulk(shown)

    def box(title: str, keys: list[int], narrowed_to: str) -> DeskBox:
        rows = [_term_row(groups[pk], terms[pk], today) for pk in keys[:BOX_MAX_ROWS]]
        return DeskBox(f"{title}: {len(keys)}", _list_of_terms(narrowed_to), rows)

    return [
        box("Masa bakti berakhir dalam 90 hari", soon, "90-hari"),
        box("Masa bakti sudah berakhir", over, "berakhir"),
    ]


def _list_of_terms(narrowed_to: str) -> str:
    path = reverse("admin:community_group_changelist")
    return (
        f"{path}?masa_bakti={narrowed_to}&activity_status__exact={ActivityStatus.ACTIVE}"
        f"&keadaan={Status.PUBLISHED}"
    )


def _term_row(group: Group, term: Term, today: date) -> DeskRow:
    assert term.ends_on is not None  # noqa: S101 -- those without were left out
    days = (term.ends_on - today).days
    tag = "Berakhir" if days < 0 else f"{days} hari lagi" if days else "Hari terakhir"
    return DeskRow(
        group.name,
        reverse("admin:community_group_change", args=[group.pk]) + "#kepengurusan",
        f"{group.region_text()} · s.d. {date_format(term.ends_on, 'j F Y')}",
        tag,
        "" if term.state == TermState.ENDS_IN_90 else "warn",
    )


def _registrations() -> DeskBox:
    rows = Registration.objects.waiting().select_related("region")
    return DeskBox(
        "Pendaftaran KIM menunggu",
        reverse("admin:community_registration_changelist"),
        [_registration_row(item) for item in rows.order_by("due_on", "pk")[:BOX_MAX_ROWS]],
    )


def _registration_row(item: Registration) -> DeskRow:
    is_late = item.is_overdue()
    return DeskRow(
        item.group_name,
        reverse("admin:community_registration_change", args=[item.pk]),
        f"{item.region} · menunggu {item.age_days()} hari · periksa paling lambat {item.due_on:%d/%m/%Y}",
        "Terlambat" if is_late else item.state_label(),
        "warn" if is_late or item.hold_reason else "",
    )


def _aspirations() -> DeskBox:
    rows = Aspiration.objects.unanswered().select_related("article", "assigned_to")
    return DeskBox(
        "Aspirasi menunggu jawaban",
        reverse("admin:community_aspiration_changelist"),
        [_aspiration_row(item) for item in rows.order_by("due_on", "pk")[:BOX_MAX_ROWS]],
    )


def _aspiration_row(item: Aspiration) -> DeskRow:
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


def _sent() -> DeskBox:
    rows = Contribution.objects.waiting().select_related("group")
    return DeskBox(
        "Kiriman KIM menunggu tinjauan",
        f"{reverse(_CONTRIBUTIONS)}?state__exact={ContributionState.SENT}",
        [_contribution_row(item) for item in rows[:BOX_MAX_ROWS]],
    )


def _own_contributions(user: User) -> DeskBox:
    open_states = [*OPEN_STATES, ContributionState.SENT]
    own = Contribution.objects.owned_by(user).filter(state__in=open_states).select_related("group")
    rows = own.order_by(Case(When(state=ContributionState.RETURNED, then=0), default=1), "-pk")
    return DeskBox(
        "Kiriman yang belum selesai",
        reverse(_CONTRIBUTIONS),
        [_contribution_row(item) for item in rows[:BOX_MAX_ROWS]],
    )


def _contribution_row(contribution: Contribution) -> DeskRow:
    return DeskRow(
        contribution.title,
        reverse("admin:community_contribution_change", args=[contribution.pk]),
        contribution.note or str(contribution.group),
        contribution.get_state_display(),
        "warn" if contribution.state == ContributionState.RETURNED else "",
    )
