"""A registration on its way: several pages, no cookie. What was typed travels signed in a hidden field.

It travels as it was typed, also what is still wrong: going back loses nothing, and every step is
checked again before anything is kept.
"""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest

from cilegon_portal.anonymous_forms import Guard
from community.registration_forms import BoardStep, ContactStep, GroupStep, StepForm
from community.registrations import Registration

GUARD: Final = Guard("kim-daftar")
STEPS: Final[tuple[type[StepForm], ...]] = (GroupStep, BoardStep, ContactStep)
_NUMBERS: Final = tuple(str(number + 1) for number in range(len(STEPS)))

Typed = dict[str, str]


@dataclass(frozen=True)
class Journey:
    """The step at which somebody stands (``index`` 0 is the first), and what was typed at each.

    ``is_torn``: the answers of the steps before cannot be read.
    """

    index: int = 0
    typed: tuple[Typed, ...] = ({},) * len(STEPS)
    is_torn: bool = False

    @property
    def number(self) -> int:
        """The step as people count."""
        return self.index + 1

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(STEPS)

    def is_last(self) -> bool:
        """Tell whether this step sends."""
        return self.number == self.count

    def at(self, index: int) -> "Journey":
        """Return the same at another step, as near as there is."""
        return Journey(min(max(index, 0), self.count - 1), self.typed)

    def sealed(self) -> str:
        """Return what was typed, for the hidden field."""
        return GUARD.seal(dict(zip(_NUMBERS, self.typed, strict=True)))

    def form(self) -> StepForm:
        """Return this step as it was left, without complaints."""
        return STEPS[self.index](initial=self.typed[self.index])

    def checked(self, request: HttpRequest) -> tuple[Registration, list[StepForm]]:
        """Return the registration as far as it goes, and the forms up to this step, checked."""
        registration = Registration()
        forms = []
        for index in range(self.number):
            files = request.FILES if index == self.index else None
            form = STEPS[index](self.typed[index], files, instance=registration)
            form.full_clean()
            forms.append(form)
        return registration, forms


def read_journey(request: HttpRequest) -> Journey:
    """Return where somebody stands who sends a step."""
    written = request.POST.get("langkah", "")
    index = _NUMBERS.index(written) if written in _NUMBERS else 0
    answers = GUARD.unseal(request)
    typed: list[Typed] = [(answers or {}).get(number, {}) for number in _NUMBERS]
    names = [
        name
        for name, field in STEPS[index].base_fields.items()
        if not field.widget.needs_multipart_form
    ]
    typed[index] = {name: request.POST.get(name, "") for name in names}
    return Journey(index, tuple(typed), is_torn=answers is None and index > 0)
