"""The read-only API at /api/v1/: what each app offers, and search over all of them. Rule: docs/api.md."""

import math
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from ninja import Field, NinjaAPI, Query, Schema
from ninja.errors import Throttled, ValidationError
from ninja.openapi.schema import OpenAPISchema

import agenda.api
import community.api
import news.api
from cilegon_portal.addresses import absolute_url
from cilegon_portal.open_api import (
    LIMIT_MAX,
    PROBLEM_TYPE,
    ApiProblem,
    NetworkThrottle,
    Problem,
    problem_response,
)
from cilegon_portal.search.finding import find, read
from cilegon_portal.search.query import QUERY_MAX_CHARS, parse_query
from cilegon_portal.search.scope import Scope
from cilegon_portal.search.sources import Found
from cilegon_portal.seo import Seo

# Ten a second and more for minutes: a program that asks a set of questions gets through, and a whole
# office, or a provider, may stand behind one address. A search page costs the same and has no limit.
ANSWERS_A_MINUTE: Final = 1_200


class PortalAPI(NinjaAPI):
    """Describes its refusals as what they are: problems."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**kwargs)
        for path in schema["paths"].values():
            for operation in path.values():
                operation.pop("description", None)  # the words for developers of the portal
                for status, response in operation["responses"].items():
                    if int(status) >= 400:
                        response["content"] = {
                            PROBLEM_TYPE: response["content"]["application/json"]
                        }
        return schema


api = PortalAPI(
    title="API Portal Cilegon",
    version="1",
    description="Berita, agenda, dan KIM yang terbit, untuk dibaca siapa saja. Lisensi CC BY 4.0.",
    docs_url=None,
    throttle=[NetworkThrottle(f"{ANSWERS_A_MINUTE}/m")],
    urls_namespace="api",
)
for router in (news.api.router, agenda.api.router, community.api.router):
    api.add_router("", router)


@api.exception_handler(ApiProblem)
def tell_problem(request: HttpRequest, problem: ApiProblem) -> HttpResponse:
    """Answer with the problem."""
    return problem_response(problem.status, problem.detail)


@api.exception_handler(ValidationError)
def tell_unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Name the parameters that cannot be read."""
    names = sorted({str(item["loc"][-1]) for item in error.errors})
    return problem_response(400, f"Tidak terbaca: {', '.join(names)}. Lihat {reverse('api_docs')}.")


@api.exception_handler(Throttled)
def tell_throttled(request: HttpRequest, error: Throttled) -> HttpResponse:
    """Ask for patience, and say for how long."""
    seconds = max(1, math.ceil(error.wait or 1))
    response = problem_response(429, f"Coba lagi {seconds} detik kemudian.")
    response["Retry-After"] = str(seconds)
    return response


class SearchItem(Schema):
    """One thing found."""

    type: str = Field(description="berita, acara, kim, kegiatan, atau halaman.")
    url: str
    title: str
    legacy_id: int | None


class SearchAnswer(Schema):
    """What was found, the best first."""

    results: list[SearchItem]


class SearchAsked(Schema):
    """What to look for."""

    q: str = Field(description=f"Paling panjang {QUERY_MAX_CHARS} huruf.")
    limit: int = Field(
        10, ge=1, le=LIMIT_MAX, description=f"Berapa hasil: 10, paling banyak {LIMIT_MAX}."
    )


@api.get(
    "/search/",
    response={200: SearchAnswer, 400: Problem, 429: Problem},
    summary="Cari di berita, agenda, KIM dan kegiatannya, dan halaman situs",
    tags=["Pencarian"],
)
def search(request: HttpRequest, asked: Query[SearchAsked]) -> HttpResponse:
    """Return what answers, best first: a word, several, or a question. Raises ApiProblem for a query that is refused."""
    query, at = parse_query(asked.q), timezone.now()
    if query.problem or not query.words:
        raise ApiProblem(query.problem or "Isi “q” dengan satu kata atau lebih.")
    hits = find(query, Scope(at)).hits[: asked.limit]
    answer = SearchAnswer(results=[_search_item(item) for _, item in read(hits, at)])
    return JsonResponse(answer.model_dump(mode="json"))


def _search_item(item: Found) -> SearchItem:
    return SearchItem(
        type="acara" if item.kind == "agenda" else item.kind,
        url=absolute_url(item.url),
        title=item.title,
        legacy_id=item.legacy_id,
    )


def _answer(schema: OpenAPISchema, operation: dict[str, Any]) -> list[str]:
    """Return the names of what an answer holds; of a list, those of its rows too."""
    name = operation["responses"][200]["content"]["application/json"]["schema"]["$ref"]
    schemas = schema["components"]["schemas"]
    fields = dict(schemas[name.rpartition("/")[2]]["properties"])
    if "results" in fields:
        rows = fields["results"]["items"]["$ref"]
        fields |= schemas[rows.rpartition("/")[2]]["properties"]
    return [field for field in fields if field not in {"results", "next"}]


def _example(path: str, operation: dict[str, Any]) -> str:
    """Return an address to try, or nothing where it takes a number that only a list tells."""
    if "{" in path:
        return ""
    needs_words = any(item["required"] for item in operation["parameters"])
    return f"{path}?q=kim" if needs_words else path


@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    """Show what the API offers, made from its own description."""
    schema = api.get_openapi_schema()
    operations = [
        {
            "path": path,
            "example": _example(path, operation),
            "answer": _answer(schema, operation),
            **operation,
        }
        for path, methods in schema["paths"].items()
        for operation in methods.values()
    ]
    seo = Seo(title="API", path=reverse("api_docs"), description="Data terbuka untuk program lain.")
    context = {
        "operations": operations,
        "answers_a_minute": ANSWERS_A_MINUTE,
        "trail": (("API", ""),),
        "seo": seo,
    }
    return render(request, "api_docs.html", context)
