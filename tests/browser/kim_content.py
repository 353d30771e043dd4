"""The fixed KIM that the browser tests read: every state, names by consent, long words."""

from datetime import date, time, timedelta

from django.utils import timezone

from cilegon_portal.library.uploads import store_picture
from community.boards import BoardMember, BoardRole
from community.groups import ActivityStatus, Group, Level, MediaChannel
from tests.factories import (
    make_activity,
    make_article,
    make_board,
    make_contribution,
    make_group,
)
from tests.library.images import jpeg

LONG_NAME = "KIM Pertanggungjawabankeuangandaerahkotacilegon"


def build_kim() -> None:
    """Make a forum, a full profile, a lapsed and an inactive group, and more than a page of them."""
    today = timezone.localdate()
    forum = make_group(
        name="Forum KIM Kecamatan Citangkil", level=Level.DISTRICT, region="36.72.08"
    )
    make_board(forum, date(2021, 1, 1))
    _full_profile(forum)
    lapsed = make_group(name=LONG_NAME, slug="kim-panjang", region="36.72.08.1002", parent=forum)
    make_board(lapsed, today - timedelta(days=900), ends_on=today - timedelta(days=3))
    make_activity(lapsed, pk=9002, title=LONG_NAME, place=LONG_NAME, description=LONG_NAME)
    make_group(name="KIM Kotasari", region="36.72.06.1001", activity_status=ActivityStatus.INACTIVE)
    make_group(name="KIM Kalitimbang", region="36.72.02.1005")
    for number in range(10):
        make_board(make_group(name=f"KIM RW {number:02}", level=Level.NEIGHBOURHOOD, parent=forum))


def _full_profile(forum: Group) -> None:
    group = make_group(
        name="KIM Citangkil",
        slug="kim-citangkil",
        parent=forum,
        summary="Kelompok warga yang meliput kegiatan lingkungan, layanan kesehatan, dan usaha kecil.",
        description="<p>Bertemu tiap pekan.</p><h2>Yang dikerjakan</h2><ul><li>Papan informasi</li></ul>",
        founded_on=date(2017, 8, 1),
        member_count=14,
        secretariat="Kantor Kelurahan Citangkil",
        kim_id_url="https://kim.id/",
        contact_phone="0812 0000 0000",
        contact_email="kim.citangkil@contoh.id",
        contact_consent_note="Ketua, 5 Januari 2026",
        checked_on=date(2026, 9, 2),
    )
    MediaChannel.objects.create(group=group, kind="instagram", url="https://instagram.com/")
    make_board(group, date(2018, 1, 1), ends_on=date(2020, 12, 31))
    board = make_board(group, sk_number="470/12", sk_issuer="Lurah Citangkil")
    for role in BoardRole.values:
        shown = {"shows_name": True, "consent_on": date(2026, 1, 5)} if role == "ketua" else {}
        BoardMember.objects.create(board=board, role=role, name=f"Nama {role} (contoh)", **shown)
    group.partners.add(make_group(name="KIM Masigit", region="36.72.05.1003"))
    _activities(group)
    article = make_article(title="Warga Memetakan Titik Air", slug="kiriman-warga")
    make_contribution(group, article=article)


def _activities(group: Group) -> None:
    """Make one with all that an activity can have, and more than the profile shows."""
    photo = store_picture(
        jpeg(), title="Latihan", alt_text="Warga menulis bersama", caption="Sore itu"
    )
    full = make_activity(
        group,
        pk=9001,
        title="Latihan Menulis Berita Warga",
        start_time=time(13),
        description="Anggota menulis satu kabar pendek.\n\nLalu saling memeriksa.",
        picture=photo,
        participant_count=14,
        has_access=True,
    )
    full.photos.create(picture=photo)
    full.partners.set(group.partners.all())
    for number in range(11):
        day = date(2026, 9, 2) - timedelta(days=30 * number)
        make_activity(group, pk=9100 + number, title=f"Kegiatan {number}", held_on=day)
