"""Is the portal fit to answer? Asked by load balancers and after an upgrade, at ``/healthz/``."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

_is_migrated = False  # reading all migrations takes a tenth of a second


def problems() -> list[str]:
    """Return what keeps the portal from working, in sentences; empty when it is well."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if _pending_migrations():
            return ["Skema basis data belum terbaru: jalankan manage.py migrate."]
    except DatabaseError:
        return ["Basis data tidak menjawab."]
    return []


def _pending_migrations() -> bool:
    """Tell whether ``migrate`` is due; asked until it is not, then never again by this process."""
    global _is_migrated
    if not _is_migrated:
        executor = MigrationExecutor(connection)
        _is_migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return not _is_migrated
