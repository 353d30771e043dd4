"""ETag and Last-Modified for files that machines fetch again and again."""

import hashlib
import time

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import http_date, quote_etag

_REMEMBER_SECONDS = 30 * 24 * 3600


def stamp(response: HttpResponse, path: str) -> HttpResponse:
    """Give *response*, the answer at *path*, validators; caches ask again each time.

    Last-Modified is when this content was first seen, kept in the shared cache: the newest
    item's own time would go back when that item is withdrawn, and a reader that asks by time
    only would keep it. ConditionalGetMiddleware turns both into 304.
    """
    etag = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
    key = "seen." + hashlib.sha256(path.encode()).hexdigest()[:32]
    known_etag, since = cache.get(key, (None, 0))
    if known_etag != etag:
        since = int(time.time())
        cache.set(key, (etag, since), _REMEMBER_SECONDS)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(since)
    patch_cache_control(response, no_cache=True)  # what was withdrawn is gone at once
    return response
