"""Show a library picture: ``{% load library %}{% picture article.picture class="photo" %}``."""

from typing import Any

from django import template

from cilegon_portal.library.models import FALLBACK_WIDTH_PX, Picture

register = template.Library()

_FOCAL_STEP_PERCENT = (
    10  # the style sheet has eleven classes a direction, as no inline style is allowed
)


@register.inclusion_tag("components/picture.html", name="picture")
def show_picture(
    picture: Picture | None,
    *,
    sizes: str = "100vw",
    first: bool = False,
    alt: str | None = None,
    **attributes: Any,
) -> dict[str, Any]:
    """Return the context of a ``<picture>``; nothing is shown for None.

    ``first``: the page's first picture, loaded at once; every other waits until it is near.
    ``alt``: instead of the picture's own ("" where the words beside it say the same).
    ``class``: classes of the ``<img>``.
    """
    if picture is None:
        return {"picture": None}
    width, height = picture.size_at(picture.steps()[-1])
    return {
        "picture": picture,
        "avif": picture.srcset("avif"),
        "webp": picture.srcset("webp"),
        "src": picture.rendition_url(FALLBACK_WIDTH_PX, "jpg"),
        "sizes": sizes,
        "first": first,
        "alt": picture.alt_text if alt is None else alt,
        "classes": f"{attributes.get('class', '')} {focal_classes(picture)}".strip(),
        "width": width,
        "height": height,
    }


def focal_classes(picture: Picture) -> str:
    """Return the classes that keep the picture's focal point in view when it is cropped."""
    x = round(picture.focal_x / _FOCAL_STEP_PERCENT)
    y = round(picture.focal_y / _FOCAL_STEP_PERCENT)
    return f"fx{x} fy{y}"
