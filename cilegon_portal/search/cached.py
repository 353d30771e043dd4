"""What a search remembers between requests, in the shared cache."""

from datetime import timedelta

from django.core.cache import cache
from django.db import transaction

SYNONYMS_KEY = "search.synonyms"
SYNONYMS_KEPT = timedelta(minutes=5)
SIZE_KEY = "search.size"
SHARES_KEY = "search.shares"
# How much there is, and which words are common, changes more slowly still.
SIZE_KEPT = timedelta(minutes=10)
# How often words occur changes slowly, and only the order of results hangs on it.
FIGURES_KEPT = timedelta(minutes=2)


def forget_synonyms(**_signal: object) -> None:
    """Empty the list now, and once more after commit: a reader in between may have stored the old one."""
    cache.delete(SYNONYMS_KEY)
    transaction.on_commit(lambda: cache.delete(SYNONYMS_KEY))
