"""What the database is asked for beyond Django's own means."""

from typing import Any

from django.db.models import IntegerField
from django.db.models.lookups import In


@IntegerField.register_lookup
class _InRange(In):
    """``id__in``: a number that no column can hold is in no row. Django says so for ``id`` alone.

    Forms look up all that was chosen at once, so "99999999999999999999" among it was an error.
    """

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        if self.rhs_is_direct_value():
            kind = self.lhs.output_field.get_internal_type()
            lowest, highest = connection.ops.integer_field_range(kind)
            # What is no number yet, a column for one, is for the database to compare.
            self.rhs = [
                key for key in self.rhs if not isinstance(key, int) or lowest <= key <= highest
            ]
        return super().process_rhs(compiler, connection)
