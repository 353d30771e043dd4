"""What other pages show of the KIM."""

from dataclasses import dataclass

from django import template
from django.utils import timezone

from community.contributions import Contribution
from community.coverage import Coverage, coverage
from community.drawings import Ray, rays
from community.groups import ActivityStatus, Group
from community.terms import TermState
from news.models import Article

register = template.Library()


@dataclass(frozen=True)
class Badge:
    """A state in one word: ``tone`` is "ok", "warn" or nothing, ``icon`` a name in the sprite."""

    label: str
    tone: str
    icon: str


@dataclass(frozen=True)
class Overview:
    """How far the KIM reach, for a front page."""

    coverage: Coverage
    rays: list[Ray]


@register.simple_tag
def kim_overview() -> Overview | None:
    """Return how far the KIM reach, None before there is any: 3 queries. Usage: ``{% kim_overview as kim %}``."""
    reached = coverage()
    if not any(reach.groups for reach in (*reached.districts, *reached.villages)):
        return None
    return Overview(reached, rays(reached))


@register.simple_tag
def group_badge(group: Group) -> Badge:
    """Return where *group* stands today: 1 query, or prefetched boards. Usage: ``{% group_badge group as badge %}``."""
    if not group.is_active():
        tone = "warn" if group.activity_status == ActivityStatus.DISSOLVED else ""
        return Badge(group.get_activity_status_display(), tone, "info")
    if group.term_state(timezone.localdate()) == TermState.LAPSED:
        return Badge(TermState.LAPSED.label, "warn", "history")
    return Badge("Aktif", "ok", "circle-check")


@register.simple_tag
def sender_of(article: Article) -> Group | None:
    """Return the public group whose contribution *article* was made of: 1 query. Usage: ``{% sender_of article as sender %}``."""
    sent = Group.objects.published().filter(contributions__article=article)
    return sent.only("name", "slug").first()


@register.simple_tag
def contribution_of(article: Article) -> Contribution | None:
    """Return what *article* was made of, for staff: 1 query. Usage: ``{% contribution_of article as sent %}``."""
    return Contribution.objects.filter(article=article).select_related("group").first()
