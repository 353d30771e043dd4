"""What waits in the newsroom, for the front page of the admin."""

from datetime import datetime

from django.urls import reverse

from cilegon_portal.accounts.models import User
from cilegon_portal.desk import BOX_MAX_ROWS, DeskBox, DeskRow
from cilegon_portal.publishing.models import SCHEDULED, Status
from cilegon_portal.publishing.problems import Weight
from cilegon_portal.templatetags.tanggal import tanggal_waktu
from news.models import Article


def boxes(user: User) -> list[DeskBox]:
    """Return what *user* has to do or to wait for: one query a box, two for the photos of what waits."""
    if not user.has_perm("news.view_article"):
        return []
    reviewer = user.has_perm("news.review_article")
    found = [_waiting()] if reviewer else []
    return [*found, _drafts(user), _returned(user), _scheduled(user, reviewer=reviewer)]


def _waiting() -> DeskBox:
    articles = (
        Article.objects.in_state(Status.REVIEW)
        .for_checking()
        .select_related("created_by")
        .order_by("updated_at", "pk")[:BOX_MAX_ROWS]
    )
    rows = []
    for article in articles:
        problems = [item for item in article.problems() if item.weight != Weight.HINT]
        rows.append(
            DeskRow(
                article.title,
                _form(article),
                f"{article.created_by or 'akun terhapus'} · disimpan {_moment(article.updated_at)}",
                problems[0].short if problems else "Siap terbit",
                "warn" if problems else "ok",
            )
        )
    return DeskBox("Menunggu tinjauan", _list(Status.REVIEW), rows)


def _drafts(user: User) -> DeskBox:
    articles = Article.objects.in_state(Status.DRAFT).owned_by(user).only("title", "updated_at")
    rows = [
        DeskRow(article.title, _form(article), f"disimpan {_moment(article.updated_at)}")
        for article in articles.order_by("-updated_at", "-pk")[:BOX_MAX_ROWS]
    ]
    return DeskBox("Draf saya", _list(Status.DRAFT, own=True), rows)


def _returned(user: User) -> DeskBox:
    articles = Article.objects.in_state(Status.RETURNED).owned_by(user).only("title", "review_note")
    rows = [
        DeskRow(article.title, _form(article), article.review_note, "Perbaiki", "warn")
        for article in articles.order_by("-updated_at", "-pk")[:BOX_MAX_ROWS]
    ]
    return DeskBox("Dikembalikan", _list(Status.RETURNED, own=True), rows)


def _scheduled(user: User, *, reviewer: bool) -> DeskBox:
    articles = Article.objects.in_state(SCHEDULED[0]).only("title", "published_at")
    if not reviewer:
        articles = articles.owned_by(user)
    rows = [
        DeskRow(article.title, _form(article), f"terbit {_moment(article.published_at)}")
        for article in articles.order_by("published_at", "pk")[:BOX_MAX_ROWS]
    ]
    return DeskBox("Dijadwalkan", _list(SCHEDULED[0], own=not reviewer), rows)


def _moment(value: datetime | None) -> str:
    return tanggal_waktu(value)


def _form(article: Article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def _list(state: str, *, own: bool = False) -> str:
    owner = "&pembuat=saya" if own else ""
    return f"{reverse('admin:news_article_changelist')}?keadaan={state}{owner}"
