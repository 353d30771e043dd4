"""Merge tags that mean the same; the old address leads to the one that stays."""

from collections.abc import Iterable

from django.db import transaction
from taggit.models import Tag, TaggedItem

from cilegon_portal.publishing.slugs import leave_redirect, move_redirects


@transaction.atomic
def merge_tags(tags: Iterable[Tag], *, into: Tag) -> int:
    """Move everything tagged with *tags* to *into*, leave redirects, and return how many tags went."""
    gone = [tag for tag in tags if tag.pk != into.pk]
    for tag in gone:
        have = TaggedItem.objects.filter(tag=into).values("object_id", "content_type_id")
        taken = {(row["object_id"], row["content_type_id"]) for row in have}
        for item in TaggedItem.objects.filter(tag=tag):
            if (item.object_id, item.content_type_id) not in taken:
                item.tag = into
                item.save(update_fields=["tag"])
        move_redirects(tag, into)
        leave_redirect(into, tag.slug)
        tag.delete()
    return len(gone)
