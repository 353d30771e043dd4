"""How the read-only API answers: cursors, chosen fields, problems, limits, other sites' scripts.

Rule: docs/api.md. Each app lists what it offers in its ``api`` module; :mod:`cilegon_portal.api`
puts them together.
"""

import base64
import binascii
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Field, Schema
from ninja.throttling import AnonRateThrottle
from pydantic import AfterValidator, ConfigDict, field_validator

from cilegon_portal.addresses import absolute_url
from cilegon_portal.anonymous_forms import network
from cilegon_portal.library.models import FALLBACK_WIDTH_PX, Picture
from cilegon_portal.likely_days import is_likely
from cilegon_portal.regions.models import Level, Region

PREFIX: Final = "/api/"
LIMIT_MAX: Final = 100
PROBLEM_TYPE: Final = "application/problem+json"
_LIMIT: Final = 20
_CURSOR_MAX_CHARS: Final = 400

_Answer = Callable[[HttpRequest], HttpResponse]


class ApiProblem(Exception):  # noqa: N818 -- RFC 9457 calls it a problem
    """What the caller has to hear instead of an answer."""

    def __init__(self, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.detail, self.status = detail, status


class Problem(Schema):
    """A problem as RFC 9457 has it; ``detail`` says what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


_TITLES: Final = {
    400: "Permintaan tidak terbaca",
    404: "Tidak ada",
    405: "Hanya untuk dibaca",
    429: "Terlalu sering",
}


def problem_response(status: int, detail: str) -> HttpResponse:
    """Return a problem as its own kind of JSON."""
    problem = Problem(title=_TITLES[status], status=status, detail=detail)
    return JsonResponse(problem.model_dump(), status=status, content_type=PROBLEM_TYPE)


def _likely(day: date) -> date:
    if not is_likely(day):
        raise ValueError("tahun di luar 1990 sampai 2100")
    return day


LikelyDate = Annotated[date, AfterValidator(_likely)]


class Chosen(Schema):
    """What every address understands."""

    fields: str = Field(
        "",
        max_length=300,
        description="Nama bidang yang diminta, dipisah koma; kosong: semua.",
    )

    @field_validator("*", mode="before")
    @classmethod
    def refuse_nul(cls, value: Any) -> Any:
        """Refuse what no database compares."""
        if isinstance(value, str) and "\0" in value:
            raise ValueError("berisi karakter NUL")
        return value


class Asked(Chosen):
    """What every list understands."""

    limit: int = Field(
        _LIMIT,
        ge=1,
        le=LIMIT_MAX,
        description=f"Berapa baris sekali jawab: {_LIMIT}, paling banyak {LIMIT_MAX}.",
    )
    cursor: str = Field(
        "", max_length=_CURSOR_MAX_CHARS, description="Dari “next” jawaban sebelumnya."
    )


def _without_required(schema: dict[str, Any]) -> None:
    schema.pop("required", None)


def within(code: str) -> models.Q:
    """Return the condition "its region is *code* or lies in it"."""
    return models.Q(region=code) | models.Q(region__code__startswith=f"{code}.")


class Item(Schema):
    """One row of a list. ``?fields=`` chooses among its fields, so that none is certain to come."""

    model_config = ConfigDict(json_schema_extra=_without_required)


class RegionItem(Schema):
    """A region by its Kemendagri code."""

    code: str
    name: str
    level: str
    district: str | None = Field(None, description="Kode kecamatan dari sebuah kelurahan.")

    @classmethod
    def of(cls, region: Region | None) -> "RegionItem | None":
        """Return *region* as the API tells it."""
        if region is None:
            return None
        parent = region.parent_id if region.level == Level.VILLAGE else None
        return cls(code=region.code, name=region.name, level=region.level, district=parent)


class RenditionItem(Schema):
    """A file of a picture."""

    url: str
    type: str
    width: int
    height: int


class PictureItem(Schema):
    """A picture with its words and files."""

    alt: str
    caption: str
    credit: str
    url: str
    renditions: list[RenditionItem]

    @classmethod
    def of(cls, picture: Picture | None) -> "PictureItem | None":
        """Return *picture* as the API tells it."""
        if picture is None:
            return None
        return cls(
            alt=picture.alt_text,
            caption=picture.caption,
            credit=picture.credit,
            url=absolute_url(picture.rendition_url(FALLBACK_WIDTH_PX, "jpg")),
            renditions=list(_renditions(picture)),
        )


_MEDIA_TYPES: Final = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


def _renditions(picture: Picture) -> Iterable[RenditionItem]:
    for name in picture.rendition_names():
        step, _, extension = name.partition(".")
        width, height = picture.size_at(int(step))
        yield RenditionItem(
            url=absolute_url(picture.rendition_url(int(step), extension)),
            type=_MEDIA_TYPES[extension],
            width=width,
            height=height,
        )


@dataclass(frozen=True)
class Order:
    """The one order of a list: by *field*, then by key, so that a cursor can point between two rows."""

    field: str
    descending: bool = False

    def after(self, rows: models.QuerySet[Any], cursor: str) -> models.QuerySet[Any]:
        """Return *rows* in order, those that follow the place of *cursor*. Raises ApiProblem for no cursor of ours."""
        sign, side = ("-", "lt") if self.descending else ("", "gt")
        rows = rows.order_by(f"{sign}{self.field}", f"{sign}pk")
        if not cursor:
            return rows
        value, key = self._read(rows.model, cursor)
        further = models.Q(**{f"{self.field}__{side}": value})
        return rows.filter(further | models.Q(**{self.field: value, f"pk__{side}": key}))

    def cursor(self, row: models.Model) -> str:
        """Return the place of *row*."""
        value = getattr(row, self.field)
        text = value.isoformat() if isinstance(value, datetime) else value
        return base64.urlsafe_b64encode(json.dumps([text, row.pk]).encode()).decode().rstrip("=")

    def _read(self, model: type[models.Model], cursor: str) -> tuple[Any, int]:
        try:
            value, key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
            if not isinstance(value, str) or not isinstance(key, int) or not 0 < key < 2**62:
                raise TypeError
            column: Any = model._meta.get_field(self.field)
            read = column.to_python(value)
            if "\0" in value or (isinstance(read, datetime) and not _is_instant(read)):
                raise ValueError
        except (ValueError, TypeError, RecursionError, binascii.Error, ValidationError) as error:
            raise ApiProblem(
                "Isi “cursor” dari “next” jawaban sebelumnya, atau hilangkan."
            ) from error
        return read, key


def _is_instant(at: datetime) -> bool:
    return at.tzinfo is not None and is_likely(at)


def list_response(
    request: HttpRequest,
    asked: Asked,
    rows: models.QuerySet[Any],
    order: Order,
    item: Callable[[Any], Item],
    item_type: type[Item],
) -> HttpResponse:
    """Return a page of *rows* with the address of the next one. Raises ApiProblem."""
    wanted = wanted_fields(asked.fields, item_type)
    found = list(order.after(rows, asked.cursor)[: asked.limit + 1])
    shown = found[: asked.limit]
    following = ""
    if len(found) > asked.limit:
        parameters = request.GET.dict() | {"cursor": order.cursor(shown[-1])}
        known = {name: value for name, value in parameters.items() if name in _names(asked)}
        following = absolute_url(f"{request.path}?{urlencode(known)}")
    return JsonResponse(
        {
            "results": [chosen(item(row), wanted) for row in shown],
            "next": following or None,
        }
    )


def item_response(item: Item, asked: Chosen) -> HttpResponse:
    """Return one *item*, of its fields those asked for. Raises ApiProblem for a name there is not."""
    return JsonResponse(chosen(item, wanted_fields(asked.fields, type(item))))


def _names(asked: Asked) -> set[str]:
    return set(type(asked).model_fields)


def wanted_fields(names: str, item_type: type[Item]) -> set[str] | None:
    """Return the fields that were asked for; None for all. Raises ApiProblem for a name there is not."""
    asked = {name.strip() for name in names.split(",") if name.strip()}
    known = set(item_type.model_fields)
    if unknown := sorted(asked - known):
        raise ApiProblem(
            f"Tidak ada bidang {', '.join(unknown)}. Yang ada: {', '.join(sorted(known))}."
        )
    return asked or None


def chosen(item: Item, wanted: set[str] | None) -> dict[str, Any]:
    """Return *item* as JSON, of its fields those that are *wanted*."""
    return item.model_dump(mode="json", include=wanted)


class NetworkThrottle(AnonRateThrottle):
    """So many answers a minute for one network, whoever is behind it."""

    scope = "open_api"

    def get_ident(self, request: HttpRequest) -> str:
        return network(request)


_REFUSALS: Final = {
    404: "Alamat ini tidak ada. Lihat /api/v1/docs/.",
    405: "Alamat ini hanya menjawab GET dan HEAD.",
}


def share_openly(get_response: _Answer) -> _Answer:
    """Let scripts of any site read the API, HEAD ask as GET does, and tell every refusal as a problem.

    Nothing there depends on who asks: no cookie is read, so other sites learn no more than anybody.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        request.COOKIES.clear()
        is_head = request.method == "HEAD"
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
        else:
            request.method = "GET" if is_head else request.method
            response = get_response(request)
        if response.status_code in _REFUSALS and response["Content-Type"] != PROBLEM_TYPE:
            response = problem_response(response.status_code, _REFUSALS[response.status_code])
        if is_head:
            response.content = b""
        if response.status_code in {204, 405}:
            response["Allow"] = response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Retry-After"
        response["X-Robots-Tag"] = "noindex"
        return response

    return middleware
