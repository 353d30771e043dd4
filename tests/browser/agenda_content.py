"""The fixed agenda that the browser tests read: a full day, a series, every state, long words."""

from datetime import date, time, timedelta

from django.utils import timezone

from agenda.catalogue import Audience, Colour, EventType, Venue
from agenda.changes import Moved, cancel, move, postpone
from agenda.events import Event
from agenda.times import make_slot
from cilegon_portal.office.models import Agency, Official
from tests.factories import make_article, make_event, make_occurrence

FULL_DAY = date(2019, 9, 24)
SATURDAY = date(2019, 9, 7)
LONG_WORD = "Pertanggungjawabankeuangandaerahkotacilegontahunanggaran"
DAY = timedelta(days=1)


def build_agenda() -> None:
    """Make a day of eight items, a series with a moved and a cancelled date, and what is to come."""
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota", precedence=1)
    deputy = Official.objects.create(title="Wakil Wali Kota", slug="wakil-wali-kota", precedence=2)
    plenary = _plenary()
    plenary.attendances.create(official=mayor)
    plenary.attendances.create(
        official=deputy, mode="diwakili", represented_by="Asisten Daerah Bidang Pemerintahan"
    )
    _make_full_day(mayor)
    _make_series()
    _make_coming(mayor)


def _plenary() -> Event:
    event_type = EventType.objects.create(
        name="Rapat Paripurna", slug="rapat-paripurna", colour=Colour.EMBER
    )
    council = Agency.objects.create(name="Sekretariat DPRD Kota Cilegon", slug="setwan")
    venue = Venue.objects.create(
        name="Ruang Rapat Paripurna DPRD Kota Cilegon",
        address="Jl. Jenderal Sudirman",
        access_note="Jalan kursi roda di sisi timur.",
        map_url="https://www.openstreetmap.org/",
    )
    event = make_event(
        title="Rapat Paripurna DPRD",
        slug="rapat-paripurna",
        event_type=event_type,
        summary="Penyampaian pendapat akhir fraksi atas rancangan peraturan daerah.",
        description="<p>Warga dapat menyaksikan dari balkon.</p><h2>Tata tertib</h2><p>Bawa KTP.</p>",
        organiser=council,
        venue=venue,
        place="",
        contact="humas@cilegon.go.id",
        dress_code="Pakaian sipil lengkap",
        livestream_url="https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        first_on=FULL_DAY,
        start_time=time(9),
        end_time=time(11, 30),
    )
    row = event.occurrences.get()
    row.articles.add(make_article(title="Rapat Paripurna Digelar"))
    make_event(title="Rapat Paripurna Mendatang", event_type=event_type)
    return event


def _make_full_day(mayor: Official) -> None:
    titles = ("Apel Gabungan", "Menerima Kunjungan", "Pembinaan KIM", LONG_WORD, "Peresmian Taman")
    for hour, title in enumerate(titles, start=10):
        event = make_event(title=title, first_on=FULL_DAY, start_time=time(hour), until_done=True)
        event.attendances.create(official=mayor)
    make_event(title="Pameran", first_on=FULL_DAY, last_on=FULL_DAY + DAY, is_all_day=True)
    walk = make_occurrence(title="Gerak Jalan", slug="gerak-jalan", first_on=FULL_DAY)
    cancel(walk, "Dibatalkan karena perbaikan jalan di rute lomba.")


def _make_series() -> None:
    series = make_event(
        title="Pengajian Rutin",
        slug="pengajian-rutin",
        first_on=SATURDAY,
        rule="FREQ=WEEKLY;BYDAY=SA",
        repeats_until=SATURDAY + 28 * DAY,
        time_label="bada-isya",
    )
    second, third = series.occurrences.in_order()[1:3]
    move(
        second, Moved(make_slot(second.on + DAY, time_label="bada-isya")), reason="Masjid dipakai."
    )
    cancel(third, "Hari libur.")


def _make_coming(mayor: Official) -> None:
    today = timezone.localdate()
    event = make_event(title="Rapat Hari Ini", first_on=today, start_time=time(0), until_done=True)
    event.attendances.create(official=mayor)
    make_event(title="Temu Mitra", audience=Audience.INVITED, first_on=today + DAY)
    postpone(make_occurrence(title="Lomba Kebersihan", first_on=today + 2 * DAY), "Menunggu juri.")
    moved = make_occurrence(title="Sosialisasi", first_on=today + 3 * DAY)
    move(moved, Moved(make_slot(moved.on, start=time(13, 30))))
