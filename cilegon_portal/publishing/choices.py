"""What a form offers to choose from among published items: never what the reader may not open."""

from typing import TYPE_CHECKING, TypeVar

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst

from cilegon_portal.publishing.models import Publishable, PublishableQuerySet

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

_PublishableT = TypeVar("_PublishableT", bound=Publishable)


def offer_visible(
    field: "forms.ModelMultipleChoiceField[_PublishableT]",
    chosen: QuerySet[_PublishableT],
    user: "User",
) -> None:
    """Let *user* choose what they may open; what somebody else has *chosen* besides stays, unnamed."""
    items: PublishableQuerySet[_PublishableT] = chosen.model._default_manager.all()  # type: ignore[assignment]
    visible = items.visible_to(user)
    unseen = set(chosen.values_list("pk", flat=True))
    unseen -= set(visible.filter(pk__in=unseen).values_list("pk", flat=True))
    field.queryset = visible | items.filter(pk__in=unseen) if unseen else visible
    nameless = f"{capfirst(items.model._meta.verbose_name)} yang tidak tampil di publik"
    field.label_from_instance = lambda obj: (  # type: ignore[method-assign]
        nameless if obj.pk in unseen else str(obj)
    )
