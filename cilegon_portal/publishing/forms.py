"""The form of anything that is published: versions, moves, slug.

Rule: docs/publishing.md#forms. A refused form always comes back with everything typed.
"""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.text import slugify

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Publishable, SlugRedirect, Status
from cilegon_portal.publishing.problems import Problem, Weight
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.publishing.texts import told_changes
from cilegon_portal.publishing.workflow import MOVES, Move, leads_to_readers

if TYPE_CHECKING:
    from django.http import QueryDict

    _ModelForm = forms.ModelForm[Publishable]
else:  # subscripting it is for the type checker only
    _ModelForm = forms.ModelForm

# Names of the submit buttons and of what stands beside them.
MOVE_KEY = "_pindah"
NOTE_KEY = "_catatan"
CONFIRM_KEY = "_sudah_benar"


def requested_move(data: Any) -> Move | None:
    """Return the move whose button was pressed, None for plain "Simpan" or an unknown name."""
    return MOVES.get(data.get(MOVE_KEY, ""))


def keep_seconds(form: "forms.BaseModelForm[Any]", cleaned: dict[str, Any]) -> None:
    """Give back to times that nobody touched the seconds that the browser's field does not know."""
    for name, value in cleaned.items():
        before = form.initial.get(name)
        if (
            isinstance(form.fields.get(name), forms.DateTimeField)
            and value
            and before
            and value == before.replace(second=0, microsecond=0)
        ):
            cleaned[name] = before


@dataclass(frozen=True)
class Difference:
    """A field that reads otherwise in the database than in the form that was refused."""

    name: str
    label: str
    theirs: str
    mine: str


