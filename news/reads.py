"""Counting readers without knowing them: a beacon of the same site, no cookie, no stored address.

The page is never counted while it renders. A reader who stays some seconds sends one POST;
each process gathers these and writes them together, so a crash loses fewer than
``FLUSH_HITS`` reads a process and the site's busiest minute costs one write.
"""

import re
import time
from collections import Counter
from datetime import date, timedelta
from threading import Lock
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from news.models import Article, DailyReads

FLUSH_HITS = 20
FLUSH_AFTER = timedelta(minutes=1)
POPULAR_WINDOW = timedelta(days=7)
RETENTION = timedelta(days=400)  # a year to compare with, and a month to do so
READS_AN_HOUR = (
    60  # of one address: a reader reads less, an office behind one address a little more
)
_HOUR_SECONDS = 3600
_CANDIDATES = 4  # times as many as are shown
_BOT = re.compile(
    r"bot|crawl|spider|slurp|preview|headless|python|curl|wget|monitor", re.IGNORECASE
)


class ReadBuffer:
    """Reads of this process that are not written yet."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._reads: Counter[tuple[int, date]] = Counter()
        self._since = time.monotonic()

    def add(self, article_id: int, day: date) -> None:
        """Count one read; write all when there are enough or the oldest waits long enough."""
        with self._lock:
            self._reads[article_id, day] += 1
            waited = time.monotonic() - self._since
            is_due = self._reads.total() >= FLUSH_HITS or waited >= FLUSH_AFTER.total_seconds()
        if is_due:
            self.flush()

    def flush(self) -> None:
        """Write what was gathered, in one transaction."""
        with self._lock:
            reads, self._reads = self._reads, Counter()
            self._since = time.monotonic()
        if reads:
            write_reads(reads)


buffer = ReadBuffer()


@transaction.atomic
def write_reads(reads: Counter[tuple[int, date]]) -> None:
    """Add *reads* to what is stored, and drop what is past its retention."""
    known = set(Article.objects.filter(pk__in={pk for pk, _ in reads}).values_list("pk", flat=True))
    # In order: two processes that write the same articles then wait instead of deadlocking.
    for (article_id, day), count in sorted(reads.items()):
        if article_id in known:
            row, _ = DailyReads.objects.get_or_create(article_id=article_id, day=day)
            DailyReads.objects.filter(pk=row.pk).update(count=F("count") + count)
    DailyReads.objects.filter(day__lt=timezone.localdate() - RETENTION).delete()


@csrf_exempt  # no session stands behind it; the origin is checked instead
@require_POST
def beacon(request: HttpRequest) -> HttpResponse:
    """Count one read of the public article ``id``. Answers 204 whatever was sent: there is nothing to probe."""
    number = request.POST.get("id", "")
    if number.isascii() and number.isdigit() and len(number) < 19 and _is_reader(request):
        article = Article.objects.published().filter(pk=int(number)).only("pk").first()
        if article is not None and _is_new(request, article.pk):
            buffer.add(article.pk, timezone.localdate())
    return HttpResponse(status=204)


def _is_reader(request: HttpRequest) -> bool:
    """Tell whether *request* is our own page in a visitor's browser: no other site, bot or staff."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = urlsplit(request.headers.get("Origin", ""))
    own = urlsplit(settings.SITE_URL)
    is_own = (
        site == "same-origin"
        if site
        else (origin.scheme, origin.netloc) == (own.scheme, own.netloc)
    )
    agent = request.headers.get("User-Agent", "")
    is_staff = settings.SESSION_COOKIE_NAME in request.COOKIES
    return is_own and bool(agent) and not is_staff and not _BOT.search(agent)


def _is_new(request: HttpRequest, article_id: int) -> bool:
    """Tell whether this address has not read this article, nor too much, in the last hour.

    The address is kept as a keyed hash, in the cache, for an hour; nothing else of it is.
    """
    address = salted_hmac("news.reads", request.META.get("REMOTE_ADDR", "")).hexdigest()[:32]
    if not cache.add(f"read.{address}.{article_id}", 1, _HOUR_SECONDS):
        return False
    key = f"reads.{address}"
    if cache.add(key, 1, _HOUR_SECONDS):
        return True
    try:
        return int(cache.incr(key)) <= READS_AN_HOUR
    except ValueError:  # it ended between the two
        return True


def popular(limit: int, day: date | None = None) -> QuerySet[Article]:
    """Return the public articles most read in the week up to *day* (default: today): 1 query.

    The reads are ranked first and the articles looked up after: joined, each read would look at
    its article. Some more are ranked than shown, for those that are not public any more.
    """
    ranked = _week(day).values("article").annotate(total=Sum("count")).filter(total__gt=0)
    candidates = ranked.order_by("-total", "-article").values("article")
    return (
        Article.objects.published()
        .filter(pk__in=candidates[: limit * _CANDIDATES])
        .annotate(reads=reads_of(OuterRef("pk"), day))
        .only("title", "slug", "kind", "verdict", "published_at")
        .order_by("-reads", "-published_at", "-pk")[:limit]
    )


def reads_of(article: OuterRef, day: date | None = None) -> Subquery:
    """Return how often *article* was read in the week up to *day*, as part of a query."""
    total = _week(day).filter(article=article).values("article").annotate(total=Sum("count"))
    return Subquery(total.values("total"))


def _week(day: date | None) -> QuerySet[DailyReads]:
    return DailyReads.objects.filter(day__gt=(day or timezone.localdate()) - POPULAR_WINDOW)
