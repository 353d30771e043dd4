"""A draft article that an occurrence has already half written ("Buat berita"). Rule: docs/agenda.md#coverage."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import format_html, format_html_join

from agenda.catalogue import Audience
from agenda.occurrences import Occurrence
from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.templatetags.tanggal import tanggal
from news.models import CREDIT_MAX_CHARS, TITLE_MAX_CHARS, Article, Category


@transaction.atomic
def draft_article(occurrence: Occurrence, *, by: User) -> Article:
    """Return the draft that *by* writes about *occurrence*: the one begun before, or a new one linked to it.

    Who, what, where and when are filled in; square brackets say what only somebody who was there
    knows. Raises ValidationError (Indonesian) for a closed event, and where no category exists.
    """
    if (begun := occurrence.articles.order_by("pk").first()) is not None:
        return begun
    event = occurrence.event
    if event.audience == Audience.CLOSED:
        raise ValidationError(
            "Acara tertutup tidak diberitakan. Bila boleh diketahui umum, ubah dulu “untuk siapa” acaranya."
        )
    category = Category.objects.first()
    if category is None:
        raise ValidationError(
            "Belum ada kategori berita. Buat dulu satu kategori di bagian Berita."
        )
    venue = occurrence.place_venue()
    region = venue.region if venue else None
    district = region.district() if region else None
    article = Article.objects.create(
        title=event.title[:TITLE_MAX_CHARS],
        slug=unique_slug(Article, event.title),
        body=_skeleton(occurrence, by),
        category=category,
        region=region,
        dateline_place=district.name if district else "",
        author_credit=by.full_name[:CREDIT_MAX_CHARS],
        created_by=by,
        updated_by=by,
    )
    article.tags.add(event.event_type.name)
    occurrence.articles.add(article)
    return article


def _skeleton(occurrence: Occurrence, by: User) -> str:
    event, slot = occurrence.event, occurrence.slot
    day = slot.first_day
    # The way a date stands in news here: "Minggu (22/9)".
    when = f"{tanggal(day).partition(',')[0]} ({day.day}/{day.month})"
    organiser = event.organiser_text() if event.details_shown_to(by) else ""
    lead = format_html(
        "<p>{} menggelar {} di {}, {}. [Apa hasilnya bagi warga?]</p>",
        organiser or "[Penyelenggara]",
        event.title,
        occurrence.place_text(),
        when,
    )
    present = [
        item for item in occurrence.attending() if item.is_in_person() or item.represented_by
    ]
    attended = (
        format_html("<p>Hadir {}.</p>", "; ".join(item.in_words() for item in present))
        if present
        else ""
    )
    rest = format_html_join(
        "",
        "<p>{}</p>",
        [("[Kutipan: siapa, jabatannya, apa katanya.]",), ("[Langkah berikutnya.]",)],
    )
    return f"{lead}{attended}{rest}"
