"""Tags of the news: which lead somewhere, what they lead to, and merging those that mean the same."""

from collections.abc import Iterable
from zlib import crc32

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from taggit.models import Tag, TaggedItem

from cilegon_portal.publishing.slugs import leave_redirect, move_redirects
from cilegon_portal.search.indexing import reindex
from news.models import Article, ArticleQuerySet

# Sorting so many articles of a tag takes as long as walking the archive for the next few.
COMMON_FROM = 2_000


def give_address(instance: Tag, **_signal: object) -> None:
    """Give a tag without letters or digits ("!!!") an address: without one, no page could link to it."""
    if not instance.slug:
        instance.slug = f"tag-{crc32(instance.name.encode()):08x}"


def public_tags() -> QuerySet[Tag]:
    """Return tags that at least one public article carries: one without is 404 and in no list."""
    content_type = ContentType.objects.get_for_model(Article)
    tags: QuerySet[Tag] = Tag.objects.filter(
        Exists(
            Article.objects.published().filter(
                tagged_items__tag=OuterRef("pk"), tagged_items__content_type=content_type
            )
        )
    )
    return tags


def articles_tagged(tag: Tag) -> ArticleQuerySet:
    """Return the public articles that carry *tag*, in the shape that is quicker to page: 1 query to choose.

    A rare tag's articles are few to sort. Those of a common tag are too many, but the archive,
    walked newest first, soon has a page of them.
    """
    articles = Article.objects.published()
    if not TaggedItem.objects.filter(tag=tag)[COMMON_FROM : COMMON_FROM + 1].exists():
        return articles.filter(tags=tag)
    content_type = ContentType.objects.get_for_model(Article)
    items = TaggedItem.objects.filter(tag=tag, content_type=content_type, object_id=OuterRef("pk"))
    return articles.filter(Exists(items))


@transaction.atomic
def merge_tags(tags: Iterable[Tag], *, into: Tag) -> int:
    """Move everything tagged with *tags* to *into*, leave redirects, and return how many tags went."""
    gone = [tag for tag in tags if tag.pk != into.pk]
    touched = _tagged(gone)
    for tag in gone:
        taken = TaggedItem.objects.filter(
            tag=into, object_id=OuterRef("object_id"), content_type=OuterRef("content_type")
        )
        TaggedItem.objects.filter(~Exists(taken), tag=tag).update(tag=into)
        move_redirects(tag, into)
        leave_redirect(into, tag.slug)
        tag.delete()
    reindex(Article, touched)
    return len(gone)


def reindex_tagged(tag: Tag) -> None:
    """Have the articles of *tag*, which got another name, found by that."""
    reindex(Article, _tagged([tag]))


def _tagged(tags: Iterable[Tag]) -> list[int]:
    content_type = ContentType.objects.get_for_model(Article)
    items = TaggedItem.objects.filter(tag__in=list(tags), content_type=content_type)
    return list(items.values_list("object_id", flat=True).distinct())
