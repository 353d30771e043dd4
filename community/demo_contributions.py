"""Demo contributions: what officers wrote, one in each state; one of them became news.

Matched by group and title: what is there already, also changed by hand, stays as it is.
"""

from dataclasses import dataclass
from datetime import timedelta
from html import escape
from typing import Final

from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.workflow import move_item
from community import contribution_moves as moves
from community.contributions import Contribution, ContributionState
from community.groups import Group
from news.demo_pictures import illustration


@dataclass(frozen=True)
class DemoContribution:
    """One contribution; ``days`` before the demo is loaded, ``text`` is paragraphs with blank lines."""

    group: str
    title: str
    summary: str
    text: str
    days: int
    state: str
    picture: str = ""
    photos: tuple[str, ...] = ()
    place: str = ""
    note: str = ""


_CONTRIBUTIONS: Final = (
    DemoContribution(
        "kim-citangkil",
        "KIM Citangkil Memetakan Titik Air Tergenang Bersama Warga",
        "Warga tujuh RT mencatat di mana air tergenang dan berapa lama surut, lalu menyerahkan petanya.",
        """
        Anggota KIM Citangkil bersama warga tujuh RT mencatat titik yang tergenang sesudah hujan. Yang
        dicatat sederhana: tempatnya, tinggi air dibanding mata kaki, dan berapa lama surutnya.

        Catatan selama tiga pekan itu digambar di selembar peta kelurahan. Titik yang paling lama surut
        diberi warna paling gelap, sehingga terlihat saluran mana yang lebih dahulu perlu dibersihkan.

        Peta diserahkan kepada kelurahan sebagai aspirasi warga. Salinannya ditempel di papan informasi,
        supaya siapa pun dapat menambahkan catatan dari gangnya sendiri.

        Warga yang ingin ikut mencatat dapat bertanya kepada pengurus KIM di kantor kelurahan.
        """,
        11,
        ContributionState.ADOPTED,
        "saluran",
        ("musyawarah",),
        "Citangkil",
    ),
    DemoContribution(
        "kim-citangkil",
        "Posyandu Palas Menambah Jam Layanan Sore",
        "Orang tua yang bekerja pagi kini dapat datang sesudah pukul tiga.",
        """
        Posyandu di Lingkungan Palas menambah jam layanan sore, dua kali sebulan, bagi orang tua yang
        bekerja pada pagi hari.

        Jadwalnya ditempel di papan informasi dan dibagikan lewat grup warga.
        """,
        1,
        ContributionState.SENT,
        "posyandu",
    ),
    DemoContribution(
        "kim-citangkil",
        "Catatan dari Lomba Cerdas Cermat Literasi",
        "",
        """
        Enam regu, dua babak, dan satu pertanyaan yang membuat semua berpikir lama: dari mana kita tahu
        sebuah foto diambil kapan?
        """,
        0,
        ContributionState.DRAFT,
    ),
    DemoContribution(
        "kim-masigit",
        "Warga Masigit Belajar Memilah Sampah dari Dapur",
        "Tiga wadah di dapur, satu jadwal setor, dan catatan di papan informasi.",
        """
        Warga belajar memilah sampah dari dapur.
        """,
        6,
        ContributionState.RETURNED,
        "sampah",
        note="Tambahkan kapan dan di mana kegiatannya, serta berapa warga yang ikut.",
    ),
    DemoContribution(
        "kim-masigit",
        "Pendaftaran Lomba Berhadiah dari Toko",
        "Promosi toko di sekitar kelurahan.",
        """
        Toko di dekat kelurahan mengadakan undian bagi pembeli selama sebulan.
        """,
        20,
        ContributionState.REFUSED,
        note="Portal tidak memuat promosi dagang. Kabar kegiatan warga selalu kami tunggu.",
    ),
)


def load() -> None:
    """Make what is not there yet, of the groups that still have their officer."""
    for item in _CONTRIBUTIONS:
        group = Group.objects.filter(slug=item.group).first()
        if group is None or Contribution.objects.filter(group=group, title=item.title).exists():
            continue
        membership = group.memberships.active().select_related("user").first()
        if membership is not None:
            _walk(_make(item, group, by=membership.user), item, by=membership.user)


def _make(item: DemoContribution, group: Group, *, by: User) -> Contribution:
    paragraphs = (" ".join(part.split()) for part in item.text.strip().split("\n\n"))
    contribution = Contribution.objects.create(
        group=group,
        title=item.title,
        summary=item.summary,
        body="".join(f"<p>{escape(part, quote=False)}</p>" for part in paragraphs),
        place=item.place,
        picture=illustration(item.picture) if item.picture else None,
        created_by=by,
    )
    for name in item.photos:
        contribution.photos.create(picture=illustration(name))
    return contribution


def _walk(contribution: Contribution, item: DemoContribution, *, by: User) -> None:
    """Bring *contribution* to its state, as its officer and staff would."""
    if item.state == ContributionState.DRAFT:
        return
    sent_at = timezone.now() - timedelta(days=item.days)
    at = sent_at + timedelta(hours=5)
    moves.move(contribution, "ajukan", by=by, at=sent_at)
    if item.state == ContributionState.ADOPTED:
        editor = User.objects.get(username="editor")
        article = moves.adopt(contribution, by=editor, at=at)
        move_item(article, "terbitkan", by=editor, at=at + timedelta(hours=1))
    elif item.note:
        name = "tolak" if item.state == ContributionState.REFUSED else "kembalikan"
        staff = User.objects.get(username="kim")
        moves.move(contribution, name, by=staff, note=item.note, at=at)
