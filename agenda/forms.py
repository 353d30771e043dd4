"""The forms of the agenda: an event with its pattern, and one of its dates."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django import forms

from agenda.attendance import Attendance
from agenda.catalogue import Venue
from agenda.changes import Scope
from agenda.events import Event
from agenda.occurrences import Occurrence, OccurrenceStatus
from agenda.recurrence import MAX_DATES, Frequency, Pattern
from agenda.series import pattern_dates
from agenda.times import Slot, TimeLabel, make_slot
from cilegon_portal.likely_days import LAST_YEAR, LikelyDateField, is_likely
from cilegon_portal.publishing.choices import offer_visible
from cilegon_portal.publishing.forms import PublishableForm
from cilegon_portal.publishing.saving import StampedForm
from cilegon_portal.templatetags.tanggal import WIB
from news.models import Article

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

    _AttendanceFormSet = forms.BaseInlineFormSet[Attendance, Event, forms.ModelForm[Attendance]]
else:  # subscripting it is for the type checker only
    _AttendanceFormSet = forms.BaseInlineFormSet

_DAYS = list(enumerate(("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")))
_NTH = {
    "": "seperti tanggalnya",
    1: "pertama",
    2: "kedua",
    3: "ketiga",
    4: "keempat",
    -1: "terakhir",
}
_NEEDS_REASON = {OccurrenceStatus.CANCELLED, OccurrenceStatus.POSTPONED}


class EventForm(PublishableForm):
    """An event; what repeats is asked in words and kept as a rule."""

    instance: Event
    repeats = forms.ChoiceField(
        label="berulang",
        choices=[
            ("", "Tidak berulang"),
            (Frequency.WEEKLY, "Setiap minggu"),
            (Frequency.MONTHLY, "Setiap bulan, hari yang sama (misalnya Senin ketiga)"),
            (Frequency.YEARLY, "Setiap tahun, tanggal yang sama"),
        ],
        required=False,
    )
    interval = forms.IntegerField(
        label="setiap berapa kali",
        min_value=1,
        max_value=12,
        initial=1,
        required=False,
        help_text="1: setiap minggu, bulan, atau tahun; 2: selang satu.",
    )
    weekdays = forms.TypedMultipleChoiceField(
        label="pada hari",
        choices=_DAYS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Untuk yang mingguan. Kosong: hari dari tanggalnya.",
    )
    nth = forms.TypedChoiceField(
        label="minggu ke berapa",
        choices=list(_NTH.items()),
        coerce=int,
        required=False,
        help_text="Untuk yang bulanan.",
    )
    is_correction = forms.BooleanField(
        label="hanya membetulkan salah tulis",
        required=False,
        help_text="Jam lama tidak ditampilkan sebagai “semula …”.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.rule:
            pattern = Pattern.from_rule(self.instance.rule)
            self.initial.update(
                repeats=pattern.frequency,
                interval=pattern.interval,
                weekdays=pattern.weekdays,
                nth=pattern.nth,
            )
        if not self.instance.was_public():
            self.fields.pop("is_correction", None)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        first_on = cleaned.get("first_on")
        # A year that cannot be is refused by Event.clean; nothing is counted from it.
        if "first_on" in self.fields and first_on and is_likely(first_on):
            self._clean_pattern(cleaned)
        return cleaned

    def _clean_pattern(self, cleaned: dict[str, Any]) -> None:
        pattern = _pattern(cleaned)
        self.instance.rule = pattern.to_rule() if pattern else ""
        if pattern is None:
            cleaned["repeats_until"] = None
            return
        until = cleaned.get("repeats_until")
        if until is None:
            if "repeats_until" not in self.errors:
                self.add_error("repeats_until", "Isi sampai kapan acara ini berulang.")
        elif until < cleaned["first_on"]:
            self.add_error("repeats_until", "Akhir pengulangan mendahului tanggal pertama.")
        elif not is_likely(until):
            self.add_error("repeats_until", f"Isi tahun sampai {LAST_YEAR}.")
        else:
            self._check_dates(cleaned)

    def _check_dates(self, cleaned: dict[str, Any]) -> None:
        trial = Event(
            first_on=cleaned["first_on"],
            repeats_until=cleaned["repeats_until"],
            rule=self.instance.rule,
            skips_holidays=cleaned.get("skips_holidays", False),
        )
        days = pattern_dates(trial)
        if not days:
            self.add_error("repeats_until", "Tidak ada tanggal yang cocok dengan pola ini.")
        elif len(days) == MAX_DATES:
            self.add_error(
                "repeats_until", f"Paling banyak {MAX_DATES} tanggal. Ajukan akhirnya lebih awal."
            )


def _pattern(cleaned: dict[str, Any]) -> Pattern | None:
    if not cleaned.get("repeats"):
        return None
    first_on: date = cleaned["first_on"]
    frequency = Frequency(cleaned["repeats"])
    interval = cleaned.get("interval") or 1
    if frequency == Frequency.WEEKLY:
        weekdays = tuple(cleaned.get("weekdays") or [first_on.weekday()])
        return Pattern(frequency, interval, weekdays)
    if frequency == Frequency.MONTHLY:
        week = (first_on.day - 1) // 7 + 1
        return Pattern(
            frequency,
            interval,
            (first_on.weekday(),),
            cleaned.get("nth") or (week if week < 5 else -1),
        )
    return Pattern(frequency, interval)


class OccurrenceForm(StampedForm):
    """One date: its time, place and state, for this date, those after it, or all to come."""

    day = LikelyDateField(label="tanggal", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    last_on = LikelyDateField(
        label="sampai tanggal",
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text="Hanya bila lebih dari satu hari.",
    )
    start_time = forms.TimeField(
        label="mulai", required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M")
    )
    end_time = forms.TimeField(
        label="selesai", required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M")
    )
    until_done = forms.BooleanField(label="s.d. selesai", required=False)
    time_label = forms.ChoiceField(label="kata waktu", choices=TimeLabel.choices, required=False)
    is_all_day = forms.BooleanField(label="sepanjang hari", required=False)
    is_correction = forms.BooleanField(
        label="hanya membetulkan salah tulis",
        required=False,
        help_text="Jam dan tempat lama tidak ditampilkan sebagai “semula …”.",
    )
    scope = forms.ChoiceField(
        label="berlaku untuk",
        choices=[
            (Scope.THIS, "Hanya tanggal ini"),
            (Scope.FOLLOWING, "Tanggal ini dan seterusnya"),
            (Scope.ALL, "Semua tanggal yang akan datang"),
        ],
        initial=Scope.THIS,
        widget=forms.RadioSelect,
    )

    user: "User"
    slot: Slot
    wanted_status = ""  # chosen by a button on the event's form

    class Meta:
        model = Occurrence
        fields = (
            "status",
            "reason",
            "venue",
            "place",
            "note",
            "actual_starts_at",
            "coverage",
            "articles",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slot = self.instance.slot
        self.initial.update(_in_fields(slot))
        if self.wanted_status:
            self.initial["status"] = self.wanted_status
        if not self.instance.event.is_series():
            # A single event has one place, on its own form.
            for name in ("scope", "venue", "place"):
                self.fields.pop(name, None)
        if "articles" in self.fields:
            articles = cast("forms.ModelMultipleChoiceField[Article]", self.fields["articles"])
            offer_visible(articles, self.instance.articles.all(), self.user)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if cleaned.get("status") in _NEEDS_REASON and not cleaned.get("reason"):
            self.add_error("reason", "Tulis sebabnya dalam satu kalimat; pembaca melihatnya.")
        if cleaned.get("day"):
            try:
                self.slot = self._slot(cleaned)
            except ValueError as error:
                self.add_error("start_time", str(error))
        return cleaned

    def _slot(self, cleaned: dict[str, Any]) -> Slot:
        return make_slot(
            cleaned["day"],
            start=cleaned.get("start_time"),
            end=cleaned.get("end_time"),
            last_on=cleaned.get("last_on"),
            is_all_day=cleaned.get("is_all_day", False),
            time_label=cleaned.get("time_label", ""),
            until_done=cleaned.get("until_done", False),
        )

    def in_words(self, saved: Occurrence) -> str:
        status = saved.get_status_display().lower()
        return f"{saved.slot.in_words()}, {saved.place_text()}, {status}"

    @property
    def chosen_scope(self) -> Scope:
        """Which dates the change is for."""
        return Scope(self.cleaned_data.get("scope") or Scope.THIS)

    @property
    def chosen_place(self) -> tuple[Venue | None, str | None]:
        """The place of the date, or (None, None) where the form does not ask for it."""
        if "place" not in self.fields:
            return None, None
        return self.cleaned_data.get("venue"), self.cleaned_data.get("place", "")


class AttendanceFormSet(_AttendanceFormSet):
    """Who attends; each official once, as the database wants it."""

    def clean(self) -> None:
        """Refuse an official's second row, also where somebody else saved the first meanwhile."""
        super().clean()
        here = {form.instance.pk for form in self.forms}
        taken = {row.official_id for row in self.get_queryset() if row.pk not in here}
        for form in self.forms:
            official = form.cleaned_data.get("official")
            if official is None or form.cleaned_data.get("DELETE"):
                continue
            if official.pk in taken:
                form.add_error("official", f"{official} sudah ada di daftar. Hapus baris ini.")
            taken.add(official.pk)

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 -- Django's signature
        """Save; rows whose official changes or goes leave first, so that two may change places."""
        leaving = [
            form.instance.pk
            for form in self.initial_forms
            if form in self.deleted_forms or "official" in form.changed_data
        ]
        Attendance.objects.filter(pk__in=leaving).delete()
        return super().save(commit)


def _in_fields(slot: Slot) -> dict[str, Any]:
    """Return *slot* as the fields of the form show it."""
    timed_end = slot.ends_at and not slot.is_all_day
    return {
        "day": slot.first_day,
        "last_on": slot.last_day if slot.last_day != slot.first_day else None,
        "start_time": slot.starts_at.astimezone(WIB).time() if slot.is_exact else None,
        "end_time": slot.ends_at.astimezone(WIB).time() if slot.ends_at and timed_end else None,
        "until_done": slot.until_done,
        "time_label": slot.time_label,
        "is_all_day": slot.is_all_day,
    }