class PublishableForm(_ModelForm):
    """Refuse a form opened at an older version, and what is not fit for readers.

    :class:`~cilegon_portal.publishing.admin.PublishableAdmin` sets ``user`` on the class it makes
    for one request, and ``found_on_saving``: what only showed when all parts were saved.
    The slug follows ``title_field``.
    """

    title_field: ClassVar = "title"
    user: User
    found_on_saving: tuple[Problem, ...] = ()
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.differences: list[Difference] = []
        self.asks_confirmation = False
        # What was put right without asking, and what could not be stored; as sentences.
        self.mended: list[str] = []
        self.removed: list[str] = []
        # What was wrong with a public item before may stay: a typo in it must be mendable.
        self._old_problems: set[Problem] = set()
        if self.is_bound and self.instance.status == Status.PUBLISHED:
            self._old_problems = set(self.instance.problems())
        if "slug" in self.fields:
            self.fields["slug"].required = False

    @property
    def move(self) -> Move | None:
        """The move whose button was pressed."""
        return requested_move(self.data)

    @property
    def insists(self) -> bool:
        """Tell whether a person answered that what looks wrong is right."""
        return CONFIRM_KEY in self.data

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        keep_seconds(self, cleaned)
        self._check_times(cleaned)
        if "slug" in self.fields and "slug" in cleaned:
            self._settle_slug(cleaned)
        return cleaned

    def full_clean(self) -> None:
        """Validate, then judge the item as it would be saved."""
        super().full_clean()
        if not self.is_bound:
            return
        self.mended, self.removed = told_changes(self)
        self._refuse_missing_note()
        self._refuse_problems()
        self._refuse_stale()

    def _check_times(self, cleaned: dict[str, Any]) -> None:
        start, end = cleaned.get("published_at"), cleaned.get("unpublish_at")
        if start and end and end <= start:
            self.add_error("unpublish_at", "Waktu berakhir harus sesudah waktu terbit.")
        if (
            "published_at" in cleaned
            and not start
            and self.instance.status == Status.PUBLISHED
            and self.move is None
        ):
            self.add_error(
                "published_at",
                "Yang sudah terbit perlu waktu terbit. Isi lagi, atau tekan Tarik.",
            )

    def _settle_slug(self, cleaned: dict[str, Any]) -> None:
        slug, before = cleaned["slug"], self.initial.get("slug") or ""
        title = cleaned.get(self.title_field, "")
        old_title = self.initial.get(self.title_field) or ""
        model = type(self.instance)
        follows_title = (
            not self.instance.was_public()
            and slug == before
            and title != old_title
            and before.startswith(slugify(old_title)[:60])
        )
        if not slug or follows_title:
            length = getattr(self.fields["slug"], "max_length", None) or 50
            cleaned["slug"] = unique_slug(
                model, title, max_length=length, exclude_pk=self.instance.pk
            )
        elif slug != before and self._belonged_to_another(model, slug):
            self.add_error(
                "slug", "Alamat ini dulu milik tulisan lain dan masih dialihkan. Pilih yang lain."
            )

    def _belonged_to_another(self, model: type[models.Model], slug: str) -> bool:
        return (
            SlugRedirect.objects.filter(
                content_type=ContentType.objects.get_for_model(model), old_slug=slug
            )
            .exclude(object_id=self.instance.pk or 0)
            .exists()
        )

    def _refuse_missing_note(self) -> None:
        if self.move and self.move.needs_note and not self.data.get(NOTE_KEY, "").strip():
            self.add_error(
                None,
                ValidationError(
                    "Tulis catatan: apa yang perlu diperbaiki penulis?", code="note_required"
                ),
            )

    def standing_in_the_way(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return those of *problems* that forbid what this form asks for."""
        return [problem for problem in self._to_answer(problems) if not self._is_answered(problem)]

    def _to_answer(self, problems: Iterable[Problem]) -> list[Problem]:
        if not leads_to_readers(self.move.target if self.move else self.instance.status):
            return []
        old = set() if self.move else self._old_problems
        return [
            problem
            for problem in problems
            if problem not in old and problem.weight is not Weight.HINT
        ]

    def _is_answered(self, problem: Problem) -> bool:
        return problem.weight is Weight.CONFIRM and self.insists

    def _refuse_problems(self) -> None:
        problems = self._to_answer([*self.instance.own_problems(), *self.found_on_saving])
        self.asks_confirmation = any(problem.weight is Weight.CONFIRM for problem in problems)
        # Two problems of one field are both told; a field that is wrong already is not judged.
        wrong = set(self.errors)
        for problem in problems:
            if problem.field not in wrong and not self._is_answered(problem):
                field = problem.field if problem.field in self.fields else None
                self.add_error(field, ValidationError(problem.html(), code="problem"))

    def _refuse_stale(self) -> None:
        if self.instance.pk is None or self.cleaned_data.get("version") == self.initial["version"]:
            return
        self.differences = [
            self._difference(name)
            for name in self.changed_data
            # A time is written without its seconds, which is no change (see _keep_seconds).
            if name != "version" and self.cleaned_data.get(name, "") != self.initial.get(name)
        ]
        # Pressing the button once more is then a decision, not an accident.
        data = cast("QueryDict", self.data).copy()
        data[self.add_prefix("version")] = str(self.initial["version"])
        self.data = data
        self.add_error(None, ValidationError(self._who_saved_meanwhile(), code="stale"))

    def _who_saved_meanwhile(self) -> str:
        # auto_now fills updated_at on saving only: here it still tells the other save.
        when = timezone.localtime(self.instance.updated_at)
        by = self.instance.updated_by
        who = "Anda sendiri di jendela lain" if by == self.user else str(by or "orang lain")
        return (
            f"Sudah disimpan oleh {who} pada {date_format(when, 'l, j F Y')} pukul "
            f"{date_format(when, 'H.i')} WIB, sesudah Anda membuka formulir ini. Tidak ada yang "
            "ditimpa dan tulisan Anda masih ada di bawah. Bandingkan, lalu tekan tombolnya sekali "
            "lagi untuk menyimpan versi Anda."
        )

    def _difference(self, name: str) -> Difference:
        bound = self[name]
        theirs = _in_words(bound.field, self.get_initial_for_field(bound.field, name))
        mine = _in_words(bound.field, bound.value())
        return Difference(bound.auto_id, str(bound.label), *_without_the_same(theirs, mine))


def _without_the_same(theirs: str, mine: str) -> tuple[str, str]:
    """Return both texts with "…" for each run of paragraphs that reads the same in both."""
    old, new = ([line for line in text.splitlines() if line.strip()] for text in (theirs, mine))
    shown: tuple[list[str], list[str]] = ([], [])
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, old_start, old_end, new_start, new_end in steps:
        same = tag == "equal"
        shown[0].extend(["…"] if same else old[old_start:old_end])
        shown[1].extend(["…"] if same else new[new_start:new_end])
    return "\n".join(shown[0]), "\n".join(shown[1])


def _chosen(field: Any, values: Iterable[Any]) -> list[models.Model]:
    """Return what *values* stand for; one that is gone since, or never was, is left out."""
    found = []
    for value in values:
        with contextlib.suppress(ValidationError):
            found.append(
                forms.ModelChoiceField.to_python(field, value)
            )  # of one, also where many are
    return [item for item in found if item is not None]


def _in_words(field: forms.Field, value: Any) -> str:
    """Return *value* as a person reads it in the comparison of two versions."""
    values = value if isinstance(value, list | tuple | models.QuerySet) else [value]
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(str(item) for item in _chosen(field, values))
    if isinstance(field, forms.ChoiceField):
        # Of numbers, as days of the week, the browser sends the digits.
        names = {str(key): str(name) for key, name in cast("Any", field.choices)}
        return ", ".join(names.get(str(item), str(item)) for item in values if item is not None)
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    text = str(field.prepare_value(value) if value is not None else "")
    return strip_tags(text.replace("</p>", "</p>\n")).strip()
